"""Whether the worked example of a worksheet is an answer that the worksheet could have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.model.worksheet import Field, Item, Worksheet
from builder.problems import Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from builder.model.part import Marks

CODE = "example-does-not-fit"
TICKED = frozenset({"choice", "many", "checklist"})
ONE_ANSWER = frozenset({"line", "date", "number", "choice", "scale"})
LISTED = frozenset({"ratings", "ladder"})
CELLS = {"signature": 3}
"""How many cells a row has where the author named no columns; one for all other kinds."""
BLANK = "–"


def check_example(sheet: Worksheet, marks: Marks) -> Iterator[Problem]:
    """Give every example that is no answer to its question."""
    for index, field in enumerate(sheet.fields):
        if field.example:
            yield from _example(field, marks, index)
    told = any(field.example for field in sheet.fields)
    if told and not sheet.example:
        where = marks.at("fields", next(n for n, one in enumerate(sheet.fields) if one.example))
        hint = "write, for example, `example: Lea teaches Year 9. She and her school are made up.`"
        message = "there are examples, but not whose they are"
        yield Problem(where, CODE, message, f"{hint} above 'fields'")
    elif sheet.example and not told:
        hint = "give some fields an 'example', or take this out"
        message = "no field has an example"
        yield Problem(marks.at("example"), CODE, message, hint)


def _example(field: Field, marks: Marks, index: int) -> Iterator[Problem]:
    rows = len(field.example)
    if field.kind in ONE_ANSWER and rows != 1:
        message = f"a field of kind '{field.kind}' has one answer; the example has {rows}"
        yield Problem(marks.at("fields", index, "example"), CODE, message, "keep one of them")
    if field.kind in LISTED and rows != len(field.items):
        message = f"'{field.label}' has {len(field.items)} lines; the example has {rows}"
        hint = f"write one for each line, in their order; '{BLANK}' for one that is blank"
        yield Problem(marks.at("fields", index, "example"), CODE, message, hint)
    cells = len(field.columns) or CELLS.get(field.kind, 1)
    for place, row in enumerate(field.example):
        if len(row) != cells:
            message = f"a row of '{field.label}' has {cells} cells; this one has {len(row)}"
            if cells == 1:
                message = f"each answer to '{field.label}' is one text; here are {len(row)}"
            names = ", ".join(column.label for column in field.columns)
            hint = f"write a list with one text for each of: {names}" if names else "write one text"
            yield Problem(marks.at("fields", index, "example", place), CODE, message, hint)
            continue
        for step, words in enumerate(row):
            where = marks.at("fields", index, "example", place, step)
            said = _wrong(field, field.columns[step] if field.columns else None, words)
            if said is not None:
                yield Problem(where, CODE, *said)


def _wrong(field: Field, column: Item | None, words: str) -> tuple[str, str] | None:
    """Return what is wrong with one cell, and a hint; None where nothing is."""
    if words == BLANK:
        return None
    kind = column.kind if column else field.kind
    if column is not None and kind == "choice" and column.options:
        return _among(words, set(column.options))
    if column is None and kind in TICKED:
        return _among(words, {one.label for one in field.options}, {o.id for o in field.options})
    if kind in {"scale", "ratings"} and not (kind == "ratings" and field.columns):
        low, high = (column.low, column.high) if column else (field.low, field.high)
        if words not in {str(figure) for figure in range(low, high + 1)}:
            return f"'{words}' is not a figure from {low} to {high}", "write one of the figures"
    if kind == "number" and not words.replace(".", "", 1).isdigit():
        return f"'{words}' is not a number", "write figures alone; the unit stands in 'unit'"
    return None


def _among(
    words: str, labels: Collection[str], ids: Collection[str] = ()
) -> tuple[str, str] | None:
    if words in labels or words in ids:
        return None
    hint = did_you_mean(words, labels) or f"write one of: {', '.join(sorted(labels))}"
    return f"'{words}' is not one of the answers to choose from", hint
