"""What run mode offers to end on time: it adds up, keeps what must stay, and can be undone."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.clock import reckon
from builder.model.pack import Pack
from builder.site.timing import timing
from tests.client.conftest import Bundled, Calls
from tests.client.telling import STORY, Story, teller
from tests.clock.packs import pack, segment
from tests.clock.test_laws import QUICK, packs


@pytest.fixture(scope="module")
def call(bundled: Bundled) -> Calls:
    """Give the model, with a teller of stories."""
    return bundled(STORY)


@pytest.fixture(scope="module")
def story(call: Calls) -> Story:
    """Give the teller of one story."""
    return teller(call)


class TestOffers:
    def test_nothing_is_offered_in_time(self, story: Story) -> None:
        assert [look["offer"] for look in story([0, "look"], [5.4, "look"])] == [None, None]

    def test_first_what_could_be_shorter(self, story: Story) -> None:
        (look,) = story([8, "look"])
        changes = [(one["part"]["id"], one["minutes"]) for one in look["offer"]["changes"]]
        assert look["offer"]["over"] == 3
        assert changes == [("good-groups", 7)]

    def test_what_should_take_place_may_be_dropped_by_those_who_are_there(
        self, story: Story
    ) -> None:
        looks = story([5, "next"], [15, "next"], [25, "next"], [48, "look"], [48, "take"])
        offer = looks[-2]["offer"]
        assert [(one["part"]["id"], one["minutes"]) for one in offer["changes"]] == [("test-it", 0)]
        assert (looks[-2]["agreed"], offer["end"], offer["kept"]) == ("16:45", 60, 63)
        assert looks[-1]["offer"] is None
        assert looks[-1]["agreed"] == "16:45"
        assert looks[-1]["over"] == -2

    def test_what_was_agreed_can_be_taken_back(self, story: Story) -> None:
        steps = ([5, "next"], [15, "next"], [25, "next"], [48, "take"])
        *_, late, back = story(*steps, [49, "undo"])
        assert late["canUndo"]
        assert late["isAgreed"]
        assert not back["canUndo"]
        assert not back["isAgreed"]
        assert [part["out"] for part in back["parts"]] == [False] * 7
        assert (back["agreed"], back["ends"]) == ("16:45", "16:49")
        assert [(one["part"]["id"], one["minutes"]) for one in back["offer"]["changes"]] == [
            ("test-it", 0)
        ]

    def test_a_later_end_can_be_taken_back_in_the_same_part_alone(self, story: Story) -> None:
        agreed, back = story([8, "agree", 63], [8, "undo"])
        assert (agreed["agreed"], agreed["isAgreed"]) == ("16:48", True)
        assert (back["agreed"], back["over"]) == ("16:45", 3)
        *_, on = story([8, "agree", 63], [9, "next"])
        assert not on["canUndo"]

    def test_only_what_is_still_to_come_is_taken_back(self, story: Story) -> None:
        shorter = ([8, "take"], [8, "next"], [9, "extend", 2])
        *_, on, undone = story(*shorter, [9, "undo"])
        assert on["canUndo"]
        assert not on["isAgreed"], "it was agreed in an earlier part"
        lengths = {part["id"]: part["minutes"] for part in undone["parts"]}
        assert (lengths["check-in"], lengths["good-groups"]) == (12, 10)
        *_, begun, kept = story(*shorter, [15, "next"], [15, "undo"])
        assert not begun["canUndo"]
        assert kept["parts"] == begun["parts"]

    def test_turns_that_were_shortened_are_long_again(self, story: Story) -> None:
        made = pack(
            segment("open", 5),
            segment("round", 20, per="person", each="3:00", least=8, priority="could"),
            segment("close", 5, kind=("check-in", "commitment", "closing"), priority="must"),
        )
        taken, back = story([12, "take"], [12, "undo"], of=made)
        assert [look["parts"][1]["each"] for look in (taken, back)] == [115, 180]

    def test_where_nothing_helps_it_says_what_is_so(self, story: Story) -> None:
        *_, look = story(*([5, "next"] for _ in range(6)), [70, "look"])
        assert look["offer"]["changes"] == []
        assert look["offer"]["end"] == look["offer"]["kept"]

    def test_another_end_can_be_agreed(self, story: Story) -> None:
        late, agreed = story([8, "look"], [8, "agree", 63])
        assert late["offer"]["kept"] == 63
        assert (agreed["offer"], agreed["agreed"]) == (None, "16:48")

    def test_every_offer_adds_up(self, call: Calls) -> None:
        """Of any pack, at any minute: taken, it ends when it says, and keeps what must stay."""
        calls: list[Any] = []
        shortest: list[dict[str, int]] = []

        @settings(QUICK, max_examples=60)
        @given(packs(), st.integers(2, 12), st.integers(0, 3), st.integers(5, 90))
        def collect(made: Pack, people: int, past: int, late: int) -> None:
            plan = {"people": people, "version": "full", "from": ""}
            steps = [*[[0, "next"]] * min(past, len(made.segments) - 1), [late, "look"]]
            steps += [[late, "take"]]
            laps = reckon(made, people, minutes=0).laps
            shortest.append({lap.id: lap.minutes for lap in laps})
            calls.append(["story", json.loads(timing(made)), plan, "10:00", 600, steps])

        collect()
        offered = 0
        for (_, pack_, *_), floors, found in zip(calls, shortest, call(calls), strict=True):
            before, after = found[-2:]
            offer = before["offer"]
            if offer is None:
                continue
            offered += 1
            assert after["offer"] is None or not offer["changes"]
            saved = before["rest"] - after["rest"]
            if offer["changes"]:
                assert offer["end"] == max(offer["kept"] - saved, offer["kept"] - offer["over"])
            kinds = {one["id"]: one for one in pack_["segments"]}
            for change in offer["changes"]:
                segment_ = kinds[change["part"]["id"]]
                stays = {"check-in", "commitment", "closing"} & set(segment_["kind"])
                stays |= {"must"} & {segment_.get("priority", "should")}
                assert change["minutes"] > 0 or not stays
                assert change["minutes"] == 0 or change["minutes"] >= floors.get(segment_["id"], 1)
        assert offered > 20
