"""Run mode's model, with a clock that jumps: it reckons from moments, and its offers add up."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.clock import halves, reckon
from builder.model.pack import Pack
from builder.model.version import Split
from builder.site.timing import timing
from tests.clock.packs import pack, segment
from tests.clock.test_laws import QUICK, packs
from themes.default.client.bundle import ESBUILD, HERE, OPTIONS

Step = list[Any]
"""The minute after the start, then a step and its arguments."""
Look = dict[str, Any]
Story = Callable[..., list[Look]]
"""Takes a pack and steps, and returns what there is to see after each."""

STORY = """
import { begin, extend, next, back, pause, turn, agree, left, over, ending, running, sum, rest,
  agreedTime, wallTime, turnLeft, slip, stopped, isOver, MINUTE, lateness } from './src/run/model';
import { offer, take, saved } from './src/run/offer';
import { parts } from './src/run/plan';
import { bars, pointer, figure, step, sessionLeft } from './src/run/view';
import { revive } from './src/run/keep';
const ZERO = 1_800_000_000_000;
const acts = { next, back, pause, turn, extend: (run, _, n) => extend(run, n),
  agree: (run, _, n) => agree(run, n), look: (run) => run };
export function story(pack, plan, start, wall, steps) {
  const at = (minute) => ZERO + minute * MINUTE;
  let run = begin(plan, parts(pack, plan), start, at(0), wall * MINUTE);
  return steps.map(([minute, name, ...more]) => {
    const now = at(minute);
    const found = offer(pack, run, now);
    run = name === 'take' ? (found ? take(run, found) : run) : acts[name](run, now, ...more);
    const kept = revive(JSON.stringify(run), run.parts.map((part) => part.id), now);
    const lost = revive(JSON.stringify(run), ['none'], now) || revive('{"format":1}', [], now)
      || revive('<', [], now) || revive(JSON.stringify(run), run.parts.map((p) => p.id), now * 2);
    return { at: run.parts[run.at]?.id ?? null, left: left(run, now) / MINUTE,
      figure: figure(left(run, now)), over: over(run, now), offer: offer(pack, run, now),
      ends: wallTime(run, ending(run, now)), agreed: agreedTime(run, run.end),
      rest: sum(rest(run)), sessionLeft: sessionLeft(run, now), ran: running(run, now) / MINUTE,
      bars: bars(run, now), pointer: pointer(run, now), turn: run.turn,
      turnLeft: turnLeft(run, now) / 1000, slip: slip(run, now).map(({ took }) => took),
      parts: run.parts, stopped: stopped(run, now), isOver: isOver(run),
      step: step(run, 2, now), same: JSON.stringify(kept) === JSON.stringify(run), lost };
  });
}
export const saves = (changes) => saved(changes);
export const late = (start, wall) => lateness(start, wall * MINUTE) / MINUTE;
"""
BEGIN_WELL = pack(
    segment("open", 5, priority="must"),
    segment("check-in", 10, kind=("check-in",), per="person", each="1:00"),
    segment("good-groups", 10, least=6, priority="could"),
    segment("agreement", 20, least=16, most=25, priority="must", grouping=("trios", "all")),
    segment("test-it", 5, least=4, priority="should"),
    segment("dates", 5, least=4, priority="must"),
    segment("close", 5, kind=("commitment", "closing"), priority="must"),
)


@pytest.fixture(scope="module")
def call(tmp_path_factory: pytest.TempPathFactory) -> Callable[[list[Any]], list[Any]]:
    """Give the model, bundled anew with a teller of stories."""
    script = tmp_path_factory.mktemp("run") / "run.js"
    made = ["--loader=ts", *OPTIONS, "--global-name=run", f"--outfile={script}"]
    subprocess.run(["node", str(ESBUILD), *made], cwd=HERE, input=STORY.encode(), check=True)

    def run(calls: list[Any]) -> list[Any]:
        runner = Path(__file__).with_name("call.mjs")
        done = subprocess.run(
            ["node", str(runner), str(script), "run"],
            input=json.dumps(calls),
            stdout=subprocess.PIPE,
            encoding="utf-8",
            check=True,
        )
        results: list[Any] = json.loads(done.stdout)
        return results

    return run


@pytest.fixture(scope="module")
def story(call: Callable[[list[Any]], list[Any]]) -> Story:
    """Give the teller of one story."""

    def tell(
        *steps: Step,
        of: Pack = BEGIN_WELL,
        people: int = 6,
        version: str = "full",
        from_: str = "",
        start: str = "15:45",
        wall: float = 15 * 60 + 45,
    ) -> list[Look]:
        plan = {"people": people, "version": version, "from": from_}
        (found,) = call([["story", json.loads(timing(of)), plan, start, wall, list(steps)]])
        assert isinstance(found, list), found
        assert all(look["same"] and not look["lost"] for look in found)
        return found

    return tell


class TestTheClock:
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

    def test_midnight_is_no_border(
        self, story: Story, call: Callable[[list[Any]], list[Any]]
    ) -> None:
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

    def test_where_nothing_helps_it_says_what_is_so(self, story: Story) -> None:
        *_, look = story(*([5, "next"] for _ in range(6)), [70, "look"])
        assert look["offer"]["changes"] == []
        assert look["offer"]["end"] == look["offer"]["kept"]

    def test_another_end_can_be_agreed(self, story: Story) -> None:
        late, agreed = story([8, "look"], [8, "agree", 63])
        assert late["offer"]["kept"] == 63
        assert (agreed["offer"], agreed["agreed"]) == (None, "16:48")

    def test_every_offer_adds_up(self, call: Callable[[list[Any]], list[Any]]) -> None:
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

    def test_what_the_address_makes_up_is_not_there(self, story: Story) -> None:
        (look,) = story([0, "look"], from_="nowhere", version="nothing")
        assert len(look["parts"]) == 7

    def test_stopping_says_where_to_go_on(self, story: Story) -> None:
        *_, look = story([5, "next"], [9.5, "look"])
        assert (look["stopped"]["part"]["id"], look["stopped"]["left"]) == ("check-in", 6)
