"""Check a site as it would be with other files, before one of them is written."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

from builder.build import together
from builder.digest import of_bytes
from builder.model.names import name
from builder.model.part import Read
from builder.model.source import Source
from builder.problems import Problem, Span, in_order
from builder.source import scan
from builder.source.read import lost, read
from builder.store import Blobs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from builder.build import Project

LACKING = frozenset({"broken-fragment", "broken-link", "unknown-pack"})
"""Problems of a pack that is whole, on a site that does not have what it points to."""


def examine(project: Project, files: Mapping[str, bytes | None]) -> tuple[Problem, ...]:
    """Return the errors that a site would have with these files, and does not have now.

    `files` are bytes by path; None takes a file away. Nothing is written to the site.
    """
    sources, there, _ = scan.scan(project.root)
    with tempfile.TemporaryDirectory() as folder:
        blobs = Blobs(folder)
        reads = {source.path: _read(project.root, source.path, blobs) for source in sources}
        gone = {path for path, data in files.items() if data is None}
        after = {path: one for path, one in reads.items() if path not in gone}
        after |= {path: _made(path, d, blobs) for path, d in files.items() if d is not None}
        problems = [*_twins(files.keys() - gone, there), *_problems(project, after, blobs)]
        found = [problem for problem in in_order(problems) if problem.is_error]
        before = set(_problems(project, reads, blobs)) if found else set()
    return tuple(problem for problem in found if problem not in before)


def _read(root: Path, path: str, blobs: Blobs) -> Read:
    now = scan.load(root, path)
    return Read(name(path), lost(now) if isinstance(now, Problem) else read(now, blobs))


def _made(path: str, data: bytes, blobs: Blobs) -> Read:
    return Read(name(path), read(Source(path, of_bytes(data), len(data), data), blobs))


def _problems(project: Project, reads: Mapping[str, Read], blobs: Blobs) -> Iterator[Problem]:
    found = tuple(reads[path] for path in sorted(reads))
    for one in found:
        yield from one.part.problems
    yield from together(project, found, tuple(one.part.path for one in found), blobs)[2]


def _twins(files: Iterable[str], there: Iterable[str]) -> Iterator[Problem]:
    """Give new files and folders that on some systems would be one with another of the site."""
    met = {scan.fold(way): way for path in there for way in _ways(path)}
    for path in files:
        for way in _ways(path):
            twin = met.get(scan.fold(way), way)
            if twin != way:
                message = f"'{way}' and '{twin}' of this site are one on Windows or macOS"
                yield Problem(Span(path), "name-collision", message, "rename the one of this site")


def _ways(path: str) -> Iterator[str]:
    """Give a path and the folders that it lies in."""
    yield path
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path
