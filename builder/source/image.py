"""The width and height of an image, from its first bytes."""

from __future__ import annotations

import re
import struct

SVG_SIZE = re.compile(
    rb"<svg\b[^<>]*?\bviewBox=[\"']\s*"
    rb"[\d.+-]{1,20}[\s,]{1,9}[\d.+-]{1,20}[\s,]{1,9}"
    rb"(\d{1,9}(?:\.\d{1,9})?)[\s,]{1,9}(\d{1,9}(?:\.\d{1,9})?)"
)
LARGEST_HEAD = 65536
MARKER = 0xFF
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG segments that hold the size of the image."""


def size(data: bytes) -> tuple[int, int]:
    """Return width and height in pixels of a PNG, GIF, JPEG, WebP or SVG; (0, 0) for the rest."""
    if data.startswith(b"\x89PNG\r\n\x1a\n") and len(data) >= 24:  # noqa: PLR2004 - the IHDR chunk
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    if data[:6] in (b"GIF87a", b"GIF89a") and len(data) >= 10:  # noqa: PLR2004 - the header
        width, height = struct.unpack("<HH", data[6:10])
        return width, height
    if data.startswith(b"\xff\xd8"):
        return _jpeg(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return _webp(data)
    match = SVG_SIZE.search(data[:LARGEST_HEAD])
    return (round(float(match[1])), round(float(match[2]))) if match else (0, 0)


def _jpeg(data: bytes) -> tuple[int, int]:
    """Follow the segments to the start-of-frame marker (ITU T.81, B.2.2)."""
    offset = 2
    while offset + 9 <= len(data) and data[offset] == MARKER:
        marker, length = data[offset + 1], struct.unpack(">H", data[offset + 2 : offset + 4])[0]
        if marker in FRAMES:
            height, width = struct.unpack(">HH", data[offset + 5 : offset + 9])
            return width, height
        offset += 2 + max(2, length)
    return 0, 0


def _webp(data: bytes) -> tuple[int, int]:
    """Read the three kinds of WebP header (RFC 9649, 2.5-2.7)."""
    kind = data[12:16]
    if kind == b"VP8X" and len(data) >= 30:  # noqa: PLR2004 - the extended header
        width = int.from_bytes(data[24:27], "little") + 1
        return width, int.from_bytes(data[27:30], "little") + 1
    if kind == b"VP8 " and len(data) >= 30:  # noqa: PLR2004 - the frame header
        width, height = struct.unpack("<HH", data[26:30])
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L" and len(data) >= 25:  # noqa: PLR2004 - the lossless header
        bits = int.from_bytes(data[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return 0, 0
