"""An image as HTML: its words and its size, and copies of it from which browsers choose."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from builder.model.view import Body, Copies

SIZES = "(min-width: 56.25em) 37.125em, (min-width: 37.2em) 35.0625em, calc(100vw - 2.125em)"
"""How wide an image stands: the column of text, or on a phone the screen without its margins.
An em here is what the browser begins with: the column is 33 rem of 18 pixels, or of 17."""


@dataclass(frozen=True, slots=True)
class Image:
    """What is known of an image besides its address and its words."""

    width: int
    height: int
    copies: Copies | None = None


def of(body: Body) -> dict[str, Image]:
    """Return what a body says of its images, by their addresses as written."""
    copies = dict(body.copies)
    return {src: Image(width, height, copies.get(src)) for src, width, height in body.sizes}


def tag(url: str, alt: str, image: Image | None) -> str:
    """Return the HTML of an image; `alt` is escaped already."""
    start = f'<img src="{escape(url)}"'
    if image is None:
        return f'{start} alt="{alt}">'
    end = f'alt="{alt}" width="{image.width}" height="{image.height}"'
    if image.copies is None:
        return f"{start} {end}>"
    end += ' loading="lazy" decoding="async"'
    chosen = ", ".join(f"{escape(to)} {width}w" for to, width in image.copies.urls)
    choice = f'srcset="{chosen}" sizes="{SIZES}"'
    if not image.copies.kind:
        return f"{start} {choice} {end}>"
    source = f'<source type="{image.copies.kind}" {choice}>'
    return f"<picture>{source}{start} {end}></picture>"
