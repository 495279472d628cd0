"""How long one segment takes: the part around its turns, and turns that grow with the people.

The rules. `minutes` is the length in the full version with the best number of people. Turns of
`each` are taken `per` person (one after another), per subgroup (subgroups report in turn) or per
turn (inside subgroups that work side by side, so that the number of people does not matter).
What is left of `minutes` when the turns are taken out is the part around them, which stays:

    around    = minutes - ceil(turns(best) * each)
    length(n) = around + ceil(turns(n) * each)

A segment whose turns are not fully written (no `per`, no `each`, no subgroups to count) is taken
as one without turns; the proofs report it.
"""

from __future__ import annotations

from builder.clock.times import MINUTE, seconds
from builder.model.pack import GROUP_SIZES, Segment

TURN_STEP = 5
"""Seconds: the steps in which turns are shortened, and the shortest they are made."""


def subgroup_size(segment: Segment) -> int:
    """Return the people in one subgroup, by the last of pairs, trios or fours; 0 without any."""
    sizes = [GROUP_SIZES[name] for name in segment.grouping if name in GROUP_SIZES]
    return sizes[-1] if sizes else 0


def turns(segment: Segment, people: int) -> int:
    """Return how many turns are taken one after another by so many people; 0 without turns."""
    if segment.each is None or segment.per is None:
        return 0
    if segment.per == "person":
        return people
    size = subgroup_size(segment)
    if segment.per == "turn":
        return segment.turns or size
    return max(1, people // size) if size else 0


def turn_seconds(segment: Segment) -> int:
    """Return the seconds of one turn; 0 without turns."""
    return seconds(segment.each) if segment.each is not None and segment.per is not None else 0


def turning(segment: Segment, people: int) -> int:
    """Return the minutes that all turns take, rounded up once for all of them."""
    return whole_minutes(turns(segment, people) * turn_seconds(segment))


def around(segment: Segment, best: int) -> int:
    """Return the minutes around the turns, the same for any number of people.

    Below zero where the turns are longer than the segment, which the proofs refuse.
    """
    return segment.minutes - turning(segment, best)


def length(segment: Segment, people: int, best: int) -> int:
    """Return the minutes a segment takes with so many people, before any fitting.

    `best` is the number of people its `minutes` are written for (`group.best`).
    """
    return around(segment, best) + turning(segment, people)


def whole_minutes(length_in_seconds: int) -> int:
    """Return seconds as minutes, rounded up."""
    return -(-length_in_seconds // MINUTE)


def resized(each: int, before: int, after: int) -> int:
    """Return the seconds of one turn when its segment goes from `before` to `after` minutes.

    Turns keep their share of the segment, in steps of five seconds, rounded down; what rounding
    leaves over goes to the part around them. A turn is never made shorter than 0:05, nor shorter
    at all when its segment gets longer.
    """
    if before in {after, 0}:
        return each
    share = each * after // (before * TURN_STEP) * TURN_STEP
    return max(share, each if after > before else min(each, TURN_STEP))
