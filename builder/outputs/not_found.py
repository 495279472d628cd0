"""The page for what is not here: it is served at any depth, so its links begin at the root."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from builder.model.site import Site
from builder.model.view import ForPrograms, Frame, NavLink
from builder.plan import Output
from builder.site.scope import Scope
from builder.theme import Theme


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """The page for what is not here."""

    frame: Frame
    ways: tuple[NavLink, ...]
    """Where to look instead."""


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give `404.html`."""
    path = scope.path("404") if scope.is_hosted else None
    if path is None:
        return
    t = scope.t()
    root = root_of(site.config.url)
    wanted = (
        ("complete", t("Everything, in one list")),
        ("library", t("Find a session")),
        ("sheets", t("Worksheets")),
        ("home", t("Home page")),
    )
    ways = tuple(
        NavLink(title, root + url)
        for key, title in wanted
        if (url := scope.url(key, path)) is not None
    )
    frame = rooted(scope.frame("404", t("This page is not here"), path=path), root)
    view = NotFoundView(frame, ways)
    yield Output(path, theme.template("404.html", site.config.language), view)


def root_of(url: str | None) -> str:
    """Return what every link begins with: the folder of the site on its host, or nothing.

    Not the host itself, so that the page also works on a copy of the site elsewhere.
    """
    return f"{urlsplit(url).path.rstrip('/')}/" if url else ""


def rooted(frame: Frame, root: str) -> Frame:
    """Return the frame with every link beginning at a root."""
    if not root:
        return frame
    return replace(
        frame,
        home=root + frame.home if frame.home else frame.home,
        css=root + frame.css,
        styles=tuple((name, root + url) for name, url in frame.styles),
        script=root + frame.script if frame.script else None,
        icon=root + frame.icon if frame.icon else None,
        logo=replace(frame.logo, url=root + frame.logo.url) if frame.logo else None,
        navigation=_rooted(frame.navigation, root),
        foot=_rooted(frame.foot, root),
        programs=_reached(frame.programs, root),
    )


def _reached(programs: ForPrograms, root: str) -> ForPrograms:
    """Return what a page says to programs from wherever it is shown; it has no address itself."""
    feed, feed_json, manifest = (
        root + url if url else None
        for url in (programs.feed, programs.feed_json, programs.manifest)
    )
    return ForPrograms(feed=feed, feed_json=feed_json, manifest=manifest)


def _rooted(links: tuple[NavLink, ...], root: str) -> tuple[NavLink, ...]:
    return tuple(replace(link, url=root + link.url) for link in links)
