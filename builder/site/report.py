"""The editor's report: what is due, what leads nowhere, what is old, what nobody uses.

A pure function of the site, of what was read, and of the problems that were found. Nothing is
fetched. `report_text` writes it down.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from builder.model.part import PageFile
from builder.model.report import Report, Table
from builder.site.assemble import held_back
from builder.site.dates import due_on, months_after
from builder.site.report_links import broken, outside, unused
from builder.site.report_words import Shelf, old_statistics

if TYPE_CHECKING:
    from builder.model.page import Head
    from builder.model.part import Read
    from builder.model.site import Page, Site
    from builder.problems import Problem

AHEAD = 3
"""Reviews due within so many months are told of beforehand."""


def report(site: Site, reads: Iterable[Read], problems: Iterable[Problem], shelf: Shelf) -> Report:
    """Return the report of a site; `shelf` gives the words of its files."""
    found = tuple(reads)
    tables = (
        reviews(site),
        broken(problems),
        outside(found),
        old_statistics(site, found, shelf),
        unused(site, found),
        lacking(site),
        held(site, found),
        translations(site),
    )
    return Report(site.config.title, site.today, tables)


def reviews(site: Site) -> Table:
    """List what is due for review, and what will be within a few months; the longest due first."""
    until = months_after(site.today, AHEAD)
    months = site.config.review_after
    due = []
    for path, title, reviewed, by in _reviewed(site):
        day = due_on(reviewed, by, months)
        if day is not None and day <= until:
            state = "due" if day <= site.today else "coming"
            last = reviewed.isoformat() if reviewed else "never"
            due.append((day.isoformat(), state, path, title, last))
    return Table(
        "reviews",
        "Reviews",
        f"Due by {site.today.isoformat()}, or within {AHEAD} months after it.",
        ("due", "state", "file", "title", "last read"),
        tuple(sorted(due)),
    )


Reviewed = tuple[str, str, datetime.date | None, datetime.date | None]


def _reviewed(site: Site) -> Iterator[Reviewed]:
    """Give path, title and both dates of all that is read through again."""
    for page in (*site.pages, *site.notes):
        yield page.path, page.head.title, page.head.reviewed, page.head.review_by
    for kit in site.kits:
        yield kit.path, kit.pack.title, kit.pack.reviewed, kit.pack.review_by
    for sheet in site.sheets:
        worksheet = sheet.worksheet
        yield sheet.path, worksheet.title, worksheet.reviewed, worksheet.review_by


def lacking(site: Site) -> Table:
    """List the files that do not say what helps to find or to trust them."""
    rows = [(page.path, _lacks(page)) for page in (*site.pages, *site.notes)]
    rows += [
        (kit.path, _named(topics=kit.pack.topics, reviewed=kit.pack.reviewed)) for kit in site.kits
    ]
    rows += [  # a pack's own sheets are read through with the pack
        (sheet.path, _named(reviewed=sheet.worksheet.reviewed))
        for sheet in site.sheets
        if not sheet.pack
    ]
    return Table(
        "lacking",
        "Files that do not say all",
        "A field that is left out is no mistake; it helps people to find a text and to trust it.",
        ("file", "lacks"),
        tuple(sorted(row for row in rows if row[1])),
    )


def _lacks(page: Page) -> str:
    head: Head = page.head
    if page.is_note:
        return _named(summary=head.summary, authors=head.authors, tags=head.tags)
    if page.id == "index":
        return _named(summary=head.summary, reviewed=head.reviewed)
    return _named(
        summary=head.summary, authors=head.authors, tags=head.tags, reviewed=head.reviewed
    )


def _named(**fields: object) -> str:
    return ", ".join(name for name, value in fields.items() if not value)


def held(site: Site, reads: Iterable[Read]) -> Table:
    """List the pages that are not published, with the reason."""
    rows = (
        (read.part.path, read.part.value.head.title, why)
        for read in reads
        if isinstance(read.part.value, PageFile)
        and (why := held_back(read.part.value.head, site.today))
    )
    return Table(
        "held",
        "Held back",
        "Drafts, what is dated ahead, and what has expired: checked, and not published.",
        ("file", "title", "why"),
        tuple(sorted(rows)),
    )


def translations(site: Site) -> Table:
    """List every translation with its state, and each file that lacks one its neighbours have."""
    rows = {(one.original, one.language): (one.state, one.path) for one in site.translations}
    for original, language in _missing_pages(site):
        rows.setdefault((original, language), ("missing", ""))
    return Table(
        "translations",
        "Translations",
        "Stale: the original has changed since. Undated: it does not say which text it is of. "
        "Missing: other pages, or other parts of its pack, are there in that language.",
        ("file", "language", "state", "translation"),
        tuple((*key, *said) for key, said in sorted(rows.items())),
    )


def _missing_pages(site: Site) -> Iterator[tuple[str, str]]:
    """Give path and language of each page that is not there in a language of the site."""
    pages = (*site.pages, *site.notes)
    languages = sorted({page.key.partition("@")[2] for page in pages} - {""})
    there = {(page.id, page.key.partition("@")[2]) for page in pages}
    for page in pages:
        if "@" not in page.key:
            for language in languages:
                if (page.id, language) not in there:
                    yield page.path, language
