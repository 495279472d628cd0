"""Bring the output folder up to date: write what differs, remove what is gone, whole or not at all.

What is to be published is written down first, as the *intent*; then assets, pages and removals
follow, each file being put in its place whole; the ledger of what was published comes last. A
publish that was cut short is finished by the next command from its intent, since all the bytes are
in the store.
"""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from builder.digest import of_bytes
from builder.files import write_whole
from builder.ledger import INTENT, LEDGER, Entry, Ledger, looks_right, read_ledger

if TYPE_CHECKING:
    from builder.store import Blobs, Store

PAGES = (".html", ".xml", ".json", ".txt")
"""What is written after everything that it may refer to."""


@dataclass(frozen=True, slots=True)
class Published:
    """What a publish did."""

    written: tuple[str, ...]
    removed: tuple[str, ...]


def finish(store: Store, out: Path) -> Published | None:
    """Finish a publish that was cut short; None where there was none."""
    target = _read_intent(store.root / INTENT, out)
    if target is None:
        return None
    if not all(store.blobs.has(digest) for digest in target.values()):
        (store.root / INTENT).unlink()
        return None
    return publish(target, store, out)


def publish(target: dict[str, str], store: Store, out: Path) -> Published:
    """Make the output folder hold the target: digests by path."""
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
    if differing or gone:
        intent = {"out": str(out), "files": target}
        write_whole(str(store.root / INTENT), json.dumps(intent).encode())
    for path in differing:
        entries[path] = _write(path, target[path], store.blobs, out)
    for path in gone:
        _remove(path, out)
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


def _write_ledger(path: Path, entries: Ledger, out: Path) -> None:
    rows = {name: [entry.digest, entry.size, entry.mtime] for name, entry in entries.items()}
    write_whole(str(path), json.dumps({"out": str(out), "files": rows}).encode())


def _read_intent(path: Path, out: Path) -> dict[str, str] | None:
    try:
        data = json.loads(path.read_bytes())
        return dict(data["files"]) if data["out"] == str(out) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None
