"""Worked examples: what a made-up person wrote on a worksheet, to be read beside the blank form."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.worksheet import Field, Worksheet
from builder.site.questions import columns
from builder.words import Translator

TICKED = frozenset({"choice", "many", "checklist"})


@dataclass(frozen=True, slots=True)
class Answered:
    """One question with the answer of the made-up person."""

    number: int
    """The number that the question has on the form."""
    label: str
    heads: tuple[str, ...]
    """What stands above the columns of a table; empty where the answer is plain text."""
    rows: tuple[tuple[str, ...], ...]
    """Paragraphs, ticks or rows: one cell each where there is no table."""
    named: bool = False
    """Whether the first cell of each row is the line that was asked about."""


def answered(worksheet: Worksheet, t: Translator) -> tuple[Answered, ...]:
    """Return the questions that have an example, in order, with the numbers of the form."""
    return tuple(
        _answered(number, field, t)
        for number, field in enumerate(worksheet.fields, 1)
        if field.example
    )


def _answered(number: int, field: Field, t: Translator) -> Answered:
    if field.kind in {"ratings", "ladder"}:
        names = [(item.label,) for item in field.items]
        rows = tuple(
            name + row for name, row in zip(names, field.example, strict=False) if any(row)
        )
        heads = ("", *(column.label for column in field.columns)) if field.columns else ("", "")
        return Answered(number, field.label, heads, rows, named=True)
    asked = columns(field, t)
    if len(asked) > 1:
        return Answered(number, field.label, tuple(one.label for one in asked), field.example)
    said = tuple((_said(field, row, t),) for row in field.example)
    return Answered(number, field.label, (), said)


def _said(field: Field, row: tuple[str, ...], t: Translator) -> str:
    """Return a plain answer in words: the label of what was ticked, a figure with its scale."""
    words = " ".join(row)
    if field.kind in TICKED:
        return next((one.label for one in field.options if one.id == words), words)
    if field.kind == "scale":
        return t("{n}, from {low} to {high}", n=words, low=field.low, high=field.high)
    if field.kind == "number" and field.unit:
        return f"{words} {field.unit}"
    return words
