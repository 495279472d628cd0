"""No two things of a site become one file: told at their sources, before anything is planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.model.pack import Pack
from builder.model.part import PageFile
from builder.problems import Problem, Span
from builder.site.aliases import alias_path
from builder.site.slugs import slug

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from builder.model.part import Marks, Read
    from builder.site.links import Atlas

CODE = "two-outputs-one-path"
LONGEST_TAG = 100
"""Bytes in the name of a category's page."""


def check_paths(reads: Iterable[Read], table: dict[str, str], places: Atlas) -> Iterator[Problem]:
    """Give a problem for each source that becomes a file which another thing is already.

    `table` leads from the keys of everything on the site to paths. Names that differ in capitals
    alone count as one: on Windows and macOS they are.
    """
    taken = Taken(table, places.sources)
    yield from taken.twice()
    for read in reads:
        value, marks = read.part.value, read.part.marks
        if isinstance(value, PageFile):
            yield from _tags(value.head.tags, "tags", marks)
            key = places.sources.get(read.part.path)
            if key is not None:
                yield from taken.aliases(value.head.aliases, marks, table[key])
        elif isinstance(value, Pack):
            yield from _tags(value.topics, "topics", marks)


class Taken:
    """The paths that are taken, as systems see them that know no capitals."""

    def __init__(self, table: dict[str, str], sources: dict[str, str]) -> None:
        """Take every path for the key that has it first."""
        self.table = table
        self.sources = {key: path for path, key in sources.items()}
        self.owners: dict[str, str] = {}
        for key, path in table.items():
            self.owners.setdefault(path.casefold(), key)
        self.folders = {folder for path in self.owners for folder in _folders(path)}

    def twice(self) -> Iterator[Problem]:
        """Give the paths of two things, and the files that lie in a file."""
        for key, path in self.table.items():
            source, twin = self.sources.get(key, ""), self.owners[path.casefold()]
            other = self.sources.get(twin, "")
            if twin != key and (not source or source.casefold() != other.casefold()):
                yield _collision(path, source, other)
            for folder in _folders(path.casefold()):
                if folder in self.owners:
                    file = self.table[self.owners[folder]]
                    message = f"this would become '{path}', but '{file}' is a file and no folder"
                    yield Problem(Span(source or path), CODE, message, "rename one of the two")

    def aliases(self, aliases: tuple[str, ...], marks: Marks, own: str) -> Iterator[Problem]:
        """Give what is wrong with the former addresses of a page that goes to the path `own`."""
        for index, alias in enumerate(aliases):
            where = marks.at("aliases", index)
            path = alias_path(alias)
            if path is None:
                message = f"'{alias[:40]}' cannot be a former address of this site"
                yield Problem(where, "wrong-form", message, "write it like 'old/name.html'")
            elif path != own and not self._take(path.casefold(), marks.path):
                message = f"the former address '{alias}' belongs to something else now"
                yield Problem(where, CODE, message, "take it out, or rename the other one")

    def _take(self, path: str, owner: str) -> bool:
        """Take a path for a page's file, unless something else has it or needs it as a folder."""
        if self.owners.get(path, owner) != owner or path in self.folders:
            return False
        self.owners[path] = owner
        return not any(folder in self.owners for folder in _folders(path))


def _folders(path: str) -> Iterator[str]:
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _collision(path: str, source: str, twin: str) -> Problem:
    if source and twin:
        message = f"'{twin}' and '{source}' would both become '{path}'"
        return Problem(Span(source), CODE, message, "rename one of them")
    message = f"this would become '{path}', which the site makes by itself"
    return Problem(Span(source or twin or path), CODE, message, "rename it")


def _tags(tags: tuple[str, ...], field: str, marks: Marks) -> Iterator[Problem]:
    for index, tag in enumerate(tags):
        if len(slug(tag).encode()) > LONGEST_TAG:
            message = f"'{tag[:40]}…' is too long for the name of a category"
            yield Problem(marks.at(field, index), "out-of-range", message, "say it in a few words")
