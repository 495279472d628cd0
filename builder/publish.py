"""Bring the output folder up to date: write what differs, remove what is gone, whole or not at all.

What is to be published is written down first, as the *intent*; then assets, pages and removals follow,
each file being put in its place whole; the ledger of what was published comes last. A publish that was
cut short is finished by the next command from its intent, since all the bytes are in the store.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from builder.digest import of_bytes
from builder.store import write_whole

if TYPE_CHECKING:
    from builder.store import Blobs, Store

PAGES = (".html", ".xml", ".json", ".txt")
"""What is written after everything that it may refer to."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a publish did."""

    written: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the ledger: its digest, and how it looked when it was written."""

    digest: str
    size: int
    mtime: int


Ledger = dict[str, Entry]


def finish(store: Store, out: Path) -> Published | None:
    """Finish a publish that was cut short; None where there was none."""
    target = _read_intent(store.root / "intent.json", out)
    if target is None:
        return None
    if not all(store.blobs.has(digest) for digest in target.values()):
        (store.root / "intent.json").unlink()
        return None
    return publish(target, store, out)


def publish(target: dict[str, str], store: Store, out: Path) -> Published:
    """Make the output folder hold the target: digests by path."""
    ledger = read_ledger(store.root / "ledger.json", out)
    differing = [path for path in _in_order(target) if not _is_there(path, target, ledger, out)]
    gone = sorted(set(ledger) - set(target), reverse=True)
    if not differing and not gone and (store.root / "ledger.json").exists():
        (store.root / "intent.json").unlink(missing_ok=True)
        return Published((), ())
    intent = {"out": str(out), "files": target}
    write_whole(str(store.root / "intent.json"), json.dumps(intent).encode())
    entries = {path: entry for path, entry in ledger.items() if path in target}
    for path in differing:
        entries[path] = _write(path, target[path], store.blobs, out)
    for path in gone:
        _remove(path, out)
    _write_ledger(store.root / "ledger.json", entries, out)
    (store.root / "intent.json").unlink()
    return Published(tuple(differing), tuple(gone))


def _in_order(target: dict[str, str]) -> list[str]:
    return sorted(target, key=lambda path: (path.endswith(PAGES), path))


def _is_there(path: str, target: dict[str, str], ledger: Ledger, out: Path) -> bool:
    """Whether the published file holds the right bytes: by its look, else by reading it."""
    try:
        found = (out / path).lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    entry = ledger.get(path)
    if entry is not None and (found.st_size, found.st_mtime_ns) == (entry.size, entry.mtime):
        return entry.digest == target[path]
    if entry is None or not os.path.isfile(out / path) or os.path.islink(out / path):  # noqa: PTH113, PTH114
        return False
    return entry.digest == target[path] and of_bytes((out / path).read_bytes()) == entry.digest


def _write(path: str, digest: str, blobs: Blobs, out: Path) -> Entry:
    final = out / path
    if final.is_dir() and not final.is_symlink():
        _clear(final)
    _make_folder(final.parent, out)
    write_whole(str(final), blobs.read(digest))
    found = final.stat()
    return Entry(digest, found.st_size, found.st_mtime_ns)


def _make_folder(folder: Path, out: Path) -> None:
    """Make a folder, taking away a file of ours that stands where it must be."""
    for parent in (*reversed(folder.relative_to(out).parents), folder.relative_to(out)):
        here = out / parent
        if here.is_file() or here.is_symlink():
            if here == out:
                continue
            here.unlink()
        here.mkdir(parents=True, exist_ok=True)


def _clear(folder: Path) -> None:
    """Take away empty folders that stand where a file must be."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            with contextlib.suppress(OSError):
                path.rmdir()
    folder.rmdir()


def _remove(path: str, out: Path) -> None:
    """Remove a file of ours, and the folders that it leaves empty."""
    with contextlib.suppress(
        FileNotFoundError, NotADirectoryError, IsADirectoryError, PermissionError
    ):
        (out / path).unlink()
    for parent in Path(path).parents:
        if parent == Path():
            break
        try:
            (out / parent).rmdir()
        except OSError:
            break


def read_ledger(path: Path, out: Path) -> Ledger:
    """Return what was published to a folder; empty where nothing is known of it."""
    try:
        data = json.loads(path.read_bytes())
        if data["out"] != str(out):
            return {}
        return {name: Entry(*row) for name, row in data["files"].items()}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _write_ledger(path: Path, entries: Ledger, out: Path) -> None:
    rows = {name: [entry.digest, entry.size, entry.mtime] for name, entry in entries.items()}
    write_whole(str(path), json.dumps({"out": str(out), "files": rows}).encode())


def _read_intent(path: Path, out: Path) -> dict[str, str] | None:
    try:
        data = json.loads(path.read_bytes())
        return dict(data["files"]) if data["out"] == str(out) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
