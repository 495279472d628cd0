"""Worksheets on paper, blank: each from the fields of its form, with room for a real pen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.page import Reference
from builder.model.paper import PaperFrame
from builder.model.site import Sheet, Site
from builder.model.worksheet import Score, Visibility
from builder.pdf import press
from builder.plan import Output
from builder.site import paper, questions
from builder.site.paper import Copy
from builder.site.questions import Question
from builder.site.scope import Scope
from builder.theme import Theme
from builder.theme.design import design


@dataclass(frozen=True, slots=True)
class SheetPaper:
    """A worksheet."""

    frame: PaperFrame
    title: str
    version: str
    audience: str
    intro: str
    questions: tuple[Question, ...]
    scoring: tuple[Score, ...]
    visibility: Visibility
    """Who may see the paper: the strictest of its lines."""
    keep: str
    """What to do with the paper, in the few words that a foot has room for."""
    after: str
    """The same in full, where a foot has no room for it."""
    repeatable: bool
    per_sheet: int
    """How many copies stand on one sheet of paper, to be cut apart."""
    sources: tuple[Reference, ...]
    permission_note: str
    licence: str


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give every worksheet of the scope, on each paper."""
    for sheet in site.all_sheets:
        language = sheet.worksheet.language or site.config.language
        for copy in paper.copies(scope, "sheet", sheet.id):
            look = design(theme.folders, site.config.theme_options)
            design_of = "slips.typ" if sheet.worksheet.per_sheet > 1 else "sheet.typ"
            maker = press(design_of, look, theme.words.of(language))
            yield Output(copy.path, maker, sheet_paper(sheet, scope, copy, language))


def sheet_paper(sheet: Sheet, scope: Scope, copy: Copy, language: str) -> SheetPaper:
    """Return what a sheet shows."""
    worksheet = sheet.worksheet
    t = scope.t(language)
    keep = questions.in_few_words(worksheet.after)
    what = t("{title}, version {version}", title=worksheet.title, version=worksheet.version)
    return SheetPaper(
        frame=paper.frame(
            scope,
            copy,
            title=worksheet.title,
            language=language,
            foot=(what,),
            key=f"sheet:{sheet.id}",
            source=sheet.path,
        ),
        title=worksheet.title,
        version=worksheet.version,
        audience=worksheet.audience,
        intro=worksheet.intro,
        questions=questions.questions(worksheet, t),
        scoring=worksheet.scoring,
        visibility=questions.visibility(worksheet),
        keep=keep,
        after=""
        if keep and worksheet.after.rstrip(".").lower() == keep.lower()
        else worksheet.after,
        repeatable=worksheet.repeatable,
        per_sheet=worksheet.per_sheet,
        sources=worksheet.source,
        permission_note=worksheet.permission_note,
        licence=worksheet.licence,
    )
