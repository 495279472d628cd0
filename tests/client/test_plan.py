"""What a plan and a journal reckon: gaps, order, dates, questions back, cycles, months.

The sources are bundled as they are for the page, and called in Node with nothing around them.
"""

from __future__ import annotations

import math
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.client.conftest import Bundled

Call = Callable[..., Any]
"""Takes the name of a function and its arguments, and returns what it gives."""
Rec = dict[str, Any]

SOURCES = ("plan", "needs", "journal", "ladder")
QUICK = settings(max_examples=25, deadline=None)
BUSY = "I improve my questions"


@pytest.fixture(scope="module")
def call(bundled: Bundled) -> Call:
    """Give the models, one call at a time."""
    calls = bundled("".join(f"export * from './src/model/{name}';" for name in SOURCES))
    return lambda name, *values: calls([[name, *values]])[0]


def rec(name: str, **body: object) -> Rec:
    """Make a record with a body; what else a record has is of no matter here."""
    return {"id": name, "type": "x", "updated": "2026-11-05T09:00:00.000Z", "body": body}


def gap(name: str, importance: int | None, now: int | None, wanted: int | None) -> Rec:
    """Make a line of the gap review."""
    return rec(name, part=name, importance=importance, now=now, wanted=wanted)


def ids(recs: list[Rec]) -> list[str]:
    """Return the names of records."""
    return [one["id"] for one in recs]


def test_a_gap_is_what_is_missing_times_how_much_it_matters(call: Call) -> None:
    assert call("weigh", {"importance": 4, "now": 3, "wanted": 8}) == 20
    assert call("weigh", {"importance": 4, "now": 9, "wanted": 8}) == 0
    assert call("weigh", {"importance": 4, "now": 3}) is None
    assert call("weigh", {"importance": 4, "now": "3", "wanted": 8}) is None


def test_the_top_three_keeps_all_that_tie_for_third_place(call: Call) -> None:
    lines = [
        gap("a", 1, 1, 3),
        gap("b", 5, 1, 9),
        gap("c", 2, 1, 2),
        gap("d", 1, 4, 6),
        gap("e", 3, 1, 2),
    ]
    found = call("widest", lines)
    assert [(one["rec"]["id"], one["weight"]) for one in found["top"]] == [
        ("b", 40),
        ("e", 3),
        ("a", 2),
        ("c", 2),
        ("d", 2),
    ]


def test_lines_with_a_blank_are_left_out_and_counted(call: Call) -> None:
    lines = [gap("a", 5, None, 9), gap("b", 2, 1, 3), gap("c", 1, 5, 5), rec("empty", need="x")]
    found = call("widest", lines)
    assert ids([one["rec"] for one in found["top"]]) == ["b"]
    assert (found["blank"], found["closed"]) == (1, 1)


figures = st.none() | st.integers(1, 10)


@QUICK
@given(lines=st.lists(st.tuples(figures, figures, figures), max_size=9))
def test_none_that_is_left_out_of_the_top_is_as_wide_as_one_in_it(
    call: Call, lines: list[tuple[int | None, int | None, int | None]]
) -> None:
    recs = [gap(str(at), *line) for at, line in enumerate(lines)]
    found = call("widest", recs)
    weights = [
        max(0, wanted - now) * importance
        for importance, now, wanted in lines
        if importance is not None and now is not None and wanted is not None
    ]
    open_ones = sorted((weight for weight in weights if weight > 0), reverse=True)
    third = open_ones[:3][-1] if open_ones else 0
    assert [one["weight"] for one in found["top"]] == [one for one in open_ones if one >= third]
    assert found["blank"] + found["closed"] + len(open_ones) == len(lines)


@QUICK
@given(
    places=st.lists(st.none() | st.integers(-3, 3) | st.floats(0, 1), min_size=1, max_size=7),
    pick=st.integers(0, 6),
    by=st.integers(-7, 7),
)
def test_moving_a_step_keeps_all_steps_and_the_order_of_the_others(
    call: Call, places: list[float | None], pick: int, by: int
) -> None:
    made = [
        rec(str(at), **({} if place is None else {"order": place}))
        for at, place in enumerate(places)
    ]
    steps = sorted(made, key=order_of)
    name = ids(steps)[pick % len(steps)]
    changes = {one["id"]: one["order"] for one in call("moved", steps, name, by)}
    after = sorted(
        ({**one, "body": {"order": changes.get(one["id"], order_of(one))}} for one in steps),
        key=order_of,
    )
    expected = [one for one in ids(steps) if one != name]
    expected.insert(min(max(ids(steps).index(name) + by, 0), len(steps) - 1), name)
    assert ids(after) == expected


def order_of(one: Rec) -> float:
    """Return the place that the book sorts by."""
    return float(one["body"].get("order", 0))


def test_a_step_between_two_others_moves_alone(call: Call) -> None:
    steps = [rec("a", order=1), rec("b", order=2), rec("c", order=3)]
    assert call("moved", steps, "c", -1) == [{"id": "c", "order": 1.5}]
    assert call("moved", steps, "a", -1) == []


def test_reviews_are_one_three_six_and_twelve_months_on(call: Call) -> None:
    assert call("reviewDays", "2027-03-01") == [
        "2027-04-01",
        "2027-06-01",
        "2027-09-01",
        "2028-03-01",
    ]
    assert call("reviewDays", "soon") == []


@QUICK
@given(start=st.dates(date(1990, 1, 1), date(2090, 12, 31)))
def test_a_review_at_a_months_end_is_on_the_last_day_there_is(call: Call, start: date) -> None:
    for months, day in zip((1, 3, 6, 12), call("reviewDays", start.isoformat()), strict=True):
        year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
        last = monthrange(year, month + 1)[1]
        assert day == date(year, month + 1, min(start.day, last)).isoformat()


def test_a_review_is_due_until_one_is_written_on_that_day_or_later(call: Call) -> None:
    goal = {"reviews": ["2026-11-01", "2026-12-01", "2027-03-01", 7, "never"]}
    written = {"date": "2026-11-20", "helped": "Sam"}
    empty = {"date": "2026-12-24", "helped": " "}
    assert call("dueReviews", goal, [], "2026-10-31") == []
    assert call("dueReviews", goal, [], "2026-12-24") == ["2026-11-01", "2026-12-01"]
    assert call("dueReviews", goal, [written, empty], "2026-12-24") == ["2026-12-01"]
    assert call("dueReviews", goal, [{**written, "date": "2026-12-01"}], "2026-12-24") == []


def test_a_date_that_has_passed_asks_until_the_step_has_ended_or_is_kept(call: Call) -> None:
    step = {"by": "2026-11-06", "status": "planned"}
    assert call("datePassed", step, "2026-11-07")
    assert not call("datePassed", step, "2026-11-06")
    assert not call("datePassed", {**step, "status": "learned"}, "2026-11-07")
    assert not call("datePassed", {**step, "kept": "2026-11-06"}, "2026-11-07")
    assert call("datePassed", {**step, "kept": "2026-10-01"}, "2026-11-07")
    assert not call("datePassed", {**step, "by": "some day"}, "2026-11-07")


def test_hours_add_up_and_blanks_are_counted(call: Call) -> None:
    activities = [{"hours": 1.1, "spent": 2}, {"hours": 2.2}, {"spent": "two"}, {"hours": -5}]
    assert call("hours", activities) == {"planned": 3.3, "spent": 2, "blank": 1}


def asked(call: Call, words: str, **more: object) -> list[str]:
    """Return which questions a goal asks back."""
    return [one["id"] for one in call("questionsBack", {"different": words, **more})]


CLEAR = {"who": "Sam and Lea", "by": "2026-12-12"}


def test_an_empty_goal_asks_nothing(call: Call) -> None:
    assert asked(call, " ") == []


def test_a_clear_goal_asks_nothing_back(call: Call) -> None:
    assert asked(call, "Friday’s lesson starts within three minutes of the bell.", **CLEAR) == []


@pytest.mark.parametrize(
    "words, question",
    [
        (BUSY, "sign"),
        ("Better lessons", "sign"),
        ("I will try to wait longer", "try"),
        ("I listen to each group for two minutes and I write down their questions", "several"),
    ],
)
def test_a_vague_goal_gets_a_question_back(call: Call, words: str, question: str) -> None:
    assert asked(call, words, **CLEAR) == [question]


def test_a_sign_that_can_be_seen_settles_a_vague_verb(call: Call) -> None:
    assert asked(call, "I improve my questions until 8 students speak", **CLEAR) == []


def test_an_and_between_two_names_is_no_second_goal(call: Call) -> None:
    assert asked(call, "Sam and Lea start the lesson before the bell.", **CLEAR) == []
    assert asked(call, "The class is calm and quiet before the bell", **CLEAR) == []


def test_a_goal_without_noticer_and_date_asks_for_both(call: Call) -> None:
    assert asked(call, "Two students start the lesson.") == ["who", "by"]


def test_a_question_that_was_settled_is_not_asked_again(call: Call) -> None:
    assert asked(call, BUSY, settled=["sign"], **CLEAR) == []


def test_former_words_of_a_goal_are_kept_once(call: Call) -> None:
    goal = {"different": "Old words", "wording": []}
    kept = call("withWording", goal, "2026-11-05")
    assert kept == [{"date": "2026-11-05", "words": "Old words", "reason": ""}]
    assert call("withWording", {**goal, "wording": kept}, "2026-11-09") == kept
    newer = call("withWording", {"different": "New words", "wording": kept}, "2026-11-09")
    assert [one["words"] for one in newer] == ["Old words", "New words"]


def test_a_copy_of_a_goal_begins_without_its_history(call: Call) -> None:
    goal = {"different": "a", "wording": [1], "reviews": [1], "status": "done", "archived": True}
    assert call("copyOf", {**goal, "who": "b", "private": True}) == {
        "different": "a",
        "who": "b",
        "private": True,
    }
    step = {
        "goal": "old",
        "words": "a",
        "by": "2026-01-01",
        "status": "done",
        "note": "n",
        "order": 2,
    }
    assert call("copyOfStep", step, "new") == {
        "goal": "new",
        "words": "a",
        "status": "planned",
        "order": 2,
    }


def test_one_ladder_sums_up_to_fifty_and_ten_a_rung(call: Call) -> None:
    assert call("summary", []) is None
    assert call("summary", [{"weight": 3, "level": 0}]) == 50
    assert math.isclose(call("summary", [{"weight": 2, "level": -1}]), 40)


def test_several_ladders_sum_up_by_the_published_rule(call: Call) -> None:
    ladders = [(1, 1), (3, -1), (2, 2)]
    up = 10 * sum(weight * level for weight, level in ladders)
    down = math.sqrt(0.7 * sum(w * w for w, _ in ladders) + 0.3 * sum(w for w, _ in ladders) ** 2)
    given_ = [{"weight": weight, "level": level} for weight, level in ladders]
    assert math.isclose(call("summary", given_), 50 + up / down)


def test_check_ins_are_read_in_the_order_of_their_dates(call: Call) -> None:
    late, early = (
        rec("b", date="2026-11-05", sure=7, level="zero"),
        rec("a", date="2026-09-01", sure=4),
    )
    assert call("points", [late, rec("c", sure=1), early]) == [
        {"day": "2026-09-01", "sure": 4, "level": None},
        {"day": "2026-11-05", "sure": 7, "level": 0},
    ]


def test_entries_stand_newest_first_by_month_and_back_dated_ones_in_their_place(call: Call) -> None:
    entries = [
        rec("a", date="2026-11-02"),
        rec("b", date="2026-10-30"),
        rec("c"),
        rec("d", date="2026-11-02"),
    ]
    months = call("byMonth", call("newestFirst", entries))
    assert [(one["month"], ids(one["entries"])) for one in months] == [
        ("2026-11", ["c", "d", "a"]),
        ("2026-10", ["b"]),
    ]


def test_a_search_finds_each_of_its_words_wherever_they_stand(call: Call) -> None:
    entries = [
        rec("a", words="The cards were on the desks", helped="Sam", mark="setback", goal="g"),
        rec("b", words="Cards again", mark="puzzle"),
    ]
    nothing = {"words": "", "goal": "", "mark": ""}
    assert ids(call("found", entries, {**nothing, "words": "sam CARDS"})) == ["a"]
    assert ids(call("found", entries, {**nothing, "words": "cards"})) == ["a", "b"]
    assert ids(call("found", entries, {**nothing, "mark": "setback"})) == ["a"]
    assert ids(call("found", entries, {**nothing, "goal": "g", "words": "again"})) == []


def test_cycles_are_numbered_along_their_way_round(call: Call) -> None:
    cycles = [rec("a"), rec("b", after="a"), rec("c", after="b"), rec("d")]
    assert ids(call("round", cycles, cycles[2])) == ["a", "b", "c"]
    assert ids(call("lastOnes", cycles)) == ["c", "d"]


def test_cycles_that_follow_one_another_in_a_ring_are_all_shown(call: Call) -> None:
    ring = [rec("a", after="b"), rec("b", after="a")]
    assert ids(call("round", ring, ring[0])) == ["b", "a"]
    assert ids(call("lastOnes", ring)) == ["a", "b"]


def test_a_beginning_is_cut_between_words(call: Call) -> None:
    assert call("beginning", "one two  three", 20) == "one two three"
    assert call("beginning", "one two three", 9) == "one two …"
    assert call("beginning", "o" * 30, 9) == "ooooooooo …"


def test_what_is_open_goes_to_the_next_meeting(call: Call) -> None:
    assert call("isOpen", rec("q", words="Why?"))
    assert not call("isOpen", rec("q", words="Why?", answer="So"))
    assert call("isCarried", rec("n", words="Wait longer"))
    assert not call("isCarried", rec("n", words="Wait longer", came="They spoke"))
    assert call("isCommitment", rec("s", words="A card", status="part-done"))
    assert not call("isCommitment", rec("s", words="A card", status="learned"))
    assert not call("isCommitment", rec("s", words=" ", status="planned"))
