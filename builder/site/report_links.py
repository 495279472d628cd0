"""For the editor's report: links that lead nowhere or outside, and what nothing leads to."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from builder.model.page import Text
from builder.model.report import Table
from builder.plan import HOSTED
from builder.site.check_links import texts_of
from builder.site.links import atlas, is_internal
from builder.site.routes import routes

if TYPE_CHECKING:
    from builder.model.part import Marks, Read, Step
    from builder.model.site import Site
    from builder.problems import Problem, Span

BROKEN = frozenset({"broken-link", "broken-fragment", "draft-link", "unknown-worksheet"})
"""Problems of a link inside the site."""


def broken(problems: Iterable[Problem]) -> Table:
    """List the links that lead nowhere, or to what is not published."""
    rows = [(place(p.where), p.message, p.hint) for p in problems if p.code in BROKEN]
    return Table(
        "broken",
        "Links that lead nowhere",
        "Inside the site only. What is told here is told by the check too.",
        ("place", "what", "instead"),
        tuple(rows),
    )


def outside(reads: Iterable[Read]) -> Table:
    """List every address outside the site once, with the places that name it."""
    places: dict[str, list[str]] = {}
    for address, where in _addresses(reads):
        places.setdefault(address, []).append(where)
    return Table(
        "outside",
        "Links to other places",
        "Nothing was fetched: whether they still lead somewhere, a person has to look.",
        ("address", "places"),
        tuple((address, ", ".join(dict.fromkeys(places[address]))) for address in sorted(places)),
    )


def _addresses(reads: Iterable[Read]) -> Iterator[tuple[str, str]]:
    for read in reads:
        for text in texts_of(read.part.value):
            for link in text.links:
                if not is_internal(link.href):
                    yield link.href, f"{text.source}:{link.line}"
        for steps, value in fields(read.part.value):
            if steps[-1] == "url" and steps != ("url",) and isinstance(value, str):
                yield value, spot(read.part.marks, steps)


def spot(marks: Marks, steps: tuple[Step, ...]) -> str:
    """Return the place of a value; the model keeps front matter and lists one step deeper."""
    return place(marks.at(*(steps if marks.has(*steps) else steps[1:])))


def fields(
    value: object, steps: tuple[Step, ...] = ()
) -> Iterator[tuple[tuple[Step, ...], object]]:
    """Give every plain value inside a part, with the way to it."""
    if isinstance(value, Text):
        return  # what it says is in its tree
    if dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from fields(getattr(value, field.name), (*steps, field.name))
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from fields(item, (*steps, number))
    elif steps:
        yield steps, value


def unused(site: Site, reads: Iterable[Read]) -> Table:
    """List worksheets, cards, activities and pictures that no pack and no text leads to."""
    used = set(_used(site, tuple(reads)))
    rows = [
        ("worksheet", sheet.path, sheet.worksheet.title)
        for sheet in site.sheets
        if f"sheet:{sheet.id}" not in used
    ]
    rows += [
        ("cards", deck.path, deck.title) for deck in site.decks if f"deck:{deck.id}" not in used
    ]
    rows += [
        ("activity", one.path, one.activity.title)
        for one in site.activities
        if f"activity:{one.id}" not in used
    ]
    files = (*site.assets, *(file for kit in site.kits for file in kit.assets))
    rows += [("file", file.path, "") for file in files if f"asset:{file.path}" not in used]
    return Table(
        "unused",
        "Unused",
        "Published, or ready to be, and no pack and no page leads there but the lists of all.",
        ("kind", "file", "title"),
        tuple(sorted(rows)),
    )


def _used(site: Site, reads: tuple[Read, ...]) -> Iterator[str]:
    """Give the key of everything that a pack, a text or the settings lead to."""
    places = atlas(site, routes(site, (), HOSTED))
    for kit in site.all_kits:
        yield from (f"sheet:{id_.partition('@')[0]}" for id_ in kit.sheets)
        named = (one.activity for one in kit.pack.segments if one.activity)
        yield from (f"activity:{id_.partition('@')[0]}" for id_ in named)
    for read in reads:
        for text in texts_of(read.part.value):
            yield from (f"sheet:{box.arg}" for box in text.boxes if box.name == "worksheet")
            for link in text.links:
                target = places.find(link.href, text.source)
                if target is not None:
                    yield target.key
    config = site.config
    yield f"asset:content/{config.theme_options.logo}"
    for page in (*(i.page for i in config.navigation), *(door.page for door in config.home.doors)):
        target = places.find(page, "content/index.md")
        if target is not None:
            yield target.key


def place(where: Span) -> str:
    """Return a place as `path` or `path:line`."""
    return f"{where.path}:{where.line}" if where.line else where.path
