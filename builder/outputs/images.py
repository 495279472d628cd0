"""Smaller copies of the pictures that pages show, where `site.yaml` asks for them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, cast

from builder.model.site import Site
from builder.pictures import Job, smaller
from builder.plan import Output, Stock
from builder.site.images import QUALITY, copies, shown
from builder.site.scope import Scope
from builder.theme import Theme


@dataclass(frozen=True, slots=True)
class CopyView:
    """A copy of a picture, whose original is in the store."""

    digest: str
    job: Job


@dataclass(frozen=True, slots=True)
class Shrink:
    """A maker: makes a copy."""

    slow: ClassVar[bool] = True
    """A photograph takes longer than sending it to another process."""

    def __call__(self, view: object, stock: Stock) -> bytes:
        """Return the copy's file."""
        wanted = cast("CopyView", view)
        return smaller(stock.read(wanted.digest), wanted.job)


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:  # noqa: ARG001 - as all kinds
    """Give the copies for the published site; what is in a zip keeps to the originals."""
    if site.config.images is None or not scope.is_hosted:
        return
    for key, file in shown(site, scope.places).items():
        for copy in copies(site.config.images, file, scope.path(key) or ""):
            if not copy.is_original:
                size, made = (file.width, file.height), (copy.width, copy.height)
                job = Job(file.path, file.kind, size, file.turn, copy.kind, made, QUALITY)
                yield Output(copy.path, Shrink(), CopyView(file.digest, job))
