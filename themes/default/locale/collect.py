"""Collect what the theme says: every sentence of templates, prints, builder and scripts.

They are written to `messages.pot`, sorted; a translation is a copy of it, `LANGUAGE.po`, with the
sentences filled in. Existing translations are brought up to date: what is new in them stands
empty, and so stays English on the site.

    python themes/default/locale/collect.py          write messages.pot, bring each .po up to date
    python themes/default/locale/collect.py --check  say what is stale
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from builder.clock import MESSAGES, TITLES
from builder.markdown.containers import CONTAINERS
from builder.words import MONTHS, WEEKDAYS, Catalogue, read_catalogue

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
TEMPLATE = HERE / "messages.pot"
WORDS = HERE.parent / "static" / "words.json"
STRING = r'"((?:[^"\\]|\\.)*)"|\'((?:[^\'\\]|\\.)*)\''
SAID = re.compile(rf"(?<![\w.])t(?:\.plural)?\(\s*(?:{STRING})(?:\s*,\s*(?:{STRING}))?")
"""A call in a template or a print design; a second string counts only for `t.plural`."""
TRANSLATORS = frozenset({"t", "self"})
WRITTEN = 'msgid "{}"'


@dataclass(frozen=True, slots=True, order=True)
class Message:
    """A sentence, and its form for several where it is counted."""

    one: str
    many: str = ""


def messages() -> list[Message]:
    """Return everything that the theme says, sorted."""
    found = {*_of_builder(), *_of_templates(), *_of_prints(), *_of_scripts()}
    weekdays = (word for words in WEEKDAYS for word in words)
    texts = (*MESSAGES.values(), *TITLES.values(), *MONTHS, *weekdays)
    found |= {Message(text) for text in texts}
    found |= {Message(container.label) for container in CONTAINERS.values() if container.label}
    counted = {message.one for message in found if message.many}
    return sorted(message for message in found if message.many or message.one not in counted)


def _of_builder() -> Iterator[Message]:
    """Give what the builder says: calls of a translator with whole sentences."""
    for path in sorted((ROOT / "builder").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and (kind := _kind(node.func)):
                texts = [one.value for one in node.args if isinstance(one, ast.Constant)]
                strings = [text for text in texts if isinstance(text, str)]
                if strings:
                    many = strings[1] if kind == "plural" and len(strings) > 1 else ""
                    yield Message(strings[0], many)


def _kind(func: ast.expr) -> str:
    """Say whether a call is one of a translator: `t(…)`, `scope.t(…)(…)`, `t.plural(…)`."""
    if isinstance(func, ast.Name):
        return "one" if func.id in TRANSLATORS else ""
    if isinstance(func, ast.Call):
        name = func.func
        return "one" if isinstance(name, ast.Attribute) and name.attr in {"t", "of"} else ""
    if isinstance(func, ast.Attribute) and func.attr == "plural":
        return "plural"
    if isinstance(func, ast.Attribute) and func.attr in {"_label", "word"}:
        return "one"
    inside = isinstance(func, ast.Attribute) and isinstance(func.value, ast.Name)
    named = isinstance(func, ast.Attribute) and func.attr == "t" and not inside
    return "one" if named else ""


def _of_templates() -> Iterator[Message]:
    """Give what the templates of pages say, and the designs of what is printed."""
    pages, designs = (HERE.parent / name for name in ("templates", "print"))
    for path in sorted((*pages.rglob("*"), *designs.glob("*.typ"))):
        if path.is_file():
            for call in SAID.finditer(path.read_text(encoding="utf-8")):
                first, second = call[1] or call[2], call[3] or call[4] or ""
                counted = call[0].startswith("t.plural")
                yield Message(_plain(first), _plain(second) if counted else "")


def _of_prints() -> Iterator[Message]:
    for path in sorted((HERE.parent / "print").glob("*.typ")):
        for call in SAID.finditer(path.read_text(encoding="utf-8")):
            yield Message(_plain(call[1] or call[2]))


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text)


def _of_scripts() -> Iterator[Message]:
    for said in json.loads(WORDS.read_text(encoding="utf-8")):
        yield Message(*said) if isinstance(said, list) else Message(said)


def template(found: list[Message]) -> str:
    """Return the list of messages as gettext keeps it, with nothing translated."""
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
    return "\n".join([head, *(entry(message, Catalogue(), 2) for message in found)])


def brought_up_to_date(text: str, found: list[Message]) -> str:
    """Return a translation with the messages there are now: what it has is kept."""
    known = read_catalogue(text)
    head = text.partition("\n\n")[0].rstrip() + "\n"
    count = re.search(r"nplurals=(\d)", head)
    forms = int(count[1]) if count else 2
    return "\n".join([head, *(entry(message, known, forms) for message in found)])


def entry(message: Message, known: Catalogue, forms: int) -> str:
    """Return one message with its translation, or with room for one."""
    lines = [f"msgid {_quoted(message.one)}"]
    if message.many:
        lines.append(f"msgid_plural {_quoted(message.many)}")
        said = known.plurals.get(message.one, ("",) * forms)
        lines += [f"msgstr[{n}] {_quoted(text)}" for n, text in enumerate(said)]
    else:
        lines.append(f"msgstr {_quoted(known.messages.get(message.one, ''))}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def wanted() -> Iterator[tuple[Path, str]]:
    """Give each file of this folder that is written here, and what is to stand in it."""
    found = messages()
    yield TEMPLATE, template(found)
    for path in sorted(HERE.glob("*.po")):
        yield path, brought_up_to_date(path.read_text(encoding="utf-8"), found)


def main(arguments: list[str] | None = None) -> int:
    """Write the lists, or check them; return the exit code."""
    parser = argparse.ArgumentParser(description="Collect what the theme says.")
    parser.add_argument("--check", action="store_true", help="write nothing; say what is stale")
    only_check = parser.parse_args(arguments).check
    stale = 0
    for path, text in wanted():
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            stale += 1
            if only_check:
                print(f"locale/{path.name} is not what the theme says: run `make messages`")
            else:
                path.write_text(text, encoding="utf-8")
                print(f"locale/{path.name}: {text.count('msgid') - 1} messages")
    return 1 if stale and only_check else 0


if __name__ == "__main__":
    sys.exit(main())
