"""Bring the output folder up to date: write what differs, remove what is gone, whole or not at all.

What is to be published is written down first, as the *intent*; then assets, pages and removals
follow, each file being put in its place whole; the ledger of what was published comes last. A
publish that was cut short is finished by the next command from its intent, since all the bytes are
in the store.
"""

from __future__ import annotations

import contextlib
import json
import shutil
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from builder.digest import of_bytes
from builder.files import write_whole
from builder.ledger import INTENT, LEDGER, Entry, Ledger, looks_right, read_ledger, read_ledgers
from builder.problems import BuildFailed, Problem, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from builder.store import Blobs, Store

PAGES = (".html", ".xml", ".json", ".txt")
"""What is written after everything that it may refer to."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a publish did."""

    written: tuple[str, ...]
    removed: tuple[str, ...]


def finish(store: Store, out: Path) -> Published | None:
    """Finish a publish that was cut short, to whichever folder; None where there was none."""
    intent = _read_intent(store.root / INTENT)
    if intent is None:
        return None
    folder, target = intent
    gone = folder != out and not folder.is_dir()  # such as a memory stick that is no longer there
    if gone or not all(store.blobs.has(digest) for digest in target.values()):
        (store.root / INTENT).unlink()
        return None
    return publish(target, store, folder)


def publish(target: dict[str, str], store: Store, out: Path) -> Published:
    """Make the output folder hold the target: digests by path.

    Raises BuildFailed, and changes nothing, where something is in the way that is not ours.
    """
    ledger = read_ledger(store.root / LEDGER, out)
    entries: Ledger = {}
    differing = []
    for path in _in_order(target):
        entry = _as_it_is(ledger.get(path), out / path)
        if entry is not None and entry.digest == target[path]:
            entries[path] = entry
        else:
            differing.append(path)
    gone = sorted(set(ledger) - set(target), reverse=True)
    obstacles = tuple(_obstacles(differing, ledger, out))
    if obstacles:
        raise BuildFailed(obstacles)
    if differing or gone:
        intent = {"out": str(out), "files": target}
        write_whole(str(store.root / INTENT), json.dumps(intent).encode())
    folded = {path.casefold() for path in target}
    twins = [path for path in gone if path.casefold() in folded]
    _remove(twins, out)  # first: on Windows and macOS the old name is the new file, too
    for path in differing:
        _make_room(out / path, out)
        entries[path] = _write(out / path, target[path], store.blobs)
    _remove([path for path in gone if path not in twins], out)
    if entries != ledger or not (store.root / LEDGER).exists():
        _write_ledger(store.root / LEDGER, entries, out)
    (store.root / INTENT).unlink(missing_ok=True)
    return Published(tuple(differing), tuple(gone))


def _in_order(target: dict[str, str]) -> list[str]:
    return sorted(target, key=lambda path: (path.endswith(PAGES), path))


def _as_it_is(entry: Entry | None, path: Path) -> Entry | None:
    """Return what a published file holds: by its look, else by reading it; None if it is gone."""
    if entry is None or looks_right(entry, path):
        return entry
    if path.is_symlink() or not path.is_file():
        return None
    found = path.stat()
    return Entry(of_bytes(path.read_bytes()), found.st_size, found.st_mtime_ns)


def _obstacles(paths: Iterable[str], ledger: Ledger, out: Path) -> Iterator[Problem]:
    """Give what stands where a file of ours, or a folder for it, must be, and is not ours."""
    met = {"."}
    for path in paths:
        here = out / path
        if here.is_dir() and not here.is_symlink():
            for found in sorted(here.rglob("*")):
                name = found.relative_to(out).as_posix()
                if name not in ledger and (found.is_symlink() or not found.is_dir()):
                    yield _obstacle(out, name, path)
        for parent in (parent.as_posix() for parent in PurePosixPath(path).parents):
            if parent in met:
                break
            met.add(parent)
            if _is_no_folder(out / parent) and parent not in ledger:
                yield _obstacle(out, parent, path)


def _obstacle(out: Path, name: str, path: str) -> Problem:
    message = f"this is not ours, and '{out.name}/{path}' cannot be written while it is there"
    return Problem(Span(f"{out.name}/{name}"), "not-a-file", message, "move it somewhere else")


def _is_no_folder(path: Path) -> bool:
    return path.is_symlink() or (path.exists() and not path.is_dir())


def _make_room(path: Path, out: Path) -> None:
    """Take away what is ours and stands where a file, or a folder for it, must be."""
    for parent in path.parents[: len(path.relative_to(out).parts) - 1]:
        if _is_no_folder(parent):
            parent.unlink()
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)


def _write(path: Path, digest: str, blobs: Blobs) -> Entry:
    write_whole(str(path), blobs.read(digest))
    found = path.stat()
    return Entry(digest, found.st_size, found.st_mtime_ns)


def _remove(paths: Iterable[str], out: Path) -> None:
    """Remove files of ours, and the folders that they leave empty."""
    for path in paths:
        with contextlib.suppress(
            FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError
        ):
            (out / path).unlink()
        for parent in PurePosixPath(path).parents[:-1]:
            try:
                (out / parent).rmdir()
            except OSError:
                break


def _write_ledger(path: Path, entries: Ledger, out: Path) -> None:
    """Write down what was published to a folder, beside what others hold that are still there."""
    rows = {name: [entry.digest, entry.size, entry.mtime] for name, entry in entries.items()}
    others = {name: files for name, files in read_ledgers(path).items() if Path(name).is_dir()}
    write_whole(str(path), json.dumps({**others, str(out): rows}).encode())


def _read_intent(path: Path) -> tuple[Path, dict[str, str]] | None:
    try:
        data = json.loads(path.read_bytes())
        return Path(data["out"]), dict(data["files"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
