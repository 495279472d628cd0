"""What a worksheet says: its fields, and how answers are reckoned with a pencil."""

from __future__ import annotations

from typing import Annotated, Literal

from builder.model.page import Reference
from builder.model.record import Between, Day, Id, Language, named, record

FieldKind = Literal[
    "line",
    "text",
    "date",
    "number",
    "choice",
    "many",
    "scale",
    "ratings",
    "checklist",
    "rows",
    "people",
    "ladder",
    "signature",
]
Visibility = Literal["private", "partner", "group"]
ScoreKind = Literal["sum", "mean", "difference", "weighted-gap", "top"]


@record
class Item:
    """One line of a choice, checklist, rating table, ladder or set of columns; a text is enough."""

    id: Id
    """Its permanent id; from the text where it is left out."""
    label: str
    """The words."""
    kind: Literal["line", "date", "number", "choice", "scale"] = "line"
    """For a column of `rows` or `ratings`: what is written in it."""
    options: tuple[str, ...] = ()
    """For a column of kind `choice`: the words to choose from."""
    low: int = 0
    """For a column of kind `scale`: the lowest figure."""
    high: int = 10
    """For a column of kind `scale`: the highest figure."""
    group: str = ""
    """A heading that consecutive items share, such as a role or a lens."""

    @staticmethod
    def shorthand(text: str) -> dict[str, str]:
        """Let an item be written as its words alone."""
        words = "".join(c.lower() if c.isascii() and c.isalnum() else " " for c in text).split()
        return {"id": "-".join(words[:6]) or "item", "label": text}


@record
class Field:
    """One question of a worksheet."""

    id: Id
    """Its permanent id."""
    kind: FieldKind = "line"
    """What is written: line, text, date, number, choice, many, scale, ratings, checklist, rows,
    people, ladder or signature.
    """
    label: str
    """The question, or the words before the line."""
    help: str = ""
    """A word of help below it."""
    lines: Annotated[int, Between(1, 40)] | None = None
    """Ruled lines, or empty rows, on paper."""
    visibility: Visibility = "private"
    """Who may see it: private, partner or group."""
    options: tuple[Item, ...] = ()
    """For `choice`, `many` and `checklist`: the words to choose from."""
    items: tuple[Item, ...] = ()
    """For `ratings` and `ladder`: the lines, from the first to the last."""
    columns: tuple[Item, ...] = ()
    """For `ratings`, `rows` and `people`: the columns."""
    low: int = 0
    """For `scale` and `number`: the lowest figure."""
    high: int = 10
    """For `scale` and `number`: the highest figure."""
    low_label: str = ""
    """For `scale` and `ratings`: what the lowest figure means."""
    high_label: str = ""
    """For `scale` and `ratings`: what the highest figure means."""
    unit: str = ""
    """For `number`: what is counted, such as `hours`."""
    required: bool = False
    """Whether the sheet makes no sense without it; rarely so."""
    example: tuple[tuple[str, ...], ...] = ()
    """What a made-up person wrote here, shown below the form and never on paper: a text, or a list
    with an item for each line, tick or row; the cells of a row are a list, `–` where one is blank.
    """


@record
class Score:
    """One thing reckoned from the answers, in a way that can be worked by hand."""

    id: Id
    """Its permanent id."""
    label: str
    """What it is called."""
    kind: ScoreKind
    """sum, mean, difference, weighted-gap, or top."""
    of: tuple[str, ...]
    """What it is reckoned from: `field`, `field.item` or `field.column`, or another score's id for
    `top`.
    """
    at_least: Annotated[int, Between(1, 200)] | None = None
    """How many must be answered for a mean; fewer are said to be too few to average."""
    count: Annotated[int, Between(1, 50)] = 3
    """For `top`: how many are listed; ties are kept."""
    words: str
    """The rule in words, as a person works it with a pencil."""


@record
class Carry:
    """An answer that another sheet has already, so that nobody writes it twice."""

    source: str = named("from")
    """Where it comes from, as `sheet.field`."""
    field: Id = named("to")
    """The field of this sheet that takes it up."""


@record
class Worksheet:
    """A sheet that people write on, from which form, print and interactive page are made."""

    id: Id
    """Its permanent id, also the name of its file."""
    title: str
    """What it is called."""
    audience: Literal["self", "pair", "group"] = named("for", "self")
    """For whom: self, pair or group."""
    intro: str = ""
    """A sentence or two above the first question."""
    fields: tuple[Field, ...]
    """The questions, in order."""
    scoring: tuple[Score, ...] = ()
    """What is reckoned from the answers, shown in words."""
    repeatable: bool = False
    """Whether it is filled in again on another date."""
    per_sheet: Annotated[int, Between(1, 8)] = 1
    """How many copies stand on one sheet of paper, to be cut apart: 1, 2, 3, 4, 6 or 8."""
    example: str = ""
    """Who the made-up person is whose answers stand below the form, and when they wrote them."""
    carries: tuple[Carry, ...] = ()
    """Answers that other sheets have already."""
    version: str = "1.0"
    """The version; answers to different versions are never compared."""
    reviewed: Day | None = None
    """When someone last read it through."""
    review_by: Day | None = None
    """When it should be read through again; from `review_after` where it is left out."""
    licence: str = ""
    """Its licence, as an SPDX identifier; a sheet without one is refused."""
    source: tuple[Reference, ...] = ()
    """Where it comes from; a sheet without a source is refused."""
    permission_note: str = ""
    """For a sheet used by permission: what was permitted, and by whom."""
    after: str = ""
    """What to do with the paper afterwards, such as `goes home with you`."""
    language: Language | None = None
    """The language of the sheet where it is not the site's."""
    translation_of: str = ""
    """For a translation: the digest of the source file it was made from."""
