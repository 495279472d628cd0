"""Search: its page, and the index as classic scripts, which work from a folder too.

The texts are taken in part by part, in a scope of their own, from which nothing is published: an
edit takes in one part anew, and puts the parts together again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from builder.model.search import Entry
from builder.model.site import Site
from builder.model.view import Frame
from builder.plan import Need, Output, Stock
from builder.search import index
from builder.search.part import take
from builder.site.findable import findable, synonyms
from builder.site.scope import Scope
from builder.site.search_files import SEARCH, part_count, part_of, shard_count
from builder.theme import Theme

ALL_SHARDS = "shards"


@dataclass(frozen=True, slots=True)
class SearchView:
    """The page of search."""

    frame: Frame
    index: str
    script: str | None
    shards: tuple[str, ...]
    """Files of terms, loaded when one is looked for; none where all are in the index."""
    chunks: tuple[str, ...]
    """Files of what results show, likewise."""
    complete: str | None


@dataclass(frozen=True, slots=True)
class PartView:
    """Some entries, whose bodies are in the store."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """The index, or the head of one that is in several files."""

    shards: int
    also: tuple[tuple[str, ...], ...]
    """Words for one thing, group by group."""


@dataclass(frozen=True, slots=True)
class PieceView:
    """One of the shards or chunks."""

    number: int


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give the page and the index; or, in the scope of search, the parts they are made from."""
    if scope.name == SEARCH:
        yield from _parts(site, scope)
        return
    path, into = scope.path("search"), scope.path("search-index")
    if path is None or into is None:
        return
    yield Output(path, theme.template("search.html", site.config.language), _view(scope, path))
    count = shard_count(site)
    view = IndexView(count, synonyms(site.terms))
    needs = tuple(Need(SEARCH, part_path(number)) for number in range(part_count(site)))
    yield Output(into, whole_index if count == 1 else index_head, view, needs)
    for key, file in scope.routes.table.items():
        kind, _, number = key.partition(":")
        if kind == "search-shard":
            yield Output(file, one_shard, PieceView(int(number)), (Need(SEARCH, ALL_SHARDS),))
        elif kind == "search-chunk":
            need = Need(SEARCH, part_path(int(number)))
            yield Output(file, one_chunk, PieceView(int(number)), (need,))


def _view(scope: Scope, path: str) -> SearchView:
    t = scope.t()
    urls = {key: scope.url(key, path) or "" for key in scope.routes.table if "search-" in key}
    return SearchView(
        frame=scope.frame(
            "search", t("Search"), path=path, description=t("Look for words on this site.")
        ),
        index=scope.url("search-index", path) or "",
        script=scope.framer.asset("search.js", path),
        shards=tuple(url for key, url in urls.items() if key.startswith("search-shard:")),
        chunks=tuple(url for key, url in urls.items() if key.startswith("search-chunk:")),
        complete=scope.url("complete", path),
    )


def _parts(site: Site, scope: Scope) -> Iterator[Output]:
    count = part_count(site)
    parts: list[list[Entry]] = [[] for _ in range(count)]
    for entry in findable(site, scope.routes.hosted):
        parts[part_of(entry.id, count)].append(entry)
    for number, entries in enumerate(parts):
        yield Output(part_path(number), take_in, PartView(tuple(entries)))
    if shard_count(site) > 1:
        needs = tuple(Need(SEARCH, part_path(number)) for number in range(count))
        yield Output(ALL_SHARDS, all_shards, PieceView(shard_count(site)), needs)


def part_path(number: int) -> str:
    """Return where a part is in the scope of search; their names are in their order."""
    return f"part-{number:05}.json"


def take_in(view: object, stock: Stock) -> bytes:
    """Return a part."""
    return take(cast("PartView", view).entries, stock.read)


def whole_index(view: object, stock: Stock) -> bytes:
    """Return the whole index as one script."""
    shown = cast("IndexView", view)
    parts = _read(stock)
    pieces = [index.head(parts, shown.shards, shown.also)]
    pieces += index.shards(*index.merge(parts), shown.shards)
    pieces += (index.chunk(number, one) for number, one in enumerate(parts))
    return "".join(pieces).encode()


def index_head(view: object, stock: Stock) -> bytes:
    """Return the head of an index that is in several files."""
    shown = cast("IndexView", view)
    return index.head(_read(stock), shown.shards, shown.also).encode()


def all_shards(view: object, stock: Stock) -> bytes:
    """Return every shard, one on each line."""
    count = cast("PieceView", view).number
    return "".join(index.shards(*index.merge(_read(stock)), count)).encode()


def one_shard(view: object, stock: Stock) -> bytes:
    """Return one of the shards."""
    (made,) = stock.needs.values()
    return stock.read(made.digest).split(b"\n")[cast("PieceView", view).number] + b"\n"


def one_chunk(view: object, stock: Stock) -> bytes:
    """Return what results show of the entries of one part."""
    (made,) = stock.needs.values()
    return index.chunk(cast("PieceView", view).number, stock.read(made.digest)).encode()


def _read(stock: Stock) -> list[bytes]:
    return [stock.read(made.digest) for _, made in sorted(stock.needs.items())]
