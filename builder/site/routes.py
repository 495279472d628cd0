"""Where everything is: the only place that computes a path or an address.

A scope has a table from keys to paths. Keys name things, not files: `home`, `library`,
`page:about`, `page:about@mi` (its translation), `note` pages as `page:notes/x`, `person:ID`,
`pack:ID` (`pack:ID@mi`, its translation), `guide:ID`, `handout:ID`, `run:ID`, `zip:ID`, `sheet:ID`,
`deck:ID`, `series:ID`, `series-zip:ID`, `workbook`, `rescue`, `search`, `search-index`,
`search-shard:N`, `search-chunk:N`, `category:SLUG`, `archive:2026`, `archive:2026-11`, `notes:2`
(the second page of a list), `asset:SOURCE`, `theme:NAME`, and for printed documents
`pdf:WHAT:ID:PAPER` (`guide`, `handout`, `large`, `cards`, `sheet`, `deck`, `planner`; `a4`,
`letter`). The hosted scope has all of them; the scope of a zip or of a cartridge has what it holds,
rooted there, its printed documents on the first paper.

A kind of output makes what its scope has a path for, and so needs to know nothing about scopes.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote

from builder.plan import HOSTED
from builder.site.cartridge_paths import cartridge
from builder.site.lists import list_paths
from builder.site.pack_paths import pack_pages, published_pack, published_sheet
from builder.site.pdf_paths import (
    deck_pdfs,
    own_sheets,
    pack_pdfs,
    papers,
    planner_pdfs,
    sheet_name,
    sheet_pdfs,
)
from builder.site.search_files import SEARCH, search_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from builder.model.site import File, Kit, Page, Site

Table = dict[str, str]


@dataclass(frozen=True, slots=True)
class Routes:
    """The addresses of one scope."""

    scope: str
    table: Table
    hosted: Table
    """The table of the hosted scope, for links that leave a zip."""
    site_url: str | None
    """Where the site is published, without a slash at the end."""
    keys: dict[str, str] = field(init=False)
    """From a path of the scope back to its key."""

    def __post_init__(self) -> None:
        """Turn the table round."""
        object.__setattr__(self, "keys", {path: key for key, path in self.table.items()})

    @property
    def is_hosted(self) -> bool:
        """Whether this is the scope that is published."""
        return self.scope == HOSTED

    def path(self, key: str) -> str | None:
        """Return where a thing goes in this scope, or None where it is not in it."""
        return self.table.get(key)

    def url(self, key: str, start: str, fragment: str = "") -> str | None:
        """Return a link from a page at the path `start` to a thing, or None where there is none.

        A link inside the scope is relative and names the file. One that leaves a zip is absolute,
        and there is none where the site has no url.
        """
        end = f"#{quote(fragment)}" if fragment else ""
        path = self.table.get(key)
        if path is not None:
            return relative(path, start) + end
        return self.absolute(key, end)

    def workbook(self, start: str, *parts: str) -> str | None:
        """Return a link to a place in the workbook, such as `checks`, `gap-review`."""
        url = self.url("workbook", start)
        return f"{url}#/{'/'.join(quote(part, safe='') for part in parts)}" if url else None

    def absolute(self, key: str, end: str = "") -> str | None:
        """Return the address of a thing on the published site."""
        path = self.hosted.get(key)
        if path is None or self.site_url is None:
            return None
        return f"{self.site_url}/{quote(path)}{end}"


def relative(path: str, start: str) -> str:
    """Return the way from the page at `start` to the file at `path`."""
    way = posixpath.relpath(path, posixpath.dirname(start) or ".")
    return quote(way, safe="/@")


def fingerprinted(path: str, digest: str) -> str:
    """Put part of a digest into a file name, so that a changed file has a new address."""
    stem, dot, suffix = path.rpartition(".")
    return f"{stem}.{digest[:8]}.{suffix}" if dot and "/" not in suffix else f"{path}.{digest[:8]}"


def routes(site: Site, files: Iterable[tuple[str, str]], scope: str) -> Routes:
    """Return the addresses of a scope.

    `files` are the theme's published files: name and fingerprinted name.
    """
    names = tuple(files)
    url = site.config.url.rstrip("/") if site.config.url else None
    wanted = {key: path for key, path in _hosted(site) if _is_wanted(site, key)}
    hosted = wanted | _theme(names)
    table = hosted
    kind, _, id_ = scope.partition(":")
    if kind == "pack":
        table = dict(_pack_scope(site, id_)) | _theme(names)
    elif kind == "series":
        table = dict(_series_scope(site, id_)) | _theme(names)
    elif kind == SEARCH:
        table = {}  # nothing is published in it: its outputs are what the index is made from
    elif kind == "cartridge":
        table = dict(_cartridge_scope(site, [id_]))
    elif kind == "cartridge-series":
        programme = site.programme(id_)
        table = dict(_cartridge_scope(site, list(programme.packs if programme else ())))
    return Routes(scope, table, hosted, url)


def _theme(names: tuple[tuple[str, str], ...]) -> Table:
    return {f"theme:{name}": f"assets/{final}" for name, final in names}


def _hosted(site: Site) -> Iterator[tuple[str, str]]:
    yield from FIXED.items()
    yield from search_files(site)
    for page in (*site.pages, *site.notes):
        yield page.key, page_path(page)
    for kit in site.all_kits:
        yield from published_pack(site, kit)
    for kit in site.kits:
        yield from _assets(kit, f"sessions/{kit.id}/")
    for sheet in site.all_sheets:
        yield from published_sheet(site, sheet)
    for deck in site.decks:
        yield f"deck:{deck.id}", f"cards/{deck.id}.html"
        yield from deck_pdfs(deck.id, "cards/", papers(site, HOSTED))
    for programme in site.series:
        yield f"series:{programme.id}", f"sessions/series/{programme.id}.html"
        yield f"series-zip:{programme.id}", f"sessions/series/{programme.id}.zip"
        if programme.packs:
            yield f"cartridge-series:{programme.id}", f"sessions/series/{programme.id}.imscc"
        yield from planner_pdfs(programme.id, "sessions/series/", papers(site, HOSTED))
    yield from list_paths(site)
    for asset in site.assets:
        yield f"asset:{asset.path}", fingerprinted(asset.path.partition("/")[2], asset.digest)


def _is_wanted(site: Site, key: str) -> bool:
    """Whether the site has a thing: zips unless switched off, feeds where its address is known."""
    kind = key.partition(":")[0]
    if kind in {"zip", "series-zip", "site-zip"}:
        return site.config.editions.zip
    if kind in {"cartridge", "cartridge-series"}:
        return site.config.editions.cartridge
    return kind not in ADDRESSED or site.config.url is not None


ADDRESSED = frozenset({"feed", "feed-json", "sitemap", "robots", "metadata"})
"""What makes sense only where the site says where it is published."""

FIXED = {
    "home": "index.html",
    "library": "sessions/index.html",
    "sheets": "worksheets/index.html",
    "complete": "complete.html",
    "search": "search.html",
    "workbook": "workbook.html",
    "workbook-data": "workbook-data.js",
    "rescue": "rescue.html",
    "404": "404.html",
    "sitemap": "sitemap.xml",
    "robots": "robots.txt",
    "web-manifest": "site.webmanifest",
    "catalogue": "packs.json",
    "site-zip": "site.zip",
}
"""What every site has, whatever is in it."""


def page_path(page: Page) -> str:
    """Return where a page goes: its source's path, a translation's under its language."""
    _, _, language = page.key.partition("@")
    return f"{language}/{page.id}.html" if language else f"{page.id}.html"


def _assets(kit: Kit, root: str) -> Iterator[tuple[str, str]]:
    folder = f"sessions/{kit.name}/"
    for asset in kit.assets:
        yield (
            f"asset:{asset.path}",
            root + fingerprinted(asset.path.removeprefix(folder), asset.digest),
        )


def _content_assets(site: Site, kits: list[Kit]) -> Iterator[File]:
    """Give the images in `content/` that a zip needs: those its activities show."""
    used = {path for kit in kits for path in kit_images(site, kit)}
    return (asset for asset in site.assets if asset.path in used)


def kit_images(site: Site, kit: Kit) -> Iterator[str]:
    """Give the source paths of the images in `content/` that a pack's activities show."""
    for segment in kit.pack.segments:
        exercise = site.exercise(segment.activity)
        if exercise is not None:
            folder = posixpath.dirname(exercise.path)
            for link in exercise.text.links:
                if link.image:
                    yield posixpath.normpath(posixpath.join(folder, link.href))


def _shared_sheets(kits: list[Kit], names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    own = {sheet_name(id_) for kit in kits for id_ in own_sheets(kit)}
    for id_ in sorted({id_ for kit in kits for id_ in kit.sheets if "/" not in id_}):
        name = sheet_name(id_)
        name = f"shared-{name}" if name in own and len(kits) == 1 else name
        yield f"sheet:{id_}", f"worksheets/{name}.html"
        yield from sheet_pdfs(id_, f"worksheets/{name}", names)


def _pack_scope(site: Site, id_: str) -> Iterator[tuple[str, str]]:
    kit = site.kit(id_)
    if kit is not None:
        yield from pack_pages(kit, "")
        yield from _assets(kit, "")
        yield from pack_pdfs(site, kit, "", papers(site, "zip"))
        yield from _taken(site, [kit])


def _series_scope(site: Site, id_: str) -> Iterator[tuple[str, str]]:
    programme = site.programme(id_)
    if programme is not None:
        kits = [kit for kit in map(site.kit, programme.packs) if kit is not None]
        yield f"series:{id_}", "index.html"
        for kit in kits:
            yield from pack_pages(kit, f"{kit.id}/")
            yield from _assets(kit, f"{kit.id}/")
            yield from pack_pdfs(site, kit, f"{kit.id}/", papers(site, "zip"))
        yield from planner_pdfs(id_, "", papers(site, "zip"))
        yield from _taken(site, kits)


def _cartridge_scope(site: Site, ids: list[str]) -> Iterator[tuple[str, str]]:
    """Give what a learning platform gets of some packs."""
    kits = [kit for kit in map(site.kit, ids) if kit is not None]
    for kit in kits:
        yield from cartridge(site, kit)
    shown = {path for kit in kits for path in kit_images(site, kit)}
    pictures = [asset for asset in site.assets if asset.path in shown]
    for asset in (*pictures, *(asset for kit in kits for asset in kit.assets)):
        yield f"asset:{asset.path}", f"images/{fingerprinted(asset.path, asset.digest)}"
    yield "cartridge-manifest", "imsmanifest.xml"


def _taken(site: Site, kits: list[Kit]) -> Iterator[tuple[str, str]]:
    """Give what every zip has beside its packs."""
    yield from _shared_sheets(kits, papers(site, "zip"))
    for asset in _content_assets(site, kits):
        yield f"asset:{asset.path}", f"assets/{fingerprinted(asset.path, asset.digest)}"
    yield from ((key, FIXED[key]) for key in ("workbook", "workbook-data", "rescue"))
    yield "how-to-use", "HOW-TO-USE.txt"
    yield "licence", "LICENCE.txt"
    yield "manifest", "manifest.json"
    yield "source", "source"
