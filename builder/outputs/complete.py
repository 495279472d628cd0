"""Everything that is published, in one list: for whoever looks for a thing, and whoever checks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from builder.model.site import Site
from builder.model.view import Frame
from builder.plan import Output
from builder.site.rows import Row, deck_row, kit_row, page_row, present, series_row, sheet_row
from builder.site.scope import Scope
from builder.theme import Theme
from builder.words import Translator


@dataclass(frozen=True, slots=True)
class Part:
    """One sort of thing."""

    title: str
    rows: tuple[Row, ...]
    id: str
    """Its name in addresses, to which the head of the list leads."""


@dataclass(frozen=True, slots=True)
class CompleteView:
    """The complete list."""

    frame: Frame
    count: int
    parts: tuple[Part, ...]


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give the complete list."""
    path = scope.path("complete")
    if path is not None:
        parts = tuple(part for part in _parts(site, scope, path) if part.rows)
        frame = scope.frame("complete", scope.t()("Everything, in one list"), path=path)
        view = CompleteView(frame, sum(len(part.rows) for part in parts), parts)
        yield Output(path, theme.template("complete.html", site.config.language), view)


def _parts(site: Site, scope: Scope, path: str) -> Iterator[Part]:
    t = scope.t()
    language = site.config.language
    pages = [page for page in site.pages if page.key != "home"]
    kits = present(kit_row(scope, kit, path, language) for kit in site.kits)
    yield Part(t("Session packs"), kits, "packs")
    series = present(series_row(scope, one, path, language) for one in site.series)
    yield Part(t("Series"), series, "series")
    rows = present(page_row(scope, page, path, language) for page in pages)
    yield Part(t("Pages"), rows, "pages")
    rows = present(page_row(scope, note, path, language) for note in site.notes)
    yield from _notes(rows, site.config.per_page, t)
    rows = present(sheet_row(scope, sheet, path, language) for sheet in site.sheets)
    yield Part(t("Worksheets"), rows, "sheets")
    yield Part(t("Cards"), present(deck_row(scope, deck, path) for deck in site.decks), "cards")
    yield Part(t("People"), present(_person(scope, id_, path) for id_ in _ids(site)), "people")
    rows = present(_listed(scope, key, title, path) for key, title in _lists(scope))
    yield Part(t("Lists"), rows, "lists")


def _notes(rows: tuple[Row, ...], per_page: int, t: Translator) -> Iterator[Part]:
    """Give the notes in one part, or where they are many in a part for each year."""
    if len(rows) <= per_page:
        yield Part(t("Notes"), rows, "notes")
        return
    for year, found in groupby(rows, key=lambda row: row.day.year if row.day else 0):
        yield Part(t("Notes of {year}", year=year), tuple(found), f"notes-{year}")


def _ids(site: Site) -> tuple[str, ...]:
    return tuple(member.id for member in site.people)


def _person(scope: Scope, id_: str, start: str) -> Row | None:
    member = scope.site.member(id_)
    url = scope.url(f"person:{id_}", start)
    return Row(member.person.title, url, member.person.summary) if member and url else None


def _lists(scope: Scope) -> tuple[tuple[str, str], ...]:
    t = scope.t()
    return (
        ("home", t("Home page")),
        ("search", t("Search")),
        ("library", t("Find a session")),
        ("sheets", t("Worksheets")),
        ("workbook", t("Workbook")),
        ("rescue", t("Save what this browser keeps")),
        ("notes", t("Notes")),
        ("categories", t("Categories")),
        ("people", t("People")),
        ("tools", t("Tools")),
        ("glossary", t("Glossary")),
        ("feed", t("Feed of what is new")),
        ("catalogue", t("List of packs for programs")),
        ("site-zip", t("The whole site as one file")),
    )


def _listed(scope: Scope, key: str, title: str, start: str) -> Row | None:
    url = scope.url(key, start)
    return Row(title, url) if scope.path(key) and url else None
