"""What an author's link means: a thing of the site, a place outside it, or a mistake.

Authors name source files, as `privacy.md` or `/sessions/begin-well/pack.yaml`, or pages as they are
published, as `/sessions/index.html`. Links resolve by path, so that a link to a file that could not
be read is no mistake of the link's.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from builder.model.names import name
from builder.model.view import Body

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from builder.model.page import Text
    from builder.model.site import File, Site
    from builder.site.routes import Routes

ROOTS = ("content/", "sessions/")


@dataclass(frozen=True, slots=True)
class Target:
    """A thing of the site."""

    key: str
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class Atlas:
    """Everything that a link may name, by path: made once for a site."""

    sources: dict[str, str]
    """From a source file, or the folder of a pack, to its key."""
    pages: dict[str, str]
    """From a published path to its key."""
    failed: frozenset[str]
    """Source files that have no key because they could not be read."""
    files: dict[str, File]
    """From the key of an asset to its file, for the sizes of images."""

    def find(self, href: str, source: str) -> Target | None:
        """Return what an internal address means in a source file, or None."""
        if not is_internal(href):
            return None
        parts = urlsplit(href)
        fragment = unquote(parts.fragment)
        if not parts.path:
            key = self.sources.get(source)
            return Target(key or "", fragment)
        for path in candidates(unquote(parts.path), source):
            key = self.sources.get(path) or self.pages.get(path)
            if key is not None:
                return Target(key, fragment)
            if path in self.failed:
                return Target("", fragment)
        return None


def candidates(path: str, source: str) -> Iterable[str]:
    """Give the source paths and published paths that an address may stand for, likeliest first."""
    if path.startswith("/"):
        whole = posixpath.normpath(path.lstrip("/") or "index.html")
        yield f"content/{whole}"
        yield whole
    else:
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(source), path))
        yield whole
        for root in ROOTS:
            if whole.startswith(root):
                yield whole.removeprefix("content/")
    if path.endswith("/"):
        yield f"{whole}/index.html".removeprefix("content/").removeprefix("./")


def is_internal(href: str) -> bool:
    """Whether an address names something of the site rather than a scheme or another host."""
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    return not parts.scheme and not parts.netloc


def atlas(site: Site, hosted: Routes) -> Atlas:
    """Return the map of everything that a link may name."""
    sources: dict[str, str] = {}
    for page in (*site.pages, *site.notes):
        sources[page.path] = page.key
    for member in site.people:
        sources[member.path] = f"person:{member.id}"
    for kit in site.kits:
        folder = posixpath.dirname(kit.path)
        sources |= {kit.path: f"pack:{kit.id}", folder: f"pack:{kit.id}"}
        sources |= {text.source: f"handout:{kit.id}" for text in kit.texts.values()}
    for kit in site.editions:
        sources |= {
            text.source: f"handout:{kit.id}"
            for id_, text in kit.texts.items()
            if id_ not in kit.untranslated
        }
        sources[kit.path] = f"pack:{kit.id}"
    for sheet in site.all_sheets:
        sources[sheet.path] = f"sheet:{sheet.id}"
    for deck in site.decks:
        sources[deck.path] = f"deck:{deck.id}"
    for programme in site.series:
        sources[programme.path] = f"series:{programme.id}"
    sources |= {asset.path: f"asset:{asset.path}" for asset in assets(site)}
    sources |= {"content/tools.yaml": "tools"} if site.tools else {}
    sources |= {"content/glossary.yaml": "glossary"} if site.terms else {}
    failed = frozenset(site.files) - sources.keys()
    files = {f"asset:{file.path}": file for file in assets(site)}
    return Atlas(sources, hosted.keys, failed, files)


def assets(site: Site) -> Iterator[File]:
    """Give the assets of the site and of its packs."""
    yield from site.assets
    for kit in site.kits:
        yield from kit.assets


def body(text: Text, source: str, routes: Routes, places: Atlas, prefix: str = "") -> Body:
    """Return a text as the page at the path `source` shows it, its links being resolved."""
    links: dict[str, str | None] = {}
    language = name(text.source).language
    for link in text.links:
        if is_internal(link.href):
            target = places.find(link.href, text.source)
            if target is not None and language:
                key = in_language(target.key, language, routes)
                target = Target(key, target.fragment if key == target.key else "")
            links[link.href] = _address(target, link.href, source, routes)
    for box in text.boxes:
        if box.name == "worksheet":
            key = in_language(f"sheet:{box.arg}", language, routes)
            links[f"worksheet:{box.arg}"] = routes.url(key, source)
    return Body(text.digest, tuple(links.items()), prefix=prefix)


def in_language(key: str, language: str, routes: Routes) -> str:
    """Return the key of a thing in a language, where it is there in it; else the key itself."""
    translated = f"{key}@{language}"
    return translated if language and routes.path(translated) is not None else key


def _address(target: Target | None, href: str, source: str, routes: Routes) -> str | None:
    if target is None:
        return None
    if href.startswith("#"):
        return href
    return routes.url(target.key, source, target.fragment)
