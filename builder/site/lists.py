"""The lists of a site: what is in each, and on how many pages, each with its path.

A long list is cut into pages of `per_page` things. The first keeps the list's own key and path, as
`notes` has `notes/index.html`; the next are `notes:2` at `notes/page-2.html`, and so on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from builder.site.slugs import slug

if TYPE_CHECKING:
    from builder.model.site import Kit, Page, Site

T = TypeVar("T")


def list_paths(site: Site) -> Iterator[tuple[str, str]]:
    """Give the key and the path of each page of each list that has something in it."""
    if site.notes:
        yield from _pages(site, "notes", "notes/index.html", "notes/", len(site.notes))
    if site.notes or site.kits:
        yield "feed", "feed.xml"
        yield "feed-json", "feed.json"
    if site.people:
        yield "people", "people/index.html"
    for id_, things in written(site).items():
        path, folder = f"people/{id_}.html", f"people/{id_}/"
        yield from _pages(site, f"person:{id_}", path, folder, len(things))
    if site.tools:
        yield "tools", "tools.html"
    if site.terms:
        yield "glossary", "glossary.html"
    yield from _archives(site)
    files = filed(site)
    if files:
        yield "categories", "categories/index.html"
    for word, things in files.items():
        path, folder = f"categories/{word}.html", f"categories/{word}/"
        yield from _pages(site, f"category:{word}", path, folder, len(things))
    for word in {slug(tag) for tag in dated_categories(site)}:
        yield f"feed:{word}", f"categories/{word}.xml"
        yield f"feed-json:{word}", f"categories/{word}.json"


def _archives(site: Site) -> Iterator[tuple[str, str]]:
    """Give each year, cut into pages, and each month, which is short enough to stay whole."""
    days = [note.head.published for note in site.notes if note.head.published]
    for year, count in Counter(day.year for day in days).items():
        folder = f"notes/{year}/"
        yield from _pages(site, f"archive:{year}", f"{folder}index.html", folder, count)
    for year, month in {(day.year, day.month) for day in days}:
        yield f"archive:{year}-{month:02}", f"notes/{year}/{month:02}.html"


def _pages(site: Site, key: str, path: str, folder: str, count: int) -> Iterator[tuple[str, str]]:
    yield key, path
    for number in range(2, pages_of(count, site.config.per_page) + 1):
        yield page_key(key, number), f"{folder}page-{number}.html"


def pages_of(count: int, per_page: int) -> int:
    """Return on how many pages so many things are listed; an empty list has one."""
    return max(1, -(-count // per_page))


def page_key(key: str, number: int) -> str:
    """Return the key of a page of a list; the first has that of the list."""
    return key if number == 1 else f"{key}:{number}"


def is_further(key: str) -> bool:
    """Whether a key is that of a page of a list that is not its first."""
    list_, _, number = key.rpartition(":")
    return number.isdecimal() and list_.startswith(LONG)


LONG = ("notes", "category:", "archive:", "person:")
"""How the keys of lists begin that may be cut into pages."""


def cut(things: Sequence[T], per_page: int) -> tuple[tuple[T, ...], ...]:
    """Return what each page of a list shows."""
    starts = range(0, max(1, len(things)), per_page)
    return tuple(tuple(things[start : start + per_page]) for start in starts)


def filed(site: Site) -> dict[str, tuple[Kit | Page, ...]]:
    """Return what is filed under each category, each thing once: packs, then pages, then notes."""
    files: dict[str, dict[int, Kit | Page]] = {}
    for kit in site.kits:
        for topic in kit.pack.topics:
            files.setdefault(slug(topic), {})[id(kit)] = kit
    for page in (*site.pages, *site.notes):
        for tag in page.head.tags:
            files.setdefault(slug(tag), {})[id(page)] = page
    return {name: tuple(things.values()) for name, things in files.items()}


def written(site: Site) -> dict[str, tuple[Kit | Page, ...]]:
    """Return what each person with a page of their own wrote: packs, then pages, then notes."""
    works: dict[str, list[Kit | Page]] = {member.id: [] for member in site.people}
    for kit in site.kits:
        for id_ in dict.fromkeys(kit.pack.authors):
            if id_ in works:
                works[id_].append(kit)
    for page in (*site.pages, *site.notes):
        for id_ in dict.fromkeys(page.head.authors):
            if id_ in works and "@" not in page.key and page.key != "home":
                works[id_].append(page)
    return {id_: tuple(things) for id_, things in works.items()}


def categories(site: Site) -> Iterator[str]:
    """Give the tag of every page, note and pack, as often as it is used."""
    for page in (*site.pages, *site.notes):
        yield from page.head.tags
    for kit in site.kits:
        yield from kit.pack.topics


def dated_categories(site: Site) -> Iterator[str]:
    """Give the tags of what has a date of publication, and so is in feeds."""
    for page in (*site.pages, *site.notes):
        if page.head.published is not None:
            yield from page.head.tags
    for kit in site.kits:
        if kit.pack.published is not None:
            yield from kit.pack.topics
