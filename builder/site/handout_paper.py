"""The handout on paper: a document of its own, and what the guide refers to the pages of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from builder.model.paper import PaperFrame, Passage
from builder.model.site import Kit, Site
from builder.site import agenda, facts, pack_parts, paper
from builder.site.paper import Copy
from builder.site.scope import Scope


@dataclass(frozen=True, slots=True)
class HandoutPart:
    """One segment as participants have it before them."""

    row: agenda.Row
    part: int
    """Its number, counted from 1."""
    theirs: Passage | None
    key_idea: Passage | None
    sheets: tuple[str, ...]
    """Titles of the worksheets that its text does not name."""


@dataclass(frozen=True, slots=True)
class HandoutPaper:
    """The handout of a pack."""

    frame: PaperFrame
    title: str
    short: str
    question: str
    objectives: tuple[str, ...]
    key_idea: Passage | None
    """Set before the segments where none of them is for it."""
    segments: tuple[HandoutPart, ...]
    try_it: str
    partner: str
    usual: HandoutPaper | None = None
    """For large print: the handout whose pages the guide refers to."""


def handout_paper(
    site: Site, kit: Kit, scope: Scope, copy: Copy, *, large: bool = False
) -> HandoutPaper:
    """Return what a handout shows: nothing that is for the facilitator alone."""
    pack = kit.pack
    t = scope.t(kit.language)
    short = facts.short_title(pack)
    segments = tuple(_segments(site, kit, scope))
    idea = paper.passage(kit.key_idea, scope, "participant")
    what = t("{title}, version {version} · handout", title=short, version=pack.version)
    usual = HandoutPaper(
        frame=paper.frame(
            scope,
            copy,
            title=t("Handout: {title}", title=pack.title),
            language=kit.language,
            foot=(what,),
            key=f"pack:{kit.id}",
            source=kit.path,
            authors=paper.authors(kit, scope),
            date=paper.published(kit),
        ),
        title=pack.title,
        short=short,
        question=pack.question,
        objectives=pack.objectives,
        key_idea=None if any(one.key_idea for one in segments) else idea,
        segments=segments,
        try_it=pack.follow_up.try_it if pack.follow_up else "",
        partner=pack.follow_up.partner if pack.follow_up else "",
    )
    if not large:
        return usual
    return replace(usual, frame=replace(usual.frame, large=True), usual=usual)


def _segments(site: Site, kit: Kit, scope: Scope) -> Iterator[HandoutPart]:
    rows = {row.id: row for row in agenda.rows(kit, scope.t(kit.language))}
    sheets = {sheet.id: sheet for sheet in pack_parts.sheet_links(kit, scope, "index.html")}
    idea = kit.idea_segment
    for part, segment in enumerate(kit.pack.segments, 1):
        text = site.text_of(kit, segment)
        key_idea = kit.key_idea if segment.id == idea else None
        yield HandoutPart(
            row=rows[segment.id],
            part=part,
            theirs=paper.passage(text, scope, "participant"),
            key_idea=paper.passage(key_idea, scope, "participant"),
            sheets=tuple(one.title for one in pack_parts.unnamed(segment, text, sheets)),
        )
