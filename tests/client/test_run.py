"""Run mode's model, with a clock that jumps: it reckons from moments, and begins anywhere."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builder.clock import halves, reckon
from builder.model.version import Split
from tests.client.conftest import Bundled, Calls
from tests.client.telling import BEGIN_WELL, STORY, Story, teller


@pytest.fixture(scope="module")
def call(bundled: Bundled) -> Calls:
    """Give the model, with a teller of stories."""
    return bundled(STORY)


@pytest.fixture(scope="module")
def story(call: Calls) -> Story:
    """Give the teller of one story."""
    return teller(call)


class TestTheClock:
    @pytest.mark.promise("drifting-clock")
    def test_twenty_minutes_asleep_are_twenty_minutes(self, story: Story) -> None:
        before, after = story([1, "look"], [21, "look"])
        assert (before["left"], before["figure"]["n"]) == (4, 4)
        assert after["left"] == -16
        assert after["figure"] == {"n": 16, "unit": "min", "over": True}
        assert (after["over"], after["ends"]) == (16, "17:01")

    def test_minutes_are_whole_and_seconds_come_last(self, story: Story) -> None:
        looks = story(*([minute, "look"] for minute in (0, 0.5, 3.99, 4, 4.25, 4.999, 5, 5.9, 6)))
        shown = [(look["figure"]["n"], look["figure"]["unit"]) for look in looks]
        assert shown == [
            (5, "min"),
            (5, "min"),
            (2, "min"),
            (1, "min"),
            (45, "s"),
            (1, "s"),
            (0, "s"),
            (0, "min"),
            (1, "min"),
        ]

    def test_a_pause_counts_for_nothing_but_the_end(self, story: Story) -> None:
        _, paused, on, later = story([2, "pause"], [9, "look"], [9, "pause"], [10, "look"])
        assert (paused["left"], on["left"], later["left"]) == (3, 3, 2)
        assert (paused["over"], later["ends"]) == (7, "16:52")
        assert later["ran"] == 3

    def test_going_back_goes_on_where_it_was(self, story: Story) -> None:
        *_, back, on = story([5, "next"], [6, "back"], [6, "look"], [8, "next"])
        assert (back["at"], back["left"]) == ("open", 0)
        assert (on["at"], on["left"]) == ("check-in", 9)
        assert on["slip"][:2] == [7, 1]

    def test_more_minutes_move_all_that_comes(self, story: Story) -> None:
        (more,) = story([1, "extend", 2])
        assert (more["left"], more["over"], more["ends"]) == (6, 2, "16:47")
        assert [bar["when"] for bar in more["bars"]][:3] == ["15:45", "15:52", "16:02"]

    def test_people_and_a_late_start_are_reckoned(self, story: Story) -> None:
        (look,) = story([0, "look"], people=8, wall=15 * 60 + 48)
        agenda = reckon(BEGIN_WELL, 8)
        assert [part["minutes"] for part in look["parts"]] == [lap.minutes for lap in agenda.laps]
        assert look["over"] == 3
        assert look["bars"][0]["when"] == "15:48"

    def test_far_from_its_time_the_clocks_run_as_if(self, story: Story) -> None:
        (look,) = story([0, "look"], wall=9 * 60)
        assert (look["over"], look["ends"]) == (0, "16:45")

    def test_midnight_is_no_border(self, story: Story, call: Calls) -> None:
        (look,) = story([0, "look"], start="23:50", wall=2)
        assert (look["over"], look["ends"]) == (12, "01:02")
        assert call([["late", "00:10", 1430], ["late", "23:50", 10]]) == [-20, 20]

    def test_turns_are_counted_and_timed(self, story: Story) -> None:
        steps = ([5, "next"], [7, "turn"], [7.5, "look"], [9, "turn"])
        *_, first, second = story(*steps)
        after = story(*steps, *[[10, "turn"]] * 9)[-1]
        assert (first["turn"], first["turnLeft"]) == (1, 30)
        assert (second["turn"], second["turnLeft"]) == (2, 60)
        assert after["turn"] == 7

    def test_the_pointer_stands_at_the_minute(self, story: Story) -> None:
        *_, look = story([5, "next"], [15, "next"], [25, "next"], [30, "look"])
        assert look["pointer"] == 0.25
        assert look["step"] == {"at": 0, "next": "16:20"}
        assert [bar["state"] for bar in look["bars"]] == ["past"] * 3 + ["now"] + ["rest"] * 3
        assert sum(bar["length"] for bar in look["bars"]) == 60

    def test_the_end_is_the_end(self, story: Story) -> None:
        last = story(*([minute, "next"] for minute in range(5, 40, 5)))[-1]
        assert last["isOver"]
        assert last["slip"] == [5] * 7
        assert last["stopped"] is None


class TestWhereItBegins:
    def test_what_was_stopped_begins_with_coming_back_in(self, story: Story) -> None:
        (look,) = story([0, "look"], from_="agreement")
        assert [part["id"] for part in look["parts"]] == [
            "split.re-entry",
            "agreement",
            "test-it",
            "dates",
            "close",
        ]
        assert [part["minutes"] for part in look["parts"]][:2] == [2, 20]

    def test_where_the_pack_is_cut_it_is_its_own_second_meeting(self, story: Story) -> None:
        split = Split(after="good-groups", close=3, re_entry=4, minutes=(28, 39))
        made = replace(BEGIN_WELL, split=split)
        both = halves(made, 6)
        assert both is not None
        for version, from_, half in (
            ("full", "agreement", 1),
            ("split.second", "", 1),
            ("split.first", "", 0),
        ):
            (look,) = story([0, "look"], of=made, version=version, from_=from_)
            laps = [(part["id"], part["minutes"]) for part in look["parts"]]
            assert laps == [(lap.id, lap.minutes) for lap in both[half].laps]
        (look,) = story([0, "look"], of=made, from_="test-it")
        assert (look["parts"][0]["id"], look["parts"][0]["minutes"]) == ("split.re-entry", 4)

    def test_other_minutes_are_fitted_as_in_the_guide(self, story: Story) -> None:
        (look,) = story([0, "look"], minutes=56)
        assert [part["minutes"] for part in look["parts"]] == [
            lap.minutes for lap in reckon(BEGIN_WELL, 6, "full", 56).laps
        ]
        (on,) = story([0, "look"], minutes=56, from_="agreement")
        assert on["parts"][0]["id"] == "split.re-entry"
        assert on["parts"][1:] == look["parts"][3:]

    def test_what_the_address_makes_up_is_not_there(self, story: Story) -> None:
        (look,) = story([0, "look"], from_="nowhere", version="nothing")
        assert len(look["parts"]) == 7

    def test_stopping_says_where_to_go_on(self, story: Story) -> None:
        *_, look = story([5, "next"], [9.5, "look"])
        assert (look["stopped"]["part"]["id"], look["stopped"]["left"]) == ("check-in", 6)
