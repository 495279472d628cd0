"""Find a theme and all that it extends: in the site's `themes/` first, then among our own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from builder.engine import packaged
from builder.model.theme import ThemeFile
from builder.problems import Problem, Span, did_you_mean
from builder.theme import Folder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.store import Blobs

DEFAULT = "default"


def chain(root: Path, theme: str, blobs: Blobs) -> tuple[tuple[Folder, ...], list[Problem]]:
    """Return the themes from the site's own to the one that extends none, and what is wrong.

    With a problem the default theme stands in, so that everything else is still checked.
    """
    folders: list[Folder] = []
    problems: list[Problem] = []
    name: str | None = theme
    asked = Span("site.yaml")
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
        file, wrong = _file(path, blobs)
        problems += wrong
        folders.append(Folder(name, str(path), file))
        asked = Span(f"themes/{name}/theme.yaml")
        name = file.extends
    if problems:
        path = packaged() / DEFAULT
        folders = [Folder(DEFAULT, str(path), _file(path, blobs)[0])]
    else:
        problems += _unknown_tokens(folders)
    return tuple(folders), problems


def _places(root: Path, name: str, met: list[Folder]) -> Iterator[Path]:
    """Give where a theme may be; a site's theme may extend a packaged one of the same name."""
    for place in (root / "themes", packaged()):
        path = place / name
        if (path / "theme.yaml").is_file() and not any(f.path == str(path) for f in met):
            yield path


def _file(path: Path, blobs: Blobs) -> tuple[ThemeFile, list[Problem]]:
    from builder.source import scan
    from builder.source.read import read

    shown = f"themes/{path.name}/theme.yaml"
    source = scan.load(path.parent.parent, shown)
    if isinstance(source, Problem):
        return ThemeFile(), [source]
    part = read(source, blobs)
    errors = [problem for problem in part.problems if problem.is_error]
    return (part.value if isinstance(part.value, ThemeFile) else ThemeFile()), errors


def _unknown_tokens(folders: list[Folder]) -> Iterator[Problem]:
    """Give a problem for each token that no theme uses: most likely a slip of the pen."""
    known = {token.name for token in folders[-1].file.tokens}
    for folder in folders[:-1]:
        for token in folder.file.tokens:
            if token.name not in known:
                where = Span(f"themes/{folder.name}/theme.yaml")
                message = f"there is no token '{token.name}' to change"
                yield Problem(where, "unknown-token", message, did_you_mean(token.name, known))
