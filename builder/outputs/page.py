"""Pages and notes: one page for each Markdown file of `content/`, and for each translation."""

from __future__ import annotations

import datetime
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.page import Reference
from builder.model.site import Page, Site
from builder.model.view import Body, Frame, NavLink
from builder.plan import Output
from builder.site.rows import people_links, reading_minutes, tag_links
from builder.site.scope import Scope
from builder.theme import Theme


@dataclass(frozen=True, slots=True)
class PageView:
    """A page or a note."""

    frame: Frame
    title: str
    summary: str
    body: Body | None
    minutes: int
    """How long it takes to read; 0 for a few lines."""
    published: datetime.date | None
    """Shown for a note only."""
    reviewed: datetime.date | None
    due: bool
    """Whether it is due for review."""
    original: NavLink | None
    """For a translation whose original has changed since: the original."""
    authors: tuple[NavLink, ...]
    sources: tuple[Reference, ...]
    tags: tuple[NavLink, ...]
    newer: NavLink | None
    """For a note: the one after it."""
    older: NavLink | None
    """For a note: the one before it."""
    contents: tuple[NavLink, ...]
    """The headings of a long page."""


LONG = 4
"""From so many headings on, a page shows them beside its text."""


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give every page and note of the scope but the home page, which is a kind of its own."""
    for page in (*site.pages, *site.notes):
        path = scope.path(page.key)
        if path is not None and page.key != "home":
            view = page_view(site, scope, page, path)
            yield Output(path, theme.template("page.html", page.language), view)


def page_view(site: Site, scope: Scope, page: Page, path: str) -> PageView:
    """Return what one page shows."""
    head = page.head
    newer, older = _neighbours(site, scope, page, path) if page.is_note else (None, None)
    return PageView(
        frame=scope.frame(
            page.key,
            head.title,
            path=path,
            description=head.summary or page.text.summary,
            language=page.language,
            crumbs=_crumbs(site, scope, page),
            translations=page.translations,
        ),
        title=head.title,
        summary=head.summary,
        body=scope.body(page.text, path) if page.text.words else None,
        minutes=reading_minutes(page.text.words),
        published=head.published if page.is_note else None,
        reviewed=head.reviewed,
        due=page.due,
        original=_original(site, scope, page, path) if page.stale else None,
        authors=people_links(scope, head.authors, path),
        sources=head.sources,
        tags=tag_links(scope, head.tags, path),
        newer=newer,
        older=older,
        contents=() if page.is_note else _contents(page),
    )


def _crumbs(site: Site, scope: Scope, page: Page) -> tuple[tuple[str, str], ...]:
    """Lead back to the index of the notes, or to the index page of each folder above."""
    if page.is_note:
        return ((scope.t(page.language)("Notes"), "notes"),)
    indexes = {other.id: other for other in site.pages if other.id.endswith("/index")}
    folder = posixpath.dirname(page.id)
    found: list[tuple[str, str]] = []
    while folder:
        index = indexes.get(f"{folder}/index")
        if index is not None and index.id != page.id:
            found.append((index.head.title, index.key))
        folder = posixpath.dirname(folder)
    return tuple(reversed(found))


def _original(site: Site, scope: Scope, page: Page, path: str) -> NavLink | None:
    key = page.key.partition("@")[0]
    source = next((other for other in (*site.pages, *site.notes) if other.key == key), None)
    url = scope.url(key, path)
    if source is None or url is None:
        return None
    return NavLink(source.head.title, url, language=source.language)


def _neighbours(
    site: Site, scope: Scope, page: Page, path: str
) -> tuple[NavLink | None, NavLink | None]:
    translation = page.key.partition("@")[2]
    same = [note for note in site.notes if note.key.partition("@")[2] == translation]
    place = next((index for index, note in enumerate(same) if note.key == page.key), 0)
    around = same[place - 1] if place else None, same[place + 1] if place + 1 < len(same) else None
    newer, older = (
        NavLink(note.head.title, scope.url(note.key, path) or "") if note else None
        for note in around
    )
    return newer, older


def _contents(page: Page) -> tuple[NavLink, ...]:
    top = [heading for heading in page.text.headings if heading.level == 2]  # noqa: PLR2004 - h2
    return tuple(NavLink(item.text, f"#{item.id}") for item in top) if len(top) >= LONG else ()
