"""What a pack's clock can have wrong: every mistake at its place, none told twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.clock import prove
from builder.model.version import Split
from tests.clock.packs import nowhere, pack, segment, version
from tests.clock.proofs import CHECK_IN, WORK, begin_well, codes, only, told


def test_begin_well_has_nothing_wrong() -> None:
    """Sums, version, split and every group from 4 to 8."""
    assert prove(begin_well(), nowhere()) == ()


def test_minutes_that_do_not_add_up() -> None:
    """The message names both sums, the hint the difference and what to write."""
    made = replace(begin_well(), minutes=70)
    assert told(only(made, "minutes")) == (
        "minutes-do-not-add-up",
        "the segments take 75 minutes, but the pack says 70",
        "write 'minutes: 75', or make the segments shorter by 5",
    )
    assert only(pack(WORK, minutes=21), "minutes").hint.endswith("segments longer by 1")


def test_a_segment_of_wrong_length_is_one_mistake_not_three() -> None:
    """The version and the split are off by the same minutes, which is no news."""
    made = begin_well()
    longer = replace(made.segments[3], minutes=20)
    assert codes(replace(made, segments=(*made.segments[:3], longer, *made.segments[4:]))) == [
        "minutes-do-not-add-up"
    ]


def test_turns_longer_than_their_segment() -> None:
    """The hint names the length of turn that would do."""
    made = pack(segment("round", 10, per="person", each="2:00"))
    assert told(only(made, "segments", 0, "each")) == (
        "turns-do-not-fit",
        "6 turns of 2:00 take 12 minutes, but 'round' has 10",
        "write 'minutes: 12' or more, or 'each: 1:40' or less",
    )


@pytest.mark.parametrize(
    "fields,field,message",
    [
        (
            {"per": "person"},
            "per",
            "'work' takes turns, but does not say how long one is",
        ),
        (
            {"each": "1:00"},
            "each",
            "'work' says how long a turn is, but not who takes turns",
        ),
        ({"per": "person", "each": "0:00"}, "each", "a turn in 'work' has no length"),
        (
            {"per": "person", "each": "1:00", "turns": 3},
            "turns",
            "'work' says how many turns, which counts only with 'per: turn'",
        ),
        (
            {"per": "subgroup", "each": "1:00", "grouping": ["solo", "all"]},
            "per",
            "'work' counts turns by subgroups, but has none",
        ),
        (
            {"per": "turn", "each": "1:00"},
            "per",
            "'work' counts turns by subgroups, but has none",
        ),
    ],
)
def test_turns_that_are_not_fully_written(
    fields: dict[str, object], field: str, message: str
) -> None:
    """Each says what is missing, and nothing else is reckoned from them."""
    problem = only(pack(segment("work", 10, **fields)), "segments", 0, field)
    assert (problem.code, problem.message) == ("turns-incomplete", message)
    assert problem.hint


def test_turns_counted_by_hand_need_no_subgroups() -> None:
    """Two presenters of half an hour in the whole group are two turns, whoever is there."""
    assert codes(pack(segment("rounds", 60, per="turn", each="30:00", turns=2))) == []


def test_steps_that_do_not_add_up_to_one_turn() -> None:
    """Where there are turns, steps are those of one."""
    steps = [{"name": "Talk", "minutes": 10}, {"name": "Observer", "minutes": 3}]
    made = segment("rounds", 45, grouping=["trios"], per="turn", each="15:00", steps=steps)
    assert told(only(pack(made), "segments", 0, "steps")) == (
        "steps-do-not-add-up",
        "the steps of 'rounds' take 13 minutes, but one turn is 15:00",
        "write 'each: 13:00', or change the steps",
    )


def test_steps_that_do_not_add_up_to_the_segment() -> None:
    """Where there are no turns, steps are those of the segment."""
    made = segment("work", 9, steps=[{"name": "Write", "minutes": 1}])
    assert told(only(pack(made), "segments", 0, "steps")) == (
        "steps-do-not-add-up",
        "the steps of 'work' take 1 minute, but the segment has 9",
        "write 'minutes: 1', or change the steps",
    )


@pytest.mark.parametrize(
    "least,most,field,hint",
    [
        (12, 8, "least", "write 'least: 8' and 'most: 12'"),
        (12, None, "least", "write 'least: 10' or less"),
        (0, None, "least", "write 'least: 1' or more; 'priority: could' lets it be dropped"),
        (None, 8, "most", "write 'most: 10' or more"),
    ],
)
def test_bounds_that_are_crossed(
    least: int | None, most: int | None, field: str, hint: str
) -> None:
    """Least, minutes and most come in this order."""
    problem = only(pack(segment("work", 10, least=least, most=most)), "segments", 0, field)
    assert (problem.code, problem.hint) == ("bounds-crossed", hint)


def test_a_group_out_of_order() -> None:
    """The hint sorts it; nothing that counts people is proved beside it."""
    made = pack(
        CHECK_IN, people=(4, 12, 8), versions=(version("short", 5, check_in={"each": "0:10"}),)
    )
    assert told(only(made, "group")) == (
        "group-order",
        "the group is for 4 to 8 people, at best 12",
        "write them in order, such as 'min: 4', 'best: 8', 'max: 12'",
    )


def test_a_pack_that_a_large_group_cannot_end_on_time() -> None:
    """It names the largest group, by how much, and the largest that fits."""
    made = pack(replace(CHECK_IN, least=None), replace(WORK, least=19))
    assert told(only(made, "minutes")) == (
        "does-not-fit",
        "with 8 people the pack takes 31 minutes at the shortest, longer by 1 than its 30",
        (
            "it fits up to 7 people: write 'max: 7', "
            "or give segments a smaller 'least' or 'priority: could'"
        ),
    )


def test_all_mistakes_are_told_at_once_and_in_order() -> None:
    """One of nearly each kind in one pack."""
    made = pack(
        segment("one", 10, per="person"),
        segment("two", 10, least=12),
        segment("three", 10, priority="must", steps=[{"name": "Write", "minutes": 3}]),
        minutes=31,
        people=(6, 4, 8),
        versions=(version("short", 12, three="drop", for_="drop"),),
        split=Split(after="tow", close=0, re_entry=0, minutes=(1, 2)),
    )
    assert codes(made) == [
        "bounds-crossed",
        "cannot-drop",
        "group-order",
        "minutes-do-not-add-up",
        "steps-do-not-add-up",
        "turns-incomplete",
        "unknown-segment",
        "unknown-segment",
    ]
