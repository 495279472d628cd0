"""Carry an episode over, block by block: sections and challenges become parts of a session."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from builder.markdown.outline import Block, Outline, outline
from builder.markdown.parse import parse
from builder.travel import divs
from builder.travel.lesson import Episode
from builder.travel.loss import Losses
from builder.travel.pieces import Piece, Taken
from builder.travel.tidy import Tidy

TOP = 2
"""The highest heading below the title of a segment."""
CHUNK = re.compile(r"^(?P<fence>\s*(?:`{3,}|~{3,}))\s*\{(?P<language>\w+)[^}]*\}")
ALLOWED = frozenset({"skipped-heading"})
"""Errors of a block alone that are none where it stands: what is above it decides."""


class Carrier:
    """Reads one episode into what was taken so far."""

    def __init__(self, episode: Episode, tidy: Tidy, links: str, losses: Losses) -> None:
        """Read the episode's blocks; `links` are addresses that it shares with others."""
        self.shown, self.title, self.losses = episode.shown, episode.title, losses
        self._tidy = tidy
        self._lines, self._numbers = tidy.lines(episode.body, episode.line)
        self._outline: Outline = outline(self._lines)
        self._shared = [line for line in links.split("\n") if line.startswith("[")]
        self._notes = {one.name: self._raw(one) for one in _footnotes(self._outline.blocks)}
        self._level = TOP - 1

    def take(self, taken: Taken) -> None:
        """Add what the episode has."""
        if self._outline.failed:
            self.losses.add(self.shown, self._numbers[0], "the text cannot be read", "left out")
            return
        counts = len(taken.key_points), len(taken.prepare), len(taken.pieces)
        piece = Piece(self.title, "key-idea", self._numbers[0])
        taken.pieces.append(piece)
        for block in self._outline.blocks:
            if block.kind == "heading" and block.level <= TOP:
                self._level = TOP - 1
                piece = Piece(block.words or self.title, "key-idea", self.line(block))
                taken.pieces.append(piece)
            elif block.kind == "container" and block.name.split()[0] == "challenge":
                self._end(block)
                taken.pieces.append(divs.challenge(self, block, piece.title))
                piece = Piece(f"{piece.title.removesuffix(' (goes on)')} (goes on)", "key-idea", 0)
                taken.pieces.append(piece)
            elif block.kind == "container":
                self._end(block)
                self._add(piece, block, divs.apart(self, block, taken))
            else:
                self._add(piece, block, self.text(block))
        for left in [one for one in taken.pieces if not one.blocks]:
            if left.line and left.title != self.title:
                what = f"the heading '{left.title}' has no words of its own"
                self.losses.add(self.shown, left.line, what, "left out")
            taken.pieces.remove(left)
        self._define(taken.key_points, counts[0])
        self._define(taken.prepare, counts[1])
        for one in taken.pieces[counts[2] :]:
            self._define(one.blocks, 0)

    def _define(self, blocks: list[str], start: int) -> None:
        """Add what the blocks of one file refer to: addresses and footnotes."""
        used = self._references("\n".join(blocks[start:]))
        if used:
            blocks.append("\n\n".join(used))
        whole = "\n\n".join(blocks[start:])
        bad = next((one for one in parse(self.shown, whole).problems if one.is_error), None)
        if bad is not None:  # each block is good alone: so this is one of very few
            what = f"the parts of a text do not go together: {bad.message}"
            self.losses.add(
                self.shown, self._numbers[0], what, "only the facilitator sees it, as code"
            )
            blocks[start:] = [f"::: watch\n{as_code(whole)}\n:::"]

    def _raw(self, block: Block) -> str:
        return "\n".join(self._lines[block.start : block.end]).strip("\n")

    def _add(self, piece: Piece, block: Block, text: str) -> None:
        if text:
            piece.line = piece.line or self.line(block)
            piece.blocks.append(text)
            piece.words += len(text.split())

    def line(self, block: Block) -> int:
        """Return the line of the file in which a block begins."""
        return self._numbers[block.start]

    def lose(self, block: Block, what: str, became: str) -> None:
        """Note that a block is not what it was."""
        self.losses.add(self.shown, self.line(block), what, became)

    def _end(self, block: Block) -> None:
        if not block.closed:
            self.lose(block, f"'{block.name}' is never closed", "taken to end with the text")

    def all(self, blocks: Sequence[Block]) -> str:
        """Return blocks as one text of ours."""
        return "\n\n".join(filter(None, (self.text(block) for block in blocks)))

    def text(self, block: Block) -> str:
        """Return a block as a text of ours, as code where it cannot be read as anything else."""
        if block.kind == "container":
            self._end(block)
            return divs.within(self, block)
        if block.kind == "footnote":
            return ""  # it goes where it is referred to
        text = self._raw(block)
        if not text.strip(": \n"):
            self.lose(block, f"'{text.strip()}', where no container is open", "left out")
            return ""
        if block.kind == "heading":
            text = self._heading(block)
        elif block.kind == "code":
            return self._code(block, text)
        return self._checked(block, self._tidy.text(text, self.line(block)))

    def _heading(self, block: Block) -> str:
        """Return a heading below the segment's title, one deeper than the last at most."""
        self._level = max(TOP, min(block.level - 1, self._level + 1))
        return f"{'#' * self._level} {block.words}" if block.words else ""

    def _code(self, block: Block, text: str) -> str:
        found = CHUNK.match(text)
        if found:
            what = f"code that is run while the lesson is made ({found['language']})"
            self.lose(block, what, "shown, and not run; its output is not there")
            return f"{found['fence']}{found['language']}{text[found.end() :]}"
        return text

    def _checked(self, block: Block, text: str) -> str:
        """Return a text, or as code where our reader refuses it."""
        whole = "\n\n".join([text, *self._references(text, tell=False)])
        found = parse(self.shown, whole, self.line(block)).problems
        bad = next((one for one in found if one.is_error and one.code not in ALLOWED), None)
        if bad is not None:
            self.losses.add(self.shown, bad.where.line, bad.message, "shown as code, as written")
            return as_code(text)
        for one in found:
            if one.code == "html-in-text":
                self.losses.add(self.shown, one.where.line, "HTML", "shown as written")
        return text

    def _references(self, text: str, *, tell: bool = True) -> list[str]:
        """Return the definitions of what a text refers to: addresses, and footnotes."""
        own = (self._lines[start:end] for start, end in self._outline.references.values())
        kept = []
        for line in [*("\n".join(lines) for lines in own), *self._shared]:
            label, colon, address = line.partition("]:")
            if colon and f"{label}]".lower() in text.lower() and line not in text:
                if address.strip(" <").lower().startswith(("http://", "https://", "mailto:")):
                    kept.append(line)
                elif tell:
                    what = f"'{address.strip()}', where {label}] leads, is not in the pack"
                    self.losses.add(self.shown, self._numbers[0], what, "its words stay")
        addresses = ["\n".join(kept)] if kept else []
        notes = [note for label, note in self._notes.items() if f"[^{label}]" in text]
        return [*addresses, *notes]


def as_code(text: str) -> str:
    """Return a text as code, shown as it is written."""
    longest = max((len(found) for found in re.findall("`{3,}|~{3,}", text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}\n{text}\n{fence}"


def _footnotes(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        if block.kind == "footnote":
            yield block
        yield from _footnotes(block.inside)
