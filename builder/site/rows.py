"""Rows: how pages, notes, packs and sheets appear in every list."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from builder.model.site import Deck, Kit, Page, Programme, Sheet
from builder.model.view import NavLink
from builder.site.scope import Scope
from builder.site.slugs import slug

WORDS_A_MINUTE = 200
"""How fast people read from a screen, for the minutes beside a text."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing in a list."""

    title: str
    url: str
    text: str = ""
    """A sentence about it."""
    minutes: int = 0
    """How long a session takes."""
    day: datetime.date | None = None
    """When a note was published."""
    language: str = ""
    """The language of its words, where it is not the page's."""
    anchor: str = ""
    """Its id on the page, where something leads to it."""


def page_row(scope: Scope, page: Page, start: str, language: str) -> Row | None:
    """Return the row of a page or note in a list on the page at the path `start`."""
    url = scope.url(page.key, start)
    if url is None:
        return None
    day = page.head.published if page.is_note else None
    other = page.language if page.language != language else ""
    return Row(page.head.title, url, page.head.summary, day=day, language=other)


def kit_row(scope: Scope, kit: Kit, start: str, language: str) -> Row | None:
    """Return the row of a pack."""
    url = scope.url(f"pack:{kit.id}", start)
    if url is None:
        return None
    other = kit.language if kit.language != language else ""
    text = kit.pack.promise or kit.pack.question
    return Row(kit.pack.title, url, text, kit.pack.minutes, language=other)


def sheet_row(scope: Scope, sheet: Sheet, start: str, language: str) -> Row | None:
    """Return the row of a worksheet."""
    url = scope.url(f"sheet:{sheet.id}", start)
    if url is None:
        return None
    own = sheet.worksheet.language or scope.site.config.language
    other = own if own != language else ""
    return Row(sheet.worksheet.title, url, sheet.worksheet.intro, language=other)


def deck_row(scope: Scope, deck: Deck, start: str) -> Row | None:
    """Return the row of a deck of cards that belongs to no pack."""
    url = scope.url(f"deck:{deck.id}", start)
    return Row(deck.title, url, deck.head.summary if deck.head else "") if url else None


def series_row(scope: Scope, programme: Programme, start: str, language: str) -> Row | None:
    """Return the row of a series."""
    url = scope.url(f"series:{programme.id}", start)
    if url is None:
        return None
    other = programme.language if programme.language != language else ""
    return Row(programme.series.title, url, programme.series.promise, language=other)


def present(rows: Iterable[Row | None]) -> tuple[Row, ...]:
    """Return the rows that there are."""
    return tuple(row for row in rows if row is not None)


def tag_links(scope: Scope, tags: Iterable[str], start: str) -> tuple[NavLink, ...]:
    """Return the links to the categories of a page, in the author's order."""
    return tuple(
        NavLink(tag, url)
        for tag in tags
        if (url := scope.url(f"category:{slug(tag)}", start)) is not None
    )


def people_links(scope: Scope, ids: Iterable[str], start: str) -> tuple[NavLink, ...]:
    """Return the authors with a page of their own, linked where the scope has it."""
    members = (scope.site.member(id_) for id_ in ids)
    return tuple(
        NavLink(member.person.title, scope.url(f"person:{member.id}", start) or "")
        for member in members
        if member is not None
    )


def reading_minutes(words: int) -> int:
    """Return how long a text takes to read, in whole minutes; 0 for a few lines."""
    return -(-words // WORDS_A_MINUTE) if words >= WORDS_A_MINUTE // 2 else 0
