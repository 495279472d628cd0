"""The handout: the participants' pages, in the order of the agenda, with room to write."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.site import Kit, Site
from builder.model.view import Body, Frame
from builder.plan import Output
from builder.site import agenda, pack_parts, print_kit
from builder.site.scope import Scope
from builder.theme import Theme


@dataclass(frozen=True, slots=True)
class HandoutSegment:
    """One segment as participants see it."""

    row: agenda.Row
    language: str
    """The language of its words where that is not the page's."""
    part: int
    """Its number, counted from 1; the guide has the same."""
    body: Body | None
    key_idea: Body | None
    may_pass: bool
    sheets: tuple[pack_parts.SheetLink, ...]


@dataclass(frozen=True, slots=True)
class HandoutView:
    """The handout of a pack."""

    frame: Frame
    told: pack_parts.Told | None
    """For a translation: what readers should know of it."""
    head: pack_parts.PackHead
    kit: print_kit.PrintKit
    """What the choices made in the guide's kit come to is shown here too."""
    objectives: tuple[str, ...]
    key_idea: Body | None
    """Shown before the segments where none of them is for it."""
    segments: tuple[HandoutSegment, ...]
    try_it: str
    partner: str


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give the handout of every pack of the scope."""
    for kit in site.all_kits:
        path = scope.path(f"handout:{kit.id}")
        if path is not None:
            template = theme.template("handout.html", kit.language)
            yield Output(path, template, handout_view(site, kit, scope, path))


def handout_view(site: Site, kit: Kit, scope: Scope, path: str) -> HandoutView:
    """Return what a handout shows: nothing that is for the facilitator alone."""
    pack = kit.pack
    t = scope.t(kit.language)
    head = pack_parts.pack_head(kit)
    segments = tuple(_segments(site, kit, scope, path))
    key_idea = scope.body(kit.key_idea, path, "idea_")
    return HandoutView(
        frame=pack_parts.frame_below(
            "handout",
            (t("Handout: {title}", title=head.short), pack.promise or pack.question),
            kit,
            scope,
            path,
        ),
        told=pack_parts.told(kit, scope, path),
        head=head,
        kit=print_kit.print_kit(kit, scope, path),
        objectives=pack.objectives,
        key_idea=None if any(one.key_idea for one in segments) else key_idea,
        segments=segments,
        try_it=pack.follow_up.try_it if pack.follow_up else "",
        partner=pack.follow_up.partner if pack.follow_up else "",
    )


def _segments(site: Site, kit: Kit, scope: Scope, path: str) -> Iterator[HandoutSegment]:
    rows = {row.id: row for row in agenda.rows(kit, scope.t(kit.language))}
    sheets = {sheet.id: sheet for sheet in pack_parts.sheet_links(kit, scope, path)}
    idea = kit.idea_segment
    for part, segment in enumerate(kit.pack.segments, 1):
        text = site.text_of(kit, segment)
        yield HandoutSegment(
            row=rows[segment.id],
            language=pack_parts.other_language(kit, segment.id),
            part=part,
            body=scope.body(text, path, f"{segment.id}_"),
            key_idea=scope.body(kit.key_idea, path, "idea_") if segment.id == idea else None,
            may_pass=segment.may_pass,
            sheets=pack_parts.unnamed(segment, text, sheets),
        )
