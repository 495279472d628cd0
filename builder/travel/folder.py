"""The files of a site as they lie there, read for comparing."""

from __future__ import annotations

import os
from pathlib import Path

from builder.problems import Problem, Wrong
from builder.source import scan
from builder.travel.names import refuse, shown


def read_folder(root: Path, folder: str) -> dict[str, bytes] | None:
    """Return every file of a folder by its path in it, hidden ones too; None where there is none.

    Raises Wrong where something in it cannot be read, since it could not be kept either.
    """
    top = root / folder
    if not os.path.lexists(top):
        return None
    if top.is_symlink() or not top.is_dir():
        refuse(f"{shown(folder)} of this site is a link or a file", "move it somewhere else")
    found: dict[str, bytes] = {}
    for here, folders, names in os.walk(top):
        for name in sorted(folders):
            if (Path(here) / name).is_symlink():
                refuse(f"{shown(f'{folder}/{name}')} is a link", "put the folder in its place")
        for name in sorted(names):
            path = (Path(here) / name).relative_to(top).as_posix()
            found[path] = read_one(root, f"{folder}/{path}")
    return found


def read_one(root: Path, path: str) -> bytes:
    """Return the bytes of a file of the site, or raise Wrong with its problem."""
    source = scan.load(root, path)
    if isinstance(source, Problem):
        raise Wrong(source)
    return source.data or b""


def is_passed_over(path: str) -> bool:
    """Whether no build looks at a file: hidden ones, copies of editors, what systems leave."""
    return any(
        part.startswith(".") or part.endswith("~") or part in scan.PASSED_OVER
        for part in path.split("/")
    )
