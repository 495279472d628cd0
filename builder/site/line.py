"""The session line: an agenda drawn to scale, where height is how many think together.

Coordinates: one unit to the right is a minute, and height runs from 0 at the top to 100 at the
base. A picture is stretched to its box; strokes and signs keep their size.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from builder.model.pack import Grouping, Segment

HEIGHTS: dict[Grouping, int] = {"solo": 28, "pairs": 52, "trios": 76, "fours": 76, "all": 100}
"""How high a bar stands, in percent, by how many think together."""
FULL_SCALE = 90
"""Minutes that small lines have in their full width, where no session is longer."""
GAP = 0.5
"""Minutes left open before the top of each bar but the first, so that bars can be told apart."""
TICK = 5
"""Minutes between two ticks."""
BASE = 100


@dataclass(frozen=True, slots=True)
class Stretch:
    """What is drawn of one segment: when it begins, how long it is, who thinks together in it."""

    start: int
    minutes: int
    groupings: tuple[Grouping, ...]
    """In order; none for a break, which is an empty stretch."""

    @property
    def steps(self) -> tuple[tuple[float, float, int, Grouping], ...]:
        """Steps of equal length: where each begins and ends, its height, and its grouping."""
        length = self.minutes / max(1, len(self.groupings))
        return tuple(
            (
                self.start + index * length,
                self.start + (index + 1) * length,
                HEIGHTS[grouping],
                grouping,
            )
            for index, grouping in enumerate(self.groupings)
        )


@dataclass(frozen=True, slots=True)
class Small:
    """The line as a list shows it, without signs."""

    width: str
    """Its share of the full width, such as `83.33%`."""
    box: str
    """The view box: as many units wide as there are minutes."""
    fill: str
    """The path of the bars."""
    tops: str
    """The path of their tops."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A grouping sign above a bar."""

    x: str
    """Where it stands, as a share of the width."""
    height: int
    """The height of the bar below it, in percent."""
    grouping: Grouping


@dataclass(frozen=True, slots=True)
class Paper:
    """The line as paper shows it: outlines, tops and signs."""

    box: str
    edges: str
    """The path of the upright lines between segments."""
    tops: str
    signs: tuple[Sign, ...]


def stretch(segment: Segment, start: int, minutes: int) -> Stretch:
    """Return what is drawn of a segment that begins and lasts so."""
    groupings = () if "break" in segment.kind else segment.grouping
    return Stretch(start, minutes, groupings)


def scale(totals: Iterable[int]) -> int:
    """Return how many minutes small lines have in their full width: one scale for all of a site."""
    return max((FULL_SCALE, *totals))


def small(stretches: Sequence[Stretch], full: int = FULL_SCALE) -> Small:
    """Return the small line of an agenda."""
    total = length(stretches)
    return Small(
        width=f"{number(100 * total / full)}%",
        box=f"0 0 {total} {BASE}",
        fill=bars(stretches),
        tops=tops(stretches, GAP),
    )


def paper(stretches: Sequence[Stretch]) -> Paper:
    """Return the line of an agenda as paper shows it."""
    total = length(stretches)
    signs = tuple(
        Sign(f"{number(100 * begin / max(1, total))}%", height, grouping)
        for one in stretches
        for begin, _, height, grouping in one.steps
    )
    return Paper(f"0 0 {total} {BASE}", edges(stretches), tops(stretches, 0), signs)


def length(stretches: Sequence[Stretch]) -> int:
    """Return how long all of them are together."""
    return sum(one.minutes for one in stretches)


def bars(stretches: Sequence[Stretch]) -> str:
    """Return the path of the bars, down to the base."""
    found = []
    for one in stretches:
        for begin, end, height, _ in one.steps:
            found.append(f"M{number(begin)} {BASE}V{BASE - height}H{number(end)}V{BASE}Z")
    return "".join(found)


def tops(stretches: Sequence[Stretch], gap: float) -> str:
    """Return the path of the tops; within a segment the steps hang together like stairs."""
    found = []
    for index, one in enumerate(stretches):
        for place, (begin, end, height, _) in enumerate(one.steps):
            if place == 0:
                left = begin + (min(gap, one.minutes / 4) if index else 0)
                found.append(f"M{number(left)} {BASE - height}H{number(end)}")
            else:
                found.append(f"V{BASE - height}H{number(end)}")
    return "".join(found)


def edges(stretches: Sequence[Stretch]) -> str:
    """Return the path of the upright lines where segments meet, each as high as the higher one."""
    heights: dict[int, int] = {}
    for one in stretches:
        if one.steps:
            first, last = one.steps[0][2], one.steps[-1][2]
            end = one.start + one.minutes
            heights[one.start] = max(first, heights.get(one.start, 0))
            heights[end] = max(last, heights.get(end, 0))
    return "".join(f"M{at} {BASE}V{BASE - height}" for at, height in sorted(heights.items()))


def ticks(minutes: int) -> str:
    """Return the path of the ticks below the base, one every five minutes."""
    return "".join(f"M{at} 0V1" for at in range(0, minutes + 1, TICK))


def number(value: float) -> str:
    """Return a coordinate in as few characters as it needs."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
