"""What a picture's file says beside the picture: its kind, which way up it is, where it was taken.

Only headers are read, and never more pieces than a camera writes; what is cut short or makes no
sense says nothing.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from builder.problems import Problem, Span

PNG = b"\x89PNG\r\n\x1a\n"
JPEG = b"\xff\xd8"
MOST_PIECES = 10_000
EXIF = b"Exif\0\0"
XMP = (b"http://ns.adobe.com/xap/1.0/", b"XML:com.adobe.xmp")
"""How the pieces begin that hold a description as XML, in a JPEG and in a PNG."""
START_OF_SCAN = 0xDA
LYING = 5
"""From this way of turning on, a picture lies on its side."""
ENTRY = 12
"""Bytes of an entry in a directory of tags (TIFF 6.0, 2)."""
ORIENTATION, GPS = 0x0112, 0x8825
LATITUDE, LONGITUDE = 2, 4
"""Tags in the directory of the position (Exif 3.0, 4.6.6)."""
MOVES = frozenset({b"acTL", b"ANIM"})
"""Pieces that only an animation has."""


@dataclass(frozen=True, slots=True)
class Photograph:
    """What a file says of its picture."""

    kind: str = ""
    """`jpeg`, `png` or `webp` for a picture that stands still; empty for all other files."""
    turn: int = 1
    """How a JPEG is to be turned or mirrored before it is shown: 1 to 8, as Exif counts."""
    says_where: bool = False
    """Whether it holds the place where it was taken."""


def look(data: bytes) -> Photograph:
    """Return what a file says of its picture."""
    kind, found = _pieces(data)
    turn, where = 1, False
    for name, content in islice(found, MOST_PIECES):
        if name in MOVES:
            kind = ""
        elif content.startswith((EXIF, b"II*\0", b"MM\0*")):
            tags = _Tags(content.removeprefix(EXIF))
            turn = tags.turn() if kind == "jpeg" else 1  # browsers turn no others
            where = where or tags.says_where()
        elif content.startswith(XMP) or name == b"XMP ":
            where = where or b"GPSLatitude" in content
    return Photograph(kind, turn, where)


def says_where(path: str) -> Problem:
    """Return the warning that a picture tells the place where it was taken."""
    message = "this picture holds the place where it was taken, for anyone who saves it"
    hint = "take it out: in Windows under Properties, Details; in macOS in Preview, Show Inspector"
    return Problem(Span(path), "image-says-where", message, hint, "warning")


def _pieces(data: bytes) -> tuple[str, Iterator[tuple[bytes, bytes]]]:
    """Return the kind of a file and the pieces that it is made of, each with its name."""
    if data.startswith(JPEG):
        return "jpeg", _segments(data)
    if data.startswith(PNG):
        return "png", _chunks(data, len(PNG), ">I4s", 4)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp", _chunks(data, 12, "<4sI", 0)
    return "", iter(())


def _segments(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Give what stands in a JPEG before its picture (ITU T.81, B.1.1.4)."""
    offset = len(JPEG)
    while offset + 4 <= len(data) and data[offset] == JPEG[0]:
        marker, length = data[offset + 1], int.from_bytes(data[offset + 2 : offset + 4], "big")
        if marker == START_OF_SCAN:
            return
        yield data[offset + 1 : offset + 2], data[offset + 4 : offset + 2 + length]
        offset += 2 + max(2, length)


def _chunks(data: bytes, offset: int, head: str, after: int) -> Iterator[tuple[bytes, bytes]]:
    """Give the chunks of a PNG or a WebP, `after` being the bytes that close each of them."""
    while offset + 8 <= len(data):
        name, length = struct.unpack_from(head, data, offset)
        if isinstance(name, int):
            name, length = length, name
        yield name, data[offset + 8 : offset + 8 + length]
        pad = 0 if after else length % 2
        offset += 8 + length + pad + after


class _Tags:
    """A directory of tags, as cameras write it (TIFF 6.0)."""

    def __init__(self, data: bytes) -> None:
        """Read the first directory."""
        self._data = data
        self._order = "<" if data[:2] == b"II" else ">"
        self._tags = self._directory(self._number(4, "I"))

    def turn(self) -> int:
        """Return how the picture is to be turned: 1 where it stands upright."""
        entry = self._tags.get(ORIENTATION)
        found = self._number(entry + 8, "H") if entry is not None else 1
        return found if 1 <= found <= 8 else 1  # noqa: PLR2004 - the eight ways there are

    def says_where(self) -> bool:
        """Whether the tags hold a position."""
        entry = self._tags.get(GPS)
        place = self._directory(self._number(entry + 8, "I")) if entry is not None else {}
        return LATITUDE in place or LONGITUDE in place

    def _directory(self, start: int) -> dict[int, int]:
        """Return where the entry of each tag begins."""
        count = self._number(start, "H")
        room = max(0, (len(self._data) - start - 2) // ENTRY)
        offsets = [start + 2 + ENTRY * n for n in range(min(count, room))]
        return {self._number(offset, "H"): offset for offset in offsets}

    def _number(self, offset: int, form: str) -> int:
        """Return a number of two or four bytes; 0 where the data end before it."""
        whole = self._order + form
        if offset + struct.calcsize(whole) > len(self._data):
            return 0
        found: int = struct.unpack_from(whole, self._data, offset)[0]
        return found
