"""The home page: the statement, the ways in, the current series, and what is new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from builder.model.config import CommunityLink, Meeting
from builder.model.site import Kit, Site
from builder.model.view import Body, Frame, NavLink
from builder.plan import Output
from builder.site import way
from builder.site.agenda import small_line
from builder.site.line import Small, scale
from builder.site.rows import Row, page_row, present
from builder.site.scope import Scope
from builder.site.shelves import capital
from builder.theme import Theme

FEW = 8
"""So many needs are named; the library has them all."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way in."""

    title: str
    url: str
    text: str
    minutes: int
    """How long reading or doing it takes; 0 where nobody said."""


@dataclass(frozen=True, slots=True)
class Session:
    """A pack of the current series."""

    title: str
    url: str
    question: str
    minutes: int
    line: Small
    """Its session line."""
    language: str
    """The language of its words, where it is not the page's."""


@dataclass(frozen=True, slots=True)
class HomeView:
    """The home page."""

    frame: Frame
    statement: str
    summary: str
    motto: str
    meeting: Meeting | None
    ways: tuple[Way, ...]
    series: NavLink | None
    """The current series, where there is one."""
    sessions: tuple[Session, ...]
    library: str | None
    packs: int
    """How many there are to find."""
    needs: tuple[NavLink, ...]
    """What a group may want first, each leading to the packs for it."""
    workbook: str | None
    body: Body | None
    notes: tuple[Row, ...]
    all_notes: str | None
    community: tuple[CommunityLink, ...]
    """Places outside the site where members meet."""


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give the home page, which every site has, with or without a `content/index.md`."""
    path = scope.path("home") if scope.is_hosted else None
    if path is not None:
        template = theme.template("home.html", site.config.language)
        yield Output(path, template, home_view(site, scope, path))


def home_view(site: Site, scope: Scope, path: str) -> HomeView:
    """Return what the home page shows."""
    config = site.config
    page = next((page for page in site.pages if page.key == "home"), None)
    summary = page.head.summary if page else ""
    programme = site.programme(config.home.series) if config.home.series else None
    series_url = scope.url(f"series:{programme.id}", path) if programme else None
    chosen = [site.kit(id_) for id_ in programme.packs] if programme else list(site.kits)
    full = scale(kit.pack.minutes for kit in site.kits)
    recent = [note for note in site.notes if "@" not in note.key]
    return HomeView(
        frame=scope.frame(
            "home",
            page.head.title if page else config.title,
            path=path,
            description=summary or config.tagline,
            translations=page.translations if page else (),
            source=page.path if page else "",
        ),
        statement=config.home.statement or config.tagline or config.title,
        summary=summary,
        motto=config.motto,
        meeting=config.home.meeting,
        ways=tuple(_ways(site, scope, path)),
        series=NavLink(programme.series.title, series_url) if programme and series_url else None,
        sessions=tuple(_session(scope, kit, path, full) for kit in chosen if kit is not None),
        library=scope.url("library", path),
        packs=len(site.kits),
        needs=tuple(_needs(site, scope, path)),
        workbook=scope.url("workbook", path),
        body=scope.body(page.text, path) if page and not page.text.is_empty else None,
        notes=present(page_row(scope, n, path, config.language) for n in recent[: config.recent]),
        all_notes=scope.url("notes", path) if scope.path("notes") else None,
        community=config.community,
    )


def _ways(site: Site, scope: Scope, path: str) -> Iterator[Way]:
    for door in site.config.home.doors:
        target = scope.places.find(door.page, "content/index.md")
        url = scope.url(target.key, path, target.fragment) if target else None
        if url is not None:
            yield Way(door.title, url, door.text, door.minutes or 0)


def _needs(site: Site, scope: Scope, path: str) -> Iterator[NavLink]:
    """Give ways into the library by need, those of the packs to begin with first."""
    for name, words in islice(way.needs(way.in_order(site.kits)).items(), FEW):
        url = scope.url("library", path, f"need-{name}")
        if url is not None:
            yield NavLink(capital(words), url)


def _session(scope: Scope, kit: Kit, path: str, full: int) -> Session:
    return Session(
        title=kit.pack.title,
        url=scope.url(f"pack:{kit.id}", path) or "",
        question=kit.pack.question or kit.pack.promise,
        minutes=kit.pack.minutes,
        line=small_line(kit.pack, full),
        language=kit.language if kit.language != scope.site.config.language else "",
    )
