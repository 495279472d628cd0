"""The blocks of a text with their lines, whatever its containers are called.

For texts that were written for other programs: nothing is judged here, and nothing is made of it.
Whoever brings such a text in takes the lines of each block and makes of them what it can.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from markdown_it.token import Token

from builder.markdown import parser
from builder.markdown.containers import match
from builder.markdown.parser import Stream

Kind = Literal["heading", "container", "list", "code", "footnote", "text"]
_KINDS: dict[str, Kind] = {
    "heading_open": "heading",
    "container_open": "container",
    "bullet_list_open": "list",
    "ordered_list_open": "list",
    "fence": "code",
    "code_block": "code",
    "footnote_open": "footnote",
    "footnote_reference_open": "footnote",
}


@dataclass(frozen=True, slots=True)
class Block:
    """One block; what lies in a container are blocks of their own."""

    kind: Kind
    start: int
    """Its first line, counted from 0."""
    end: int
    """The line after its last one."""
    level: int = 0
    """Of a heading."""
    words: str = ""
    """Of a heading or paragraph, without markup."""
    name: str = ""
    """Of a container, with what stands behind it; of a footnote, its label."""
    closed: bool = True
    """Whether a container has its end."""
    items: tuple[str, ...] = ()
    """The words of a list's items."""
    inside: tuple[Block, ...] = ()
    """The blocks of a container."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A text in blocks."""

    blocks: tuple[Block, ...]
    references: dict[str, tuple[int, int]]
    """The lines of each `[label]: address`."""
    failed: bool
    """Whether the text could not be read at all."""


def outline(lines: Sequence[str]) -> Outline:
    """Return the blocks of a text."""
    stream = parser.read("\n".join(lines), match(lines))
    blocks = () if stream.failed else _blocks(stream.tokens, stream)
    return Outline(blocks, stream.references, stream.failed)


def _blocks(tokens: Sequence[Token], stream: Stream) -> tuple[Block, ...]:
    made: list[Block] = []
    at = 0
    while at < len(tokens):
        end = _end(tokens, at)
        if tokens[at].map and tokens[at].type != "inline":
            made.append(_block(tokens[at], tokens[at + 1 : end - 1], stream))
        at = end
    return tuple(made)


def _end(tokens: Sequence[Token], at: int) -> int:
    """Return where the tokens of the block end that begins here."""
    depth = 0
    for place in range(at, len(tokens)):
        depth += tokens[place].nesting
        if depth <= 0:
            return place + 1
    return len(tokens)


def _block(first: Token, inside: Sequence[Token], stream: Stream) -> Block:
    start, end = first.map or (0, 0)
    kind = _KINDS.get(first.type, "text")
    if kind == "container":
        opening = stream.layout.openings[start]
        name = f"{opening.name.text} {opening.argument.text}".strip()
        blocks = _blocks(inside, stream)
        after = end + 1 if opening.closed else end
        return Block(kind, start, after, name=name, closed=opening.closed, inside=blocks)
    if kind == "list":
        return Block(kind, start, end, items=tuple(_items(inside)))
    if kind == "footnote":
        return Block(kind, start, end, name=str(first.meta.get("label", "")))
    level = int(first.tag[1]) if kind == "heading" else 0
    return Block(kind, start, end, level, _words(inside) if kind != "code" else "")


def _items(tokens: Sequence[Token]) -> list[str]:
    """Return the words of each item; what is nested in one belongs to it."""
    items: list[str] = []
    at = 0
    while at < len(tokens):
        end = _end(tokens, at)
        items.append(_words(tokens[at:end]))
        at = end
    return items


def _words(tokens: Sequence[Token]) -> str:
    pieces: list[str] = []
    for token in tokens:
        if token.type == "inline":
            pieces += [child.content or " " for child in token.children or [] if _says(child)]
            pieces.append(" ")
    return " ".join("".join(pieces).split())


def _says(token: Token) -> bool:
    """Whether a token has words, or is a break between them; the rest is markup."""
    return bool(token.content) or token.type in ("softbreak", "hardbreak")
