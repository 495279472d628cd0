"""For the editor's report: figures that stand with a year, and are old by now.

What is found is for a person to look at. A sentence counts that names a year and another number, or
a per cent; the newest year in it decides. Dates, times of day, code and lists of sources are not
looked at. Figures in words are not found.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.markdown.text import plain
from builder.markdown.tree import Node, Tree, changed, load
from builder.model.report import Table
from builder.site.check_links import texts_of
from builder.site.report_links import fields, spot

if TYPE_CHECKING:
    from builder.model.page import Text
    from builder.model.part import Read
    from builder.model.site import Site

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_YEAR = re.compile(r"(?<![\w.,/-])((?:1[89]|20)\d\d)(?!\d|[.,/:]\d|-\d|\w)")
_DATE = re.compile(
    rf"\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}(?:st|nd|rd|th)? (?:{_MONTHS})\b"
    rf"|\b(?:{_MONTHS}) \d{{1,2}}\b(?!\d)|\b\d{{1,2}}[:.]\d\d\b"
)
_FIGURE = re.compile(r"\d|%|\bper ?cent\b", re.IGNORECASE)
_END = re.compile(r"(?<=[.!?…。！？])[\"'”’»)\]]*\s+(?=[^\s\da-z(])")
_WORD = re.compile(r"\w+")
LEAST = 4
"""So many words make a sentence; a field with fewer holds a name."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the words of files are."""

    read: Callable[[str], bytes]
    """Gives the content tree of a text by its digest."""
    lines: Callable[[str], list[str]]
    """Gives the lines of a source file by its path, or none."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A sentence with a figure and a year."""

    year: int
    words: str


def old_statistics(site: Site, reads: Iterable[Read], shelf: Shelf) -> Table:
    """List the sentences whose figure is as old as the site's limit, the oldest first."""
    limit, today = site.config.statistics_after, site.today.year
    rows = [
        (str(one.year), f"{today - one.year} years", where, one.words)
        for where, one in _everywhere(reads, shelf, today)
        if today - one.year >= limit
    ]
    return Table(
        "statistics",
        "Old figures",
        f"Sentences with a year at least {limit} years back and a figure: is there a newer one?",
        ("year", "age", "place", "sentence"),
        tuple(sorted(rows)),
    )


def dated(words: str, newest: int) -> Iterator[Dated]:
    """Give the sentences of a text that name a figure and a year no later than `newest`."""
    for line in words.splitlines():
        for sentence in _END.split(line):
            bare = _DATE.sub(" ", sentence)
            years = [int(year) for year in _YEAR.findall(sentence) if int(year) <= newest]
            if years and _FIGURE.search(_YEAR.sub(" ", bare)):
                yield Dated(max(years), sentence.strip())


def _everywhere(reads: Iterable[Read], shelf: Shelf, newest: int) -> Iterator[tuple[str, Dated]]:
    for read in reads:
        for text in texts_of(read.part.value):
            for one in dated(_words(text, shelf), newest):
                yield _found(text.source, one, shelf.lines(text.source)), one
        for steps, value in fields(read.part.value):
            if isinstance(value, str) and not _is_source(steps) and _is_sentence(value):
                for one in dated(value, newest):
                    yield spot(read.part.marks, steps), one


def _words(text: Text, shelf: Shelf) -> str:
    """Return all that a text says to anybody, without code."""
    tree = _without_code(load(shelf.read(text.digest)))
    return f"{plain(tree, 'participant')}\n{plain(tree, 'facilitator')}"


def _without_code(tree: Tree) -> list[Node]:
    return [changed(node, _without_code) for node in tree if node["t"] not in {"pre", "code"}]


def _is_source(steps: tuple[str | int, ...]) -> bool:
    return bool({"sources", "source"} & set(steps))


def _is_sentence(words: str) -> bool:
    return len(_WORD.findall(words)) >= LEAST


def _found(path: str, one: Dated, lines: list[str]) -> str:
    """Return the place of a sentence: the line with its year that shares most words with it."""
    wanted = set(_WORD.findall(one.words))
    best, most = 0, 0
    for number, line in enumerate(lines, 1):
        words = set(_WORD.findall(line))
        if str(one.year) in words and len(words & wanted) > most:
            best, most = number, len(words & wanted)
    return f"{path}:{best}" if best else path
