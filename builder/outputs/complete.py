"""Everything that is published, in one list: for whoever looks for a thing, and whoever checks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.site import Site
from builder.model.view import Frame
from builder.plan import Output
from builder.site.rows import Row, kit_row, page_row, present, series_row, sheet_row
from builder.site.scope import Scope
from builder.theme import Theme


@dataclass(frozen=True, slots=True)
class Part:
    """One sort of thing."""

    title: str
    rows: tuple[Row, ...]


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
    yield Part(
        t("Session packs"), present(kit_row(scope, kit, path, language) for kit in site.kits)
    )
    yield Part(t("Series"), present(series_row(scope, one, path, language) for one in site.series))
    yield Part(t("Pages"), present(page_row(scope, page, path, language) for page in pages))
    yield Part(t("Notes"), present(page_row(scope, note, path, language) for note in site.notes))
    yield Part(
        t("Worksheets"), present(sheet_row(scope, sheet, path, language) for sheet in site.sheets)
    )
    yield Part(t("People"), present(_person(scope, id_, path) for id_ in _ids(site)))
    yield Part(
        t("Lists"), present(_listed(scope, key, title, path) for key, title in _lists(scope))
    )


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
