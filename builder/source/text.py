"""Bytes of a file become text: UTF-8, of a bounded size, with one kind of line end."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import islice
from typing import Protocol

from builder.model.part import Place
from builder.problems import Problem, Span
from builder.source.scan import TEXT_LIMIT

KIB = 1024
SHOWN = 5
"""Characters that cannot stand in a text are reported so many times in one file."""

FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that no text holds: controls other than tab and newline, and what is no character."""
_OTHER_BREAK = re.compile("[\u2028\u2029]")
"""Characters that end a line for YAML, and not for an editor."""
BOM = b"\xef\xbb\xbf"


def decode_text(
    path: str, data: bytes, limit: int = TEXT_LIMIT
) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the text with LF line ends, or None and what keeps the bytes from being a text."""
    if len(data) > limit:
        message = f"the file is {size_in_words(len(data))}; a text may have {size_in_words(limit)}"
        hint = "split it into several files, or keep pictures and other data in files of their own"
        return None, (Problem(Span(path), "too-large", message, hint),)
    data = data.removeprefix(BOM)
    try:
        text = _lines(data.decode())
    except UnicodeDecodeError as error:
        return None, (_not_utf8(path, data, error.start),)
    bad = [found.start() for found in islice(FORBIDDEN.finditer(text), SHOWN)]
    if not bad:
        return text, ()
    lines = Lines(text)
    return None, tuple(control_character(path, lines, index) for index in bad)


class Mark(Protocol):
    """A parser's place in a text, counted from 0."""

    line: int
    column: int
    index: int


class Lines:
    """Where the characters of a text stand in its file, in lines as editors count them."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        self.text = text
        self.first_line = first_line
        self.even = not _OTHER_BREAK.search(text)

    @cached_property
    def starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *(found.end() for found in re.finditer("\n", self.text))]

    @cached_property
    def last(self) -> int:
        """Where the text ends, blank lines at its end left out."""
        return len(self.text.rstrip())

    def between(self, start: Mark | None, end: Mark | None) -> Place:
        """Return the place of what a parser found, by its own count where that is ours."""
        if start is None or end is None:
            return self.first_line, 1, 1
        if self.even and start.line == end.line:
            width = end.index - start.index
            return start.line + self.first_line, start.column + 1, width if width > 0 else 1
        return self.place(start.index, end.index)

    def place(self, start: int, end: int) -> Place:
        """Return line, column and width, which ends with the first line."""
        start = min(start, self.last)
        row = bisect_right(self.starts, start) - 1
        until = self.starts[row + 1] - 1 if row + 1 < len(self.starts) else len(self.text)
        shown = self.text[start : min(end, until)].rstrip()
        return row + self.first_line, start - self.starts[row] + 1, max(1, len(shown))


def control_character(path: str, lines: Lines, index: int) -> Problem:
    """Return the problem of a character that cannot stand in a text."""
    message = f"the control character U+{ord(lines.text[index]):04X} cannot stand in a text"
    hint = "delete it and type the characters around it anew; most editors do not show it"
    return Problem(Span(path, *lines.place(index, index)), "control-character", message, hint)


def size_in_words(size: int) -> str:
    """Return a number of bytes as a person would say it."""
    if size >= KIB * KIB:
        return f"{size / KIB / KIB:.1f} MB"
    return f"{-(-size // KIB)} KiB" if size >= KIB else f"{size} bytes"


def _not_utf8(path: str, data: bytes, start: int) -> Problem:
    before = _lines(data[:start].decode())
    where = Span(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
    message = f"the byte {data[start]:02X} is not UTF-8 text"
    return Problem(where, "not-utf8", message, "save the file as UTF-8")


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
