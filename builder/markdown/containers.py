"""Our containers: the table of them, and the pre-pass that matches openers with closers.

    ::: prompt                  an opener: three or more colons, a name, an argument for some
    What would you like to keep?

    ::: write lines=6           an opener always nests
    :::                         a line of colons alone closes the innermost

How many colons there are does not matter. Lines of fenced code are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Audience = Literal["participant", "facilitator", "mode"]


@dataclass(frozen=True, slots=True)
class Container:
    """What a container is for."""

    audience: Audience
    """Who sees it; `mode` is for groups that meet in this way."""
    label: str
    """The word that names it on screen and paper, before translation; some need none."""
    sentence: str
    """What it is for, told to authors."""


CONTAINERS = {
    "prompt": Container("participant", "PROMPT", "The words that everyone works with."),
    "key-idea": Container("participant", "Key idea", "The one thought to take from a segment."),
    "example": Container("participant", "Example", "How it went for somebody."),
    "choice": Container("participant", "Choose", "A list to choose one thing from."),
    "write": Container("participant", "Write", "Ruled lines to write on: `lines=6`."),
    "script": Container("participant", "Read aloud", "Voices to read aloud: `Name: words`."),
    "worksheet": Container("participant", "Worksheet", "A worksheet, named by its id."),
    "care": Container("participant", "Care", "Where to turn when something weighs heavily."),
    "say": Container("facilitator", "SAY", "Words for the facilitator to say aloud."),
    "do": Container("facilitator", "DO", "What the facilitator does, as a list to tick."),
    "watch": Container("facilitator", "WATCH", "What the facilitator looks out for."),
    "if-short": Container("facilitator", "IF SHORT", "What to leave out when time is short."),
    "if-stuck": Container("facilitator", "IF STUCK", "What helps when the group is stuck."),
    "video": Container("mode", "Video", "What is different when meeting by video."),
    "phone": Container("mode", "Phone", "What is different when meeting by phone."),
    "messages": Container("mode", "Messages", "What is different when meeting by messages."),
    "alone": Container("mode", "Alone", "What is different for somebody working alone."),
}
"""Every container there is, in the order in which the handbook lists them."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of a line: the line counted from 0, the column from 1."""

    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Opening:
    """An opener and the line at which its container ends."""

    name: Mark
    argument: Mark
    end: int
    """The line of its closer, or the number of lines where it has none."""
    closed: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the containers of a text are."""

    openings: dict[int, Opening]
    """By the line of the opener."""
    strays: tuple[Mark, ...]
    """Closers with nothing to close."""


class Fences:
    """Tells which lines are fenced code, asked line by line."""

    _opener = re.compile(
        r"(?:[ \t]|>|[-*+:~][ \t]|\d{1,9}[.)][ \t])*(?P<fence>`{3,}(?=[^`]*$)|~{3,})"
    )
    _closer = re.compile(r"[ \t>]*(?P<fence>`{3,}|~{3,})[ \t]*")

    def __init__(self) -> None:
        """Start outside of any code."""
        self._fence = ""

    def inside(self, line: str) -> bool:
        """Return whether the next line is code or one of its fences."""
        if not self._fence:
            found = self._opener.match(line)
            self._fence = found["fence"] if found else ""
            return found is not None
        found = self._closer.fullmatch(line)
        if found and found["fence"].startswith(self._fence):
            self._fence = ""
        return True


_COLONS = re.compile(r"[ \t]*(?P<colons>:{3,})[ \t]*(?P<name>\S*)[ \t]*(?P<argument>.*)")


def match(lines: Sequence[str]) -> Layout:
    """Match openers with closers in one pass over the lines."""
    fences = Fences()
    open_now: list[tuple[int, Mark, Mark]] = []
    openings: dict[int, Opening] = {}
    strays: list[Mark] = []
    for number, line in enumerate(lines):
        found = None if fences.inside(line) else _COLONS.fullmatch(line)
        if not found:
            continue
        if found["name"]:
            name, argument = _mark(number, found, "name"), _mark(number, found, "argument")
            open_now.append((number, name, argument))
        elif open_now:
            start, name, argument = open_now.pop()
            openings[start] = Opening(name, argument, end=number, closed=True)
        else:
            strays.append(_mark(number, found, "colons"))
    for start, name, argument in open_now:
        openings[start] = Opening(name, argument, end=len(lines), closed=False)
    return Layout(openings, tuple(strays))


def _mark(number: int, found: re.Match[str], group: str) -> Mark:
    return Mark(number, found.start(group) + 1, found[group].rstrip())


MOST_LINES = 40
"""The most ruled lines that one `write` may ask for: more than a page."""
USUAL_LINES = "4"
"""How many lines `write` rules where it does not say."""

_LINES = re.compile(r"lines=([0-9]{1,2})")
_SHEET = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?")


def argument_of(opening: Opening) -> tuple[str, str]:
    """Return the argument of a container, and what should be written where it is wrong."""
    name, given = opening.name.text, opening.argument.text
    if name == "write":
        found = _LINES.fullmatch(given or f"lines={USUAL_LINES}")
        if found and 1 <= int(found[1]) <= MOST_LINES:
            return str(int(found[1])), ""
        return USUAL_LINES, f"write '::: write lines=6', with 1 to {MOST_LINES} lines"
    if name == "worksheet":
        if _SHEET.fullmatch(given):
            return given, ""
        return "", "name the worksheet by its id, such as '::: worksheet gap-review'"
    return "", f"write '::: {name}' and nothing after it" if given else ""
