"""Tables for a spreadsheet: read back as they were, and never worked out as formulas."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.client.model import Model, listening
from tests.client.test_share import Data, record

ENTRY = """
import { site } from './src/core/site';
import { FORMS } from './src/model/forms';
export { csv } from './src/io/csv';
export { fileName } from './src/io/file-name';
export { tablesOf } from './src/io/tables';
export const forms = () => FORMS;
export const sheets = (given) => site.sheets.splice(0, site.sheets.length, ...given);
"""
NASTY = ["=1+1", "+64 21", "-", "@sum", "\t=x", "\rx", '=cmd|"/c calc"!A1', " =1+1", "\n=2", "＝1"]
PLAIN = ["", "a", 'she said "no"', "a,b;c\td", "two\nlines", "two\r\nlines", "ō", "'already", "1-2"]
FORMULA = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ufeff]*[=+@＝＋－＠-]")
"""What a spreadsheet works out: also behind blanks and what cannot be seen."""
ROW = {"kind": "line", "options": [], "low": 0, "high": 10, "group": ""}


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Model]:
    """Give what makes tables."""
    with listening(ENTRY, tmp_path_factory.mktemp("tables")) as model:
        yield model


def read(text: str) -> list[list[str]]:
    """Read a table as a spreadsheet does; the file begins with the mark of UTF-8."""
    assert text.encode().startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True))


def table(tables: Model, recs: list[Data], kind: str) -> list[dict[str, str]]:
    """Return the rows of a table by the heads of its columns."""
    (found,) = (one for one in tables("tablesOf", recs) if one["id"] == kind)
    heads, *rows = read(tables("csv", found["table"]))
    assert len(set(heads)) == len(heads), "no two columns have the same head"
    return [dict(zip(heads, row, strict=True)) for row in rows]


@pytest.mark.parametrize("cell", NASTY)
def test_a_cell_that_would_be_worked_out_begins_with_an_apostrophe(
    tables: Model, cell: str
) -> None:
    assert read(tables("csv", [[cell]])) == [[f"'{cell}"]]


@pytest.mark.parametrize("cell", PLAIN)
def test_any_other_cell_is_as_it_was_written(tables: Model, cell: str) -> None:
    assert read(tables("csv", [[cell]])) == [[cell]]


@settings(max_examples=200, deadline=None)
@given(
    rows=st.lists(
        st.lists(
            st.sampled_from(NASTY + PLAIN)
            | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")),
            min_size=1,
        ),
        min_size=1,
    )
)
def test_every_table_reads_back(tables: Model, rows: list[list[str]]) -> None:
    """Cell by cell, each as it was or behind an apostrophe, and each line ends as RFC 4180 asks."""
    text = tables("csv", rows)
    found = read(text)
    assert [len(row) for row in found] == [len(row) for row in rows]
    for row, was in zip(found, rows, strict=True):
        for cell, original in zip(row, was, strict=True):
            assert cell in (original, f"'{original}")
            assert not FORMULA.match(cell)
    assert text.endswith('"\r\n')


def test_each_kind_of_record_has_a_table_of_its_own(tables: Model) -> None:
    goal = record(1, "goal", {"different": "=HYPERLINK(1)", "by": "2026-12-12", "weight": 2})
    step = record(2, "step", {"goal": goal["id"], "words": "Write cards", "status": "part-done"})
    gone = record(3, "goal", {"different": "put away"}, deleted=True)
    (row,) = table(tables, [goal, step, gone], "goal")
    assert row["What will be different?"] == "'=HYPERLINK(1)"
    assert row["By when?"] == "2026-12-12"
    (row,) = table(tables, [goal, step, gone], "step")
    assert row["goal"] == "'=HYPERLINK(1)", "a step says which goal it belongs to"
    assert row["Step"] == "Write cards"
    assert row["How is it going?"] == "part done"


def test_planned_hours_are_one_row_for_each_activity(tables: Model) -> None:
    goal = record(1, "goal", {"different": "Fridays"})
    done = [("workshop", "2026-11-05", 3), ("visit", "2026-11-12", 1.5)]
    recs = [
        record(n, "activity", {"goal": goal["id"], "kind": kind, "date": day, "hours": hours})
        for n, (kind, day, hours) in enumerate(done, 2)
    ]
    found = table(tables, [goal, *recs], "activity")
    assert [(row["Kind"], row["Date"], row["Hours planned"]) for row in found] == [
        ("workshop", "2026-11-05", "3"),
        ("visit to a colleague", "2026-11-12", "1.5"),
    ]


def test_each_worksheet_has_a_table_with_a_column_for_each_thing_it_asks(tables: Model) -> None:
    item = {"id": "x", "label": "keep trying", **ROW}
    asked = {"id": "sure", "kind": "ratings", "label": "How sure?", "items": [item], "columns": []}
    tables("sheets", [{"id": "a/b", "title": "Confidence", "fields": [asked]}])
    body = {"sure": {"x": 7}, "of": "spring"}
    found = tables("tablesOf", [record(1, "answers", body, sheet="a/b")])
    assert [(one["id"], one["title"]) for one in found] == [("a-b", "Confidence")]
    heads, row = found[0]["table"]
    assert dict(zip(heads, row, strict=True)) == {
        "last changed": "2026-11-04T21:52:11.000Z",
        "keep trying": "7",
        "of": "spring",
    }


def test_records_of_forms_not_known_here_are_in_a_table_too(tables: Model) -> None:
    rows = table(
        tables, [record(1, "from-later", {"words": "kept", "deep": {"a": [1]}})], "from-later"
    )
    assert rows == [
        {"last changed": "2026-11-04T21:52:11.000Z", "words": "kept", "deep": '{"a":[1]}'}
    ]


def test_no_two_columns_have_the_same_head(tables: Model) -> None:
    """Neither in any form of the workbook."""
    forms = tables("forms")
    body = {"extra": "more"}
    recs: list[Any] = [record(n, form["type"], body) for n, form in enumerate(forms)]
    for one in tables("tablesOf", recs):
        heads = one["table"][0]
        assert len(set(heads)) == len(heads), one["id"]


def test_a_file_is_called_by_the_site_what_it_is_and_the_day(tables: Model) -> None:
    assert tables("fileName", "workbook", "2026-11-05", "json") == "none-workbook-2026-11-05.json"
