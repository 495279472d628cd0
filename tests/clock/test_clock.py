"""The clock on whole cases: `vectors.json`, which the client's twin is tested with too.

A case made `by hand` was worked out with pencil and paper from the rules; one made `by reference`
holds what this clock gave, for breadth, and is refreshed by `pytest --golden` and read as a diff.
In a case, `each` is in seconds, `start` a clock time, and what is left out of a pack is the
model's default.
"""

from __future__ import annotations

import pytest

from builder.clock import (
    Lap,
    clock_time,
    elapsed,
    halves,
    length,
    minutes_seconds,
    reckon,
    seconds,
    subgroup_size,
    turns,
)
from tests.clock.packs import VECTORS, Data, case, cases, neat, pack, pack_of, reckoned, segment

HAND = [one for one in cases() if one["made"] == "by hand"]
REFERENCE = [one for one in cases() if one["made"] == "by reference"]


@pytest.mark.parametrize("one", HAND, ids=[one["name"] for one in HAND])
def test_a_case_worked_out_by_hand_comes_out_to_the_minute(one: Data) -> None:
    """Every rule has its case, the pack of the handbook first."""
    assert reckoned(one) == one["expect"]


def test_cases_by_reference_are_as_they_were(request: pytest.FixtureRequest) -> None:
    """A wide net: a change of behaviour shows as a diff of vectors.json."""
    if request.config.getoption("--golden", default=False):
        made = [
            {**one, "expect": reckoned(one)} if one["made"] == "by reference" else one
            for one in cases()
        ]
        VECTORS.write_text(neat(made) + "\n", encoding="utf-8")
    for one in (case(one["name"]) for one in REFERENCE):
        assert reckoned(one) == one["expect"], one["name"]


def test_the_cases_are_many_and_named_once() -> None:
    """The twin relies on this file, so it says of itself what it is."""
    names = [one["name"] for one in cases()]
    assert names[0] == "begin well with 8 people"
    assert len(names) == len(set(names)) >= 40
    assert len(HAND) + len(REFERENCE) == len(names)
    assert neat(cases()) + "\n" == VECTORS.read_text(encoding="utf-8")


def test_begin_well_with_eight_people_says_why_in_two_sentences() -> None:
    """The worked example: the check-in grows, what could be shorter gives way, the end stays."""
    one = case("begin well with 8 people")
    agenda = reckon(pack_of(one["pack"]), 8)
    assert [note.words for note in agenda.notes] == [
        "For a group of 8, Check in takes 12 minutes instead of 10: longer by 2.",
        "Good groups, bad groups takes 8 minutes instead of 10: saves 2.",
    ]
    assert clock_time("15:45", agenda.minutes) == "17:00"
    assert agenda.ending is None


def test_begin_well_in_two_meetings_takes_43_and_37_minutes() -> None:
    """The two meetings carry their own minutes to close and to come back in."""
    both = halves(pack_of(case("begin well with 8 people")["pack"]))
    assert both is not None
    assert [half.minutes for half in both] == [43, 37]
    assert both[0].laps[-1] == Lap("split.close", "Close for today", 40, 3)
    assert both[1].laps[0] == Lap("split.re-entry", "Come back in", 0, 2)


def test_a_pack_that_is_not_split_has_no_halves() -> None:
    """Nothing is made up where the author says nothing."""
    assert halves(pack(segment("work"))) is None


def test_a_version_the_pack_does_not_have_is_a_lookup_error() -> None:
    """A caller's mistake, not an author's."""
    with pytest.raises(LookupError, match="no version 'tiny'"):
        reckon(pack(segment("work")), 6, "tiny")


def test_an_agenda_says_whether_it_fits_and_by_how_much() -> None:
    """One of the three: on time, early, too long."""
    made = pack(segment("work", 30))
    early, late, exact = (reckon(made, 6, minutes=minutes) for minutes in (35, 28, 30))
    assert (early.fits, early.ends_early, early.over) == (True, 5, 0)
    assert (late.fits, late.ends_early, late.over) == (False, 0, 2)
    assert (exact.fits, exact.ends_early, exact.over) == (True, 0, 0)


def test_a_lap_knows_its_end() -> None:
    """Run mode counts down to it."""
    assert reckon(pack(segment("one", 5), segment("two", 7)), 6).laps[1].end == 12


@pytest.mark.parametrize(
    "text,length_in_seconds", [("0:05", 5), ("1:00", 60), ("1:30", 90), ("15:00", 900)]
)
def test_the_length_of_a_turn_is_read_and_written(text: str, length_in_seconds: int) -> None:
    """M:SS and back."""
    assert seconds(text) == length_in_seconds
    assert minutes_seconds(length_in_seconds) == text


@pytest.mark.parametrize(
    "start,minutes,then",
    [
        ("15:45", 0, "15:45"),
        ("15:45", 17, "16:02"),
        ("08:50", 15, "09:05"),
        ("23:30", 30, "00:00"),
        ("23:59", 1441, "00:00"),
    ],
)
def test_the_clock_on_the_wall(start: str, minutes: int, then: str) -> None:
    """Two digits each, past midnight too."""
    assert clock_time(start, minutes) == then


def test_without_a_start_time_an_agenda_counts_from_nought() -> None:
    """As in the margin of a pack's page."""
    assert [elapsed(minutes) for minutes in (0, 5, 65, 600)] == ["0:00", "0:05", "1:05", "10:00"]


@pytest.mark.parametrize(
    "grouping,size",
    [(["all"], 0), (["solo", "pairs"], 2), (["pairs", "fours", "all"], 4), (["fours", "trios"], 3)],
)
def test_the_size_of_a_subgroup_is_that_of_the_last_named(grouping: list[str], size: int) -> None:
    """`solo` and `all` are no subgroups."""
    assert subgroup_size(segment("work", grouping=grouping)) == size


def test_turns_that_are_not_fully_written_count_as_none() -> None:
    """Reckoning never fails on a pack with mistakes; the proofs report them."""
    assert turns(segment("work", per="person"), 6) == 0
    assert turns(segment("work", each="1:00"), 6) == 0
    assert turns(segment("work", per="subgroup", each="1:00"), 6) == 0
    assert length(segment("work", 12, per="subgroup", each="1:00"), 9, best=6) == 12
