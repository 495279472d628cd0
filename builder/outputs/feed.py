"""Feeds: notes, packs and pages as they come out, for those who read in a feed reader.

One for the whole site and one for each category, each as Atom and as JSON Feed.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urljoin
from uuid import NAMESPACE_URL, uuid5

from builder.model.site import Kit, Page, Site
from builder.model.view import Body
from builder.plan import Output
from builder.site.lists import categories
from builder.site.scope import Scope
from builder.site.slugs import slug
from builder.site.tags import used
from builder.theme import Theme

LATEST = 50
"""How many entries a feed has at most."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that came out."""

    id: str
    """A name that stays the same when the site moves to another address."""
    title: str
    url: str
    language: str
    published: datetime.date
    updated: datetime.date
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    summary: str
    body: Body | None
    """The whole text of a note; None for a page or a pack, which have too much to them."""


@dataclass(frozen=True, slots=True)
class FeedView:
    """The feed, newest first."""

    id: str
    title: str
    subtitle: str
    language: str
    url: str
    home: str
    author: str
    licence: str
    updated: datetime.date
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Channel:
    """What one feed tells of, before it is written down."""

    key: str
    title: str
    home: str
    """The address of the page that it belongs to."""
    things: tuple[tuple[datetime.date, Page | Kit], ...]


FORMATS = (("", "feeds/atom.xml"), ("-json", "feeds/feed.json"))
"""How the key of a feed goes on, and the template of that format."""


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give the feed, and one for each category, where the site says where it is published."""
    home = scope.routes.absolute("home") if scope.is_hosted else None
    if home is None or scope.path("feed") is None:
        return
    title = site.config.organisation.name or site.config.title
    dated = sorted(_dated(site), key=_newest_first)
    channels = [Channel("feed", title, home, tuple(dated[:LATEST]))]
    channels += _categories(site, scope, title, dated)
    language = site.config.language
    templates = [(end, theme.template(name, language)) for end, name in FORMATS]
    for channel in channels:
        entries = tuple(_entry(site, scope, *one) for one in channel.things)
        for end, template in templates:
            path = scope.path(_ended(channel.key, end))
            url = scope.routes.absolute(_ended(channel.key, end))
            if path is not None and url is not None:
                yield Output(path, template, _view(site, channel, entries, url))


def _ended(key: str, end: str) -> str:
    kind, colon, rest = key.partition(":")
    return f"{kind}{end}{colon}{rest}"


def _categories(
    site: Site, scope: Scope, title: str, dated: list[tuple[datetime.date, Page | Kit]]
) -> Iterator[Channel]:
    """Give a channel for each category that has something dated in it."""
    filed: dict[str, list[tuple[datetime.date, Page | Kit]]] = {}
    for one in dated:
        for name in dict.fromkeys(slug(tag) for tag in _tags(one[1])):
            filed.setdefault(name, []).append(one)
    for tag in used(categories(site)):
        home = scope.routes.absolute(f"category:{tag.slug}")
        if tag.slug in filed and home is not None:
            things = tuple(filed[tag.slug][:LATEST])
            yield Channel(f"feed:{tag.slug}", f"{tag.label} · {title}", home, things)


def _tags(what: Page | Kit) -> tuple[str, ...]:
    return what.pack.topics if isinstance(what, Kit) else what.head.tags


def _view(site: Site, channel: Channel, entries: tuple[Entry, ...], url: str) -> FeedView:
    config = site.config
    return FeedView(
        id=stable_id(config.id, channel.key),
        title=channel.title,
        subtitle=config.tagline,
        language=config.language,
        url=url,
        home=channel.home,
        author=config.organisation.name or config.title,
        licence=config.licence,
        updated=max((entry.updated for entry in entries), default=datetime.date(1970, 1, 1)),
        entries=entries,
    )


def stable_id(site: str, key: str) -> str:
    """Return a name made of the site's permanent id, which outlives its address."""
    return uuid5(NAMESPACE_URL, f"peerpress:{site}:{key}").urn


def _newest_first(one: tuple[datetime.date, Page | Kit]) -> tuple[int, str]:
    return -one[0].toordinal(), one[1].path


def _dated(site: Site) -> Iterator[tuple[datetime.date, Page | Kit]]:
    for page in (*site.notes, *site.pages):
        if page.head.published is not None and page.key.partition("@")[0] != "home":
            yield page.head.published, page
    for kit in site.kits:
        if kit.pack.published is not None:
            yield kit.pack.published, kit


def _entry(site: Site, scope: Scope, published: datetime.date, what: Page | Kit) -> Entry:
    if isinstance(what, Kit):
        return _kit(site, scope, what, published)
    return _page(site, scope, what, published)


def _page(site: Site, scope: Scope, page: Page, published: datetime.date) -> Entry:
    url = scope.routes.absolute(page.key) or ""
    body = scope.body(page.text, scope.path(page.key) or "") if page.is_note else None
    return Entry(
        id=stable_id(site.config.id, page.key),
        title=page.head.title,
        url=url,
        language=page.language,
        published=published,
        updated=max(published, page.head.reviewed or published),
        authors=_names(site, page.head.authors),
        tags=page.head.tags,
        summary=page.head.summary or page.text.summary,
        body=absolute(body, url) if body else None,
    )


def _kit(site: Site, scope: Scope, kit: Kit, published: datetime.date) -> Entry:
    pack = kit.pack
    key = f"pack:{kit.id}"
    return Entry(
        id=stable_id(site.config.id, key),
        title=pack.title,
        url=scope.routes.absolute(key) or "",
        language=kit.language,
        published=published,
        updated=max(published, pack.reviewed or published),
        authors=_names(site, pack.authors),
        tags=pack.topics,
        summary=" ".join(words for words in (pack.question, pack.promise) if words),
        body=None,
    )


def _names(site: Site, ids: tuple[str, ...]) -> tuple[str, ...]:
    members = (site.member(id_) for id_ in ids)
    return tuple(member.person.title for member in members if member)


def absolute(body: Body, url: str) -> Body:
    """Return a body as it is read away from its page: every link with its whole address."""
    links = tuple((href, urljoin(url, to) if to is not None else None) for href, to in body.links)
    return replace(body, links=links, copies=())
