"""Files that are copied as they are: the theme's, and the images and files beside the content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

from builder.model.site import Site
from builder.plan import Output, Stock
from builder.site.scope import Scope
from builder.theme import Theme


@dataclass(frozen=True, slots=True)
class ThemeFileView:
    """A file of the theme."""

    digest: str
    data: bytes = field(compare=False, repr=False)
    """Its bytes; the digest stands for them in the fingerprint."""


@dataclass(frozen=True, slots=True)
class AssetView:
    """A file of the content, whose bytes are in the store."""

    digest: str


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:  # noqa: ARG001 - as all kinds
    """Give the theme's files and the assets of the scope."""
    for file in theme.files:
        path = scope.path(f"theme:{file.name}")
        if path is not None:
            yield Output(path, theme_file, ThemeFileView(file.digest, file.data))
    for key, path in scope.routes.table.items():
        asset = scope.places.files.get(key)
        if asset is not None:
            yield Output(path, asset_file, AssetView(asset.digest))


def theme_file(view: object, _stock: Stock) -> bytes:
    """Return the bytes of a file of the theme."""
    return cast("ThemeFileView", view).data


def asset_file(view: object, stock: Stock) -> bytes:
    """Return the bytes of a file of the content."""
    return stock.read(cast("AssetView", view).digest)
