"""What versions and the split can have wrong, each at its place, and none told twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.model.version import Split
from tests.clock.packs import pack, segment, version
from tests.clock.proofs import CHECK_IN, WORK, begin_well, codes, only, told, with_version


def test_a_version_that_does_not_add_up() -> None:
    """At the minutes of that version."""
    made = with_version(CHECK_IN, WORK, minutes=26, check_in=5)
    assert told(only(made, "versions", 0, "minutes")) == (
        "version-does-not-add-up",
        "the short version takes 25 minutes, but it says 26",
        "write 'minutes: 25', or make its segments longer by 1",
    )


def test_a_version_with_a_mistake_of_its_own_is_told_beside_the_packs() -> None:
    """Off by another number than the pack, so it is another mistake."""
    made = replace(with_version(CHECK_IN, WORK, minutes=20, check_in=5), minutes=31)
    assert codes(made) == ["minutes-do-not-add-up", "version-does-not-add-up"]


@pytest.mark.parametrize(
    "minutes,message",
    [
        (
            (45, 35),
            "the two meetings take 43 and 37 minutes, but the split says 45 and 35",
        ),
        ((80,), "a split has two meetings, so 'minutes' has two numbers"),
    ],
)
def test_a_split_that_does_not_add_up(minutes: tuple[int, ...], message: str) -> None:
    """With what to write instead, close and re-entry counted in."""
    split = Split(after="purpose", close=3, re_entry=2, minutes=minutes)
    assert told(only(replace(begin_well(), split=split), "split", "minutes")) == (
        "split-does-not-add-up",
        message,
        "write 'minutes: [43, 37]'",
    )


def test_a_split_that_leaves_nothing_for_the_second_meeting() -> None:
    """It names the last segment of the session."""
    split = Split(after="commit", close=0, re_entry=0, minutes=(75, 0))
    assert only(replace(begin_well(), split=split), "split", "after").code == (
        "split-does-not-add-up"
    )


def test_a_split_after_an_unknown_segment() -> None:
    """With the name that was meant."""
    split = Split(after="purpos", close=3, re_entry=2, minutes=(43, 37))
    assert told(only(replace(begin_well(), split=split), "split", "after")) == (
        "unknown-segment",
        "the pack has no segment 'purpos'",
        "did you mean 'purpose'?",
    )


def test_a_version_that_changes_an_unknown_segment() -> None:
    """Its sum is not proved, since nobody knows it."""
    made = with_version(CHECK_IN, WORK, minutes=12, checkin=5)
    assert told(only(made, "versions", 0, "changes", 0)) == (
        "unknown-segment",
        "the pack has no segment 'checkin'",
        "did you mean 'check-in'?",
    )


def test_turns_longer_than_their_segment_in_a_version() -> None:
    """At the change that makes them so; twelve turns of 0:05 take a minute."""
    long = segment("round", 30, per="person", each="1:00")
    made = pack(long, WORK, people=(4, 24, 24), versions=(version("short", 21, round=1),))
    assert told(only(made, "versions", 0, "changes", 0)) == (
        "turns-do-not-fit",
        "24 turns of 0:05 take 2 minutes, but 'round' in the short version has 1",
        "write 'minutes: 2' or more",
    )


@pytest.mark.parametrize(
    "change,message",
    [
        (
            {"each": "1:00"},
            "the short version gives 'work' a length of turn, but it takes no turns",
        ),
        (
            {"turns": 2},
            "the short version gives 'work' a number of turns, which counts only with 'per: turn'",
        ),
    ],
)
def test_a_version_that_gives_turns_to_what_has_none(
    change: dict[str, object], message: str
) -> None:
    """Its sum is not proved then."""
    made = with_version(CHECK_IN, WORK, minutes=9, work=change)
    problem = only(made, "versions", 0, "changes", 0)
    assert (problem.code, problem.message) == ("turns-incomplete", message)


def test_a_version_with_turns_of_no_length() -> None:
    """Nought seconds is no turn."""
    made = with_version(CHECK_IN, WORK, minutes=24, check_in={"each": "0:00"})
    assert only(made, "versions", 0, "changes", 0).code == "turns-incomplete"


@pytest.mark.parametrize(
    "change", [{"each": "0:30"}, {"minutes": 2}, {"minutes": 2, "each": "0:30"}]
)
def test_a_version_is_not_blamed_for_turns_that_do_not_fit_in_full(
    change: dict[str, object],
) -> None:
    """The segment's own mistake is the only one."""
    wrong = segment("round", 5, per="person", each="1:00")
    made = with_version(wrong, WORK, minutes=22, round=change)
    assert codes(made) == ["turns-do-not-fit"]


@pytest.mark.parametrize(
    "fields,change,message",
    [
        ({"priority": "must"}, "drop", "drops 'one', which must take place"),
        ({"kind": ["check-in"]}, "prepare", "moves 'one', which is the check-in"),
        (
            {"kind": ["commitment", "closing"], "priority": "could"},
            "follow-up",
            "moves 'one', which is the commitment and closing",
        ),
        ({"priority": "must"}, "0", "drops 'one', which must take place"),
    ],
)
def test_what_no_session_goes_without_cannot_be_dropped(
    fields: dict[str, object], change: str, message: str
) -> None:
    """Neither dropped nor moved, nor shortened to nothing."""
    made = with_version(segment("one", 10, **fields), WORK, minutes=20, one=change)
    assert told(only(made, "versions", 0, "changes", 0)) == (
        "cannot-drop",
        f"the short version {message}",
        "shorten it instead, such as 'one: 5'",
    )


def test_no_version_is_called_full() -> None:
    """It would be asked for by the same name as the pack itself."""
    made = pack(WORK, versions=(version("full", 15, work=15),))
    assert only(made, "versions", 0).code == "reserved-version"


def test_a_version_that_a_large_group_cannot_end_on_time() -> None:
    """At the minutes of the version."""
    made = with_version(CHECK_IN, WORK, minutes=20, work=10)
    made = replace(made, segments=(replace(CHECK_IN, least=None), WORK))
    problem = only(made, "versions", 0, "minutes")
    assert problem.code == "does-not-fit"
    assert problem.message.startswith("with 8 people the short version takes 22 minutes")


def test_group_sizes_are_not_tried_where_a_sum_fails() -> None:
    """They would fail too, only because of it."""
    made = with_version(replace(CHECK_IN, least=None), replace(WORK, least=20), minutes=30)
    assert codes(made) == ["does-not-fit", "does-not-fit"]
    assert codes(replace(made, minutes=31)) == ["minutes-do-not-add-up"]
    assert codes(with_version(*made.segments, minutes=31)) == [
        "does-not-fit",
        "version-does-not-add-up",
    ]
