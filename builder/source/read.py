"""Read one source file: by its name to a reader, and by the reader to a part.

A reader sees one file and nothing else, so its part can be remembered by the file's digest. Bodies
go to the store, under their own digests; the part carries only facts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from builder.markdown import deck
from builder.markdown.containers import CONTAINERS
from builder.markdown.parse import Parsed, parse
from builder.model.config import Config
from builder.model.lists import Term, Tool
from builder.model.names import Name, What, name
from builder.model.pack import Pack
from builder.model.page import Activity, Head, Person, Section, Text, Translated
from builder.model.part import (
    ActivityFile,
    AssetFile,
    DeckFile,
    GlossaryFile,
    LocalFile,
    Marks,
    PageFile,
    Part,
    PersonFile,
    ToolsFile,
    Value,
)
from builder.model.series import Series
from builder.model.source import Source
from builder.model.theme import ThemeFile
from builder.model.translation import PackWords
from builder.model.worksheet import Worksheet
from builder.problems import Problem, Span
from builder.source import active, image, photograph
from builder.source.decode import Decoded, read_yaml
from builder.source.front_matter import cut
from builder.source.lint import avoided_words
from builder.source.scan import limit_of
from builder.source.text import decode_text

if TYPE_CHECKING:
    from builder.store import Blobs

T = TypeVar("T")

PAGE_BOXES = frozenset(
    name for name, container in CONTAINERS.items() if container.audience == "participant"
)
"""Containers that a page may hold: facilitators' words would be lost there."""
MOST = {"segments": 60, "versions": 12}
"""What a pack may have of its parts."""
HEADING = re.compile(r"^##[ \t]+(?P<title>.*?)[ \t#]*$")
KINDS: dict[What, Any] = {
    "config": Config,
    "theme": ThemeFile,
    "pack": Pack,
    "pack-words": PackWords,
    "series": Series,
    "worksheet": Worksheet,
}
"""The record that each kind of YAML file holds."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a reader gives before it becomes a part."""

    value: Value | None
    marks: Marks
    problems: tuple[Problem, ...]


def read(source: Source, blobs: Blobs) -> Part:
    """Read a source with its data; bodies and assets go to the store."""
    what = name(source.path)
    data = source.data or b""
    if what.what == "asset":
        blobs.write(data, source.digest)
        found = _asset(source.path, data)
    elif what.what == "unknown":
        hint = "move it to where its kind belongs, or take it out"
        message = "nothing reads this file"
        problem = Problem(Span(source.path), "unknown-file", message, hint, "warning")
        found = Found(None, _top(source.path), (problem,))
    else:
        blobs.write(data, source.digest)
        found = _read_text(source.path, data, what, blobs)
    return Part(source.path, source.digest, source.size, found.value, found.marks, found.problems)


def _asset(path: str, data: bytes) -> Found:
    """Look at a file that is copied as it is: whether it may be, and what picture it is."""
    refused = active.runs(path, data)
    photo = photograph.look(data)
    told = [refused] if refused else []
    told += [photograph.says_where(path)] if photo.says_where else []
    width, height = image.size(data)
    if photo.turn >= photograph.LYING:
        width, height = height, width
    return Found(AssetFile(width, height, photo.kind, photo.turn), _top(path), tuple(told))


def lost(problem: Problem) -> Part:
    """Return the part of a file that could not be opened, though it was there a moment ago."""
    path = problem.where.path
    return Part(path, "", 0, None, _top(path), (problem,))


def _top(path: str) -> Marks:
    return Marks(path, {(): (1, 1, 1)})


def _read_text(path: str, data: bytes, what: Name, blobs: Blobs) -> Found:
    is_yaml = path.endswith(".yaml")
    text, problems = decode_text(path, data, limit_of(path))
    if text is None:
        return Found(None, _top(path), problems)
    in_english = what.language.partition("-")[0] in {"", "en"}
    if in_english and path.startswith(("sessions/", "content/worksheets/")):
        problems += tuple(avoided_words(path, text))
    found = _read_yaml(path, text, what) if is_yaml else _read_markdown(path, text, what, blobs)
    return Found(found.value, found.marks, (*problems, *found.problems))


def _read_yaml(path: str, text: str, what: Name) -> Found:
    if what.what == "tools":
        tools = read_yaml(tuple[Tool, ...], path, text)
        return _found(tools, ToolsFile(tools.value) if tools.value is not None else None)
    if what.what == "glossary":
        terms = read_yaml(tuple[Term, ...], path, text)
        return _found(terms, GlossaryFile(terms.value) if terms.value is not None else None)
    record = read_yaml(KINDS[what.what], path, text)
    if isinstance(record.value, Pack):
        many = tuple(_too_many(record.value, record.marks))
        record = replace(record, problems=(*record.problems, *many))
    return _found(record, record.value)


def _too_many(pack: Pack, marks: Marks) -> Iterator[Problem]:
    """Refuse what nobody means, and what it would take for ever to prove the clock of."""
    for field, items in (("segments", pack.segments), ("versions", pack.versions)):
        if len(items) > MOST[field]:
            message = f"a pack has no more than {MOST[field]} {field}; here are {len(items)}"
            where = marks.at(field, MOST[field])
            yield Problem(where, "out-of-range", message, "make several packs of it")


def _found(decoded: Decoded[Any], value: Any) -> Found:
    broken = any(problem.is_error for problem in decoded.problems)
    return Found(None if broken else value, decoded.marks, decoded.problems)


def _read_markdown(path: str, text: str, what: Name, blobs: Blobs) -> Found:
    if what.what in HEADS:
        kind, make = HEADS[what.what]
        return _headed(path, text, kind, make, blobs)
    if what.what == "local":
        return _local(path, text, blobs)
    if what.what == "cards":
        return _cards(path, text, what.id, blobs)
    if what.language:
        return _translated(path, text, blobs)
    parsed = parse(path, text)
    return Found(_kept(parsed, blobs), _top(path), parsed.problems)


def _translated(path: str, text: str, blobs: Blobs) -> Found:
    """Read a pack's text in another language, which may say what it was made from."""
    header, problems = cut(path, text)
    head: Decoded[Translated] = Decoded(None, _top(path), ())
    if not problems and header.yaml.strip():
        head = read_yaml(Translated, path, header.yaml, header.yaml_line)
    parsed = parse(path, header.body, header.body_line)
    of = head.value.translation_of if head.value else ""
    body = replace(_kept(parsed, blobs), translation_of=of)
    return Found(body, head.marks, (*problems, *head.problems, *parsed.problems))


def _kept(parsed: Parsed, blobs: Blobs) -> Text:
    blobs.write(parsed.data, parsed.text.digest)
    return parsed.text


def _headed(
    path: str, text: str, kind: type[T], make: Callable[[Any, Text], Value], blobs: Blobs
) -> Found:
    header, problems = cut(path, text)
    head: Decoded[T] = Decoded(None, _top(path), ())
    if not problems:
        head = read_yaml(kind, path, header.yaml, header.yaml_line)
    parsed = parse(path, header.body, header.body_line, allowed=PAGE_BOXES)
    all_problems = (*problems, *head.problems, *parsed.problems)
    body = _kept(parsed, blobs)
    broken = head.value is None or any(problem.is_error for problem in all_problems)
    return Found(None if broken else make(head.value, body), head.marks, all_problems)


HEADS: dict[What, tuple[Any, Callable[[Any, Text], Value]]] = {
    "page": (Head, PageFile),
    "person": (Person, PersonFile),
    "activity": (Activity, ActivityFile),
}
"""The front matter of each kind of Markdown file that has one, and the part that it makes."""


def _local(path: str, text: str, blobs: Blobs) -> Found:
    """Read a local note: what stands before the first `## segment`, and each section."""
    sections: list[tuple[str, int, list[str]]] = [("", 1, [])]
    fenced = False
    for number, row in enumerate(text.split("\n"), 1):
        fenced ^= row.lstrip().startswith(("```", "~~~"))
        match = None if fenced else HEADING.match(row)
        if match:
            sections.append((match["title"].strip(), number, []))
        else:
            sections[-1][2].append(row)
    made: list[Section] = []
    problems: list[Problem] = []
    places: dict[tuple[str | int, ...], tuple[int, int, int]] = {(): (1, 1, 1)}
    for segment, line, lines in sections:
        parsed = parse(path, "\n".join(lines), line + 1 if segment else line)
        made.append(Section(segment, line, _kept(parsed, blobs)))
        problems += parsed.problems
        if segment:
            places.setdefault((segment,), (line, 4, len(segment)))
    return Found(LocalFile(tuple(made)), Marks(path, places), tuple(problems))


def _cards(path: str, text: str, id_: str, blobs: Blobs) -> Found:
    """Read a deck: front matter may give its title, `---` stands between cards."""
    header, problems = cut(path, text)
    title = id_.replace("-", " ").capitalize()
    front: Activity | None = None
    marks = _top(path)
    if not problems and header.yaml.strip():
        head = read_yaml(Activity, path, header.yaml, header.yaml_line)
        problems += head.problems
        marks = head.marks
        front = head.value
        title = front.title if front else title
    cards = [
        parse(path, body, line) for body, line in deck.split_cards(header.body, header.body_line)
    ]
    if not cards:
        message, hint = "the deck has no cards", "write the words of each, and `---` between two"
        problems = (*problems, Problem(Span(path), "missing-field", message, hint))
    found = (*problems, *(problem for card in cards for problem in card.problems))
    value = DeckFile(title, front, tuple(_kept(card, blobs) for card in cards))
    return Found(value, marks, found)
