"""No two things of a site become one file: told at their sources, before anything is planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.model.part import PageFile
from builder.problems import Problem, Span
from builder.site.aliases import alias_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from builder.model.part import Read
    from builder.site.links import Atlas

CODE = "two-outputs-one-path"


def check_paths(reads: Iterable[Read], table: dict[str, str], places: Atlas) -> Iterator[Problem]:
    """Give a problem for each source that becomes a file which another thing is already.

    `table` leads from the keys of everything on the site to paths. Names that differ in capitals
    alone count as one: on Windows and macOS they are.
    """
    sources = {key: path for path, key in places.sources.items()}
    met: dict[str, str] = {}
    for key, path in table.items():
        twin = met.setdefault(path.casefold(), key)
        if twin != key:
            yield _collision(path, sources.get(key, ""), sources.get(twin, ""))
    live = set(places.sources)
    for read in reads:
        if isinstance(read.part.value, PageFile) and read.part.path in live:
            yield from _aliases(read, met, table[places.sources[read.part.path]])


def _collision(path: str, source: str, twin: str) -> Problem:
    if source and twin:
        message = f"'{twin}' and '{source}' would both become '{path}'"
        return Problem(Span(source), CODE, message, "rename one of them")
    message = f"this would become '{path}', which every such site has already"
    return Problem(Span(source or twin or path), CODE, message, "rename it")


def _aliases(read: Read, met: dict[str, str], own: str) -> Iterator[Problem]:
    """Give what is wrong with the former addresses of a page."""
    for index, alias in enumerate(read.part.value.head.aliases):
        where = read.part.marks.at("aliases", index)
        path = alias_path(alias)
        if path is None:
            message = f"'{alias}' cannot be a former address of this site"
            yield Problem(where, "wrong-form", message, "write it like 'old/name.html'")
        elif path != own and met.setdefault(path.casefold(), read.part.path) != read.part.path:
            message = f"the former address '{alias}' belongs to something else now"
            yield Problem(where, CODE, message, "take it out, or rename the other one")
