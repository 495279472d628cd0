"""Change over time: line by line, within one version of a sheet, and looking back kept apart."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.client.model import Model, listening
from tests.client.sheets import Data, field, filled, item, ratings, sheet

CHECK = sheet(ratings("try", "ask"), field("sure", "scale", low=1, high=5))
MOMENTS = ("", "start", "now", "looking-back")
QUICK = settings(max_examples=120, deadline=None)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Model]:
    """Give what compares sheets, run in Node."""
    entry = "export * from './src/model/change'; export * from './src/model/answers';"
    with listening(entry, tmp_path_factory.mktemp("change")) as found:
        yield found


def drawn(model: Model, *recs: Data, made: Data = CHECK) -> dict[str, dict[str, list[Any]]]:
    """Return the figures of each line by kind of strand."""
    return {
        strand["kind"]: {
            line["key"]: [point["value"] for point in line["points"]] for line in strand["series"]
        }
        for strand in model("strands", made, list(recs))
    }


def test_one_sheet_alone_shows_no_change(model: Model) -> None:
    assert drawn(model, filled("2026-09-04", rated={"try": 5})) == {}


def test_each_line_has_its_own_figures(model: Model) -> None:
    before = filled("2026-09-04", rated={"try": 5, "ask": 3}, sure=2)
    after = filled("2026-11-05", rated={"try": 8, "ask": 3}, sure=4)
    assert drawn(model, before, after) == {
        "time": {"rated.try": [5, 8], "rated.ask": [3, 3], "sure": [2, 4]}
    }


def test_a_line_skipped_once_is_a_blank_and_one_never_answered_is_left_out(model: Model) -> None:
    before = filled("2026-09-04", rated={"try": 5})
    after = filled("2026-11-05", rated={"ask": 3})
    assert drawn(model, before, after) == {"time": {"rated.try": [5, None], "rated.ask": [None, 3]}}


@pytest.mark.promise("changed-questions")
def test_no_line_is_drawn_across_versions(model: Model) -> None:
    old = filled("2026-05-04", version="0.9", rated={"try": 1})
    before = filled("2026-09-04", rated={"try": 5})
    after = filled("2026-11-05", rated={"try": 8})
    assert drawn(model, old, before) == {}
    assert drawn(model, old, before, after)["time"] == {"rated.try": [5, 8]}


def test_looking_back_stands_apart_from_what_was_said_at_the_time(model: Model) -> None:
    start = filled("2026-09-04", moment="start", rated={"try": 5})
    now = filled("2026-11-05", moment="now", rated={"try": 8})
    back = filled("2026-11-06", moment="looking-back", rated={"try": 2})
    assert drawn(model, start, now, back) == {
        "time": {"rated.try": [5, 8]},
        "looking-back": {"rated.try": [2, 8]},
    }


def test_looking_back_with_nothing_to_look_from_shows_nothing(model: Model) -> None:
    start = filled("2026-09-04", moment="start", rated={"try": 5})
    back = filled("2026-11-06", moment="looking-back", rated={"try": 2})
    assert drawn(model, start, back) == {}


def test_what_is_called_the_start_comes_first(model: Model) -> None:
    """Somebody may write it down some days late."""
    now = filled("2026-09-04", moment="now", rated={"try": 8})
    start = filled("2026-09-06", moment="start", rated={"try": 5})
    assert drawn(model, now, start)["time"] == {"rated.try": [5, 8]}


def test_a_figure_off_the_scale_has_no_place_in_the_picture(model: Model) -> None:
    before = filled("2026-09-04", rated={"try": 50, "ask": "many"}, sure=2)
    after = filled("2026-11-05", rated={"try": 8, "ask": {}}, sure=0)
    assert drawn(model, before, after) == {"time": {"rated.try": [None, 8], "sure": [2, None]}}


def test_columns_with_a_scale_are_lines_of_their_own(model: Model) -> None:
    columns = [item("now", kind="scale"), item("why")]
    made = sheet(field("skills", "ratings", items=[item("ask")], columns=columns))
    before = filled("2026-09-04", skills={"ask": {"now": 2, "why": "3"}})
    after = filled("2026-11-05", skills={"ask": {"now": 4}})
    assert drawn(model, before, after, made=made) == {"time": {"skills.ask.now": [2, 4]}}


def test_sheets_are_in_the_order_of_the_days_written_on_them(model: Model) -> None:
    late = filled("2026-11-05")
    undated = {**filled("2026-10-01"), "body": {"date": "after Easter"}}
    early = filled("2026-09-04")
    other = {**filled("2026-09-01"), "sheet": "another"}
    found = model("ofSheet", [late, undated, other, early], "check")
    assert [one["id"] for one in found] == [early["id"], undated["id"], late["id"]]


@given(
    st.lists(
        st.tuples(
            st.dates().map(str),
            st.sampled_from(MOMENTS),
            st.sampled_from(["0.9", "1.0"]),
            st.none() | st.integers(-2, 13),
        ),
        max_size=8,
    )
)
@QUICK
def test_every_point_is_an_answer_to_this_version_at_its_own_moment(
    model: Model, sheets: list[tuple[str, str, str, int | None]]
) -> None:
    """What the picture of a time shows is exactly what was answered then, and nothing else."""
    recs = [
        filled(day, version=version, moment=moment, rated={} if figure is None else {"try": figure})
        for day, moment, version, figure in sheets
    ]
    ordered = model("ofSheet", recs, "check")
    same = [one["body"] for one in ordered if one["sheet_version"] == "1.0"]
    there = [body for body in same if body["moment"] != "looking-back"]
    starts = [body for body in there if body["moment"] == "start"][:1]
    there = starts + [body for body in there if body not in starts or body is not starts[0]]
    values = [body["rated"].get("try") for body in there]
    shown = [value if value is not None and 0 <= value <= 10 else None for value in values]
    expected = {"rated.try": shown} if len(shown) > 1 and any(v is not None for v in shown) else {}
    assert drawn(model, *ordered).get("time", {}) == expected
