"""What is wrong with containers: each line that looks like one is one, is code, or is a problem."""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence

from markdown_it.token import Token

from builder.markdown.containers import CONTAINERS, Mark, Opening, argument_of
from builder.markdown.parser import Stream, drops_inside
from builder.markdown.report import Report
from builder.problems import did_you_mean

_LOOKS_LIKE_ONE = re.compile(r"[ \t]*:{3,}")


def check_containers(
    stream: Stream, lines: Sequence[str], allowed: Collection[str], report: Report
) -> None:
    """Report what is wrong with the containers of a text."""
    code = _code(stream.tokens)
    for number in stream.entered:
        opening = stream.layout.openings[number]
        _check_opening(opening, allowed, report, torn=number in stream.torn)
    strays = {stray.line: stray for stray in stream.layout.strays if stray.line not in code}
    unread = stream.layout.openings.keys() - stream.entered - code
    read_to = min(_dropped_from(stream), *stream.torn, len(lines))
    lookalikes = set(_lookalikes(stream.tokens))
    misplaced = sorted({at for at in unread if at < read_to} | lookalikes - strays.keys())
    for number in _first_of_each(misplaced, lines):
        _misplaced(number, lines[number], report)
    for number, stray in strays.items():
        if not misplaced or number < misplaced[0]:  # a later one may belong to the misplaced opener
            _add(report, stray, "stray-close", "there is no open container here", "take it out")


def _check_opening(
    opening: Opening, allowed: Collection[str], report: Report, *, torn: bool
) -> None:
    name = opening.name
    listed = ", ".join(known for known in CONTAINERS if known in allowed)
    if not opening.closed:
        hint = "write ':::' on a line of its own after its last line"
        _add(report, name, "unclosed-container", f"'::: {name.text}' is never closed", hint)
    if name.text not in CONTAINERS:
        hint = did_you_mean(name.text, allowed) or f"there are: {listed}"
        _add(report, name, "unknown-container", f"there is no container '{name.text}'", hint)
        return
    if name.text not in allowed:
        hint = f"there are: {listed}" if allowed else "take it out"
        _add(report, name, "container-not-here", f"'{name.text}' does not belong here", hint)
    _, hint = argument_of(opening)
    if hint:
        argument = opening.argument
        wrong = f"'{argument.text}' is not right after '{name.text}'"
        message = wrong if argument.text else f"'{name.text}' needs to say more"
        _add(report, argument if argument.text else name, "container-argument", message, hint)
    if torn:
        hint = "indent all of its lines like the first one"
        _add(report, name, "container-place", f"'{name.text}' goes on outside of the list", hint)


def _first_of_each(misplaced: Iterable[int], lines: Sequence[str]) -> Iterator[int]:
    """Leave out the lines that only close what a line before them, told of already, would open."""
    open_now = 0
    for number in misplaced:
        named = not lines[number].rstrip(" \t|").endswith(":::")
        if named or not open_now:
            yield number
        open_now = max(0, open_now + (1 if named else -1))


def _misplaced(number: int, line: str, report: Report) -> None:
    colons = line.find(":::")
    hint = (
        "begin it on a line of its own, outside of quotations and tables; "
        "is code above it left open?"
    )
    message = "these colons do not begin or end a container here"
    _add(report, Mark(number, colons + 1, ":::"), "container-place", message, hint)


def _add(report: Report, mark: Mark, code: str, message: str, hint: str) -> None:
    report.add(code, mark.line, message, hint, column=mark.column, width=len(mark.text))


def _dropped_from(stream: Stream) -> int:
    """Return the first line of what was dropped for its depth: one problem tells of that."""
    deep = (token.map[0] for token in stream.tokens if token.map and drops_inside(token))
    return min(deep, default=sys.maxsize)


def _code(tokens: Sequence[Token]) -> set[int]:
    """Return the lines that are code."""
    return {
        number
        for token in tokens
        if token.type in ("fence", "code_block") and token.map
        for number in range(*token.map)
    }


def _lookalikes(tokens: Sequence[Token]) -> Iterator[int]:
    """Yield the lines of words that begin as a container does, and so would be shown to all."""
    for token in tokens:
        if token.type == "inline" and token.map and ":::" in token.content:
            for number, line in enumerate(token.content.split("\n"), token.map[0]):
                if _LOOKS_LIKE_ONE.match(line):
                    yield number
