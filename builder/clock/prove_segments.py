"""Prove each segment for itself: its turns, its bounds and its steps."""

from __future__ import annotations

from collections.abc import Iterator

from builder.clock.times import MINUTE, minutes_seconds, seconds
from builder.clock.turns import TURN_STEP, around, subgroup_size, turn_seconds, turning, turns
from builder.model.pack import Pack, Segment
from builder.model.part import Marks
from builder.problems import Problem, Span

TURNS = frozenset({"turns-incomplete", "turns-do-not-fit"})
"""Problems that make the turns of a segment unfit to reckon with."""


def prove_segment(pack: Pack, index: int, marks: Marks, *, best_known: bool) -> Iterator[Problem]:
    """Yield what is wrong in one segment alone.

    `best_known` says whether the best number of people, by which turns count, can be trusted.
    """
    segment = pack.segments[index]
    incomplete = tuple(_turns(segment, index, marks))
    yield from incomplete
    yield from _bounds(segment, index, marks)
    if incomplete:
        return
    yield from _steps(segment, index, marks)
    if best_known:
        place = marks.at("segments", index, "each")
        yield from prove_turns_fit(segment, pack.group.best, place, f"'{segment.id}'")


def prove_turns_fit(segment: Segment, best: int, place: Span, name: str) -> Iterator[Problem]:
    """Yield a problem where the turns of the best number of people are longer than the segment."""
    if around(segment, best) >= 0:
        return
    many = turns(segment, best)
    each = minutes_seconds(turn_seconds(segment))
    needed = turning(segment, best)
    shorter = segment.minutes * MINUTE // many // TURN_STEP * TURN_STEP
    instead = f", or 'each: {minutes_seconds(shorter)}' or less" if shorter else ""
    yield Problem(
        place,
        "turns-do-not-fit",
        f"{many} {'turn' if many == 1 else 'turns'} of {each} take {count(needed)}, "
        f"but {name} has {segment.minutes}",
        f"write 'minutes: {needed}' or more{instead}",
    )


def count(minutes: int) -> str:
    """Return minutes in words for a message: `1 minute`, `8 minutes`."""
    return "1 minute" if minutes == 1 else f"{minutes} minutes"


def _turns(segment: Segment, index: int, marks: Marks) -> Iterator[Problem]:
    def wrong(field: str, message: str, hint: str) -> Problem:
        return Problem(marks.at("segments", index, field), "turns-incomplete", message, hint)

    name = f"'{segment.id}'"
    if segment.per is not None and segment.each is None:
        yield wrong(
            "per",
            f"{name} takes turns, but does not say how long one is",
            "write the length of one turn, such as 'each: 1:00'",
        )
    if segment.each is not None and segment.per is None:
        yield wrong(
            "each",
            f"{name} says how long a turn is, but not who takes turns",
            "write 'per: person', 'per: subgroup' or 'per: turn', or leave 'each' out",
        )
    if segment.each is not None and seconds(segment.each) == 0:
        yield wrong("each", f"a turn in {name} has no length", "write one such as 'each: 1:00'")
    if segment.turns is not None and segment.per != "turn":
        yield wrong(
            "turns",
            f"{name} says how many turns, which counts only with 'per: turn'",
            "write 'per: turn', or leave 'turns' out",
        )
    counted = segment.per == "turn" and segment.turns is not None
    if segment.per in {"subgroup", "turn"} and not subgroup_size(segment) and not counted:
        other = ", or write 'turns'" if segment.per == "turn" else ""
        yield wrong(
            "per",
            f"{name} counts turns by subgroups, but has none",
            f"add pairs, trios or fours to 'grouping'{other}",
        )


def _bounds(segment: Segment, index: int, marks: Marks) -> Iterator[Problem]:
    def wrong(field: str, message: str, hint: str) -> Problem:
        return Problem(marks.at("segments", index, field), "bounds-crossed", message, hint)

    least, most, minutes = segment.least, segment.most, segment.minutes
    if least is not None and most is not None and least > most:
        yield wrong(
            "least",
            f"'{segment.id}' takes at least {count(least)}, but at most {most}",
            f"write 'least: {most}' and 'most: {least}'",
        )
        return
    if least is not None and least > minutes:
        yield wrong(
            "least",
            f"'{segment.id}' takes at least {count(least)}, but its minutes are {minutes}",
            f"write 'least: {minutes}' or less",
        )
    if least == 0 and minutes > 0:
        yield wrong(
            "least",
            f"'{segment.id}' cannot be shortened to nothing",
            "write 'least: 1' or more; 'priority: could' lets it be dropped",
        )
    if most is not None and most < minutes:
        yield wrong(
            "most",
            f"'{segment.id}' takes at most {count(most)}, but its minutes are {minutes}",
            f"write 'most: {minutes}' or more",
        )


def _steps(segment: Segment, index: int, marks: Marks) -> Iterator[Problem]:
    if not segment.steps:
        return
    total = sum(step.minutes for step in segment.steps)
    turn = turn_seconds(segment)
    if total * MINUTE == (turn or segment.minutes * MINUTE):
        return
    whole = f"one turn is {minutes_seconds(turn)}" if turn else f"the segment has {segment.minutes}"
    instead = f"each: {total}:00" if turn else f"minutes: {total}"
    yield Problem(
        marks.at("segments", index, "steps"),
        "steps-do-not-add-up",
        f"the steps of '{segment.id}' take {count(total)}, but {whole}",
        f"write '{instead}', or change the steps",
    )
