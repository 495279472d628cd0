"""Which letters a font has: its character table, read from a TrueType or OpenType file."""

from __future__ import annotations

import functools
import struct
from collections.abc import Iterator
from pathlib import Path

SEGMENTS, RANGES = 4, 12
"""The two formats of character tables that fonts of today have."""
LAST = 0xFFFF


@functools.lru_cache(maxsize=4)
def of_fonts(paths: tuple[str, ...]) -> frozenset[int]:
    """Return the characters that at least one of some fonts has, read once in a process."""
    found: set[int] = set()
    for path in paths:
        found.update(of_font(Path(path).read_bytes()))
    return frozenset(found)


def of_font(data: bytes) -> Iterator[int]:
    """Give the characters that a font has; what is no font has none."""
    for offset in _tables(data):
        (kind,) = struct.unpack_from(">H", data, offset)
        if kind == SEGMENTS:
            yield from _segments(data, offset)
        elif kind == RANGES:
            yield from _ranges(data, offset)


def _tables(data: bytes) -> Iterator[int]:
    """Give where the character tables are."""
    count = struct.unpack_from(">H", data, 4)[0] if len(data) > 12 else 0  # noqa: PLR2004 - the header
    for n in range(count):
        tag, _, start, _ = struct.unpack_from(">4sIII", data, 12 + 16 * n)
        if tag == b"cmap":
            (tables,) = struct.unpack_from(">H", data, start + 2)
            for k in range(tables):
                yield start + struct.unpack_from(">I", data, start + 8 + 8 * k)[0]


def _segments(data: bytes, offset: int) -> Iterator[int]:
    """Read format 4: runs of characters up to U+FFFF."""
    double = struct.unpack_from(">H", data, offset + 6)[0]
    count = double // 2
    ends = struct.unpack_from(f">{count}H", data, offset + 14)
    starts = struct.unpack_from(f">{count}H", data, offset + 16 + double)
    deltas = struct.unpack_from(f">{count}H", data, offset + 16 + 2 * double)
    place = offset + 16 + 3 * double
    shifts = struct.unpack_from(f">{count}H", data, place)
    for n in range(count):
        for character in range(starts[n], ends[n] + 1):
            glyph = character
            if shifts[n]:
                at = place + 2 * n + shifts[n] + 2 * (character - starts[n])
                (glyph,) = struct.unpack_from(">H", data, at)
            if character != LAST and (glyph + deltas[n] if glyph or not shifts[n] else 0) & LAST:
                yield character


def _ranges(data: bytes, offset: int) -> Iterator[int]:
    """Read format 12: runs of any characters."""
    (count,) = struct.unpack_from(">I", data, offset + 12)
    for n in range(count):
        first, last, _ = struct.unpack_from(">III", data, offset + 16 + 12 * n)
        yield from range(first, last + 1)
