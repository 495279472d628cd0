"""Workbooks in Node, and what a test asks of one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.client.talking import Thing

Rec = dict[str, Any]
Make = Callable[[], Thing]
HALF_A_SECOND = 400
"""Within this, what is typed is kept."""
A_WHILE = 60_000
A_MONTH = 31 * 24 * 60 * 60 * 1000


def shown(book: Thing) -> dict[str, Rec]:
    """Return the live records that a book shows, by id."""
    found: dict[str, Rec] = book.node.call("shown", book.there)
    return found


def bodies(book: Thing) -> list[Any]:
    """Return the answers in a book, in some order."""
    return sorted((rec["body"] for rec in shown(book).values()), key=str)


def state(book: Thing) -> str:
    """Return how it stands with keeping."""
    found: str = book.node.call("saving", book.there)
    return found


def undoable(book: Thing) -> str | None:
    """Return the words of what can be set back."""
    found: str | None = book.node.call("undoable", book.there)
    return found


def kept(shelf: Thing) -> dict[str, Rec]:
    """Return the live records on a shelf, by id."""
    found: dict[str, Rec] = shelf.tell("live")
    return found
