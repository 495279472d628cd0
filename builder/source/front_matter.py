"""Cuts the header off a Markdown file, keeping true line numbers for both parts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from builder.problems import Problem, Span

FENCE = "---"
_LOOSE_FENCE = re.compile(r"^\s*[-\u2010-\u2015]+\s*$")
_KEY = re.compile(r"^[A-Za-z_-]+:(\s|$)")


@dataclass(frozen=True, slots=True)
class Cut:
    """The two parts of a Markdown file."""

    yaml: str
    """The header, without its fences; empty where there is none."""
    body: str
    """What follows the header."""
    yaml_line: int = 1
    """The line of the file on which the header's first line stands."""
    body_line: int = 1
    """The line of the file on which the body's first line stands."""


def cut(path: str, text: str) -> tuple[Cut, tuple[Problem, ...]]:
    """Return header and body; with a problem, the header is empty and is not to be decoded."""
    lines = text.split("\n")
    if lines[0].rstrip() != FENCE:
        return Cut("", text), _late(path, lines)
    for end, line in enumerate(lines[1:], start=1):
        if line.rstrip() == FENCE:
            header = "".join(f"{kept}\n" for kept in lines[1:end])
            return Cut(header, "\n".join(lines[end + 1 :]), 2, end + 2), ()
    return Cut("", "", 2, len(lines) + 1), (_unclosed(path, lines),)


def _unclosed(path: str, lines: list[str]) -> Problem:
    near = next((n for n, line in enumerate(lines[1:], 2) if _LOOSE_FENCE.match(line)), None)
    hint = "write '---' on a line of its own where the text begins"
    if near is not None:
        hint = f"in line {near} write '---' and nothing else, from the first column"
    message = "the header that begins with '---' does not end"
    return Problem(Span(path, 1, 1, len(FENCE)), "front-matter", message, hint)


def _late(path: str, lines: list[str]) -> tuple[Problem, ...]:
    """Report a header that does not begin in the first line and would be shown as text."""
    for number, line in enumerate(lines[:-1], start=1):
        if not line.strip():
            continue
        if line.strip() != FENCE or not _KEY.match(lines[number]):
            break
        where = Span(path, number, line.index(FENCE) + 1, len(FENCE))
        message = "a header begins in the first column of the first line"
        hint = "move '---' there, with nothing before it"
        return (Problem(where, "front-matter", message, hint),)
    return ()
