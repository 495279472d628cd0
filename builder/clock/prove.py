"""Prove a pack's clock: every sum, and that every group it is for can end on time.

All mistakes are found at once, and none that only follows from another: a sum is not proved where
its parts cannot be reckoned, and group sizes are not tried where a sum fails.
"""

from __future__ import annotations

from collections.abc import Iterator

from builder.clock.prove_segments import TURNS, count, prove_segment
from builder.clock.prove_split import prove_split
from builder.clock.prove_versions import Ground, prove_version
from builder.clock.reckon import reckon_edition
from builder.clock.versions import FULL, Edition, edited, edition
from builder.model.pack import Pack
from builder.model.part import Marks
from builder.problems import Problem, Span, in_order


def prove(pack: Pack, marks: Marks) -> tuple[Problem, ...]:
    """Return every mistake in a pack's minutes, each with its place and what to write instead."""
    group = tuple(_group(pack, marks))
    found = [*group, *_total(pack, marks)]
    shaky: set[str] = set()
    for index, segment in enumerate(pack.segments):
        wrong = tuple(prove_segment(pack, index, marks, best_known=not group))
        found += wrong
        if any(problem.code in TURNS for problem in wrong):
            shaky.add(segment.id)
    sound = not found
    if sound:
        found += _fits(pack, edition(pack), marks.at("minutes"))
    ground = Ground(pack, marks, frozenset(shaky), best_known=not group)
    for index, version in enumerate(pack.versions):
        wrong = tuple(prove_version(ground, index))
        found += wrong
        if sound and not wrong:
            found += _fits(pack, edited(pack, version), marks.at("versions", index, "minutes"))
    return in_order([*found, *prove_split(pack, marks)])


def _group(pack: Pack, marks: Marks) -> Iterator[Problem]:
    group = pack.group
    if group.min <= group.best <= group.max:
        return
    low, best, high = sorted((group.min, group.best, group.max))
    yield Problem(
        marks.at("group"),
        "group-order",
        f"the group is for {group.min} to {group.max} people, at best {group.best}",
        f"write them in order, such as 'min: {low}', 'best: {best}', 'max: {high}'",
    )


def _total(pack: Pack, marks: Marks) -> Iterator[Problem]:
    total = sum(segment.minutes for segment in pack.segments)
    if total == pack.minutes:
        return
    change = "shorter" if total > pack.minutes else "longer"
    yield Problem(
        marks.at("minutes"),
        "minutes-do-not-add-up",
        f"the segments take {count(total)}, but the pack says {pack.minutes}",
        f"write 'minutes: {total}', or make the segments {change} by {abs(total - pack.minutes)}",
    )


def _fits(pack: Pack, source: Edition, place: Span) -> Iterator[Problem]:
    """Try every number of people; the largest group that does not fit stands for the others."""
    group = pack.group
    agendas = [reckon_edition(source, n, group.best) for n in range(group.min, group.max + 1)]
    late = [agenda for agenda in agendas if not agenda.fits]
    if not late:
        return
    worst = late[-1]
    named = "pack" if source.name == FULL else f"{source.name} version"
    most = late[0].people - 1
    yield Problem(
        place,
        "does-not-fit",
        f"with {worst.people} people the {named} takes {count(worst.minutes)} at the shortest, "
        f"longer by {worst.over} than its {worst.wanted}",
        f"it fits up to {most} people: write 'max: {most}', "
        "or give segments a smaller 'least' or 'priority: could'",
    )
