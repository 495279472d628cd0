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
class Copies:
    """Smaller copies of an image, for browsers to choose from."""

    urls: tuple[tuple[str, int], ...]
    """The way to each, with its width in pixels."""
    kind: str = ""
    """Their media type, where it is not the image's own."""


@dataclass(frozen=True, slots=True)
class Body:
    """A Markdown body as one page shows it."""

    digest: str
    """Where its content tree is in the store."""
    links: tuple[tuple[str, str | None], ...] = ()
    """Each address as written, and as resolved for this page; None becomes plain text."""
    sizes: tuple[tuple[str, int, int], ...] = ()
    """Each image's address as written, with its width and height."""
    copies: tuple[tuple[str, Copies], ...] = ()
    """Each image's address as written, with its copies, where it has some."""
    prefix: str = ""
    """Put before ids, where several bodies share a page."""
    sheets: tuple[tuple[str, str], ...] = ()
    """Each worksheet it names, by id, with its title."""


@dataclass(frozen=True, slots=True)
class ForPrograms:
    """What the head of a page says to browsers, search engines, catalogues and messengers."""

    canonical: str | None = None
    """The absolute address, where the site has one."""
    alternates: tuple[NavLink, ...] = ()
    """The page in each of its languages."""
    feed: str | None = None
    feed_json: str | None = None
    social: tuple[tuple[str, str], ...] = ()
    """What messengers show of it: Open Graph property and content."""
    terms: tuple[tuple[str, str], ...] = ()
    """What libraries ask of it: Dublin Core name and content."""
    data: str = ""
    """What it is in the words of schema.org, as JSON."""
    described: str | None = None
    """The way to a file that describes it for catalogues."""
    manifest: str | None = None
    """The way to the file by which a phone puts the site on its home screen."""


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
    styles: tuple[tuple[str, str], ...]
    """Name and way of each stylesheet that only some pages load."""
    script: str | None
    icon: str | None
    """The picture that browsers show beside the title."""
    navigation: tuple[NavLink, ...]
    crumbs: tuple[NavLink, ...]
    foot: tuple[NavLink, ...]
    translations: tuple[NavLink, ...]
    programs: ForPrograms
    """What the head of the page says to programs."""
    licence: str
    """The licence of what the page shows, as an SPDX identifier."""
    licence_url: str | None
    address: str
    """The short address printed in footers; empty where the site has no url."""
    hosted: bool = True
    """Whether the page is on the site, and not in a zip."""
    edit: str | None = None
    """Where its source is changed, where the site says so and the page is on the site."""

    def style(self, name: str) -> str:
        """Return the way to a stylesheet that only some pages load; empty where there is none."""
        return dict(self.styles).get(name, "")
