"""A worksheet's questions as every form of it shows them: numbered, with the room each takes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

from builder.model.worksheet import Field, Item, Visibility, Worksheet
from builder.words import Translator

LINES = {"text": 3, "rows": 4, "people": 6, "signature": 6}
"""Ruled lines or empty rows where the author gave no number; one for all other kinds."""
FEW = 30
"""How many letters the foot of a printed page has room for, beside title and address."""
STRICTEST: tuple[Visibility, ...] = ("private", "partner", "group")


@dataclass(frozen=True, slots=True)
class Section:
    """Consecutive items under one heading."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A field with its number and all that is laid out for it."""

    number: int
    field: Field
    lines: int
    """Ruled lines, or empty rows."""
    figures: tuple[int, ...]
    """The figures of a scale, or of ratings without columns."""
    sections: tuple[Section, ...]
    """The items of ratings and ladders, by their headings."""
    columns: tuple[Item, ...]
    """What each row asks for."""


def questions(worksheet: Worksheet, t: Translator) -> tuple[Question, ...]:
    """Return the fields in order, numbered, with the room each takes, and blank."""
    return tuple(
        Question(
            number,
            replace(field, example=()),
            lines=field.lines or LINES.get(field.kind, 1),
            figures=figures(field),
            sections=sections(field.items),
            columns=columns(field, t),
        )
        for number, field in enumerate(worksheet.fields, 1)
    )


def figures(field: Field) -> tuple[int, ...]:
    """Return the figures to choose from, for a scale and for ratings without columns."""
    if field.kind == "scale" or (field.kind == "ratings" and not field.columns):
        return tuple(range(field.low, field.high + 1))
    return ()


def sections(items: tuple[Item, ...]) -> tuple[Section, ...]:
    """Return items under the headings that consecutive ones share."""
    return tuple(
        Section(title, tuple(group)) for title, group in groupby(items, key=lambda item: item.group)
    )


def columns(field: Field, t: Translator) -> tuple[Item, ...]:
    """Return what each row asks for; people and signatures have an answer where nothing is said."""
    if field.columns:
        return field.columns
    if field.kind == "people":
        return (Item(id="name", label=t("Name")),)
    if field.kind == "rows":
        return (Item(id="entry", label=t("Entry")),)
    if field.kind == "signature":
        name, signature = Item(id="name", label=t("Name")), Item(id="signed", label=t("Signature"))
        return (name, signature, Item(id="day", label=t("Date"), kind="date"))
    return ()


def visibility(worksheet: Worksheet) -> Visibility:
    """Return who may see the paper: one private line makes the whole of it private."""
    found = {field.visibility for field in worksheet.fields}
    return next((word for word in STRICTEST if word in found), "private")


def in_few_words(after: str) -> str:
    """Return the first sentence of what to do with the paper, if it is short enough for a foot."""
    first = after.partition(". ")[0].removesuffix(".")
    if len(first) > FEW:
        return ""
    return first[:1].lower() + first[1:]
