"""Smaller copies of pictures, for those who read on a phone: which there are, and where they go."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.digest import of_bytes
from builder.problems import Problem, Span
from builder.site.routes import fingerprinted

if TYPE_CHECKING:
    from builder.model.config import Images
    from builder.model.page import Text
    from builder.model.site import File, Site
    from builder.site.links import Atlas

QUALITY = 80
"""How true a copy is, out of 100."""
ENOUGH = 1200
"""Pixels that fill the column of text on a fine screen."""
MOST = 40_000_000
"""Pixels of a picture of which copies are made."""
LONGEST = 16_383
"""Pixels that a side of a WebP may have (RFC 9649, 2.5)."""
ENDINGS = {"jpeg": "jpg", "png": "png", "webp": "webp"}


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of a picture, or the picture itself among its copies."""

    path: str
    width: int
    height: int
    kind: str
    """`jpeg`, `png` or `webp`."""
    is_original: bool = False


def copies(images: Images | None, file: File, path: str) -> tuple[Copy, ...]:
    """Return what a browser may choose from for a picture published at a path, smallest first.

    There is none where nothing smaller is wanted, nor for drawings and animations. Where no copy
    is enough for a fine screen, the picture's own size is among them.
    """
    if images is None or not file.kind or not file.width or not file.height:
        return ()
    into = "webp" if images.webp else file.kind
    widths = sorted({width for width in images.widths if width < file.width})
    if not widths:
        return ()
    whole = [file.width] if widths[-1] < ENOUGH else []
    found = (_copy(file, path, width, into) for width in (*widths, *whole))
    return tuple(one for one in found if one.is_original or max(one.width, one.height) <= LONGEST)


def _copy(file: File, path: str, width: int, into: str) -> Copy:
    if width == file.width and into == file.kind:
        return Copy(path, width, file.height, into, is_original=True)
    height = max(1, round(file.height * width / file.width))
    stem = posixpath.splitext(path)[0].removesuffix(f".{file.digest[:8]}")
    made_of = of_bytes(f"{file.path} {file.digest} {QUALITY}".encode())
    return Copy(fingerprinted(f"{stem}-{width}.{ENDINGS[into]}", made_of), width, height, into)


def shown(site: Site, places: Atlas) -> dict[str, File]:
    """Return the pictures that texts of the site show, by their keys."""
    found: dict[str, File] = {}
    for text in _texts(site):
        for link in text.links:
            target = places.find(link.href, text.source) if link.image else None
            file = places.files.get(target.key) if target else None
            if target is not None and file is not None:
                found[target.key] = file
    return found


def check_images(site: Site, places: Atlas) -> Iterator[Problem]:
    """Refuse pictures that would take too much memory to make copies of."""
    if site.config.images is None:
        return
    for file in shown(site, places).values():
        if file.kind and file.width * file.height > MOST:
            message = f"this picture has {file.width} × {file.height} pixels, more than 40 million"
            hint = "save it smaller: 2,000 pixels from side to side are plenty for a page"
            yield Problem(Span(file.path), "too-large", message, hint)


def _texts(site: Site) -> Iterator[Text]:
    """Give every text that a page of the site shows; cards of packs are on paper alone."""
    yield from (page.text for page in (*site.pages, *site.notes))
    yield from (member.text for member in site.people)
    for deck in site.decks:
        yield from deck.cards
    for kit in site.all_kits:
        yield from kit.texts.values()
        yield from (text for text in (kit.prepare, kit.follow_up, kit.key_idea) if text)
        used = (site.exercise(segment.activity) for segment in kit.pack.segments)
        yield from (exercise.text for exercise in used if exercise)
        local = kit.local
        yield from ([local.page] if local.page else [])
        yield from (*local.moved, *(text for _, text in local.segments))
