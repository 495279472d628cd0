"""What is kept between builds: bytes by digest, parts by source, and handles by fingerprint.

Bytes are files named by their digest, so writing them is safe from any process. The index is one
SQLite file, read and written by the build alone. Everything in here can be deleted at any time: the
next build makes it again.
"""

from __future__ import annotations

import contextlib
import io
import os
import pickle
import sqlite3
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from builder.digest import of_bytes
from builder.files import write_whole
from builder.plan import Made

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FORM = 2
"""The form of the index: one of another form, from another release, is made anew."""
EMPTY = """
drop table if exists parts; drop table if exists made; drop table if exists reasons;
"""
SCHEMA = """
create table if not exists parts (key text primary key, value blob not null) without rowid;
create table if not exists made (
  fingerprint text primary key, digest text not null, size integer not null,
  pages integer not null
) without rowid;
create table if not exists reasons (
  path text primary key, fingerprint text not null, parts blob not null
) without rowid;
"""


UNREADABLE = (
    pickle.UnpicklingError,
    EOFError,
    AttributeError,
    ImportError,
    LookupError,
    TypeError,
    ValueError,
)
"""What reading a damaged part may raise."""


@dataclass(frozen=True, slots=True)
class Blobs:
    """Bytes by digest in a folder: all that a reader or maker in another process needs."""

    root: str

    def path(self, digest: str) -> str:
        """Return the file that keeps some bytes."""
        return f"{self.root}/{digest[:2]}/{digest[2:]}"

    def read(self, digest: str) -> bytes:
        """Return the bytes kept under a digest."""
        with open(self.path(digest), "rb") as file:  # noqa: PTH123 - a hot path
            return file.read()

    def has(self, digest: str) -> bool:
        """Whether bytes are kept under a digest."""
        return os.path.exists(self.path(digest))  # noqa: PTH110 - a hot path

    def write(self, data: bytes, digest: str | None = None) -> str:
        """Keep some bytes, whole or not at all, and return their digest."""
        digest = digest or of_bytes(data)
        path = self.path(digest)
        if not os.path.exists(path):  # noqa: PTH110 - a hot path
            write_whole(path, data)
        return digest


class Busy(Exception):  # noqa: N818 - a state, not an error of ours
    """Another build uses the store."""


class Store:
    """The folder `.peerpress/` of a site; one build at a time has it open."""

    def __init__(self, root: Path) -> None:
        """Open the store, making it where it is missing or cannot be read."""
        self.root = root
        root.mkdir(parents=True, exist_ok=True)
        self._lock = lock(root / "lock")
        self.blobs = Blobs(str(root / "blobs"))
        try:
            self._index = self._open()
        except sqlite3.DatabaseError:
            for path in root.glob("index.sqlite*"):
                path.unlink()
            self._index = self._open()

    def _open(self) -> sqlite3.Connection:
        index = sqlite3.connect(self.root / "index.sqlite", isolation_level=None)
        try:
            index.execute("pragma journal_mode = wal")
            index.execute("pragma synchronous = normal")
            (form,) = index.execute("pragma user_version").fetchone()
            if form not in {0, FORM}:
                index.executescript(EMPTY)
            index.executescript(SCHEMA)
            index.execute(f"pragma user_version = {FORM}")
        except sqlite3.DatabaseError:
            index.close()
            raise
        return index

    def close(self) -> None:
        """Close the index, and let others build."""
        self._index.close()
        os.close(self._lock)

    @contextlib.contextmanager
    def together(self) -> Iterator[None]:
        """Write several things as one."""
        self._index.execute("begin")
        with self._index:
            yield

    def part(self, key: str) -> Any:
        """Return a part read in an earlier build, or None."""
        row = self._index.execute("select value from parts where key = ?", (key,)).fetchone()
        if row is None:
            return None
        try:
            return _Unpickler(io.BytesIO(row[0])).load()
        except UNREADABLE:
            return None

    def keep_part(self, key: str, part: object) -> None:
        """Remember a part."""
        value = pickle.dumps(part, protocol=pickle.HIGHEST_PROTOCOL)
        self._index.execute("insert or replace into parts values (?, ?)", (key, value))

    def made(self) -> dict[str, Made]:
        """Return every output made so far, by fingerprint."""
        rows = self._index.execute("select fingerprint, digest, size, pages from made")
        return {row[0]: Made(row[1], row[2], row[3]) for row in rows}

    def keep_made(self, fingerprint: str, made: Made) -> None:
        """Remember an output."""
        row = (fingerprint, made.digest, made.size, made.pages)
        self._index.execute("insert or replace into made values (?, ?, ?, ?)", row)

    def reasons(self, path: str) -> dict[str, str] | None:
        """Return what the fingerprint of a published output was made of, in the last build."""
        row = self._index.execute("select parts from reasons where path = ?", (path,)).fetchone()
        if row is None:
            return None
        pairs = (line.rpartition(" ") for line in row[0].decode().splitlines())
        return {name: digest for name, _, digest in pairs}

    def remembered(self) -> dict[str, str]:
        """Return the fingerprint of each published output whose reasons are kept, by its path."""
        return dict(self._index.execute("select path, fingerprint from reasons"))

    def keep_reasons(self, path: str, fingerprint: str, parts: dict[str, str]) -> None:
        """Remember what the fingerprint of a published output is made of."""
        text = "\n".join(f"{name} {digest}" for name, digest in parts.items())
        row = (path, fingerprint, text.encode())
        self._index.execute("insert or replace into reasons values (?, ?, ?)", row)

    def sweep(self, parts: Iterable[str], made: Iterable[str], digests: set[str]) -> None:
        """Forget what the present build does not use, once the rest outweighs it."""
        keys, fingerprints = set(parts), set(made)
        known = {row[0] for row in self._index.execute("select key from parts")}
        outputs = {row[0] for row in self._index.execute("select fingerprint from made")}
        if len(known) + len(outputs) < 3 * (len(keys) + len(fingerprints)) + 100:
            return
        with self.together():
            drop = "delete from parts where key = ?"
            self._index.executemany(drop, ((key,) for key in known - keys))
            drop = "delete from made where fingerprint = ?"
            self._index.executemany(drop, ((key,) for key in outputs - fingerprints))
        for path in Path(self.blobs.root).glob("*/*"):
            if path.parent.name + path.name not in digests:
                path.unlink(missing_ok=True)


def lock(path: Path) -> int:
    """Take the lock of a folder, and return its descriptor; the system frees it with the process.

    Raises Busy where another process has it.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        raise Busy from None
    return descriptor


class _Unpickler(pickle.Unpickler):
    """Reads parts back, and nothing but parts: no other class is looked up, let alone called."""

    def find_class(self, module: str, name: str) -> Any:
        """Allow the classes of the model and of problems, and dates."""
        if module.startswith("builder.model.") or module == "builder.problems":
            found = super().find_class(module, name)
            if isinstance(found, type):
                return found
        if (module, name) == ("datetime", "date"):
            return super().find_class(module, name)
        message = f"a part holds a {module}.{name}"
        raise pickle.UnpicklingError(message)
