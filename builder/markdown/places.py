"""Where in a text a link is written, which the Markdown library does not tell."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from urllib.parse import unquote

PATIENCE = 64
"""How many addresses of one text may be sought in vain before the search is given up."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a body."""

    line: int
    """Counted from 0."""
    column: int
    """Counted from 1; 0 where only the line is known."""
    width: int


class Places:
    """Finds addresses in the lines of their block, going on from the one found last there."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Lay the lines out so that each search is one search in one string."""
        self._text = "\n".join(lines)
        self._starts = [0, *accumulate(len(line) + 1 for line in lines)]
        self._cursors: dict[int, int] = {}
        self._patience = PATIENCE

    @property
    def size(self) -> int:
        """How many characters the text has."""
        return len(self._text)

    def link(self, href: str, start: int, end: int) -> Place:
        """Find a link, image or address in pointed brackets that a block at these lines holds."""
        first = self._starts[start]
        cursor = self._cursors.get(start, first)
        found = self._find(("](", "](<", "<"), href, cursor, self._stop(end))
        if found is None and cursor > first:
            found = self._find(("](", "](<", "<"), href, first, self._stop(end))
        if found is None:
            return Place(start, 0, 1)
        offset, width = found
        self._cursors[start] = max(cursor, offset + width)
        return self._place(offset, width)

    def reference(self, href: str, start: int, end: int) -> Place:
        """Find the address in the lines of its `[label]: address`."""
        found = self._find(("]: ", "]: <", "]:", "\n"), href, self._starts[start], self._stop(end))
        return self._place(*found) if found else Place(start, 0, 1)

    def words(self, needle: str, start: int, end: int) -> Place:
        """Find characters in the lines of their block."""
        found = self._find(("",), needle, self._starts[start], self._stop(end))
        return self._place(*found) if found else Place(start, 0, 1)

    def _stop(self, end: int) -> int:
        return self._starts[min(end, len(self._starts) - 1)]

    def _find(
        self, before: Iterable[str], href: str, start: int, stop: int
    ) -> tuple[int, int] | None:
        if self._patience <= 0:
            return None
        for needle in _spellings(href):
            for lead in before:
                at = self._text.find(lead + needle, start, stop)
                if at >= 0:
                    return at + len(lead), len(needle)
        self._patience -= 1
        return None

    def _place(self, offset: int, width: int) -> Place:
        line = bisect_right(self._starts, offset) - 1
        return Place(line, offset - self._starts[line] + 1, width)


def _spellings(href: str) -> Iterator[str]:
    """Yield how an address may have been written before it was percent-encoded."""
    yield href
    plain = unquote(href)
    if plain != href:
        yield plain
    if "&" in href:
        yield href.replace("&", "&amp;")
