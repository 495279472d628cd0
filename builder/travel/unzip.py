"""Read a zip in memory, believing nothing it says of itself.

Only what peerpress writes is read: files that are stored or deflated, one after another, without a
password. Sizes are checked while a file is unpacked, so that a bomb never goes off; each byte of
the archive belongs to one file at most. Whatever is wrong is refused in a sentence.
"""

from __future__ import annotations

import stat
import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.travel.names import check_names, refuse, shown

if TYPE_CHECKING:
    from collections.abc import Iterable

MEGABYTE = 1024 * 1024
LARGEST = 64 * MEGABYTE
"""Bytes of an archive, and of all that is in it."""
MOST = 4096
"""Files in an archive."""
RATIO = 100
"""How many times larger a file may be than it is squeezed; text is rarely 20 times larger."""
SMALL = 64 * 1024
"""A file so small may be squeezed as far as it goes."""

END = struct.Struct("<4s4H2LH")
CENTRAL = struct.Struct("<4s6H3L5H2L")
LOCAL = struct.Struct("<4s5H3L2H")
DESCRIBED = 0x8
"""The flag of a file whose sizes stand behind it instead of before it."""
LOCKED = 0x1 | 0x40 | 0x2000
"""The flags of a file that wants a password."""
STORED, DEFLATED = 0, 8
DAMAGED = "the zip is damaged, or is no zip"
AGAIN = "download it again, and compare its size with the one the page gives"


@dataclass(frozen=True, slots=True)
class Entry:
    """What the list at the end of an archive says of one file."""

    name: str
    flags: int
    method: int
    crc: int
    squeezed: int
    size: int
    mode: int
    """Kind and permissions as on Unix; 0 where nothing is said."""
    offset: int


def unzip(data: bytes) -> dict[str, bytes]:
    """Return the files of an archive by their names, or raise Wrong."""
    if len(data) > LARGEST:
        refuse(f"the zip has {len(data) // MEGABYTE} MB; {LARGEST // MEGABYTE} MB are the most")
    at, listed = _entries(data)
    entries = [entry for entry in listed if not _is_folder(entry)]
    check_names(entry.name for entry in entries)
    _check_sizes(entries)
    spans = [(entry, *_span(data, entry)) for entry in entries]
    _check_overlap((start, end, entry.name) for entry, start, _, end in spans)
    if any(end > at for _, _, _, end in spans):
        refuse("the list at the end of the zip does not fit it", AGAIN)
    return {entry.name: _unpacked(data, entry, begin) for entry, _, begin, _ in spans}


def _entries(data: bytes) -> tuple[int, list[Entry]]:
    """Return where the list at the end begins, and what it tells of; it must fill that end."""
    end = data.rfind(b"PK\x05\x06")
    if end < 0 or len(data) - end < END.size:
        refuse(DAMAGED, AGAIN)
    _, disk, first, here, count, size, at, comment = END.unpack_from(data, end)
    if end + END.size + comment != len(data) or at + size != end or disk or first or here != count:
        refuse("the list at the end of the zip does not fit it", AGAIN)
    if count > MOST:
        refuse(f"the zip says it holds {count} files; {MOST} are the most")
    start, entries = at, []
    for _ in range(count):
        if at + CENTRAL.size > end or data[at : at + 4] != b"PK\x01\x02":
            refuse("the list at the end of the zip does not fit it", AGAIN)
        fields = CENTRAL.unpack_from(data, at)
        length, extra, words = fields[10:13]
        raw = data[at + CENTRAL.size : at + CENTRAL.size + length]
        at += CENTRAL.size + length + extra + words
        (flags, method), (crc, squeezed, unpacked) = fields[3:5], fields[7:10]
        mode, offset = fields[15] >> 16, fields[16]
        entries.append(Entry(_name(raw), flags, method, crc, squeezed, unpacked, mode, offset))
    if at != end:
        refuse("the list at the end of the zip does not fit it", AGAIN)
    return start, entries


def _name(raw: bytes) -> str:
    try:
        return raw.decode()
    except UnicodeDecodeError:
        refuse(f"the name {shown(raw.decode('utf-8', 'backslashreplace'))} is not UTF-8")


def _is_folder(entry: Entry) -> bool:
    """Whether it is the entry of a folder, which some programs add and nothing needs."""
    if not entry.name.endswith("/"):
        return False
    if entry.size or (entry.mode and not stat.S_ISDIR(entry.mode)):
        refuse(f"the folder {shown(entry.name)} is said to hold bytes, or to be something else")
    check_names([entry.name.rstrip("/")])
    return True


def _check_sizes(entries: Iterable[Entry]) -> None:
    total = 0
    for entry in entries:
        kind = stat.S_IFMT(entry.mode)
        if kind == stat.S_IFLNK:
            refuse(f"{shown(entry.name)} is a link to another file")
        if kind not in {0, stat.S_IFREG}:
            refuse(f"{shown(entry.name)} is not a file, but a folder, a pipe or a device")
        if entry.flags & LOCKED:
            refuse(f"{shown(entry.name)} is locked with a password", "ask for one without")
        if entry.method not in {STORED, DEFLATED}:
            refuse(f"{shown(entry.name)} is squeezed in a way that peerpress does not use")
        if entry.size > max(SMALL, RATIO * entry.squeezed):
            refuse(f"{shown(entry.name)} would grow to more than {RATIO} times its size")
        total += entry.size
    if total > LARGEST:
        refuse(f"the zip would grow to {total // MEGABYTE} MB; {LARGEST // MEGABYTE} are the most")


def _span(data: bytes, entry: Entry) -> tuple[int, int, int]:
    """Return where a file's own header, its bytes and its end stand in the archive."""
    start = entry.offset
    if start + LOCAL.size > len(data) or data[start : start + 4] != b"PK\x03\x04":
        refuse(f"{shown(entry.name)} is not where the list says", AGAIN)
    _, _, flags, method, _, _, crc, squeezed, size, length, extra = LOCAL.unpack_from(data, start)
    begin = start + LOCAL.size + length + extra
    name = data[start + LOCAL.size : start + LOCAL.size + length]
    if name != entry.name.encode() or (flags, method) != (entry.flags, entry.method):
        refuse(f"{shown(entry.name)} is called something else where it stands in the zip")
    told = (crc, squeezed, size)
    if told != (entry.crc, entry.squeezed, entry.size) and not (
        flags & DESCRIBED and not any(told)
    ):
        refuse(f"the zip gives two sizes for {shown(entry.name)}")
    return start, begin, begin + entry.squeezed


def _check_overlap(spans: Iterable[tuple[int, int, str]]) -> None:
    last, before = 0, ""
    for start, end, name in sorted(spans):
        if start < last:
            refuse(f"{shown(before)} and {shown(name)} are made of the same bytes of the zip")
        last, before = end, name


def _unpacked(data: bytes, entry: Entry, begin: int) -> bytes:
    """Return the bytes of a file, never more than it is said to have."""
    raw = data[begin : begin + entry.squeezed]
    made = raw
    if entry.method == DEFLATED:
        stream = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            made = stream.decompress(raw, entry.size + 1)
        except zlib.error:
            refuse(f"{shown(entry.name)} cannot be unpacked", AGAIN)
        if not stream.eof or stream.unused_data:
            refuse(f"{shown(entry.name)} is larger than the zip says", AGAIN)
    if len(made) != entry.size:
        refuse(f"{shown(entry.name)} has another size than the zip says", AGAIN)
    if zlib.crc32(made) != entry.crc:
        refuse(f"{shown(entry.name)} is damaged", AGAIN)
    return made
