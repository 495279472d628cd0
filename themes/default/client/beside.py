"""What goes beside the scripts: licences of the packages in them, and the sentences they say."""

from __future__ import annotations

import json
import re
import subprocess
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

PACKAGE = re.compile(r"node_modules/((?:@[^/]+/)?[^/]+)/")
LICENCE = re.compile(r"(?:LICEN[CS]E|COPYING|NOTICE)(?:\.(?:md|txt))?", re.IGNORECASE)
RULE = "\n" + "-" * 72 + "\n\n"

SAID = re.compile(r"(?<![\w$.])(?<!function )(t|plural)\(")
"""A call of what looks up a sentence, in code without comments and markup."""
LITERAL = re.compile(
    r"""\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`((?:[^`\\$]|\\.|\$(?!\{))*)`)\s*(?=[,)])""",
    re.DOTALL,
)
ESCAPE = re.compile(r"\\(?:u\{([0-9A-Fa-f]+)\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2})|(.))", re.DOTALL)
CONTROLS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\n": ""}
LOOKED_UP_IN = "src/core/words.ts"
"""Where a sentence is looked up; what it is given there is no literal."""
SHOWN = 60


class NotALiteralError(Exception):
    """A sentence that nobody can collect, since it is only put together in the browser."""


def packages(inputs: Iterable[str]) -> list[str]:
    """Return the names of the packages that the inputs of bundles are from."""
    return sorted({found[1] for path in inputs if (found := PACKAGE.match(path))})


def licences(names: Iterable[str], modules: Path) -> str:
    """Return name, version and the whole licence of each package, as its authors wrote it."""
    parts = ["The scripts in this folder contain these packages, each under its own licence.\n"]
    for name in names:
        folder = modules / name
        about = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        texts = [
            path.read_text(encoding="utf-8").strip() + "\n"
            for path in sorted(folder.iterdir())
            if LICENCE.fullmatch(path.name)
        ]
        if not texts:
            raise FileNotFoundError(f"{name} comes without the text of its licence")
        parts.append("\n\n".join([f"{name} {about['version']}, {about['license']}", *texts]))
    return RULE.join(parts)


def sentences(sources: Iterable[str], bundler: Path, root: Path) -> list[str | list[str]]:
    """Return every English sentence of some sources, sorted; for `plural`, one and many of it."""
    names = sorted(name for name in sources if name != LOOKED_UP_IN)
    found: set[tuple[str, ...]] = set()
    for name, code in _plain_code(names, bundler, root):
        found.update(said(code, name))
    return [list(texts) if len(texts) > 1 else texts[0] for texts in sorted(found)]


def _plain_code(names: list[str], bundler: Path, root: Path) -> Iterator[tuple[str, str]]:
    """Give sources as plain JavaScript without comments, where only strings hold quotes."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["node", str(bundler), *names, f"--outdir={folder}", f"--outbase={root}"]
        options = ["--minify-whitespace", "--charset=utf8", "--target=es2020", "--jsx=automatic"]
        options += ["--jsx-import-source=preact", "--log-level=warning"]
        subprocess.run([*command, *options], cwd=root, check=True)
        for name in names:
            made = Path(folder, name).with_suffix(".js")
            yield name, made.read_text(encoding="utf-8")


def said(code: str, name: str) -> Iterator[tuple[str, ...]]:
    """Give the sentence of each call in a script, two of `plural`; one not literal is an error."""
    for call in SAID.finditer(code):
        place = call.end()
        texts = []
        for _ in range(2 if call[1] == "plural" else 1):
            literal = LITERAL.match(code, place)
            if literal is None:
                shown = code[call.start() : call.start() + SHOWN]
                raise NotALiteralError(f"{name}: write the whole sentence, as in t('…'): {shown}")
            texts.append(_unescaped(next(text for text in literal.groups() if text is not None)))
            place = literal.end() + 1
        yield tuple(texts)


def _unescaped(text: str) -> str:
    def one(found: re.Match[str]) -> str:
        code = found[1] or found[2] or found[3]
        return chr(int(code, 16)) if code else CONTROLS.get(found[4], found[4])

    return ESCAPE.sub(one, text)
