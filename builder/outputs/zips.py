"""Zips: one for each pack and each series that opens from a folder, and one of the whole site.

A cartridge for learning platforms is a zip too, with what the scope of the cartridge holds.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from builder.model.site import Site
from builder.plan import HOSTED, Need, Output, Stock
from builder.site.scope import Scope
from builder.theme import Theme

MOMENT = (1980, 1, 1, 0, 0, 0)
"""The date of everything in a zip, the earliest there is: a zip does not depend on the clock."""
UNIX = 3
MODE = 0o100644 << 16
SQUEEZED = (".zip", ".pdf", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".woff2", ".imscc")
"""Files that are compressed already; they are stored as they are."""


@dataclass(frozen=True, slots=True)
class ZipView:
    """A zip; what is in it is what it needs."""

    scope: str


@dataclass(frozen=True, slots=True)
class ManifestView:
    """The list of a zip's files, for telling whether a copy is whole and unchanged."""

    id: str
    title: str
    version: str


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:  # noqa: ARG001 - as all kinds
    """Give the zips of the published site, or the manifest inside one."""
    if not scope.is_hosted:
        path = scope.path("manifest")
        if path is not None:
            view = _manifest_view(site, scope.name)
            yield Output(path, manifest, view, (Need(scope.name),))
        return
    for key, name in _archives(site):
        path = scope.path(key)
        if path is not None:
            yield Output(path, zip_file, ZipView(name), (Need(name),))


def _archives(site: Site) -> Iterator[tuple[str, str]]:
    """Give the key of each archive, and the scope that is in it."""
    for kit in site.all_kits:
        yield f"zip:{kit.id}", f"pack:{kit.id}"
        yield f"cartridge:{kit.id}", f"cartridge:{kit.id}"
    for programme in site.series:
        yield f"series-zip:{programme.id}", f"series:{programme.id}"
        yield f"cartridge-series:{programme.id}", f"cartridge-series:{programme.id}"
    yield "site-zip", HOSTED


def _manifest_view(site: Site, scope: str) -> ManifestView:
    kind, _, id_ = scope.partition(":")
    if kind == "pack":
        kit = site.kit(id_)
        return ManifestView(id_, kit.pack.title if kit else id_, kit.pack.version if kit else "")
    programme = site.programme(id_)
    return ManifestView(id_, programme.series.title if programme else id_, "")


def zip_file(view: object, stock: Stock) -> bytes:  # noqa: ARG001 - all is in what it needs
    """Return a zip of everything needed, the same bytes on any day and any machine."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for path, made in sorted(stock.needs.items()):
            info = zipfile.ZipInfo(path, MOMENT)
            info.create_system = UNIX
            info.external_attr = MODE
            squeezed = path.lower().endswith(SQUEEZED)
            method = zipfile.ZIP_STORED if squeezed else zipfile.ZIP_DEFLATED
            archive.writestr(info, stock.read(made.digest), method, 9)
    return buffer.getvalue()


def manifest(view: object, stock: Stock) -> bytes:
    """Return path, size and SHA-256 of everything in a zip but this list itself."""
    shown = cast("ManifestView", view)
    files = [
        {
            "path": path,
            "size": made.size,
            "sha256": hashlib.sha256(stock.read(made.digest)).hexdigest(),
        }
        for path, made in sorted(stock.needs.items())
    ]
    value = {
        "format": 1,
        "id": shown.id,
        "title": shown.title,
        "version": shown.version,
        "files": files,
    }
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
