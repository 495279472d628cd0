"""What a worksheet must have, and that what it reckons can be reckoned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.model.worksheet import Field, Worksheet
from builder.problems import Problem, did_you_mean
from builder.site.check_example import check_example

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.model.part import Marks, Read
    from builder.problems import Span

NEEDS_OPTIONS = frozenset({"choice", "many", "checklist"})
NEEDS_ITEMS = frozenset({"ratings", "ladder"})
NEEDS_COLUMNS = frozenset({"rows"})
SCALES = frozenset({"scale", "ratings"})
PER_SHEET = (1, 2, 3, 4, 6, 8)
"""Into how many equal pieces a sheet of paper can be cut, in one column or two."""
MOST_STEPS = 21
"""Figures that fit on one line of paper."""


def check_sheet(read: Read, answers: dict[str, set[str]]) -> Iterator[Problem]:
    """Give every problem of one worksheet; `answers` are the answers of all sheets, by id."""
    sheet = read.part.value
    if not isinstance(sheet, Worksheet):
        return
    marks = read.part.marks
    if sheet.id != read.name.id:
        message = f"the id is '{sheet.id}', but the file is called '{read.name.id}.yaml'"
        yield Problem(marks.at("id"), "id-mismatch", message, f"write `id: {read.name.id}`")
    if not sheet.licence.strip():
        hint = "write, for example, `licence: CC-BY-4.0`"
        yield Problem(marks.at("licence"), "no-licence", "the worksheet has no licence", hint)
    if not sheet.source:
        hint = "write where it comes from, or `source: [Own work]`"
        yield Problem(marks.at("source"), "no-source", "the worksheet has no source", hint)
    if sheet.per_sheet not in PER_SHEET:
        message = f"{sheet.per_sheet} copies cannot be cut evenly from one sheet of paper"
        hint = "write 1, 2, 3, 4, 6 or 8"
        yield Problem(marks.at("per_sheet"), "out-of-range", message, hint)
    yield from _fields(sheet, marks)
    yield from check_example(sheet, marks)
    own = set(answers_of(sheet))
    for index, score in enumerate(sheet.scoring):
        known = own | {other.id for other in sheet.scoring[:index]}
        for place, answer in enumerate(score.of):
            if answer not in known:
                where = marks.at("scoring", index, "of", place)
                yield _unknown(where, answer, known)
    yield from _carries(sheet, marks, answers)


def _fields(sheet: Worksheet, marks: Marks) -> Iterator[Problem]:
    met: dict[str, int] = {}
    for index, field in enumerate(sheet.fields):
        first = met.setdefault(field.id, index)
        if first != index:
            message = f"two fields have the id '{field.id}'"
            where = marks.at("fields", index, "id")
            line = marks.at("fields", first, "id").line
            hint = f"the other one is in line {line}; give one of them another id"
            yield Problem(where, "duplicate-id", message, hint)
        for kinds, name in (
            (NEEDS_OPTIONS, "options"),
            (NEEDS_ITEMS, "items"),
            (NEEDS_COLUMNS, "columns"),
        ):
            if field.kind in kinds and not getattr(field, name):
                message = f"a field of kind '{field.kind}' needs '{name}'"
                where = marks.at("fields", index, "kind")
                yield Problem(where, "missing-field", message, f"write `{name}:` and a list")
        steps = field.high - field.low + 1
        if steps > MOST_STEPS and field.kind in SCALES:
            message = f"a scale from {field.low} to {field.high} has {steps} figures to choose from"
            where = marks.at("fields", index, "high")
            yield Problem(where, "out-of-range", message, f"{MOST_STEPS} at most; 0 to 10 is usual")
        if field.low >= field.high:
            message = f"'low' is {field.low}, and 'high' is {field.high}"
            where = marks.at("fields", index, "high")
            yield Problem(where, "bounds-crossed", message, "write the lower figure first")


def _carries(sheet: Worksheet, marks: Marks, answers: dict[str, set[str]]) -> Iterator[Problem]:
    ids = {field.id for field in sheet.fields}
    for index, carry in enumerate(sheet.carries):
        source, _, answer = carry.source.partition(".")
        where = marks.at("carries", index, "source")
        if source not in answers:
            hint = did_you_mean(source, answers)
            yield Problem(where, "unknown-worksheet", f"there is no worksheet '{source}'", hint)
        elif answer not in answers[source]:
            yield _unknown(where, answer, answers[source])
        if carry.field not in ids:
            where = marks.at("carries", index, "field")
            yield _unknown(where, carry.field, ids)


def _unknown(where: Span, answer: str, known: set[str]) -> Problem:
    message = f"there is no answer '{answer}' to take"
    return Problem(where, "unknown-answer", message, did_you_mean(answer, known))


def answers_of(sheet: Worksheet) -> Iterator[str]:
    """Give the names of all answers of a sheet: `field`, `field.item`, `field.column`."""
    for field in sheet.fields:
        yield field.id
        for part in (*field.items, *field.columns, *field.options):
            yield f"{field.id}.{part.id}"
        yield from groups_of(field)


def groups_of(field: Field) -> Iterator[str]:
    """Give the names of a field's groups of items: `field.group`, in lower case with hyphens."""
    for item in field.items:
        if item.group:
            yield f"{field.id}.{'-'.join(item.group.lower().split())}"
