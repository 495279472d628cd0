"""The sitemap and the note to robots: made only where the site says where it is published."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from builder.model.site import Site
from builder.plan import Output, Stock
from builder.site.lists import is_further
from builder.site.scope import Scope
from builder.theme import Theme

PAGES = (
    "home",
    "library",
    "sheets",
    "complete",
    "search",
    "notes",
    "people",
    "tools",
    "glossary",
    "workbook",
)
"""The pages that are no file of their own in the content."""
NAMES = (
    "categories",
    "category:",
    "archive:",
    "person:",
    "pack:",
    "handout:",
    "sheet:",
    "series:",
    "deck:",
)
"""How the keys of further pages begin."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page of the site."""

    url: str
    changed: datetime.date | None
    """When it was published or last reviewed."""
    languages: tuple[tuple[str, str], ...] = ()
    """Language and address of the page and its translations, where there are any."""


@dataclass(frozen=True, slots=True)
class SitemapView:
    """Every page, by address."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class RobotsView:
    """What robots are told."""

    sitemap: str


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give the sitemap and `robots.txt`."""
    path, address = scope.path("sitemap"), scope.routes.absolute("sitemap")
    if path is None or address is None or not scope.is_hosted:
        return
    view = SitemapView(tuple(sorted(_entries(site, scope), key=lambda entry: entry.url)))
    yield Output(path, theme.template("sitemap.xml", site.config.language), view)
    robots = scope.path("robots")
    if robots is not None:
        yield Output(robots, robots_text, RobotsView(address))


def robots_text(view: object, _stock: Stock) -> bytes:
    """Return `robots.txt`: everything may be read."""
    sitemap = cast("RobotsView", view).sitemap
    return f"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n".encode()


def _entries(site: Site, scope: Scope) -> Iterator[Entry]:
    dates = dict(_dates(site))
    others = dict(_others(site))
    for key in scope.routes.table:
        url = scope.routes.absolute(key)
        if url is not None and _is_named(key):
            yield Entry(url, dates.get(key), _languages(scope, others.get(key, ())))


def _is_named(key: str) -> bool:
    """Whether a page is in the map; what the further pages of a list name is in it itself."""
    return key in PAGES or (key.startswith(("page:", "home@", *NAMES)) and not is_further(key))


def _dates(site: Site) -> Iterator[tuple[str, datetime.date]]:
    for page in (*site.pages, *site.notes):
        days = [day for day in (page.head.published, page.head.reviewed) if day]
        if days:
            yield page.key, max(days)
    for kit in site.all_kits:
        days = [day for day in (kit.pack.published, kit.pack.reviewed) if day]
        if days:
            yield f"pack:{kit.id}", max(days)


def _others(site: Site) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Give language and key of a page or pack and of its translations, by each of their keys."""
    for page in (*site.pages, *site.notes):
        if page.translations:
            yield page.key, ((page.language, page.key), *page.translations)
    for kit in site.all_kits:
        if kit.translations:
            key = f"pack:{kit.id}"
            yield key, ((kit.language, key), *kit.translations)


def _languages(scope: Scope, pairs: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    found = ((tag, scope.routes.absolute(key)) for tag, key in pairs)
    return tuple(sorted((tag, url) for tag, url in found if url is not None))
