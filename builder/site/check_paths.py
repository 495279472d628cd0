"""No two things of a site become one file: told at their sources, before anything is planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.model.part import PageFile
from builder.problems import Problem, Span
from builder.site.aliases import alias_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from builder.model.part import Marks, Read
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
        source, other = sources.get(key, ""), sources.get(twin, "")
        if twin != key and (not source or source.casefold() != other.casefold()):
            yield _collision(path, source, other)
    live = set(places.sources)
    for read in reads:
        if isinstance(read.part.value, PageFile) and read.part.path in live:
            own = table[places.sources[read.part.path]]
            yield from _aliases(read.part.value.head.aliases, read.part.marks, met, own)


def _collision(path: str, source: str, twin: str) -> Problem:
    if source and twin:
        message = f"'{twin}' and '{source}' would both become '{path}'"
        return Problem(Span(source), CODE, message, "rename one of them")
    message = f"this would become '{path}', which the site makes by itself"
    return Problem(Span(source or twin or path), CODE, message, "rename it")


def _aliases(
    aliases: tuple[str, ...], marks: Marks, met: dict[str, str], own: str
) -> Iterator[Problem]:
    """Give what is wrong with the former addresses of a page that goes to the path `own`."""
    for index, alias in enumerate(aliases):
        where = marks.at("aliases", index)
        path = alias_path(alias)
        if path is None:
            message = f"'{alias}' cannot be a former address of this site"
            yield Problem(where, "wrong-form", message, "write it like 'old/name.html'")
        elif path != own and met.setdefault(path.casefold(), marks.path) != marks.path:
            message = f"the former address '{alias}' belongs to something else now"
            yield Problem(where, CODE, message, "take it out, or rename the other one")
