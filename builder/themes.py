"""Find a theme and all that it extends: in the site's `themes/` first, then among our own."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from builder.engine import packaged
from builder.model.part import Marks
from builder.model.theme import ThemeFile
from builder.problems import Problem, Span, did_you_mean
from builder.theme import Folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.store import Blobs

DEFAULT = "default"
USED = ("css", "locale", "print", "static", "templates")
"""The folders of a theme that a build reads; what else it has is for those who make it."""
TEXTS = (".html", ".xml", ".css", ".po")
"""Files of a theme that are read as text."""


def chain(
    root: Path, theme: str, asked: Span, blobs: Blobs
) -> tuple[tuple[Folder, ...], list[Problem]]:
    """Return the themes from the site's own to the one that extends none, and what is wrong.

    `asked` is where the site names its theme. With a problem the default theme stands in, so that
    everything else is still checked.
    """
    folders: list[Folder] = []
    marks: list[Marks] = []
    problems: list[Problem] = []
    name: str | None = theme
    while name is not None:
        if any(folder.name == name and folder.name != DEFAULT for folder in folders):
            message = f"the theme '{name}' extends itself"
            problems.append(Problem(asked, "theme-cycle", message, "take one `extends` out"))
            break
        path = next(_places(root, name, folders), None)
        if path is None:
            known = {
                found.name for place in (root / "themes", packaged()) for found in place.glob("*/")
            }
            message = f"there is no theme '{name}'"
            problems.append(Problem(asked, "unknown-theme", message, did_you_mean(name, known)))
            break
        file, places, wrong = _file(path, blobs)
        problems += [*wrong, *_unfit(root, path)]
        folders.append(Folder(name, str(path), file))
        marks.append(places)
        asked = places.at("extends")
        name = file.extends
    if problems:
        path = packaged() / DEFAULT
        folders = [Folder(DEFAULT, str(path), _file(path, blobs)[0])]
    else:
        problems += _unknown_tokens(folders, marks)
    return tuple(folders), problems


def _places(root: Path, name: str, met: list[Folder]) -> Iterator[Path]:
    """Give where a theme may be; a site's theme may extend a packaged one of the same name."""
    for place in (root / "themes", packaged()):
        path = place / name
        if (path / "theme.yaml").is_file() and not any(f.path == str(path) for f in met):
            yield path


def _file(path: Path, blobs: Blobs) -> tuple[ThemeFile, Marks, list[Problem]]:
    from builder.source import scan
    from builder.source.read import read

    shown = f"themes/{path.name}/theme.yaml"
    source = scan.load(path.parent.parent, shown)
    if isinstance(source, Problem):
        return ThemeFile(), Marks(shown, {}), [source]
    part = read(source, blobs)
    errors = [problem for problem in part.problems if problem.is_error]
    value = part.value if isinstance(part.value, ThemeFile) else ThemeFile()
    return value, part.marks, errors


def _unfit(root: Path, folder: Path) -> Iterator[Problem]:
    """Give a problem for each file of a site's own theme that cannot be read, or leads out."""
    if not folder.is_relative_to(root):
        return
    real = Path(os.path.realpath(root))
    used = [folder / name for name in USED]
    inside = (path for place in used for path in sorted(place.rglob("*")))
    for path in (folder.parent, folder, *used, *inside):
        shown = path.relative_to(root).as_posix()
        if path.is_symlink() and not Path(os.path.realpath(path)).is_relative_to(real):
            message = "this link leads out of the site"
            yield Problem(Span(shown), "symlink", message, "copy the file to where the link is")
        elif path.is_file():
            yield from _unfit_file(root, shown)


def _unfit_file(root: Path, shown: str) -> tuple[Problem, ...]:
    from builder.source import scan
    from builder.source.text import decode_text

    source = scan.load(root, shown)
    if isinstance(source, Problem):
        return (source,)
    if not shown.endswith(TEXTS):
        return ()
    _, problems = decode_text(shown, source.data or b"", scan.limit_of(shown))
    return problems


def _unknown_tokens(folders: list[Folder], marks: list[Marks]) -> Iterator[Problem]:
    """Give a problem for each token that no theme uses: most likely a slip of the pen."""
    known = {token.name for token in folders[-1].file.tokens}
    for folder, places in zip(folders[:-1], marks, strict=False):
        for index, token in enumerate(folder.file.tokens):
            if token.name not in known:
                where = places.at("tokens", index)
                message = f"there is no token '{token.name}' to change"
                yield Problem(where, "unknown-token", message, did_you_mean(token.name, known))
