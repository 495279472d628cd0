"""Worksheets: each a form that works on screen and prints blank, with room for a real pen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from builder.model.page import Reference
from builder.model.site import Kit, Sheet, Site
from builder.model.view import Frame, NavLink
from builder.model.worksheet import Field, Item, Score, Visibility, Worksheet
from builder.plan import Output
from builder.site.scope import Scope
from builder.theme import Theme
from builder.words import Translator

LINES = {"text": 3, "rows": 4, "people": 6, "signature": 6}
"""Ruled lines or empty rows where the author gave no number; one for all other kinds."""
ROOM = 58
"""How many letters of title, address and what to do with the paper fit in that foot."""
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


@dataclass(frozen=True, slots=True)
class SheetView:
    """A worksheet."""

    frame: Frame
    title: str
    audience: str
    intro: str
    questions: tuple[Question, ...]
    scoring: tuple[Score, ...]
    visibility: Visibility
    """Who may see the paper: the strictest of its lines."""
    after: str
    """What to do with the paper afterwards."""
    keep: str
    """The same in a few words, for the foot of each printed page; empty where it takes more."""
    address: str
    """Where the sheet is, for that foot; where it takes too many letters, where its site is."""
    version: str
    repeatable: bool
    sources: tuple[Reference, ...]
    permission_note: str
    packs: tuple[NavLink, ...]
    """The packs of this scope that use it."""


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give every worksheet of the scope."""
    here = [kit for kit in site.kits if scope.path(f"pack:{kit.id}")]
    for sheet in site.sheets:
        path = scope.path(f"sheet:{sheet.id}")
        if path is not None:
            language = sheet.worksheet.language or site.config.language
            template = theme.template("worksheet.html", language)
            kits = [kit for kit in here if sheet.id in kit.sheets]
            yield Output(path, template, sheet_view(scope, sheet, kits, path, language))


def sheet_view(scope: Scope, sheet: Sheet, kits: list[Kit], path: str, language: str) -> SheetView:
    """Return what the page of one worksheet shows; `kits` are the packs here that use it."""
    worksheet = sheet.worksheet
    crumbs = [(scope.t(language)("Worksheets"), "sheets")]
    if sheet.pack or not scope.is_hosted:
        crumbs = [(kit.pack.title, f"pack:{kit.id}") for kit in kits if sheet.pack in {"", kit.id}]
    frame = scope.frame(
        f"sheet:{sheet.id}",
        worksheet.title,
        path=path,
        description=worksheet.intro,
        language=language,
        crumbs=tuple(crumbs[:1]),
        licence=worksheet.licence,
    )
    keep = in_few_words(worksheet.after)
    return SheetView(
        frame=frame,
        title=worksheet.title,
        audience=worksheet.audience,
        intro=worksheet.intro,
        questions=questions(worksheet, scope.t(language)),
        scoring=worksheet.scoring,
        visibility=visibility(worksheet),
        after=worksheet.after,
        keep=keep,
        address=short_address(frame.address, len(keep) + len(worksheet.title)),
        version=worksheet.version,
        repeatable=worksheet.repeatable,
        sources=worksheet.source,
        permission_note=worksheet.permission_note,
        packs=tuple(
            NavLink(kit.pack.title, scope.url(f"pack:{kit.id}", path) or "") for kit in kits
        ),
    )


def questions(worksheet: Worksheet, t: Translator) -> tuple[Question, ...]:
    """Return the fields in order, numbered, with the room each takes."""
    return tuple(
        Question(
            number,
            field,
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


def short_address(address: str, taken: int) -> str:
    """Return an address as it fits into the foot of a page: whole, else that of the site."""
    return address if len(address) + taken <= ROOM else address.partition("/")[0]
