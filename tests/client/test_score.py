"""What a worksheet comes to is what a person works out with a pencil: blanks left out, ties kept.

Each kind of score is tried by examples worked by hand, and on random answers against a slow and
plain reference that reckons in fractions.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.client.model import Model, listening
from tests.client.sheets import Data, field, item, ratings, score, sheet, table

QUICK = settings(max_examples=120, deadline=None)
FIGURES = st.none() | st.integers(-5, 12) | st.decimals(-5, 12, places=2).map(float)
ANSWERS = st.lists(FIGURES, min_size=1, max_size=12)
TEXTS = st.sampled_from(["", "three", "3 or so"])
ROLES = ("trainer", "mentor", "coach")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Model]:
    """Give the scoring, run in Node."""
    entry = "export * from './src/model/score'; export * from './src/model/decimal';"
    with listening(entry, tmp_path_factory.mktemp("score")) as found:
        yield found


def came(model: Model, made: Data, **body: object) -> dict[str, Any]:
    """Return what the answers come to, by the ids of the scores."""
    return {one["score"]["id"]: one for one in model("results", made, body)}


def rated(values: list[Any]) -> tuple[Data, Data]:
    """Return a table of ratings with its answers; a blank has no answer."""
    names = [f"i{n}" for n in range(len(values))]
    given = {name: one for name, one in zip(names, values, strict=True) if one is not None}
    return ratings(*names), given


def figures(values: list[Any]) -> list[Fraction]:
    """Return what is a figure, exactly."""
    return [Fraction(str(one)) for one in values if isinstance(one, int | float)]


def tenth(value: Fraction) -> float:
    """Return a fraction to one decimal, a half rounded away from nothing, as on paper."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return float(exact.quantize(Decimal("0.1"), ROUND_HALF_UP))


def lines(result: Data) -> list[tuple[str, Any]]:
    """Return the lines of a result."""
    return [(one["label"], one["value"]) for one in result["lines"]]


def test_a_mean_has_one_decimal_and_leaves_blanks_out(model: Model) -> None:
    asked, given = rated([5, 3, 4, 6, 2, 5, 4, None])
    made = sheet(asked, scoring=[score("mean", "rated", at_least=6)])
    mean = came(model, made, rated=given)["mean"]
    assert (mean["figure"], mean["answered"], mean["asked"]) == (4.1, 7, 8)


def test_too_few_answers_have_no_mean_but_stay_in_sight(model: Model) -> None:
    asked, given = rated([5, None, 4, 6, None, 5, 4, None])
    made = sheet(asked, scoring=[score("mean", "rated", at_least=6)])
    mean = came(model, made, rated=given)["mean"]
    assert mean["figure"] is None
    assert (mean["answered"], mean["asked"]) == (5, 8)
    assert lines(mean)[:2] == [("I0", 5), ("I1", None)]


@pytest.mark.parametrize(
    "values,mean",
    [
        ([4, 4, 4, 5], 4.3),
        ([4, 4, 5, 4, 4, 4, 4, 5], 4.3),
        ([0.1, 0.2], 0.2),
        ([-4, -4, -4, -5], -4.3),
    ],
)
def test_a_half_is_rounded_as_on_paper(model: Model, values: list[float], mean: float) -> None:
    asked, given = rated(values)
    made = sheet(asked, scoring=[score("mean", "rated")])
    assert came(model, made, rated=given)["mean"]["figure"] == mean


def test_each_role_has_its_sum_and_equal_roles_are_both_named(model: Model) -> None:
    """As on the sheet about trainers, mentors and coaches."""
    asked, given = rated([1, 2, 0, None, 3, 2, 1, 3, 3, 2, 2, 2])
    of = [[f"rated.i{n}" for n in range(4 * role, 4 * role + 4)] for role in range(3)]
    sums = [score("sum", *of[n], name=role) for n, role in enumerate(ROLES)]
    made = sheet(asked, scoring=[*sums, score("top", *ROLES, count=1)])
    found = came(model, made, rated=given)
    assert [found[role]["figure"] for role in ROLES] == [3, 9, 9]
    assert [found[role]["answered"] for role in ROLES] == [3, 4, 4]
    assert lines(found["top"]) == [("mentor", 9), ("coach", 9)]


def test_a_group_of_items_is_an_address(model: Model) -> None:
    items = [item("a", group="Field Work"), item("b", group="Field Work"), item("c", group="Desk")]
    asked = field("rated", "ratings", items=items)
    made = sheet(asked, scoring=[score("sum", "rated.field-work")])
    assert came(model, made, rated={"a": 2, "b": 3, "c": 9})["sum"]["figure"] == 5


def test_a_role_without_answers_is_not_among_the_largest(model: Model) -> None:
    asked, given = rated([None, 0])
    sums = [score("sum", "rated.i0", name="one"), score("sum", "rated.i1", name="two")]
    made = sheet(asked, scoring=[*sums, score("top", "one", "two", count=2)])
    found = came(model, made, rated=given)
    assert (found["one"]["figure"], found["two"]["figure"]) == (None, 0)
    assert lines(found["top"]) == [("two", 0)]


GAPS = table(
    item("part"),
    item("matters", kind="scale"),
    item("now", kind="scale"),
    item("wanted", kind="scale"),
)
GAP_SCORES = [
    score("weighted-gap", "lines.wanted", "lines.now", "lines.matters", name="gap"),
    score("top", "gap"),
]


def row(part: str, matters: int | None, now: int | None, wanted: int | None) -> Data:
    """Make a line of the gap review."""
    given = {"part": part, "matters": matters, "now": now, "wanted": wanted}
    return {name: one for name, one in given.items() if one is not None}


def test_a_weighted_gap_is_never_under_nothing_and_leaves_out_a_line_with_a_blank(
    model: Model,
) -> None:
    rows = [row("start", 5, 3, 8), row("past it", 5, 9, 8), row("unsure", None, 2, 7), {}]
    gap = came(model, sheet(GAPS, scoring=GAP_SCORES), lines=rows)["gap"]
    assert lines(gap) == [("start", 25), ("past it", 0), ("unsure", None)]
    assert (gap["answered"], gap["asked"]) == (2, 3)


def test_all_that_tie_for_third_place_are_kept(model: Model) -> None:
    parts = {"a": 1, "b": 9, "c": 4, "d": 4, "e": 4, "f": 2}
    rows = [row(part, 1, 0, gap) for part, gap in parts.items()]
    top = came(model, sheet(GAPS, scoring=GAP_SCORES), lines=rows)["top"]
    assert lines(top) == [("b", 9), ("c", 4), ("d", 4), ("e", 4)]


def test_a_line_without_words_is_called_by_its_number(model: Model) -> None:
    rows = [row("a", 1, 0, 2), {}, {"matters": 1, "now": 1, "wanted": 2}]
    gap = came(model, sheet(GAPS, scoring=GAP_SCORES), lines=rows)["gap"]
    assert [label for label, _ in lines(gap)] == ["a", "Line 3"]


def test_a_difference_needs_both_figures(model: Model) -> None:
    asked = [field("today", "scale"), field("began", "scale")]
    made = sheet(*asked, scoring=[score("difference", "today", "began")])
    assert came(model, made, today=3, began=2)["difference"]["figure"] == 1
    assert came(model, made, today=1, began=2)["difference"]["figure"] == -1
    assert came(model, made, today=3)["difference"]["figure"] is None


def test_a_column_of_figures_is_added_up_without_its_blanks(model: Model) -> None:
    asked = table(item("what"), item("hours", kind="number"))
    made = sheet(asked, scoring=[score("sum", "lines.hours")])
    rows = [{"what": "read", "hours": 1.5}, {"what": "visit"}, {"what": "talk", "hours": 0.1}]
    found = came(model, made, lines=rows)["sum"]
    assert (found["figure"], found["answered"], found["asked"]) == (1.6, 2, 3)


def test_words_where_a_figure_should_be_are_blanks(model: Model) -> None:
    asked = ratings("a", "b")
    made = sheet(asked, scoring=[score("sum", "rated")])
    assert came(model, made, rated={"a": "three", "b": 2})["sum"]["figure"] == 2
    assert came(model, made, rated=["nothing", "of", "the", "kind"])["sum"]["figure"] is None


@given(ANSWERS)
@QUICK
def test_sums_are_those_of_fractions(model: Model, values: list[Any]) -> None:
    asked, given_ = rated(values)
    found = came(model, sheet(asked, scoring=[score("sum", "rated")]), rated=given_)["sum"]
    known = figures(values)
    assert found["figure"] == (float(sum(known)) if known else None)
    assert (found["answered"], found["asked"]) == (len(known), len(values))


@given(ANSWERS, st.none() | st.integers(1, 8))
@QUICK
def test_means_are_those_of_fractions(model: Model, values: list[Any], least: int | None) -> None:
    asked, given_ = rated(values)
    made = sheet(asked, scoring=[score("mean", "rated", at_least=least)])
    found = came(model, made, rated=given_)["mean"]
    known = figures(values)
    enough = len(known) >= max(least or 1, 1)
    assert found["figure"] == (tenth(sum(known, Fraction()) / len(known)) if enough else None)


@given(FIGURES | TEXTS, FIGURES | TEXTS)
@QUICK
def test_differences_are_those_of_fractions(model: Model, first: object, second: object) -> None:
    made = sheet(
        field("a", "number"), field("b", "number"), scoring=[score("difference", "a", "b")]
    )
    found = came(model, made, a=first, b=second)["difference"]
    known = figures([first, second])
    assert found["figure"] == (float(known[0] - known[1]) if len(known) == 2 else None)


@given(
    st.lists(
        st.tuples(*[st.none() | st.integers(0, 10)] * 3, st.sampled_from(["", "x", "y"])),
        max_size=9,
    ),
    st.integers(1, 5),
)
@QUICK
def test_gaps_and_the_widest_of_them_are_those_of_a_pencil(
    model: Model, rows: list[tuple[Any, ...]], count: int
) -> None:
    body = [row(part, matters, now, wanted) for matters, now, wanted, part in rows]
    scoring = [GAP_SCORES[0], score("top", "gap", count=count)]
    found = came(model, sheet(GAPS, scoring=scoring), lines=body)
    expected: list[tuple[str, Any]] = []
    for number, (matters, now, wanted, part) in enumerate(rows, 1):
        if (part, matters, now, wanted) == ("", None, None, None):
            continue
        known = None not in {matters, now, wanted}
        expected.append(
            (part or f"Line {number}", max(0, wanted - now) * matters if known else None)
        )
    assert lines(found["gap"]) == expected
    known_lines = [line for line in expected if line[1] is not None]
    widest = [
        line for line in known_lines if sum(other[1] > line[1] for other in known_lines) < count
    ]
    assert lines(found["top"]) == sorted(widest, key=lambda line: -line[1])


def test_figures_are_written_with_a_real_minus(model: Model) -> None:
    assert model("written", -1.5, 1) == "−1.5"
    assert model("written", 4, 1) == "4.0"
    assert model("written", 25) == "25"
