"""What an episode becomes on its way to a pack: parts of a session, and what stands around them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from builder.markdown.outline import Block

Kind = Literal["key-idea", "practice"]


@dataclass(slots=True)
class Piece:
    """A segment in the making."""

    title: str
    kind: Kind
    line: int
    """Where it begins in the episode."""
    blocks: list[str] = field(default_factory=list)
    words: int = 0
    """How many words people read, to share minutes by."""
    minutes: int = 0


@dataclass(slots=True)
class Taken:
    """What was found in one or more episodes."""

    pieces: list[Piece] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    objectives: list[str] = field(default_factory=list)
    key_points: list[str] = field(default_factory=list)
    """Blocks of text."""
    prepare: list[str] = field(default_factory=list)
    """Blocks of text."""


class Reader(Protocol):
    """What a container asks of the one who reads the episode."""

    def text(self, block: Block) -> str:
        """Return a block as a text of ours."""

    def all(self, blocks: Sequence[Block]) -> str:
        """Return blocks as one text of ours."""

    def line(self, block: Block) -> int:
        """Return the line of the file in which a block begins."""

    def lose(self, block: Block, what: str, became: str) -> None:
        """Note that a block is not what it was."""


def share(total: int, weights: list[int]) -> list[int]:
    """Share minutes out by weight, one at least for each; the sum is the total where that can be.

    Each gets its whole part, and what is left goes to those who lost most by rounding.
    """
    if not weights:
        return []
    spare = total - len(weights)
    if spare <= 0:
        return [1] * len(weights)
    whole = sum(weights) or len(weights)
    exact = [spare * (weight if sum(weights) else 1) / whole for weight in weights]
    parts = [int(part) for part in exact]
    order = sorted(range(len(parts)), key=lambda n: (parts[n] - exact[n], n))
    for place in order[: spare - sum(parts)]:
        parts[place] += 1
    return [1 + part for part in parts]
