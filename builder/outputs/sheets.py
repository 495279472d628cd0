"""The index of worksheets: those for anyone first, then those that belong to a pack."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from builder.model.site import Kit, Sheet, Site
from builder.model.view import Frame, NavLink
from builder.plan import Output
from builder.site.rows import Row, deck_row, present, sheet_row
from builder.site.scope import Scope
from builder.theme import Theme


@dataclass(frozen=True, slots=True)
class Entry:
    """A worksheet in the index."""

    row: Row
    audience: Literal["self", "pair", "group"]
    questions: int
    packs: tuple[NavLink, ...]
    """The packs that use it."""


@dataclass(frozen=True, slots=True)
class SheetsView:
    """The index of worksheets."""

    frame: Frame
    shared: tuple[Entry, ...]
    own: tuple[Entry, ...]
    """Those that belong to a pack."""
    decks: tuple[Row, ...]
    """Decks of cards for any session."""


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give the index of worksheets."""
    path = scope.path("sheets") if scope.is_hosted else None
    if path is not None:
        frame = scope.frame("sheets", scope.t()("Worksheets"), path=path)
        shared = _entries(site, scope, path, own=False)
        own = _entries(site, scope, path, own=True)
        decks = present(deck_row(scope, deck, path) for deck in site.decks)
        view = SheetsView(frame, shared, own, decks)
        yield Output(path, theme.template("sheets.html", site.config.language), view)


def _entries(site: Site, scope: Scope, start: str, *, own: bool) -> tuple[Entry, ...]:
    entries = (
        _entry(site, scope, sheet, start) for sheet in site.sheets if bool(sheet.pack) == own
    )
    return tuple(entry for entry in entries if entry is not None)


def _entry(site: Site, scope: Scope, sheet: Sheet, start: str) -> Entry | None:
    row = sheet_row(scope, sheet, start, site.config.language)
    if row is None:
        return None
    kits = [kit for kit in site.kits if sheet.id in kit.sheets]
    return Entry(
        row,
        sheet.worksheet.audience,
        len(sheet.worksheet.fields),
        tuple(_link(scope, kit, start) for kit in kits),
    )


def _link(scope: Scope, kit: Kit, start: str) -> NavLink:
    return NavLink(kit.pack.title, scope.url(f"pack:{kit.id}", start) or "")
