"""Worksheets: each a form that works on screen and prints blank, with room for a real pen."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.page import Reference
from builder.model.site import Kit, Sheet, Site
from builder.model.view import Frame, NavLink
from builder.model.worksheet import Score, Visibility
from builder.plan import Need, Output
from builder.site.examples import Answered, answered
from builder.site.printed import Printed, printed
from builder.site.questions import Question, in_few_words, questions, visibility
from builder.site.scope import Scope
from builder.theme import Theme

ROOM = 58
"""How many letters of title, address and what to do with the paper fit in that foot."""


@dataclass(frozen=True, slots=True)
class SheetView:
    """A worksheet."""

    frame: Frame
    title: str
    audience: str
    intro: str
    questions: tuple[Question, ...]
    scoring: tuple[Score, ...]
    visibility: Visibility
    """Who may see the paper: the strictest of its lines."""
    after: str
    """What to do with the paper afterwards."""
    keep: str
    """The same in a few words, for the foot of each printed page; empty where it takes more."""
    address: str
    """Where the sheet is, for that foot; where it takes too many letters, where its site is."""
    version: str
    reviewed: datetime.date | None
    due: bool
    """Whether it is due for review."""
    repeatable: bool
    per_sheet: int
    """How many copies stand on one sheet of paper, to be cut apart."""
    example: str
    """Whose the answers below the form are; empty where there are none."""
    answered: tuple[Answered, ...]
    sources: tuple[Reference, ...]
    permission_note: str
    packs: tuple[NavLink, ...]
    """The packs of this scope that use it."""
    printed: tuple[Printed, ...]
    """The blank sheet to print, on each paper."""
    workbook: str | None
    """The same sheet in the workbook, which keeps what is typed."""


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give every worksheet of the scope."""
    here = [kit for kit in site.all_kits if scope.path(f"pack:{kit.id}")]
    for sheet in site.all_sheets:
        path = scope.path(f"sheet:{sheet.id}")
        if path is not None:
            language = sheet.worksheet.language or site.config.language
            template = theme.template("worksheet.html", language)
            kits = [kit for kit in here if sheet.id in kit.sheets]
            view = sheet_view(scope, sheet, kits, path, language)
            needs = tuple(Need(scope.name, one.path) for one in view.printed)
            yield Output(path, template, view, needs)


def sheet_view(scope: Scope, sheet: Sheet, kits: list[Kit], path: str, language: str) -> SheetView:
    """Return what the page of one worksheet shows; `kits` are the packs here that use it."""
    worksheet = sheet.worksheet
    crumbs = [(scope.t(language)("Worksheets"), "sheets")]
    if sheet.pack or not scope.is_hosted:
        crumbs = [
            (kit.pack.title, f"pack:{kit.id}") for kit in kits if sheet.pack in {"", kit.name}
        ]
    frame = scope.frame(
        f"sheet:{sheet.id}",
        worksheet.title,
        path=path,
        description=worksheet.intro,
        language=language,
        crumbs=tuple(crumbs[:1]),
        licence=worksheet.licence,
        source=sheet.path,
        translations=tuple(
            (other.worksheet.language or scope.site.config.language, f"sheet:{other.id}")
            for other in scope.site.all_sheets
            if other.name == sheet.name and other.id != sheet.id
        ),
    )
    keep = in_few_words(worksheet.after)
    return SheetView(
        frame=frame,
        title=worksheet.title,
        audience=worksheet.audience,
        intro=worksheet.intro,
        questions=questions(worksheet, scope.t(language)),
        scoring=worksheet.scoring,
        visibility=visibility(worksheet),
        after=worksheet.after,
        keep=keep,
        address=short_address(frame.address, len(keep) + len(worksheet.title)),
        version=worksheet.version,
        reviewed=worksheet.reviewed,
        due=sheet.due and scope.is_hosted,
        repeatable=worksheet.repeatable,
        per_sheet=worksheet.per_sheet,
        example=worksheet.example,
        answered=answered(worksheet, scope.t(language)),
        sources=worksheet.source,
        permission_note=worksheet.permission_note,
        packs=tuple(
            NavLink(kit.pack.title, scope.url(f"pack:{kit.id}", path) or "") for kit in kits
        ),
        printed=printed(f"sheet:{sheet.id}", scope, path),
        workbook=scope.workbook(path, "checks", sheet.name),
    )


def short_address(address: str, taken: int) -> str:
    """Return an address as it fits into the foot of a page: whole, else that of the site."""
    return address if len(address) + taken <= ROOM else address.partition("/")[0]
