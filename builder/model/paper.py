"""The parts that views of printed documents share: passages of text, and pages still to be counted.

A printed document is made of its view alone, like a page. Its bodies stand in it as digests; what
its audience may not see is cut out before the print design is given anything.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Part = Literal["all", "participant", "facilitator", "notes", "modes"]
"""What of a text is printed, as `markdown.audience` tells."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image that a passage shows."""

    src: str
    """Its address as written."""
    digest: str
    """Where its bytes are in the store."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One part of a Markdown body, as a printed document shows it."""

    digest: str
    """Where its content tree is in the store."""
    part: Part
    links: tuple[tuple[str, str | None], ...] = ()
    """Each address inside the site as written, and in full; None becomes plain words."""
    pictures: tuple[Picture, ...] = ()
    sheets: tuple[tuple[str, str], ...] = ()
    """Each worksheet it names, by id, with its title."""
    source: str = field(default="", compare=False)
    """The file it came from, for telling what is wrong in it."""


@dataclass(frozen=True, slots=True)
class PagesOf:
    """How many pages a needed output has; reckoned when it is there."""

    path: str
    """The output; empty where there is none, which counts no pages."""


@dataclass(frozen=True, slots=True)
class PaperFrame:
    """What every printed document says of itself, at its head and foot and in its metadata."""

    language: str
    """A BCP 47 tag."""
    direction: str
    """`ltr` or `rtl`."""
    title: str
    """The title of the document."""
    authors: tuple[str, ...]
    keywords: tuple[str, ...]
    site: str
    """The organisation's name, or the site's title."""
    foot: tuple[str, ...]
    """What its foot says before the address and the page number."""
    address: str
    """The short address in its foot; empty where the site has no url."""
    paper: Literal["a4", "us-letter"]
    large: bool
    """Whether it is in large print."""
    date: str
    """The date in its metadata, as `2026-11-21`: never that of the build."""
    source: str = field(default="", compare=False)
    """The file it is chiefly made of, for telling what is wrong in it."""
