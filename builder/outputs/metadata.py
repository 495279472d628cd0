"""What catalogues harvest: a file about each pack, in the profile AMB."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import cast

from builder.model.site import Site
from builder.plan import Output, Stock
from builder.site.resource import Resource, amb, resource
from builder.site.scope import Scope
from builder.theme import Theme


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:  # noqa: ARG001 - as all kinds
    """Give `metadata.json` for every pack of a site that has an address."""
    for kit in site.all_kits:
        path = scope.path(f"metadata:{kit.id}")
        if path is not None:
            yield Output(path, metadata, resource(kit, scope))


def metadata(view: object, _stock: Stock) -> bytes:
    """Return the description of a pack as JSON-LD."""
    described = amb(cast("Resource", view))
    return (json.dumps(described, ensure_ascii=False, indent=1) + "\n").encode()
