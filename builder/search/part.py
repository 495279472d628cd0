"""Some entries taken in: their passages, and for each term the passages it stands in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import cast

from builder.markdown.audience import participants
from builder.markdown.text import plain, plain_inline
from builder.markdown.tree import Tree, load
from builder.model.search import Entry, Passage
from builder.search.tokens import distinct

EXCERPT = 160
"""Characters of a passage that a result shows."""
Found = tuple[list[int], list[int], list[int]]
"""The passages in whose text a term stands, in whose heading, and whose page has it as title."""
Row = tuple[str, str, str]
"""A passage as a result shows it: heading, link, the beginning of its text."""
Shown = tuple[str, str, str, int, str, list[Row]]
"""An entry as a result shows it: kind, title, link, minutes, language, passages."""


Words = dict[str, Found]
"""By term; the passages of a part are counted from 0 through all its entries."""


@dataclass(slots=True)
class _Taken:
    """A part being put together."""

    pages: list[Shown] = field(default_factory=list)
    words: Words = field(default_factory=dict)
    count: int = 0

    def add(self, entry: Entry, stretches: Iterable[tuple[str, str, str]]) -> None:
        """Take in an entry; a stretch is heading, link and text."""
        rows: list[Row] = []
        for heading, link, text in stretches:
            titles = set() if rows else distinct(entry.title)
            headings = distinct(heading) - titles
            words = distinct(text) - headings - titles
            for rank, found in enumerate((words, headings, titles)):
                for term in found:
                    self.words.setdefault(term, ([], [], []))[rank].append(self.count)
            rows.append((heading, link, excerpt(text)))
            self.count += 1
        head = (entry.kind, entry.title, entry.url, entry.minutes, entry.language)
        self.pages.append((*head, rows))


def take(entries: Iterable[Entry], read: Callable[[str], bytes]) -> bytes:
    """Take in entries; `read` gives the body under a digest."""
    taken = _Taken()
    for entry in entries:
        taken.add(entry, _stretches(entry, read))
    found = {term: taken.words[term] for term in sorted(taken.words)}
    lines = (
        json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in (taken.pages, found)
    )
    return "\n".join(lines).encode()


def shown(part: bytes) -> list[Shown]:
    """Return what results show of the entries of a part: its first line."""
    return cast("list[Shown]", json.loads(part.partition(b"\n")[0]))


def words(part: bytes) -> Words:
    """Return where the terms of a part stand: its second line."""
    return cast("Words", json.loads(part.partition(b"\n")[2]))


def _stretches(entry: Entry, read: Callable[[str], bytes]) -> Iterator[tuple[str, str, str]]:
    for passage in entry.passages:
        tree = participants(load(read(passage.digest))) if passage.digest else []
        if passage.parted:
            yield from _parted(passage, tree)
        else:
            yield passage.heading, passage.link, _joined(passage.text, plain(tree))


def _parted(passage: Passage, tree: Tree) -> Iterator[tuple[str, str, str]]:
    """Cut a body at its headings; what stands before the first belongs to the passage itself."""
    heading, link, above = passage.heading, passage.link, passage.text
    below: Tree = []
    for node in tree:
        if node["t"] == "h":
            yield heading, link, _joined(above, plain(below))
            heading, link, above = plain_inline(node["c"]), f"#{node['id']}", ""
            below = []
        else:
            below.append(node)
    yield heading, link, _joined(above, plain(below))


def _joined(*texts: str) -> str:
    return " ".join(" ".join(texts).split())


def excerpt(text: str) -> str:
    """Return the beginning of a text, cut between words where there are any."""
    if len(text) <= EXCERPT:
        return text
    cut = text[:EXCERPT]
    whole = cut if text[EXCERPT] == " " else cut.rpartition(" ")[0] or cut
    return f"{whole.rstrip(' ,;:–-')}…"
