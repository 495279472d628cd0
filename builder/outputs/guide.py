"""The facilitator guide: the participants' pages in the same order, with notes beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.pack import Prep, Segment, Step
from builder.model.site import Kit, Site
from builder.model.view import Body, Frame
from builder.plan import Need, Output
from builder.site import agenda, facts, line, pack_parts, print_kit
from builder.site.scope import Scope
from builder.theme import Theme

APART = ("video", "phone", "messages", "alone")
"""Containers with notes on ways of meeting other than in the room."""
ONE_PAGE = 140
"""Words read and said from which on a segment is more than a printed page with its notes."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """An activity that a segment uses."""

    title: str
    body: Body | None


@dataclass(frozen=True, slots=True)
class GuideSegment:
    """One segment as a facilitator sees it."""

    row: agenda.Row
    language: str
    """The language of its words where that is not the page's."""
    part: int
    """Its number in the handout, counted from 1."""
    whole: bool
    """Whether it is short enough to stay whole on a printed page."""
    output: str
    odd: str
    steps: tuple[Step, ...]
    materials: tuple[str, ...]
    lead: str
    may_pass: bool
    body: Body | None
    notes: Body | None
    """The same text for its notes, whose ids are set apart."""
    apart: Body | None
    """The same once more, where it has notes on other ways of meeting."""
    key_idea: Body | None
    exercise: Exercise | None
    sheets: tuple[pack_parts.SheetLink, ...]
    local: Body | None


@dataclass(frozen=True, slots=True)
class GuideView:
    """The facilitator guide of a pack."""

    frame: Frame
    told: pack_parts.Told | None
    """For a translation: what readers should know of it."""
    head: pack_parts.PackHead
    handout: str | None
    run: str | None
    kit: print_kit.PrintKit
    objectives: tuple[str, ...]
    bring: tuple[str, ...]
    prep: Prep
    rows: tuple[agenda.Row, ...]
    paper: line.Paper
    ticks: str
    shorter: tuple[agenda.Shorter, ...]
    two_meetings: str
    local: tuple[Body, ...]
    care: str
    care_contact: str
    access: str
    prepare: Body | None
    key_idea: Body | None
    """Shown before the segments where none of them is for it."""
    segments: tuple[GuideSegment, ...]


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give the guide of every pack of the scope."""
    for kit in site.all_kits:
        path = scope.path(f"guide:{kit.id}")
        if path is not None:
            template = theme.template("guide.html", kit.language)
            view = guide_view(site, kit, scope, path)
            needs = tuple(Need(scope.name, needed) for needed in print_kit.needs(view.kit))
            yield Output(path, template, view, needs)


def guide_view(site: Site, kit: Kit, scope: Scope, path: str) -> GuideView:
    """Return what a guide shows."""
    pack = kit.pack
    t = scope.t(kit.language)
    rows = agenda.rows(kit, t)
    head = pack_parts.pack_head(kit)
    key_idea = scope.body(kit.key_idea, path, "idea_")
    segments = tuple(_segments(site, kit, scope, path, rows))
    return GuideView(
        frame=pack_parts.frame_below(
            "guide",
            (
                t("Facilitator guide: {title}", title=head.short),
                t("Your words, the clock and what to bring, for the one who leads."),
            ),
            kit,
            scope,
            path,
        ),
        told=pack_parts.told(kit, scope, path),
        head=head,
        handout=scope.url(f"handout:{kit.id}", path),
        run=scope.url(f"run:{kit.id}", path),
        kit=print_kit.print_kit(kit, scope, path),
        objectives=pack.objectives,
        bring=facts.bring(kit, site, t),
        prep=pack.prep,
        rows=rows,
        paper=line.paper([row.stretch for row in rows]),
        ticks=line.ticks(pack.minutes),
        shorter=agenda.shorter(pack, t),
        two_meetings=agenda.two_meetings(pack, t),
        local=_local(kit, scope, path),
        care=pack.care,
        care_contact=site.config.care_contact if scope.is_hosted else "",
        access=pack.access,
        prepare=scope.body(kit.prepare, path, "before_"),
        key_idea=None if any(one.key_idea for one in segments) else key_idea,
        segments=segments,
    )


def _segments(
    site: Site, kit: Kit, scope: Scope, path: str, rows: tuple[agenda.Row, ...]
) -> Iterator[GuideSegment]:
    by_id = {row.id: row for row in rows}
    sheets = {sheet.id: sheet for sheet in pack_parts.sheet_links(kit, scope, path)}
    idea = kit.idea_segment
    for part, segment in enumerate(kit.pack.segments, 1):
        row, text = by_id[segment.id], kit.texts.get(segment.id)
        has_apart = text is not None and text.has(*APART)
        local = pack_parts.local_note(kit, segment.id, scope)
        yield GuideSegment(
            row=row,
            language=pack_parts.other_language(kit, segment.id),
            part=part,
            whole=text is None or text.words + text.says <= ONE_PAGE,
            output=segment.output,
            odd=segment.odd,
            steps=segment.steps,
            materials=segment.materials,
            lead=segment.lead,
            may_pass=segment.may_pass,
            body=scope.body(text, path, f"{segment.id}_"),
            notes=scope.body(text, path, f"{segment.id}_notes_"),
            apart=scope.body(text, path, f"{segment.id}_apart_") if has_apart else None,
            key_idea=scope.body(kit.key_idea, path, "idea_") if segment.id == idea else None,
            exercise=_exercise(site, segment, scope, path),
            sheets=pack_parts.unnamed(segment, text, sheets),
            local=scope.body(local, path, f"{segment.id}_here_"),
        )


def _exercise(site: Site, segment: Segment, scope: Scope, path: str) -> Exercise | None:
    found = site.exercise(segment.activity)
    if found is None:
        return None
    return Exercise(found.activity.title, scope.body(found.text, path, f"{segment.id}_exercise_"))


def _local(kit: Kit, scope: Scope, path: str) -> tuple[Body, ...]:
    bodies = (
        scope.body(text, path, f"here_{index}_")
        for index, text in enumerate(pack_parts.local_notes(kit, scope))
    )
    return tuple(body for body in bodies if body is not None)
