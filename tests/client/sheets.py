"""Worksheets and what people wrote on them, as the workbook is told of them."""

from __future__ import annotations

from typing import Any

Data = dict[str, Any]

BLANK: Data = {
    "help": "",
    "lines": 1,
    "visibility": "private",
    "options": [],
    "items": [],
    "columns": [],
    "low": 0,
    "high": 10,
    "low_label": "",
    "high_label": "",
    "unit": "",
}


def item(name: str, **more: object) -> Data:
    """Make an item or a column, its label the name in capitals."""
    plain: Data = {"kind": "line", "options": [], "low": 0, "high": 10, "group": ""}
    return {"id": name, "label": name.upper(), **plain, **more}


def field(name: str, kind: str, **more: object) -> Data:
    """Make a question."""
    return {"id": name, "kind": kind, "label": name, **BLANK, **more}


def score(kind: str, *of: str, name: str = "", **more: object) -> Data:
    """Make something to be reckoned; its id is its kind unless it has a name."""
    said: Data = {"id": name or kind, "label": name or kind, "words": "By hand."}
    return {**said, "kind": kind, "of": list(of), "at_least": None, "count": 3, **more}


def sheet(*fields: Data, scoring: list[Data] | None = None, version: str = "1.0") -> Data:
    """Make a worksheet."""
    return {
        "id": "check",
        "version": version,
        "title": "Check",
        "audience": "self",
        "intro": "",
        "after": "",
        "repeatable": True,
        "language": "en",
        "url": None,
        "packs": [],
        "fields": list(fields),
        "scoring": scoring or [],
        "carries": [],
    }


def ratings(*names: str, **more: object) -> Data:
    """Make a table of ratings, one for each name."""
    return field("rated", "ratings", items=[item(name) for name in names], **more)


def table(*columns: Data, name: str = "lines") -> Data:
    """Make rows that repeat."""
    return field(name, "rows", columns=list(columns))


def filled(day: str, version: str = "1.0", **body: object) -> Data:
    """Make a filled-in sheet of a day."""
    return {
        "id": f"{day}-{version}",
        "type": "answers",
        "sheet": "check",
        "sheet_version": version,
        "pack": None,
        "rev": "",
        "ancestors": [],
        "updated": f"{day}T09:00:00.000Z",
        "body": {"date": day, **body},
    }
