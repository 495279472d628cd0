"""The web manifest: by it a phone puts the site on its home screen, under its own name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from builder.model.site import Site
from builder.plan import Output, Stock
from builder.site.metadata import publisher
from builder.site.scope import Scope
from builder.theme import Theme


@dataclass(frozen=True, slots=True)
class ManifestView:
    """What a phone shows of the site."""

    name: str
    description: str
    language: str
    start: str
    icon: str | None


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:  # noqa: ARG001 - as all kinds
    """Give the manifest of the site."""
    path = scope.path("web-manifest")
    if path is None:
        return
    config = site.config
    view = ManifestView(
        name=publisher(config),
        description=config.tagline,
        language=config.language,
        start=scope.url("home", path) or "index.html",
        icon=scope.url("theme:icon.svg", path) if scope.path("theme:icon.svg") else None,
    )
    yield Output(path, web_manifest, view)


def web_manifest(view: object, _stock: Stock) -> bytes:
    """Return the manifest as JSON; addresses in it are relative to it."""
    shown = cast("ManifestView", view)
    value = {
        "name": shown.name,
        "short_name": shown.name,
        "description": shown.description,
        "lang": shown.language,
        "start_url": shown.start,
        "scope": "./",
        "display": "browser",
        "icons": [{"src": shown.icon, "sizes": "any", "type": "image/svg+xml"}]
        if shown.icon
        else [],
    }
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
