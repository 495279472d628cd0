"""The kinds of output. `KINDS` is the only place that lists them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from builder.model.site import Site
from builder.outputs import (
    catalogue,
    categories,
    complete,
    feed,
    glossary,
    guide,
    handout,
    home,
    inside,
    library,
    not_found,
    notes,
    pack,
    page,
    pdf_cards,
    pdf_guide,
    pdf_handout,
    pdf_planner,
    pdf_sheet,
    people,
    redirects,
    run,
    series,
    sheets,
    sitemap,
    static,
    tools,
    workbook,
    worksheet,
    zips,
)
from builder.plan import Output
from builder.site.scope import Scope
from builder.theme import Theme

KINDS: tuple[Callable[[Site, Theme, Scope], Iterable[Output]], ...] = (
    home.outputs,
    page.outputs,
    notes.outputs,
    library.outputs,
    pack.outputs,
    guide.outputs,
    handout.outputs,
    run.outputs,
    series.outputs,
    sheets.outputs,
    worksheet.outputs,
    workbook.outputs,
    categories.outputs,
    people.outputs,
    tools.outputs,
    glossary.outputs,
    complete.outputs,
    not_found.outputs,
    redirects.outputs,
    feed.outputs,
    sitemap.outputs,
    catalogue.outputs,
    pdf_guide.outputs,
    pdf_handout.outputs,
    pdf_sheet.outputs,
    pdf_cards.outputs,
    pdf_planner.outputs,
    static.outputs,
    inside.outputs,
    zips.outputs,
)
