"""Notes: their index, and an archive for each year and each month that has any."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from builder.model.site import Page, Site
from builder.model.view import Frame, NavLink
from builder.plan import Output
from builder.site.lists import cut, page_key
from builder.site.month import Month, anchor, month_of
from builder.site.pager import Pager, page_title, pager
from builder.site.rows import Row, page_row, present
from builder.site.scope import Scope
from builder.site.tags import Tag, used
from builder.theme import Theme


@dataclass(frozen=True, slots=True)
class NotesView:
    """A list of notes: all of them, those of a year, or those of a month."""

    frame: Frame
    title: str
    notes: tuple[Row, ...]
    count: int
    """How many there are on all of its pages."""
    pager: Pager | None
    month: Month | None
    """For the list of a month: the same as a table of its days."""
    older: NavLink | None
    newer: NavLink | None
    years: tuple[Year, ...]
    categories: tuple[NavLink, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the archive, with its months."""

    link: NavLink
    months: tuple[NavLink, ...]


@dataclass(frozen=True, slots=True)
class Archive:
    """What every list of notes has beside it; counted once."""

    counts: Counter[str]
    """Notes of each year and month, by key."""
    tags: tuple[Tag, ...]
    """The categories of notes, those used most first."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One list of notes."""

    key: str
    title: str
    notes: tuple[Page, ...]
    older: str = ""
    """The key of the list before it in time."""
    newer: str = ""
    page: int = 1
    """Which of its pages this is."""
    pages: int = 1


MANY = 20
"""So many categories stand beside each list; the index of categories has them all."""


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give the index of notes and its archives, long ones on several pages."""
    if scope.path("notes") is None:
        return
    template = theme.template("notes.html", site.config.language)
    archive = Archive(
        Counter(key for note in site.notes for key in _keys(note)),
        used(tag for note in site.notes for tag in note.head.tags)[:MANY],
    )
    for listed in (Listed("notes", scope.t()("Notes"), site.notes), *_periods(scope, site.notes)):
        per_page = len(listed.notes) if _is_month(listed.key) else site.config.per_page
        pages = cut(listed.notes, per_page)
        for number, notes in enumerate(pages, 1):
            path = scope.path(page_key(listed.key, number))
            if path is not None:
                shown = replace(listed, notes=notes, page=number, pages=len(pages))
                yield Output(path, template, _view(scope, shown, archive, path))


def _view(scope: Scope, listed: Listed, archive: Archive, path: str) -> NotesView:
    language = scope.site.config.language
    crumbs = () if listed.key == "notes" else ((scope.t()("Notes"), "notes"),)
    title = page_title(scope, listed.title, listed.page, listed.pages, language)
    rows = present(page_row(scope, note, path, language) for note in listed.notes)
    is_month = _is_month(listed.key)
    return NotesView(
        frame=scope.frame(page_key(listed.key, listed.page), title, path=path, crumbs=crumbs),
        title=listed.title,
        notes=_anchored(rows) if is_month else rows,
        count=len(scope.site.notes) if listed.key == "notes" else archive.counts[listed.key],
        pager=pager(scope, listed.key, listed.page, listed.pages, language),
        month=_month(scope, listed.key, rows) if is_month else None,
        older=_link(scope, listed.older, path),
        newer=_link(scope, listed.newer, path),
        years=_years(scope, archive, path, listed.key),
        categories=tuple(
            NavLink(tag.label, scope.url(f"category:{tag.slug}", path) or "", note=str(tag.count))
            for tag in archive.tags
        ),
    )


def _is_month(key: str) -> bool:
    return key.startswith("archive:") and "-" in key


def _month(scope: Scope, key: str, rows: tuple[Row, ...]) -> Month:
    year, _, month = key.partition(":")[2].partition("-")
    return month_of(int(year), int(month), rows, scope.t())


def _anchored(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Give the first note of each day an id, which the table of days leads to."""
    met: set[object] = set()
    found = []
    for row in rows:
        found.append(row if row.day in met else replace(row, anchor=anchor(row)))
        met.add(row.day)
    return tuple(found)


def _periods(scope: Scope, notes: tuple[Page, ...]) -> Iterator[Listed]:
    """Give the list of each year and month, with the ones of its kind before and after it."""
    found: dict[str, list[Page]] = {}
    for note in notes:
        for key in _keys(note):
            found.setdefault(key, []).append(note)
    for length in sorted({len(key) for key in found}):
        around = ["", *sorted(key for key in found if len(key) == length), ""]
        for older, key, newer in zip(around, around[1:], around[2:], strict=False):
            yield Listed(key, _title(scope, key), tuple(found[key]), older, newer)


def _keys(note: Page) -> tuple[str, ...]:
    day = note.head.published
    return (f"archive:{day.year}", f"archive:{day.year}-{day.month:02}") if day else ()


def _title(scope: Scope, key: str) -> str:
    t = scope.t()
    year, _, month = key.partition(":")[2].partition("-")
    if month:
        return t("Notes of {month} {year}", month=t.month(int(month)), year=year)
    return t("Notes of {year}", year=year)


def _link(scope: Scope, key: str, start: str) -> NavLink | None:
    url = scope.url(key, start) if key else None
    return NavLink(_title(scope, key), url) if url else None


def _years(scope: Scope, archive: Archive, start: str, current: str) -> tuple[Year, ...]:
    t = scope.t()

    def link(key: str, label: str) -> NavLink:
        url = scope.url(key, start) or ""
        return NavLink(label, url, current=key == current, note=str(archive.counts[key]))

    keys = sorted(archive.counts, reverse=True)
    years = [key for key in keys if "-" not in key]
    return tuple(
        Year(
            link(year, year.partition(":")[2]),
            tuple(
                link(key, t.month(int(key.rpartition("-")[2])))
                for key in keys
                if key.startswith(f"{year}-")
            ),
        )
        for year in years
    )
