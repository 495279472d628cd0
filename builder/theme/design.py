"""The print design of a theme: its page designs and fonts, looked up along the chain of folders."""

from __future__ import annotations

import functools
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from builder.digest import of_bytes
from builder.theme.folder import Folder, files
from builder.theme.stylesheet import tokens

if TYPE_CHECKING:
    from builder.model.config import ThemeOptions

DESIGNS = (".typ", ".json")
FONTS = (".ttf", ".otf")


@dataclass(frozen=True, slots=True)
class Design:
    """Everything that printed pages are set with."""

    digest: str
    """Of all page designs and fonts."""
    tokens: tuple[tuple[str, str], ...]
    """The theme's design tokens, as they are on light paper."""
    files: tuple[tuple[str, str], ...] = field(compare=False)
    """Name and place on this machine of each page design, the nearest of a name."""
    fonts: tuple[str, ...] = field(compare=False)
    """Where the font files are on this machine."""


def design(folders: tuple[Folder, ...], options: ThemeOptions) -> Design:
    """Return the print design of a chain of themes, nearest first."""
    found: dict[str, Path] = {}
    for folder in reversed(folders):
        for path in files(folder, "print"):
            if path.suffix in DESIGNS or path.suffix in FONTS:
                found[path.relative_to(Path(folder.path, "print")).as_posix()] = path
    state = tuple((name, str(path), *_stamp(path)) for name, path in sorted(found.items()))
    light = tuple((name, values[0]) for name, values in sorted(tokens(folders, options).items()))
    return Design(
        _digest(state),
        light,
        tuple((name, str(path)) for name, path in sorted(found.items()) if path.suffix in DESIGNS),
        tuple(str(path) for _, path in sorted(found.items()) if path.suffix in FONTS),
    )


def _stamp(path: Path) -> tuple[int, int]:
    """Return what changes with a file, so that a design is read once in a process."""
    stat = path.stat()
    return stat.st_mtime_ns, stat.st_size


@functools.lru_cache(maxsize=8)
def _digest(state: tuple[tuple[str, str, int, int], ...]) -> str:
    """Return the digest of all files of a design: of their names and bytes, not of their places."""
    facts = [f"{name} {of_bytes(Path(path).read_bytes())}" for name, path, _, _ in state]
    return of_bytes("\n".join(facts).encode())
