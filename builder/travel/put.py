"""Put a pack into a site, whole or not at all.

Everything is laid ready in `sessions/.adding/`, which no build looks at. Then the intent is written
down, and from there on only names change: shared files go to their places, the pack's old folder
goes aside, the new one takes its place. Cut short before the intent, the site is as it was; cut
short after it, the next command finishes what was begun (`settle`).
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from builder.store import Busy, lock
from builder.travel.names import unsafe

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PLACE = "sessions/.adding"
INTENT, LOCK, PACK, SHARED, OLD = "intent.json", "lock", "pack", "shared", "old"
SAFE = re.compile(r"[a-z0-9-]+~?")
"""What a folder is called that an intent may name."""


@dataclass(frozen=True, slots=True)
class Put:
    """What is to be written."""

    id: str
    files: dict[str, bytes]
    """All files of the pack's folder."""
    shared: dict[str, bytes] = field(default_factory=dict)
    """Files that go elsewhere in the site, where nothing is yet."""
    keep: str = ""
    """What the old folder is called from now on; empty to let it go."""


def put(root: Path, what: Put) -> None:
    """Write a pack into a site; raises Busy where another command is doing so."""
    place = root / PLACE
    with _held(place):
        _finish(root, place)
        for folder, files in ((PACK, what.files), (SHARED, what.shared)):
            for path, data in files.items():
                _write(place / folder / path, data)
        intent = {"format": 1, "id": what.id, "keep": what.keep, "shared": sorted(what.shared)}
        _write(place / f"{INTENT}.part", json.dumps(intent).encode())
        (place / f"{INTENT}.part").replace(place / INTENT)
        _sync(place)
        _finish(root, place)


def settle(root: Path) -> str:
    """Finish or undo what another command began and was cut short at; return what to say of it.

    Raises Busy where that command is still at work.
    """
    place = root / PLACE
    if not place.is_dir() or place.is_symlink():
        return ""
    with _held(place):
        done = _finish(root, place)
    if done:
        return f"Finished adding the pack '{done}', which had been cut short."
    return "Removed what was left of a pack that had not been added."


def spare(root: Path, id_: str) -> str:
    """Return a name beside a pack's folder that is free, and that no build looks at."""
    number = 1
    while True:
        name = f"{id_}~" if number == 1 else f"{id_}-{number}~"
        if not os.path.lexists(root / "sessions" / name):
            return name
        number += 1


@contextlib.contextmanager
def _held(place: Path) -> Iterator[None]:
    """Hold the folder in which things are laid ready, and take it away at the end."""
    place.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = lock(place / LOCK)
    except FileNotFoundError:
        raise Busy from None  # as below
    if not _is_ours(place / LOCK, descriptor):
        os.close(descriptor)  # another command was just about to take it away
        raise Busy
    try:
        yield
    finally:
        if not (place / INTENT).exists():  # else the next command needs all of it
            for left in [path for path in place.iterdir() if path.name != LOCK]:
                _clear(left)
        if sys.platform == "win32":  # it lets nobody take a file away that is open
            os.close(descriptor)
        with contextlib.suppress(OSError):
            (place / LOCK).unlink()
            place.rmdir()
        if sys.platform != "win32":
            os.close(descriptor)


def _is_ours(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except OSError:
        return False


def _finish(root: Path, place: Path) -> str:
    """Do what is intended, as far as it is not done; return the pack's id, or nothing."""
    intent = _intent(place / INTENT)
    if intent is None:
        _clear(place / INTENT)
        return ""
    for path in intent["shared"]:
        ready, target = place / SHARED / path, root / path
        if ready.exists() and not os.path.lexists(target):
            target.parent.mkdir(parents=True, exist_ok=True)
            ready.rename(target)
    ready, target = place / PACK, root / "sessions" / intent["id"]
    if ready.exists():
        if os.path.lexists(target):
            aside = root / "sessions" / intent["keep"] if intent["keep"] else place / OLD
            target.rename(aside)
        ready.rename(target)
    _clear(place / INTENT)
    return str(intent["id"])


def _intent(path: Path) -> dict[str, Any] | None:
    """Return what was intended; None where that was never written down whole."""
    try:
        intent = json.loads(path.read_bytes())
        names = [intent["id"], intent["keep"] or "x"]
        good = all(SAFE.fullmatch(name) for name in names) and isinstance(intent["shared"], list)
        inside = all(one.startswith("content/") and not unsafe(one) for one in intent["shared"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
    return intent if good and inside else None


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync(folder: Path) -> None:
    """Let the disk know of the names too, where the system has a way to say so."""
    if sys.platform != "win32":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _clear(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
