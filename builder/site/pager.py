"""The pages of a long list: which one this is, and the ways to the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.view import NavLink
from builder.site.lists import page_key
from builder.site.scope import Scope

NEAR = 2
"""So many pages on either side have a link, and the first and the last."""


@dataclass(frozen=True, slots=True)
class Pager:
    """One page among those of its list; there are at least two."""

    words: str
    """Which it is: `Page 2 of 5`."""
    before: str | None
    """The way to the page before it."""
    after: str | None
    links: tuple[NavLink | None, ...]
    """Pages by number; None where some are passed over."""


def pager(scope: Scope, key: str, number: int, of: int, language: str) -> Pager | None:
    """Return the ways from one page of the list `key` to the others; None where it is the only one.

    `number` is counted from 1.
    """
    start = scope.path(page_key(key, number))
    if of == 1 or start is None:
        return None

    def way(other: int) -> str | None:
        return scope.url(page_key(key, other), start) if 1 <= other <= of else None

    links = tuple(
        NavLink(str(other), way(other) or "", other == number) if other else None
        for other in near(number, of)
    )
    t = scope.t(language)
    words = t("Page {n} of {m}", n=number, m=of)
    return Pager(words, way(number - 1), way(number + 1), links)


def near(number: int, of: int) -> Iterator[int]:
    """Give the numbers of the pages that have a link, with 0 where some are passed over."""
    shown = {1, of, *range(max(1, number - NEAR), min(of, number + NEAR) + 1)}
    last = 0
    for one in sorted(shown):
        if one == last + 2:
            yield last + 1  # a gap of one page takes no less room than its number
        elif one > last + 1:
            yield 0
        yield one
        last = one


def page_title(scope: Scope, title: str, number: int, of: int, language: str) -> str:
    """Return the title of one page of a list: the list's own for the first."""
    if number == 1:
        return title
    return scope.t(language)("{title}, page {n} of {m}", title=title, n=number, m=of)
