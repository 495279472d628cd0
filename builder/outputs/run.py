"""Run mode: one segment at a time on a screen, with a clock; without a script, all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.pack import Step
from builder.model.site import Kit, Site
from builder.model.view import Body, Frame
from builder.plan import Output
from builder.site import agenda, pack_parts
from builder.site.scope import Scope
from builder.site.timing import timing
from builder.theme import Theme
from builder.words import Translator

NOTES = ("say", "do", "watch", "if-short", "if-stuck", "video", "phone", "messages", "alone")
"""Containers that are for whoever leads."""


@dataclass(frozen=True, slots=True)
class RunPart:
    """One segment as the screen shows it; its notes only when they are asked for."""

    row: agenda.Row
    body: Body | None
    key_idea: Body | None
    may_pass: bool
    notes: Body | None
    local: Body | None
    steps: tuple[Step, ...]
    odd: str


@dataclass(frozen=True, slots=True)
class Length:
    """A version that can be chosen, by its name for the clock."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class RunView:
    """Run mode of a pack."""

    frame: Frame
    head: pack_parts.PackHead
    least: int
    most: int
    lengths: tuple[Length, ...]
    guide: str | None
    parts: tuple[RunPart, ...]
    timing: str
    """What the clock needs to know of the pack, as JSON."""
    script: str | None


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give run mode of every pack of the scope."""
    for kit in site.all_kits:
        path = scope.path(f"run:{kit.id}")
        if path is not None:
            template = theme.template("run.html", kit.language)
            yield Output(path, template, run_view(site, kit, scope, path))


def run_view(site: Site, kit: Kit, scope: Scope, path: str) -> RunView:
    """Return what run mode shows."""
    pack = kit.pack
    t = scope.t(kit.language)
    head = pack_parts.pack_head(kit)
    return RunView(
        frame=pack_parts.frame_below(
            "run",
            (
                t("Run it: {title}", title=head.short),
                t("The prompts on a screen, one at a time, with the clock."),
            ),
            kit,
            scope,
            path,
        ),
        head=head,
        least=pack.group.min,
        most=pack.group.max,
        lengths=tuple(_lengths(kit, t)),
        guide=scope.url(f"guide:{kit.id}", path),
        parts=tuple(_parts(site, kit, scope, path)),
        timing=timing(pack),
        script=scope.framer.asset("run.js", path),
    )


def _lengths(kit: Kit, t: Translator) -> Iterator[Length]:
    """Give what can be chosen: all of it, its other versions, and its two meetings."""
    pack = kit.pack
    names = {"short": t("short")}
    yield Length("full", t("all of it, {n} min", n=pack.minutes))
    for version in pack.versions:
        name = names.get(version.name, version.name)
        yield Length(version.name, t("{name}, {n} min", name=name, n=version.minutes))
    if pack.split is not None and len(pack.split.minutes) == 2:  # noqa: PLR2004 - two meetings
        first, second = pack.split.minutes
        yield Length("split.first", t("the first of two meetings, {n} min", n=first))
        yield Length("split.second", t("the second of two meetings, {n} min", n=second))


def _parts(site: Site, kit: Kit, scope: Scope, path: str) -> Iterator[RunPart]:
    rows = {row.id: row for row in agenda.rows(kit, scope.t(kit.language))}
    idea = kit.idea_segment
    for segment in kit.pack.segments:
        text = kit.texts.get(segment.id)
        exercise = site.exercise(segment.activity)
        shown = exercise.text if exercise and (text is None or not text.words) else text
        noted = text if text is not None and text.has(*NOTES) else None
        local = pack_parts.local_note(kit, segment.id, scope)
        yield RunPart(
            row=rows[segment.id],
            body=scope.body(shown, path, f"{segment.id}_"),
            key_idea=scope.body(kit.key_idea, path, "idea_") if segment.id == idea else None,
            may_pass=segment.may_pass,
            notes=scope.body(noted, path, f"{segment.id}_notes_"),
            local=scope.body(local, path, f"{segment.id}_here_"),
            steps=segment.steps,
            odd=segment.odd,
        )
