"""Notes: their index, and an archive for each year and each month that has any."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.site import Page, Site
from builder.model.view import Frame, NavLink
from builder.plan import Output
from builder.site.rows import Row, page_row, present
from builder.site.scope import Scope
from builder.site.tags import used
from builder.theme import Theme


@dataclass(frozen=True, slots=True)
class NotesView:
    """A list of notes: all of them, those of a year, or those of a month."""

    frame: Frame
    title: str
    notes: tuple[Row, ...]
    count: int
    older: NavLink | None
    newer: NavLink | None
    years: tuple[Year, ...]
    categories: tuple[NavLink, ...]


@dataclass(frozen=True, slots=True)
class Year:
    """A year of the archive, with its months."""

    link: NavLink
    months: tuple[NavLink, ...]


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give the index of notes and its archives."""
    path = scope.path("notes")
    if path is None:
        return
    language = site.config.language
    template = theme.template("notes.html", language)
    title = scope.t(language)("Notes")
    yield Output(path, template, _view(scope, "notes", title, site.notes, path))
    periods = _periods(site.notes)
    for key, (neighbours, notes) in periods.items():
        path = scope.path(key)
        if path is not None:
            view = _view(scope, key, _title(scope, key), notes, path, neighbours)
            yield Output(path, template, view)


def _view(  # noqa: PLR0913 - a list, and where it stands among the others
    scope: Scope,
    key: str,
    title: str,
    notes: tuple[Page, ...],
    path: str,
    neighbours: tuple[str, str] = ("", ""),
) -> NotesView:
    language = scope.site.config.language
    crumbs = () if key == "notes" else ((scope.t(language)("Notes"), "notes"),)
    older, newer = (_link(scope, other, path) if other else None for other in neighbours)
    return NotesView(
        frame=scope.frame(key, title, path=path, crumbs=crumbs),
        title=title,
        notes=present(page_row(scope, note, path, language) for note in notes),
        count=len(notes),
        older=older,
        newer=newer,
        years=_years(scope, path, key),
        categories=_categories(scope, path),
    )


def _periods(notes: tuple[Page, ...]) -> dict[str, tuple[tuple[str, str], tuple[Page, ...]]]:
    """Return the notes of each year and month by key, with the keys of the ones before and after."""
    found: dict[str, list[Page]] = {}
    for note in notes:
        if note.head.published is not None:
            for key in _keys(note.head.published):
                found.setdefault(key, []).append(note)
    periods = {}
    for length in {len(key) for key in found}:
        keys = sorted(key for key in found if len(key) == length)
        around = ["", *keys, ""]
        for index, key in enumerate(keys):
            periods[key] = ((around[index], around[index + 2]), tuple(found[key]))
    return dict(sorted(periods.items()))


def _keys(day: datetime.date) -> tuple[str, str]:
    return f"archive:{day.year}", f"archive:{day.year}-{day.month:02}"


def _title(scope: Scope, key: str) -> str:
    t = scope.t()
    year, _, month = key.partition(":")[2].partition("-")
    if month:
        return t("Notes of {month} {year}", month=t.month(int(month)), year=year)
    return t("Notes of {year}", year=year)


def _link(scope: Scope, key: str, start: str) -> NavLink:
    return NavLink(_title(scope, key), scope.url(key, start) or "")


def _years(scope: Scope, start: str, current: str) -> tuple[Year, ...]:
    days = [note.head.published for note in scope.site.notes if note.head.published]
    counts = Counter(key for day in days for key in _keys(day))
    t = scope.t()
    years = []
    for year in sorted({day.year for day in days}, reverse=True):
        months = sorted({day.month for day in days if day.year == year}, reverse=True)
        links = [
            _counted(scope, f"archive:{year}-{month:02}", t.month(month), counts, start, current)
            for month in months
        ]
        link = _counted(scope, f"archive:{year}", str(year), counts, start, current)
        years.append(Year(link, tuple(links)))
    return tuple(years)


def _counted(  # noqa: PLR0913 - a link and all that it says
    scope: Scope, key: str, label: str, counts: Counter[str], start: str, current: str
) -> NavLink:
    url = scope.url(key, start) or ""
    return NavLink(label, url, current=key == current, note=str(counts[key]))


def _categories(scope: Scope, start: str) -> tuple[NavLink, ...]:
    """Return the categories of notes alone, those used most first."""
    return tuple(
        NavLink(tag.label, url, note=str(tag.count))
        for tag in used(tag for note in scope.site.notes for tag in note.head.tags)
        if (url := scope.url(f"category:{tag.slug}", start)) is not None
    )
