"""One theme of a chain, and the files in its folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.model.theme import ThemeFile

UNPUBLISHED = (".py", ".pyc", ".map", "MANIFEST.json", "words.json")
"""Files in a theme that are for makers of themes and not for the site."""


@dataclass(frozen=True, slots=True)
class Folder:
    """One theme of the chain."""

    name: str
    path: str = field(compare=False)
    """Where it is on this machine; no part of any fingerprint."""
    file: ThemeFile


def files(folder: Folder, kind: str, name: str = "**/*") -> Iterator[Path]:
    """Give the files of one kind (`css`, `static`, `templates`, `locale`), in order."""
    root = Path(folder.path, kind)
    found = sorted(root.glob(name), key=lambda path: path.as_posix())
    return (
        path
        for path in found
        if path.is_file()
        and not path.name.endswith(UNPUBLISHED)
        and not any(part.startswith((".", "__")) for part in path.relative_to(root).parts)
    )


def text_of(path: Path) -> str:
    """Return a text of a theme; what is not UTF-8 in it becomes a sign that is easily seen."""
    return path.read_text(encoding="utf-8", errors="replace")
