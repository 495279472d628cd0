"""The parts that views share: links, bodies, and the frame around every page.

A view is a frozen value made of these and of plain values. It holds no site, no file path of the
machine, and no date that its page does not show.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NavLink:
    """A link with its words."""

    label: str
    url: str
    current: bool = False
    """Whether it leads to the page it stands on, or to the part of the site around it."""
    note: str = ""
    """A word beside it: minutes, a count, a size."""
    language: str = ""
    """The language of what it leads to, where that is not the page's."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image with its size in pixels."""

    url: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Body:
    """A Markdown body as one page shows it."""

    digest: str
    """Where its content tree is in the store."""
    links: tuple[tuple[str, str | None], ...] = ()
    """Each address as written, and as resolved for this page; None becomes plain text."""
    sizes: tuple[tuple[str, int, int], ...] = ()
    """Each image's address as written, with its width and height."""
    prefix: str = ""
    """Put before ids, where several bodies share a page."""
    sheets: tuple[tuple[str, str], ...] = ()
    """Each worksheet it names, by id, with its title."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What surrounds the content of every page."""

    language: str
    """A BCP 47 tag."""
    direction: str
    """`ltr` or `rtl`."""
    title: str
    """The page's own title."""
    description: str
    site: str
    """The organisation's name, or the site's title."""
    tagline: str
    home: str | None
    """The way to the home page of the scope."""
    logo: Picture | None
    """The organisation's logo, where it has one; it stands beside the name."""
    css: str
    script: str | None
    icon: str | None
    """The picture that browsers show beside the title."""
    navigation: tuple[NavLink, ...]
    crumbs: tuple[NavLink, ...]
    foot: tuple[NavLink, ...]
    translations: tuple[NavLink, ...]
    canonical: str | None
    """The absolute address, where the site has one."""
    feed: str | None
    licence: str
    """The licence of what the page shows, as an SPDX identifier."""
    licence_url: str | None
    address: str
    """The short address printed in footers; empty where the site has no url."""
    hosted: bool = True
    """Whether the page is on the site, and not in a zip."""
