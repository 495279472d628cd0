"""What a version makes of the agenda, before anyone counts people or fits anything to a time.

The rules for one change. With `minutes` alone, turns keep their share of the segment in steps of
five seconds, rounded down, never below 0:05. With `each` or `turns`, these are taken as written:
with `minutes` beside them, the part around the turns is what is left; without, that part stays as
it was and the minutes follow. `rest` says where the part left out goes; a version may make a
segment shorter than `least` or longer than `most`, which bound fitting only.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from builder.clock.agenda import Moved, Note
from builder.clock.times import minutes_seconds
from builder.clock.turns import around, resized, turn_seconds, turning
from builder.clock.words import NoteKind
from builder.model.pack import Pack, Segment
from builder.model.version import Change, Version

FULL = "full"
"""The name of the version that the pack itself is."""

ALWAYS: frozenset[str] = frozenset({"check-in", "commitment", "closing"})
"""Kinds of segment that no session goes without."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The agenda of one version, its minutes still those for the best number of people."""

    name: str
    minutes: int
    """The total the author states for it."""
    segments: tuple[Segment, ...]
    moved: tuple[Moved, ...] = ()
    dropped: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()


def protected(segment: Segment) -> bool:
    """Whether a segment is never dropped or moved: a must, a check-in, commitment or closing."""
    return segment.priority == "must" or not ALWAYS.isdisjoint(segment.kind)


def edition(pack: Pack, name: str = FULL) -> Edition:
    """Return the agenda of the version of that name; a LookupError where there is none."""
    if name == FULL:
        return Edition(FULL, pack.minutes, pack.segments)
    for version in pack.versions:
        if version.name == name:
            return edited(pack, version)
    message = f"the pack has no version '{name}'"
    raise LookupError(message)


def edited(pack: Pack, version: Version) -> Edition:
    """Apply a version's changes; one that names no segment is left to the proofs."""
    changes = {change.segment: change for change in version.changes}
    segments: list[Segment] = []
    moved: list[Moved] = []
    dropped: list[str] = []
    notes: list[Note] = []
    for segment in pack.segments:
        change = changes.get(segment.id)
        now = segment if change is None else changed(segment, change, pack.group.best)
        if now is not None:
            segments.append(now)
        if change is None:
            continue
        after = 0 if now is None else now.minutes
        if change.act == "drop":
            dropped.append(segment.id)
        moved += _moved(segment, change, after)
        notes += _notes(segment, change, after)
    return Edition(
        version.name,
        version.minutes,
        tuple(segments),
        tuple(moved),
        tuple(dropped),
        tuple(notes),
    )


def changed(segment: Segment, change: Change, best: int) -> Segment | None:
    """Return a segment as a version has it; None where it is dropped or moved as a whole."""
    if change.act != "change":
        return None
    minutes = segment.minutes if change.minutes is None else change.minutes
    if turn_seconds(segment) == 0:
        return replace(segment, minutes=minutes)
    if change.each is None and change.turns is None:
        each = resized(turn_seconds(segment), segment.minutes, minutes)
        return replace(segment, minutes=minutes, each=minutes_seconds(each))
    made = replace(
        segment,
        each=change.each or segment.each,
        turns=change.turns or segment.turns,
    )
    if change.minutes is None:
        minutes = around(segment, best) + turning(made, best)
    return replace(made, minutes=minutes)


def _moved(segment: Segment, change: Change, after: int) -> list[Moved]:
    less = segment.minutes - after
    if change.act in {"prepare", "follow-up"}:
        to = change.act
        return [Moved(segment.id, segment.title, to, less, whole=True)]
    if change.act == "change" and change.rest is not None and less > 0:
        return [Moved(segment.id, segment.title, change.rest, less, whole=False)]
    return []


def _notes(segment: Segment, change: Change, after: int) -> list[Note]:
    if after == segment.minutes and change.act == "change":
        return []
    return [Note(_kind(segment, change, after), segment.id, segment.title, segment.minutes, after)]


def _kind(segment: Segment, change: Change, after: int) -> NoteKind:
    if change.act == "drop":
        return "leave-out"
    if change.act != "change":
        return change.act
    if change.rest is None or after > segment.minutes:
        return "change"
    return "change-prepare" if change.rest == "prepare" else "change-follow-up"
