"""The dates of a group: planned by weeks around holidays, moved by hand, and planned anew."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tests.client.model import Model, listening

ENTRY = """
import { calendar } from './src/io/ics';
import * as its from './src/model/schedule';
import { sending as made } from './src/model/sending';

const read = (body) => its.scheduleOf(body, 'Pacific/Auckland');
let n = 0;
const name = () => `m${(n += 1)}`;
const who = (one) => one.lead.toUpperCase();
const keep = (body, meetings) => ({ ...body, ...its.kept(meetings, who) });

export const scheduleOf = (body) => read(body);
export const listed = (body) => its.listed(read(body));
export const planned = (body, today) => {
  const found = its.planned(read(body), today, name);
  return { ...found, body: keep(body, found.meetings) };
};
export const changed = (body, id, patch) => keep(body, its.changed(read(body), id, patch));
export const swapped = (body, a, b) => keep(body, its.swapped(read(body), a, b));
export const rotaOf = (body, people, today) => {
  const found = its.rotaOf(read(body), people, today);
  return { ...found, body: keep(body, its.led(read(body), found)) };
};
export const sent = (body) => {
  const about = { id: 's', title: 'Group', text: (one) => one.note };
  const { events, meetings } = made(read(body), about);
  const text = calendar(events, { site: 'kowhai', title: 'Group', now: new Date(0) });
  return { text, body: keep(body, meetings) };
};
"""
PLAN = {"start": "2026-11-05", "time": "15:45", "minutes": 75, "weeks": 1, "count": 6}
BEFORE = "2026-11-01"
PEOPLE = [{"id": one, "since": "", "until": ""} for one in "abc"]


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Model]:
    """Give the functions of the schedule; each takes and gives bodies of records."""
    with listening(ENTRY, tmp_path_factory.mktemp("schedule")) as model:
        yield model


def plan(node: Model, body: dict[str, Any], today: str = BEFORE) -> dict[str, Any]:
    """Plan the days; return the body."""
    made: dict[str, Any] = node("planned", body, today)["body"]
    return made


def dates(node: Model, body: dict[str, Any]) -> list[str]:
    """Return the days on the list."""
    return [one["date"] for one in node("listed", body)]


def ids(node: Model, body: dict[str, Any]) -> dict[str, str]:
    """Return the names of the meetings by their days."""
    return {one["date"]: one["id"] for one in node("listed", body)}


def test_meetings_come_every_so_many_weeks(node: Model) -> None:
    assert dates(node, plan(node, PLAN)) == [
        "2026-11-05",
        "2026-11-12",
        "2026-11-19",
        "2026-11-26",
        "2026-12-03",
        "2026-12-10",
    ]
    fortnightly = plan(node, {**PLAN, "weeks": 2, "count": 3})
    assert dates(node, fortnightly) == ["2026-11-05", "2026-11-19", "2026-12-03"]


def test_meetings_in_holidays_are_pushed_on_and_none_is_lost(node: Model) -> None:
    holidays = [{"from": "2026-11-10", "to": "2026-11-20"}, {"from": "2026-12-03", "to": ""}]
    assert dates(node, plan(node, {**PLAN, "holidays": holidays, "count": 4})) == [
        "2026-11-05",
        "2026-11-26",
        "2026-12-10",
        "2026-12-17",
    ]


@given(
    start=st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    weeks=st.integers(1, 5),
    count=st.integers(1, 30),
    holidays=st.lists(
        st.tuples(st.dates(date(2026, 1, 1), date(2029, 12, 31)), st.integers(0, 60)), max_size=4
    ),
)
def test_every_plan_has_its_meetings_on_the_right_weekday_and_none_in_holidays(
    node: Model, start: date, weeks: int, count: int, holidays: list[tuple[date, int]]
) -> None:
    spans = [(one, one + timedelta(days=days)) for one, days in holidays]
    body = {
        **PLAN,
        "start": start.isoformat(),
        "weeks": weeks,
        "count": count,
        "holidays": [{"from": a.isoformat(), "to": b.isoformat()} for a, b in spans],
    }
    found = [date.fromisoformat(one) for one in dates(node, plan(node, body))]
    assert len(found) == count
    assert sorted(set(found)) == found
    for one in found:
        assert (one - start).days % (7 * weeks) == 0
        assert not any(a <= one <= b for a, b in spans)


def test_holidays_without_an_end_leave_few_meetings_and_no_waiting(node: Model) -> None:
    holidays = [{"from": "2026-11-12", "to": "2999-01-01"}]
    assert dates(node, plan(node, {**PLAN, "holidays": holidays})) == ["2026-11-05"]


def test_planning_again_with_the_same_words_changes_nothing(node: Model) -> None:
    once = plan(node, PLAN)
    again = node("planned", once, BEFORE)
    assert again["body"] == once
    assert (again["stay"], again["move"], again["come"], again["go"]) == (6, 0, 0, 0)


def test_meetings_that_stay_keep_their_names_when_planned_anew(node: Model) -> None:
    once = plan(node, PLAN)
    again = node("planned", {**once, "weeks": 2, "count": 4}, BEFORE)
    before, after = ids(node, once), ids(node, again["body"])
    assert [after[one] for one in ("2026-11-05", "2026-11-19", "2026-12-03")] == [
        before[one] for one in ("2026-11-05", "2026-11-19", "2026-12-03")
    ]
    assert after["2026-12-17"] in before.values()
    assert (again["stay"], again["move"], again["come"], again["go"]) == (3, 1, 0, 2)


def test_what_was_held_stays_as_it_was_whatever_is_planned(node: Model) -> None:
    once = plan(node, PLAN)
    again = plan(node, {**once, "weeks": 2, "start": "2026-11-06"}, today="2026-11-14")
    assert dates(node, again)[:2] == ["2026-11-05", "2026-11-12"]
    assert ids(node, again)["2026-11-12"] == ids(node, once)["2026-11-12"]
    assert len(dates(node, again)) == 6
    assert dates(node, again)[2:4] == ["2026-11-20", "2026-12-04"]


def test_a_meeting_moved_by_hand_stays_there_when_planned_anew(node: Model) -> None:
    once = plan(node, PLAN)
    name = ids(node, once)["2026-11-12"]
    moved = node("changed", once, name, {"date": "2026-11-13", "time": "08:00", "note": "cake"})
    again = plan(node, {**moved, "count": 8})
    assert ids(node, again)["2026-11-13"] == name
    assert "2026-11-12" not in ids(node, again)
    (there,) = [one for one in node("listed", again) if one["id"] == name]
    assert (there["time"], there["note"], there["planned"]) == ("08:00", "cake", "2026-11-12")


def test_a_meeting_moved_past_another_takes_its_place_in_the_list(node: Model) -> None:
    once = plan(node, PLAN)
    moved = node("changed", once, ids(node, once)["2026-11-05"], {"date": "2026-11-14"})
    assert dates(node, moved)[:3] == ["2026-11-12", "2026-11-14", "2026-11-19"]


def test_meetings_planned_no_more_come_back_with_their_notes(node: Model) -> None:
    once = plan(node, PLAN)
    last = ids(node, once)["2026-12-10"]
    noted = node("changed", once, last, {"note": "bring the plan"})
    fewer = plan(node, {**noted, "count": 5})
    assert last not in ids(node, fewer).values()
    back = plan(node, {**fewer, "count": 6})
    assert ids(node, back)["2026-12-10"] == last
    assert node("listed", back)[-1]["note"] == "bring the plan"


def test_leads_are_dealt_to_those_who_take_turns_and_cancelled_meetings_have_none(
    node: Model,
) -> None:
    once = plan(node, PLAN)
    off = node("changed", once, ids(node, once)["2026-11-12"], {"cancelled": True})
    led = node("rotaOf", {**off, "resting": ["b"]}, PEOPLE, BEFORE)["body"]
    assert [one["lead"] for one in node("listed", led)] == ["a", "", "c", "a", "c", "a"]


def test_those_who_swap_stay_swapped_when_the_leading_is_shared_out_again(node: Model) -> None:
    led = node("rotaOf", plan(node, PLAN), PEOPLE, BEFORE)["body"]
    assert [one["lead"] for one in node("listed", led)] == list("abcabc")
    days = ids(node, led)
    swapped = node("swapped", led, days["2026-11-12"], days["2026-12-03"])
    assert [one["lead"] for one in node("listed", swapped)] == list("abcabc")
    swapped = node("swapped", led, days["2026-11-05"], days["2026-12-03"])
    assert [one["lead"] for one in node("listed", swapped)] == list("bbcaac")
    again = node("rotaOf", swapped, PEOPLE, BEFORE)["body"]
    leads = [one["lead"] for one in node("listed", again)]
    assert (leads[0], leads[4]) == ("b", "a")
    assert all(one != other for one, other in pairwise(leads))


def test_leads_in_the_past_are_history(node: Model) -> None:
    led = node("rotaOf", plan(node, PLAN), PEOPLE, BEFORE)["body"]
    joined = [*PEOPLE, {"id": "d", "since": "2026-11-13", "until": ""}]
    again = node("rotaOf", led, joined, "2026-11-13")["body"]
    leads = [one["lead"] for one in node("listed", again)]
    assert leads[:2] == ["a", "b"]
    assert "d" in leads[2:]


def events(text: str) -> dict[str, Any]:
    """Read the meetings of a calendar file by the days they begin on, in UTC."""
    found = Calendar.from_ical(text).walk("VEVENT")
    return {one.decoded("DTSTART").strftime("%m-%d"): one for one in found}


def test_only_meetings_that_change_count_on_in_the_next_calendar_file(node: Model) -> None:
    first = node("sent", plan(node, PLAN))
    assert {one["SEQUENCE"] for one in events(first["text"]).values()} == {0}
    moved = node(
        "changed", first["body"], ids(node, first["body"])["2026-11-12"], {"time": "08:00"}
    )
    second = node("sent", plan(node, {**moved, "count": 7}))
    sequences = [one["SEQUENCE"] for one in events(second["text"]).values()]
    assert sequences == [0, 1, 0, 0, 0, 0, 0]
    third = node("sent", second["body"])
    assert third == second
    names = [[str(one["UID"]) for one in events(sent["text"]).values()] for sent in (first, second)]
    assert names[1][:6] == names[0]


def test_calendars_learn_that_a_meeting_they_have_is_no_more(node: Model) -> None:
    body = plan(node, PLAN)
    never = node("changed", body, ids(node, body)["2026-11-05"], {"cancelled": True})
    assert len(events(node("sent", never)["text"])) == 5
    first = node("sent", body)
    later = plan(node, {**first["body"], "count": 5})
    off = node("changed", later, ids(node, later)["2026-11-05"], {"cancelled": True})
    found = events(node("sent", off)["text"])
    struck = {day for day, one in found.items() if one.get("STATUS") == "CANCELLED"}
    assert struck == {"11-05", "12-10"}
    assert {found[day]["SEQUENCE"] for day in struck} == {1}


def test_a_copy_says_who_leads_in_words_and_holds_no_meeting_planned_no_more(node: Model) -> None:
    led = node("rotaOf", plan(node, PLAN), PEOPLE, BEFORE)["body"]
    fewer = plan(node, {**led, "count": 2})
    assert [one["who"] for one in fewer["meetings"]] == ["A", "B"]
    assert len(fewer["gone"]) == 4


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"start": 7, "meetings": "x", "weeks": "two", "count": None, "alarms": [1, {}]},
        {"start": "2026-02-31", "count": -4, "weeks": 0, "minutes": 1e9, "time": "25:00"},
        {"meetings": [{}, {"id": "a"}, {"date": "2026-11-05"}, None, 3, {"id": "b", "date": "x"}]},
        {"start": "2026-11-05", "holidays": [{"from": 3}, {}, "x"], "count": 3.7},
    ],
)
def test_a_file_may_hold_anything(node: Model, body: dict[str, Any]) -> None:
    found = node("planned", body, BEFORE)
    assert "thrown" not in found
    assert len(node("listed", found["body"])) in {0, 4}
