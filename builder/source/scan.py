"""Walk a site's folders: every source file with its digest, nothing parsed yet.

Only regular files inside the site are read. What cannot be a source (a pipe, a link that leads
out, a name that another system cannot hold) is a problem with its path, and never opened.
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
LONGEST_NAME = 200
"""Bytes in one name: systems allow 255, and what is made of a file has a longer name."""
HOW = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
"""How a file is opened: never waiting, should it turn out to be a pipe."""
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
        descriptor = os.open(root / path, HOW)
        with open(descriptor, "rb") as file:  # noqa: PTH123 - opened by descriptor
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                return _irregular(path)
            if found.st_size > limit:
                return _too_large(path, found.st_size, limit)
            data = file.read(limit + 1)
    except OSError as error:
        return _unreadable(path, error)
    return Source(path, of_bytes(data), len(data), data)


def limit_of(path: str) -> int:
    """Return how large a file of this name may be, in bytes."""
    if path.endswith(".md"):
        return TEXT_LIMIT
    return YAML_LIMIT if path.endswith((".yaml", ".yml")) else ASSET_LIMIT


def _candidates(root: Path, problems: list[Problem]) -> Iterator[str]:
    real = Path(os.path.realpath(root))
    here = {entry.name: entry for entry in _listed(root, "", problems)}
    if "site.yaml" not in here:
        hint = "run `peerpress new site .` here, or go to the folder of your site"
        problems.append(Problem(Span("site.yaml"), "no-site", "there is no site.yaml here", hint))
    for name in ("site.yaml", *FOLDERS):
        problem = _unfit(here[name], name, real) if name in here else None
        if problem is not None:
            problems.append(problem)
        elif name == "site.yaml" and name in here:
            yield name
        elif name in here and here[name].is_dir():
            yield from _walk(root / name, name, real, problems)
    for theme in sorted(root.glob("themes/*/theme.yaml")):
        if theme.is_file():
            yield theme.relative_to(root).as_posix()


def _walk(folder: Path, path: str, real: Path, problems: list[Problem]) -> Iterator[str]:
    if path.count("/") >= DEEPEST:
        message = f"folders lie more than {DEEPEST} deep here"
        problems.append(Problem(Span(path), "not-a-file", message, "move them further up"))
        return
    for entry in _listed(folder, path, problems):
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


def _listed(folder: Path, path: str, problems: list[Problem]) -> list[os.DirEntry[str]]:
    """Return what lies in a folder, in order; where that is not to be had, note a problem."""
    try:
        with os.scandir(folder) as listing:
            return sorted(listing, key=lambda entry: entry.name)
    except OSError as error:
        problems.append(_unreadable(path, error))
        return []


def _unfit(entry: os.DirEntry[str], path: str, real: Path) -> Problem | None:
    """Return why an entry cannot be a source or a folder of sources, or None."""
    try:
        path.encode()
    except UnicodeEncodeError:
        shown = path.encode("utf-8", "replace").decode()
        return Problem(Span(shown), "unreadable-name", "this name is not UTF-8", "rename the file")
    unfit = unfit_name(entry.name)
    if unfit:
        return Problem(Span(path), "reserved-name", unfit, "rename it with letters and hyphens")
    if entry.is_symlink():
        return _unfit_link(entry, path, real)
    if entry.is_dir(follow_symlinks=False):
        if entry.name.endswith((".md", ".yaml", ".yml")):
            return Problem(Span(path), "not-a-file", "this is a folder, not a file", "rename it")
        return None
    return None if entry.is_file(follow_symlinks=False) else _irregular(path)


def _irregular(path: str) -> Problem:
    message = "this is neither a file nor a folder, but a pipe, a socket or a device"
    return Problem(Span(path), "not-a-file", message, "take it out of the site")


def _unreadable(path: str, error: OSError) -> Problem:
    message = f"this cannot be read: {error.strerror or error}"
    return Problem(Span(path), "not-a-file", message, "look whether it is there, and may be read")


def _unfit_link(entry: os.DirEntry[str], path: str, real: Path) -> Problem | None:
    target = Path(os.path.realpath(entry.path))
    if not target.is_relative_to(real):
        message = "this link leads out of the site"
        return Problem(Span(path), "symlink", message, "copy the file to where the link is")
    if not target.is_file():
        message = "this link does not lead to a file"
        return Problem(Span(path), "symlink", message, "copy what it leads to, or remove it")
    return None


def unfit_name(name: str) -> str:
    """Say why a name cannot be kept on every system; empty where it can."""
    if name.partition(".")[0].lower() in RESERVED:
        return f"Windows keeps the name '{name.partition('.')[0]}' for itself"
    if name.endswith((".", " ")):
        return "a name that ends in a full stop or space is lost on Windows"
    if len(name.encode()) > LONGEST_NAME:
        return f"a name of more than {LONGEST_NAME} bytes is too long for some systems"
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
