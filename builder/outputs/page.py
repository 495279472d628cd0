"""Pages and notes: one page for each Markdown file of `content/`, and for each translation."""

from __future__ import annotations

import datetime
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, replace

from builder.model.config import Organisation
from builder.model.page import Reference
from builder.model.site import Page, Site
from builder.model.view import Body, Frame, NavLink
from builder.plan import Output
from builder.site import metadata
from builder.site.frame import LICENCES
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
    organisation: Organisation | None
    """For the About page: who runs the site, as far as they say."""
    goals: tuple[str, ...]
    """For the About page: what the organisation works towards."""


ABOUT = "about"
"""The page that says who runs the site."""
LONG = 4
"""From so many headings on, a page shows them beside its text."""


@dataclass(frozen=True, slots=True)
class Around:
    """What pages say of one another; found once for all of them."""

    indexes: dict[str, Page]
    """The index page of each folder, by the folder."""
    originals: dict[str, Page]
    """By key."""
    newer: dict[str, Page]
    """The note after each, by key, in the same language."""
    older: dict[str, Page]


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give every page and note of the scope but the home page, which is a kind of its own."""
    if not scope.is_hosted:
        return  # a zip holds no pages, and looking through all of them for each zip takes its time
    around = _around(site)
    for page in (*site.pages, *site.notes):
        path = scope.path(page.key)
        if path is not None and page.key != "home":
            view = page_view(scope, page, path, around)
            yield Output(path, theme.template("page.html", page.language), view)


def page_view(scope: Scope, page: Page, path: str, around: Around) -> PageView:
    """Return what one page shows."""
    head = page.head
    summary = head.summary or page.text.summary
    return PageView(
        frame=scope.frame(
            page.key,
            head.title,
            path=path,
            description=summary,
            language=page.language,
            crumbs=_crumbs(scope, page, around),
            translations=page.translations,
            about=_about(scope, page, summary),
            source=page.path,
        ),
        title=head.title,
        summary=head.summary,
        body=None if page.text.is_empty else scope.body(page.text, path),
        minutes=reading_minutes(page.text.words),
        published=head.published if page.is_note else None,
        reviewed=head.reviewed,
        due=page.due,
        original=_link(scope, around.originals.get(page.key), path) if page.stale else None,
        authors=people_links(scope, head.authors, path),
        sources=head.sources,
        tags=tag_links(scope, head.tags, path),
        newer=_link(scope, around.newer.get(page.key), path),
        older=_link(scope, around.older.get(page.key), path),
        contents=() if page.is_note else _contents(page),
        organisation=_organisation(scope, page),
        goals=scope.site.config.organisation_goals if page.id == ABOUT else (),
    )


def _about(scope: Scope, page: Page, summary: str) -> metadata.About:
    head = page.head
    licence = scope.site.config.licence
    members = (scope.site.member(id_) for id_ in head.authors)
    known = metadata.About(
        authors=tuple(member.person.title for member in members if member),
        published=head.published,
        modified=head.reviewed,
        subjects=head.tags,
        licence=LICENCES.get(licence, licence),
    )
    data = metadata.article(
        title=head.title,
        summary=summary,
        url=scope.routes.absolute(page.key),
        language=page.language,
        about=known,
    )
    return replace(known, data=data)


def _organisation(scope: Scope, page: Page) -> Organisation | None:
    said = scope.site.config.organisation
    return said if page.id == ABOUT and (said.contact or said.address) else None


def _around(site: Site) -> Around:
    every = (*site.pages, *site.notes)
    by_key = {page.key: page for page in every}
    newer: dict[str, Page] = {}
    older: dict[str, Page] = {}
    last: dict[str, Page] = {}
    for note in site.notes:
        translation = note.key.partition("@")[2]
        if translation in last:
            newer[note.key] = last[translation]
            older[last[translation].key] = note
        last[translation] = note
    return Around(
        indexes={
            posixpath.dirname(page.id): page
            for page in site.pages
            if page.id.endswith("/index") and "@" not in page.key
        },
        originals={
            page.key: by_key[page.key.partition("@")[0]]
            for page in every
            if page.key.partition("@")[0] in by_key
        },
        newer=newer,
        older=older,
    )


def _crumbs(scope: Scope, page: Page, around: Around) -> tuple[tuple[str, str], ...]:
    """Lead back to the index of the notes, or to the index page of each folder above."""
    if page.is_note:
        return ((scope.t(page.language)("Notes"), "notes"),)
    folder = posixpath.dirname(page.id)
    found: list[tuple[str, str]] = []
    while folder:
        index = around.indexes.get(folder)
        if index is not None and index.id != page.id:
            found.append((index.head.title, index.key))
        folder = posixpath.dirname(folder)
    return tuple(reversed(found))


def _link(scope: Scope, page: Page | None, start: str) -> NavLink | None:
    url = scope.url(page.key, start) if page else None
    return NavLink(page.head.title, url, language=page.language) if page and url else None


def _contents(page: Page) -> tuple[NavLink, ...]:
    top = [heading for heading in page.text.headings if heading.level == 2]  # noqa: PLR2004 - h2
    return tuple(NavLink(item.text, f"#{item.id}") for item in top) if len(top) >= LONG else ()
