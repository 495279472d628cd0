"""Prove versions: the segments they name, what they may not drop, their turns and their sums."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.clock.prove_segments import count, prove_turns_fit
from builder.clock.times import seconds
from builder.clock.versions import ALWAYS, FULL, changed, edited, protected
from builder.model.pack import Pack, Segment
from builder.model.part import Marks
from builder.model.version import Change, Version
from builder.problems import Problem, Span, did_you_mean


@dataclass(frozen=True, slots=True)
class Ground:
    """What the proof of a version stands on, so that no mistake is told twice."""

    pack: Pack
    marks: Marks
    shaky: frozenset[str]
    """Ids of segments whose own turns are wrong."""
    best_known: bool
    """Whether the best number of people can be trusted."""


def prove_version(ground: Ground, index: int) -> Iterator[Problem]:
    """Yield what is wrong in one version, other than group sizes it does not fit."""
    pack, marks = ground.pack, ground.marks
    version = pack.versions[index]
    if version.name == FULL:
        yield Problem(
            marks.at("versions", index),
            "reserved-version",
            f"no version can be called '{FULL}': that is the pack itself",
            "call it something else, such as 'short' or 'long'",
        )
    segments = {segment.id: segment for segment in pack.segments}
    certain = True
    for number, change in enumerate(version.changes):
        place = marks.at("versions", index, "changes", number)
        segment = segments.get(change.segment)
        if segment is None:
            named = marks.at("versions", index, "changes", number, "segment")
            hint = did_you_mean(change.segment, segments)
            message = f"the pack has no segment '{change.segment}'"
            yield Problem(named, "unknown-segment", message, hint)
            certain = False
            continue
        yield from _kept(version, segment, change, place)
        if change.act == "change":
            wrong = tuple(_change(ground, version, segment, change, place))
            yield from wrong
            certain = certain and not wrong and _reckonable(ground, change)
    if certain:
        yield from _sum(pack, version, marks.at("versions", index, "minutes"))


def _kept(version: Version, segment: Segment, change: Change, place: Span) -> Iterator[Problem]:
    """Refuse to drop, move or shorten to nothing what no session goes without."""
    gone = change.act != "change" or (change.minutes == 0 and segment.minutes > 0)
    if not gone or not protected(segment):
        return
    kinds = [kind for kind in segment.kind if kind in ALWAYS]
    reason = f"is the {' and '.join(kinds)}" if kinds else "must take place"
    verb = "moves" if change.act in {"prepare", "follow-up"} else "drops"
    yield Problem(
        place,
        "cannot-drop",
        f"the {version.name} version {verb} '{segment.id}', which {reason}",
        f"shorten it instead, such as '{segment.id}: {max(1, segment.minutes // 2)}'",
    )


def _change(
    ground: Ground, version: Version, segment: Segment, change: Change, place: Span
) -> Iterator[Problem]:
    """Prove what a change makes of a segment's turns, where those are in order themselves."""
    if segment.id in ground.shaky:
        return
    named = f"the {version.name} version"
    if change.each is not None and segment.per is None:
        message = f"{named} gives '{segment.id}' a length of turn, but it takes no turns"
        yield Problem(place, "turns-incomplete", message, "write its minutes alone")
        return
    if change.turns is not None and segment.per != "turn":
        message = (
            f"{named} gives '{segment.id}' a number of turns, which counts only with 'per: turn'"
        )
        yield Problem(place, "turns-incomplete", message, "leave 'turns' out")
        return
    if change.each is not None and seconds(change.each) == 0:
        message = f"{named} gives '{segment.id}' turns of no length"
        yield Problem(place, "turns-incomplete", message, "write one such as 'each: 1:00'")
        return
    best = ground.pack.group.best
    made = changed(segment, change, best)
    if made is not None and ground.best_known:
        yield from prove_turns_fit(made, best, place, f"'{segment.id}' in {named}")


def _reckonable(ground: Ground, change: Change) -> bool:
    """Whether the minutes after a change are sure: written, or reckoned from what is right."""
    if change.minutes is not None or (change.each is None and change.turns is None):
        return True
    return ground.best_known and change.segment not in ground.shaky


def _sum(pack: Pack, version: Version, place: Span) -> Iterator[Problem]:
    """Prove the sum; one that is off by just what the pack's own is off by is no news."""
    total = sum(segment.minutes for segment in edited(pack, version).segments)
    off = total - version.minutes
    if off in {0, sum(segment.minutes for segment in pack.segments) - pack.minutes}:
        return
    yield Problem(
        place,
        "version-does-not-add-up",
        f"the {version.name} version takes {count(total)}, but it says {version.minutes}",
        f"write 'minutes: {total}', or make its segments "
        f"{'shorter' if off > 0 else 'longer'} by {abs(off)}",
    )
