"""Fit the lengths of an agenda to the minutes there are.

Too long: segments are shortened to their `least`, could before should before must, each from the
last to the first; then segments that could be left out are dropped, last to first, until the rest
fits. A check-in, commitment or closing is never dropped. Where even that is too long, what comes
out is the shortest there is, and it does not fit.

Dropping saves more than was needed as a rule. What is over goes back first to the segments that
were shortened, in the opposite order (must, should, could; first to last), up to their own length.
Too short, then or from the start: segments are lengthened to their `most` in that same order, so
that the session ends on time where it can; else it ends early.

So more minutes never drop more segments, and never make a shorter session.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.clock.turns import TURN_STEP, length, resized, turn_seconds, turns, whole_minutes
from builder.clock.versions import protected
from builder.model.pack import Priority, Segment

RANK: dict[Priority, int] = {"could": 0, "should": 1, "must": 2}
"""Who gives way first."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One segment with its length for a number of people, and how far fitting may move it."""

    id: str
    title: str
    stated: int
    """Its length for the best number of people, as its author or a version says."""
    minutes: int
    """Its length before fitting, for the number of people there are."""
    floor: int
    """The shortest it can be made, in minutes."""
    ceiling: int
    """The longest it can be made, in minutes."""
    priority: Priority
    droppable: bool
    turns: int = 0
    each: int = 0
    """The seconds of one turn before fitting."""

    def each_in(self, minutes: int) -> int:
        """Return the seconds of one turn when the segment is made so many minutes long."""
        return resized(self.each, self.minutes, minutes) if self.turns else 0


def slot(segment: Segment, people: int, best: int) -> Slot:
    """Return a segment with its length for so many people and its bounds.

    `least` and `most` bound fitting only: a segment that is already shorter than its `least` or
    longer than its `most` (by the number of people, or by a version) is not moved further. No
    segment is shortened to nothing, nor below turns of 0:05.
    """
    count = turns(segment, people)
    each = turn_seconds(segment)
    minutes = length(segment, people, best)
    least = minutes if segment.least is None else segment.least
    most = minutes if segment.most is None else segment.most
    shortest = whole_minutes(count * min(each, TURN_STEP))
    return Slot(
        segment.id,
        segment.title,
        segment.minutes,
        minutes,
        floor=min(minutes, max(least, shortest, 1)),
        ceiling=max(minutes, most),
        priority=segment.priority,
        droppable=segment.priority == "could" and not protected(segment),
        turns=count,
        each=each if count else 0,
    )


def fixed(name: str, title: str, minutes: int) -> Slot:
    """Return a slot that fitting leaves alone, for what is no segment."""
    return Slot(
        name,
        title,
        minutes,
        minutes,
        floor=minutes,
        ceiling=minutes,
        priority="must",
        droppable=False,
    )


def giving_way(slots: Sequence[Slot]) -> list[int]:
    """Return the order of shortening, as indices: could, should, must; each last to first."""
    return sorted(range(len(slots)), key=lambda index: (RANK[slots[index].priority], -index))


def fitted(slots: Sequence[Slot], wanted: int) -> tuple[int | None, ...]:
    """Return each slot's minutes when all are fitted to the minutes wanted; None is dropped."""
    order = giving_way(slots)
    now: dict[int, int] = {index: slot.minutes for index, slot in enumerate(slots)}
    _shorten(now, slots, order, wanted)
    for index in order:
        if sum(now.values()) <= wanted:
            break
        if slots[index].droppable and now[index] > 0:
            del now[index]
    backwards = order[::-1]
    _lengthen(now, [slot.minutes for slot in slots], backwards, wanted)
    _lengthen(now, [slot.ceiling for slot in slots], backwards, wanted)
    return tuple(now.get(index) for index in range(len(slots)))


def _shorten(now: dict[int, int], slots: Sequence[Slot], order: list[int], wanted: int) -> None:
    excess = sum(now.values()) - wanted
    for index in order:
        if excess <= 0:
            return
        step = min(excess, now[index] - slots[index].floor)
        now[index] -= step
        excess -= step


def _lengthen(now: dict[int, int], limits: list[int], order: list[int], wanted: int) -> None:
    spare = wanted - sum(now.values())
    for index in order:
        if spare <= 0:
            return
        if index in now:
            step = min(spare, limits[index] - now[index])
            now[index] += step
            spare -= step
