"""What a YAML text holds: texts, lists and fields, each with its place in the file."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.part import Place
from builder.problems import Problem

MANY = 500
"""So many problems of one file are told at once; each takes time to word."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as written, whatever it looks like."""

    text: str
    line: int
    column: int
    width: int
    """Characters on its first line, with its quotes."""
    empty: bool = False
    """Whether nothing, `~` or `null` is written, without quotes."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int
    width: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in order, each key once; it stands where its first key stands."""

    pairs: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int
    width: int


@dataclass(frozen=True, slots=True)
class Refused:
    """A value with a problem that is reported already."""

    line: int
    column: int
    width: int


Node = Scalar | Listing | Mapping | Refused


@dataclass(frozen=True, slots=True)
class Parsed:
    """The nodes of a YAML text."""

    node: Node | None
    """An empty scalar where nothing is written; None where the text cannot be read."""
    problems: tuple[Problem, ...] = ()


def place_of(node: Node) -> Place:
    """Return where a node stands."""
    return node.line, node.column, node.width
