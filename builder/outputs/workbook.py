"""The workbook, where people keep what they write; what it is told; and the way out of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from builder.model.site import Site
from builder.model.view import Frame, NavLink
from builder.plan import Output, Stock
from builder.site.scope import Scope
from builder.site.workbook import Told, language_of, script, told
from builder.theme import Theme

SCRIPTS = ("workbook.js", "workbook-more.js")
"""What starts, and what brings the rest."""


@dataclass(frozen=True, slots=True)
class WorkbookView:
    """The page that the workbook's script fills."""

    frame: Frame
    data: str
    """What the script is told."""
    scripts: tuple[str, ...]
    """In the order in which they run: what starts, and then what it does not begin with."""
    rescue: str | None
    sheets: tuple[NavLink, ...]
    """Where the blank sheets are: the list of them, or each where there is none."""


@dataclass(frozen=True, slots=True)
class RescueView:
    """The page that saves or deletes what the workbook keeps, when the workbook itself fails."""

    frame: Frame
    id: str
    """The site's permanent id, under which everything is kept."""
    script: str | None
    workbook: str | None


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give the workbook of the scope, the script that tells it of its site, and its way out."""
    language = language_of(site, scope)
    path, data = scope.path("workbook"), scope.path("workbook-data")
    if path is not None and data is not None:
        template = theme.template("workbook.html", language)
        yield Output(path, template, workbook_view(site, scope, path, language))
        yield Output(data, data_script, told(site, scope, theme.sentences))
    path = scope.path("rescue")
    if path is not None:
        template = theme.template("rescue.html", language)
        yield Output(path, template, rescue_view(site, scope, path, language))


def workbook_view(site: Site, scope: Scope, path: str, language: str) -> WorkbookView:
    """Return what the page of the workbook holds."""
    t = scope.t(language)
    return WorkbookView(
        frame=scope.frame(
            "workbook",
            t("Workbook"),
            path=path,
            description=t("Your plan, journal and self-checks, kept in this browser alone."),
            language=language,
        ),
        data=scope.url("workbook-data", path) or "",
        scripts=tuple(filter(None, (scope.framer.asset(name, path) for name in SCRIPTS))),
        rescue=scope.url("rescue", path),
        sheets=tuple(_sheets(site, scope, path, t("Worksheets"))),
    )


def _sheets(site: Site, scope: Scope, path: str, all_: str) -> Iterator[NavLink]:
    if scope.path("sheets"):
        yield NavLink(all_, scope.url("sheets", path) or "")
        return
    for sheet in site.sheets:
        if scope.path(f"sheet:{sheet.id}"):
            yield NavLink(sheet.worksheet.title, scope.url(f"sheet:{sheet.id}", path) or "")


def rescue_view(site: Site, scope: Scope, path: str, language: str) -> RescueView:
    """Return what the way out says."""
    t = scope.t(language)
    return RescueView(
        frame=scope.frame(
            "rescue", t("Save what this browser keeps"), path=path, language=language
        ),
        id=site.config.id,
        script=scope.framer.asset("rescue.js", path),
        workbook=scope.url("workbook", path),
    )


def data_script(view: object, _stock: Stock) -> bytes:
    """Return the script that tells the workbook of its site."""
    return script(cast("Told", view)).encode()
