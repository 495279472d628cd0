"""Walk a site's folders: every source file with its digest, nothing parsed yet.

Only regular files inside the site are read. What cannot be a source (a pipe, a link that leads out, a
name that another system cannot hold) is a problem with its path, and never opened.
"""

from __future__ import annotations

import os
import stat
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from builder.digest import of_bytes
from builder.model.source import Source
from builder.problems import Problem, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDERS = ("content", "sessions")
DEEPEST = 16
"""Folders within folders; a site needs four."""
TEXT_LIMIT = 256 * 1024
YAML_LIMIT = 1024 * 1024
ASSET_LIMIT = 10 * 1024 * 1024
"""Bytes in one file."""
RESERVED = frozenset(
    {"con", "prn", "aux", "nul"}
    | {f"com{n}" for n in range(1, 10)}
    | {f"lpt{n}" for n in range(1, 10)}
)
"""Names that Windows keeps for devices."""
FORBIDDEN = frozenset('<>:"\\|?*')
PASSED_OVER = frozenset({"Thumbs.db", "desktop.ini", "__pycache__", "node_modules"})


def scan(root: Path) -> tuple[tuple[Source, ...], tuple[str, ...], tuple[Problem, ...]]:
    """Return the sources that can be read, the path of every file there is, and the problems."""
    problems: list[Problem] = []
    entries = list(_candidates(root, problems))
    _collisions(entries, problems)
    sources = []
    for path in entries:
        source = load(root, path)
        if isinstance(source, Problem):
            problems.append(source)
        else:
            sources.append(Source(path, source.digest, source.size))
    return tuple(sources), tuple(entries), tuple(problems)


def load(root: Path, path: str) -> Source | Problem:
    """Read one file whole, or say why not."""
    limit = limit_of(path)
    try:
        descriptor = os.open(root / path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        with open(descriptor, "rb") as file:  # noqa: PTH123 - opened by descriptor
            size = os.fstat(file.fileno()).st_size
            if size > limit:
                return _too_large(path, size, limit)
            data = file.read(limit + 1)
    except OSError as error:
        message = f"the file cannot be read: {error.strerror or error}"
        return Problem(Span(path), "not-a-file", message)
    return Source(path, of_bytes(data), len(data), data)


def limit_of(path: str) -> int:
    """Return how large a file of this name may be, in bytes."""
    if path.endswith(".md"):
        return TEXT_LIMIT
    return YAML_LIMIT if path.endswith((".yaml", ".yml")) else ASSET_LIMIT


def _candidates(root: Path, problems: list[Problem]) -> Iterator[str]:
    real = Path(os.path.realpath(root))
    if (root / "site.yaml").is_file():
        yield "site.yaml"
    elif (root / "site.yaml").exists():
        problems.append(Problem(Span("site.yaml"), "not-a-file", "this is a folder, not a file"))
    else:
        hint = "run `peerpress new site .` here, or go to the folder of your site"
        problems.append(Problem(Span("site.yaml"), "no-site", "there is no site.yaml here", hint))
    for folder in FOLDERS:
        if (root / folder).is_dir():
            yield from _walk(root / folder, folder, real, problems)
    for theme in sorted(root.glob("themes/*/theme.yaml")):
        if theme.is_file():
            yield theme.relative_to(root).as_posix()


def _walk(folder: Path, path: str, real: Path, problems: list[Problem]) -> Iterator[str]:
    if path.count("/") >= DEEPEST:
        message = f"folders lie more than {DEEPEST} deep here"
        problems.append(Problem(Span(path), "not-a-file", message, "move them further up"))
        return
    with os.scandir(folder) as listing:
        entries = sorted(listing, key=lambda entry: entry.name)
    for entry in entries:
        here = f"{path}/{entry.name}"
        if entry.name.startswith(".") or entry.name.endswith("~") or entry.name in PASSED_OVER:
            continue
        problem = _unfit(entry, here, real)
        if problem is not None:
            problems.append(problem)
        elif entry.is_dir():
            yield from _walk(Path(entry.path), here, real, problems)
        else:
            yield here


def _unfit(entry: os.DirEntry[str], path: str, real: Path) -> Problem | None:
    """Return why an entry cannot be a source or a folder of sources, or None."""
    try:
        path.encode()
    except UnicodeEncodeError:
        shown = path.encode("utf-8", "replace").decode()
        return Problem(Span(shown), "unreadable-name", "this name is not UTF-8", "rename the file")
    unfit = _unfit_name(entry.name)
    if unfit:
        return Problem(Span(path), "reserved-name", unfit, "rename it with letters and hyphens")
    if entry.is_symlink():
        return _unfit_link(entry, path, real)
    mode = entry.stat(follow_symlinks=False).st_mode
    if stat.S_ISDIR(mode):
        if entry.name.endswith((".md", ".yaml", ".yml")):
            return Problem(Span(path), "not-a-file", "this is a folder, not a file", "rename it")
        return None
    if not stat.S_ISREG(mode):
        return Problem(Span(path), "not-a-file", "this is not a regular file", "remove it")
    return None


def _unfit_link(entry: os.DirEntry[str], path: str, real: Path) -> Problem | None:
    target = Path(os.path.realpath(entry.path))
    if not target.is_relative_to(real):
        message = "this link leads out of the site"
        return Problem(Span(path), "symlink", message, "copy the file to where the link is")
    if not target.is_file():
        message = "this link does not lead to a file"
        return Problem(Span(path), "symlink", message, "copy what it leads to, or remove it")
    return None


def _unfit_name(name: str) -> str:
    """Say why a name cannot be kept on every system; empty where it can."""
    if name.partition(".")[0].lower() in RESERVED:
        return f"Windows keeps the name '{name.partition('.')[0]}' for itself"
    if name.endswith((".", " ")):
        return "a name that ends in a full stop or space is lost on Windows"
    bad = sorted(FORBIDDEN & set(name))
    if bad or any(unicodedata.category(c) == "Cc" for c in name):
        return f"a name cannot hold {bad[0] if bad else 'a control character'} on Windows"
    return ""


def _collisions(paths: list[str], problems: list[Problem]) -> None:
    met: dict[str, str] = {}
    for path in paths:
        twin = met.setdefault(fold(path), path)
        if twin != path:
            problems.append(_collision(path, twin))


def _collision(path: str, twin: str) -> Problem:
    message = f"'{path}' and '{twin}' are one file on Windows or macOS"
    if unicodedata.normalize("NFC", path) == unicodedata.normalize("NFC", twin):
        message = f"two files are called '{path}', with the accents written in two ways"
    return Problem(Span(path), "name-collision", message, "rename one of them")


def fold(path: str) -> str:
    """Return a path as systems see it that know no case and compose accents."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())


def _too_large(path: str, size: int, limit: int) -> Problem:
    message = f"the file has {_in_words(size)}; {_in_words(limit)} is the most"
    hint = "split it" if path.endswith((".md", ".yaml", ".yml")) else "make it smaller"
    return Problem(Span(path), "too-large", message, hint)


def _in_words(size: int) -> str:
    megabytes = size / 1024 / 1024
    return f"{megabytes:.3g} MB" if megabytes >= 1 else f"{-(-size // 1024)} KB"
