"""Footnotes: their definitions are taken out of the text and set where they are referred to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from builder.markdown.places import Places
from builder.markdown.report import Report


@dataclass(slots=True)
class Note:
    """A footnote as defined: `[^label]: words`."""

    label: str
    line: int
    column: int
    tokens: list[Token] = field(default_factory=list)


def take_out(
    tokens: Sequence[Token], places: Places, report: Report
) -> tuple[list[Token], dict[str, Note]]:
    """Part the tokens of the text from those of its footnotes.

    A footnote defined inside a container is refused: one that a facilitator's words define and
    the participants' words refer to would belong to both.
    """
    text: list[Token] = []
    notes: dict[str, Note] = {}
    open_notes: list[Note] = []
    containers = 0
    for token in tokens:
        if token.type == "footnote_reference_open":
            label, line = token.meta["label"], token.map[0] if token.map else 0
            note = Note(label, line, places.words(f"[^{label}]:", line, line + 1).column)
            _check(note, notes, report, inside=containers > 0)
            kept = Note(label, line, note.column) if containers else note
            notes.setdefault(note.label, kept)
            open_notes.append(note)
        elif token.type == "footnote_reference_close":
            open_notes.pop()
        else:
            if not open_notes:
                containers += _step(token)
            (open_notes[-1].tokens if open_notes else text).append(token)
    return text, notes


def _step(token: Token) -> int:
    return token.nesting if token.type in ("container_open", "container_close") else 0


def _check(note: Note, notes: dict[str, Note], report: Report, *, inside: bool) -> None:
    width = len(note.label) + 4
    if inside:
        report.add(
            "footnote-place",
            note.line,
            f"the footnote '{note.label}' is defined inside a container",
            "write it below the container, or at the end of the text",
            column=note.column,
            width=width,
        )
    elif note.label in notes:
        first = report.line(notes[note.label].line)
        report.add(
            "two-footnotes",
            note.line,
            f"the footnote '{note.label}' is defined twice; the other one is in line {first}",
            "give one of them another label",
            column=note.column,
            width=width,
        )
