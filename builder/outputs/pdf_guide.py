"""The facilitator guide on paper: the session at a glance, then the segments with their notes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.clock import elapsed
from builder.model.pack import Segment, Step
from builder.model.paper import PagesOf, PaperFrame, Passage
from builder.model.site import Kit, Site
from builder.pdf import press
from builder.plan import Need, Output
from builder.site import agenda, facts, pack_parts, paper
from builder.site.handout_paper import HandoutPaper, handout_paper
from builder.site.paper import Copy
from builder.site.scope import Scope
from builder.theme import Theme
from builder.theme.design import design


@dataclass(frozen=True, slots=True)
class SheetNote:
    """A worksheet that a segment uses."""

    title: str
    pages: PagesOf


@dataclass(frozen=True, slots=True)
class GuidePart:
    """One segment as the facilitator has it before them."""

    row: agenda.Row
    output: str
    odd: str
    steps: tuple[Step, ...]
    materials: tuple[str, ...]
    lead: str
    may_pass: bool
    theirs: Passage | None
    notes: Passage | None
    modes: Passage | None
    key_idea: Passage | None
    exercise: Passage | None
    exercise_notes: Passage | None
    sheets: tuple[SheetNote, ...]
    local: Passage | None


@dataclass(frozen=True, slots=True)
class GuidePaper:
    """The facilitator guide of a pack."""

    frame: PaperFrame
    title: str
    short: str
    question: str
    version: str
    minutes: int
    ending: str
    people: int
    objectives: tuple[str, ...]
    bring: tuple[str, ...]
    room: tuple[str, ...]
    rows: tuple[agenda.Row, ...]
    shorter: tuple[str, ...]
    care: str
    care_contact: str
    access: str
    local: tuple[Passage, ...]
    prepare: Passage | None
    key_idea: Passage | None
    segments: tuple[GuidePart, ...]
    handout: HandoutPaper
    """Set first, since the guide tells its pages."""


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give the guide of every pack of the scope, on each paper."""
    for kit in site.all_kits:
        for copy in paper.copies(scope, "guide", kit.id):
            look = design(theme.folders, site.config.theme_options)
            maker = press("guide.typ", look, theme.words.of(kit.language), "handout", "handout.typ")
            view = guide_paper(site, kit, scope, copy)
            sheets = {sheet.pages.path for part in view.segments for sheet in part.sheets}
            needs = tuple(Need(scope.name, path) for path in sorted(sheets - {""}))
            yield Output(copy.path, maker, view, needs)


def guide_paper(site: Site, kit: Kit, scope: Scope, copy: Copy) -> GuidePaper:
    """Return what a guide shows."""
    pack = kit.pack
    t = scope.t(kit.language)
    segments = tuple(_segments(site, kit, scope, copy))
    idea = paper.passage(kit.key_idea, scope, "participant")
    local = (paper.passage(text, scope, "all") for text in pack_parts.local_notes(kit, scope))
    short = facts.short_title(pack)
    changes = [step for version in agenda.shorter(pack, t) for step in version.steps]
    two = agenda.two_meetings(pack, t)
    return GuidePaper(
        frame=paper.frame(
            scope,
            copy,
            title=t("Facilitator guide: {title}", title=pack.title),
            language=kit.language,
            foot=(
                t("{title}, version {version} · facilitator", title=short, version=pack.version),
                t("for {n} people", n=pack.group.best),
            ),
            key=f"pack:{kit.id}",
            source=kit.path,
            authors=paper.authors(kit, scope),
            date=paper.published(kit),
        ),
        title=pack.title,
        short=short,
        question=pack.question,
        version=pack.version,
        minutes=pack.minutes,
        ending=elapsed(pack.minutes),
        people=pack.group.best,
        objectives=pack.objectives,
        bring=facts.bring(kit, site, t),
        room=pack.prep.room,
        rows=agenda.rows(kit, t),
        shorter=(*changes, two) if two else tuple(changes),
        care=pack.care,
        care_contact=site.config.care_contact if scope.is_hosted else "",
        access=pack.access,
        local=tuple(one for one in local if one is not None),
        prepare=paper.passage(kit.prepare, scope, "participant"),
        key_idea=None if any(one.key_idea for one in segments) else idea,
        segments=segments,
        handout=handout_paper(site, kit, scope, copy),
    )


def _segments(site: Site, kit: Kit, scope: Scope, copy: Copy) -> Iterator[GuidePart]:
    rows = {row.id: row for row in agenda.rows(kit, scope.t(kit.language))}
    idea = kit.idea_segment
    for segment in kit.pack.segments:
        text = kit.texts.get(segment.id)
        exercise = site.exercise(segment.activity)
        drill = exercise.text if exercise else None
        yield GuidePart(
            row=rows[segment.id],
            output=segment.output,
            odd=segment.odd,
            steps=segment.steps,
            materials=segment.materials,
            lead=segment.lead,
            may_pass=segment.may_pass,
            theirs=paper.passage(text, scope, "participant"),
            notes=paper.passage(text, scope, "notes"),
            modes=paper.passage(text, scope, "modes"),
            key_idea=paper.passage(kit.key_idea, scope, "participant")
            if segment.id == idea
            else None,
            exercise=paper.passage(drill, scope, "participant"),
            exercise_notes=paper.passage(drill, scope, "notes"),
            sheets=tuple(_sheets(segment, kit, scope, copy)),
            local=paper.passage(pack_parts.local_note(kit, segment.id, scope), scope, "all"),
        )


def _sheets(segment: Segment, kit: Kit, scope: Scope, copy: Copy) -> Iterator[SheetNote]:
    ids = {id_.partition("@")[0]: id_ for id_ in kit.sheets}
    for name in segment.worksheet:
        id_ = ids.get(name, name)
        sheet = scope.site.sheet(id_)
        if sheet is not None:
            path = scope.path(f"pdf:sheet:{id_}:{copy.paper}")
            yield SheetNote(sheet.worksheet.title, PagesOf(path or ""))
