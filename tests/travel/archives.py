"""Zips for tests: good ones as peerpress makes them, and ones that lie in every field there is."""

from __future__ import annotations

import hashlib
import json
import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from tests.conftest import ROOT

SMALL = ROOT / "tests/projects/small"
FILE = 0o100644
SHARED = (
    "content/activities/equal-turns.md",
    "content/people/ana.md",
    "content/worksheets/look-back.yaml",
)
"""What the small site's pack uses beside its own folder."""


@dataclass(frozen=True)
class Item:
    """One file of a zip, and what the zip says of it."""

    name: str | bytes
    data: bytes
    method: int = 8
    flags: int = 0x800
    mode: int = FILE
    crc: int | None = None
    size: int | None = None
    squeezed: int | None = None
    inner_name: str | None = None
    """What it is called where it stands; as in the list if left out."""
    inner_size: int | None = None
    at: int | None = None
    """Where the list says that it stands, instead of where it does."""

    def raw(self) -> bytes:
        if self.method != 8:
            return self.data
        squeeze = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
        return squeeze.compress(self.data) + squeeze.flush()


def written(items: Iterable[Item], *, count: int | None = None, tail: bytes = b"") -> bytes:
    """Write a zip that says exactly what it is told to say."""
    body, listed, rows = b"", b"", 0
    for item in items:
        raw = item.raw()
        name = item.name if isinstance(item.name, bytes) else item.name.encode()
        inner = name if item.inner_name is None else item.inner_name.encode()
        crc = zlib.crc32(item.data) if item.crc is None else item.crc
        size = len(item.data) if item.size is None else item.size
        squeezed = len(raw) if item.squeezed is None else item.squeezed
        inner_size = size if item.inner_size is None else item.inner_size
        sizes = (crc, squeezed, inner_size, len(inner), 0)
        offset = len(body) if item.at is None else item.at
        body += struct.pack("<4s5H3L2H", b"PK\3\4", 20, item.flags, item.method, 0, 33, *sizes)
        body += inner + raw
        about = (0x314, 20, item.flags, item.method, 0, 33, crc, squeezed, size, len(name))
        rest = (0, 0, 0, 0, (item.mode << 16) & 0xFFFFFFFF, offset)
        listed += struct.pack("<4s6H3L5H2L", b"PK\1\2", *about, *rest) + name
        rows += 1
    number = rows if count is None else count
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, number, number, len(listed), len(body), 0)
    return body + listed + end + tail


def sources(root: Path = SMALL) -> dict[str, bytes]:
    """Return the files that the zip of the pack `hello` has in `source/`."""
    paths = [path for path in sorted((root / "sessions/hello").rglob("*")) if path.is_file()]
    paths += [root / path for path in SHARED]
    found = {f"source/{path.relative_to(root).as_posix()}": path.read_bytes() for path in paths}
    return {path: data for path, data in found.items() if "/." not in path}


def manifest(files: dict[str, bytes], /, **other: object) -> bytes:
    """Return the list of a zip's files, as peerpress writes it."""
    rows = [
        {"path": path, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for path, data in sorted(files.items())
    ]
    about = {"format": 1, "id": "hello", "title": "Hello", "version": "1.0", "files": rows}
    return json.dumps(about | other).encode()


def items(files: dict[str, bytes] | None = None, **other: object) -> list[Item]:
    """Return the entries of a good zip."""
    files = {"index.html": b"<!doctype html>", **sources()} if files is None else files
    whole = {**files, "manifest.json": manifest(files, **other)}
    return [Item(name, data) for name, data in sorted(whole.items())]


def zipped(files: dict[str, bytes] | None = None, **other: object) -> bytes:
    """Return a good zip of the pack `hello`, or of these files."""
    return written(items(files, **other))


def changed(name: str, **how: object) -> bytes:
    """Return the good zip with one entry of it changed."""
    return written(
        replace(item, **how) if item.name == name else item  # type: ignore[arg-type]
        for item in items()
    )


def with_source(path: str, data: bytes = b"x") -> bytes:
    """Return a zip that would bring one more file, well listed."""
    return zipped({**sources(), f"source/{path}": data})
