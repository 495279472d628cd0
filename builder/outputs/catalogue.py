"""The catalogue for programs: every pack with its version, what it takes, and its zip."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, cast

from builder.model.pack import Modes
from builder.model.site import Kit, Site
from builder.plan import HOSTED, Need, Output, Stock
from builder.site.scope import Scope
from builder.theme import Theme


@dataclass(frozen=True, slots=True)
class Entry:
    """One pack."""

    id: str
    title: str
    promise: str
    question: str
    minutes: int
    versions: tuple[tuple[str, int], ...]
    """Name and minutes of each other length."""
    group: tuple[int, int, int]
    """Fewest, best and most people."""
    modes: tuple[tuple[str, str], ...]
    needs: tuple[str, ...]
    language: str
    licence: str
    version: str
    published: str
    page: str
    zip: str | None


@dataclass(frozen=True, slots=True)
class CatalogueView:
    """All packs."""

    site: str
    title: str
    url: str | None
    packs: tuple[Entry, ...]


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:  # noqa: ARG001 - as all kinds
    """Give `packs.json`."""
    path = scope.path("catalogue") if scope.is_hosted else None
    if path is not None:
        packs = tuple(_entry(scope, kit, path) for kit in site.kits)
        view = CatalogueView(site.config.id, site.config.title, site.config.url, packs)
        needs = tuple(Need(HOSTED, entry.zip) for entry in packs if entry.zip)
        yield Output(path, catalogue, view, needs)


def catalogue(view: object, stock: Stock) -> bytes:
    """Return the catalogue as JSON; sizes and digests of the zips come from their handles."""
    shown = cast("CatalogueView", view)
    value = {
        "format": 1,
        "site": shown.site,
        "title": shown.title,
        "url": shown.url,
        "packs": [_described(entry, stock) for entry in shown.packs],
    }
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def _described(entry: Entry, stock: Stock) -> dict[str, Any]:
    described = dataclasses.asdict(entry)
    fewest, best, most = entry.group
    described["group"] = {"min": fewest, "best": best, "max": most}
    described["versions"] = dict(entry.versions)
    described["modes"] = dict(entry.modes)
    if entry.zip is not None:
        made = stock.needs[entry.zip]
        described["zip"] = {"path": entry.zip, "size": made.size, "blake2b-128": made.digest}
    return described


def _entry(scope: Scope, kit: Kit, start: str) -> Entry:
    pack = kit.pack
    return Entry(
        id=kit.id,
        title=pack.title,
        promise=pack.promise,
        question=pack.question,
        minutes=pack.minutes,
        versions=tuple((version.name, version.minutes) for version in pack.versions),
        group=(pack.group.min, pack.group.best, pack.group.max),
        modes=tuple(_modes(pack.modes)),
        needs=pack.needs,
        language=kit.language,
        licence=pack.licence,
        version=pack.version,
        published=pack.published.isoformat() if pack.published else "",
        page=scope.url(f"pack:{kit.id}", start) or "",
        zip=scope.path(f"zip:{kit.id}"),
    )


def _modes(modes: Modes) -> Iterator[tuple[str, str]]:
    for field in dataclasses.fields(modes):
        yield field.name.replace("_", "-"), getattr(modes, field.name)
