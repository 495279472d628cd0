"""What each audience may see of a tree. Every output is made of a tree that was cut down here.

Nothing a facilitator alone may see is left to a renderer to leave out: it is not in the tree.
"""

from __future__ import annotations

from typing import Literal, get_args

from builder.markdown.containers import CONTAINERS, Audience
from builder.markdown.tree import Node, Tree, changed, lists, walk

Part = Literal["all", "participant", "facilitator", "notes", "modes"]
"""Plain pages (`all`) and participants see the same but for notes on ways of meeting, which pages
show; facilitators see their own containers and those notes, one after another. A guide sets the two
apart: `notes` are the containers for facilitators, `modes` the notes on ways of meeting."""

WRAPPERS = frozenset({"box", "quote", "li", "dd", "ul", "ol", "dl"})
"""Blocks that are left out where everything inside them was."""


def select(tree: Tree, part: Part) -> Tree:
    """Return what belongs to a part."""
    if part not in get_args(Part):
        message = f"there is no part '{part}'"
        raise ValueError(message)
    if part == "facilitator":
        return facilitators(tree)
    if part in ("notes", "modes"):
        kind: Audience = "facilitator" if part == "notes" else "mode"
        return [node for node in facilitators(tree) if audience_of(node) == kind]
    return participants(tree, modes=part == "all")


def participants(tree: Tree, *, modes: bool = False) -> Tree:
    """Return what participants see, with the notes on ways of meeting if asked for."""
    kept: frozenset[Audience] = frozenset({"participant", "mode"} if modes else {"participant"})
    return _with_notes(_without(tree, kept), tree, kept)


def facilitators(tree: Tree) -> Tree:
    """Return the containers for facilitators and the notes on ways of meeting, in order, whole."""
    everyone: frozenset[Audience] = frozenset(get_args(Audience))
    return _with_notes(_outermost(tree), tree, everyone)


def audience_of(node: Node) -> Audience:
    """Return who sees a box; one that is not in the table is kept from participants."""
    container = CONTAINERS.get(node["kind"])
    return container.audience if container else "facilitator"


def _outermost(tree: Tree) -> Tree:
    """Return the boxes that are not for participants, wherever they stand."""
    found: Tree = []
    for node in tree:
        if node["t"] == "box" and audience_of(node) != "participant":
            found.append(node)
        else:
            for inside in lists(node):
                found += _outermost(inside)
    return found


def _without(tree: Tree, kept: frozenset[Audience]) -> Tree:
    """Return a tree without the boxes of other audiences, and without what they leave empty."""
    made: Tree = []
    for node in tree:
        if node["t"] != "box" or audience_of(node) in kept:
            cut = changed(node, lambda inside: _without(inside, kept))
            if not _emptied(node, cut):
                made.append(cut)
    return made


def _emptied(node: Node, cut: Node) -> bool:
    """Whether nothing is left of what was in a block; ruled lines and links to sheets are."""
    return node["t"] in WRAPPERS and not node.get("arg") and bool(node["c"]) and not cut["c"]


def _with_notes(cut: Tree, whole: Tree, kept: frozenset[Audience]) -> Tree:
    """Number the footnotes of a cut tree, each with its words where it is now first referred to."""
    if not any(node["t"] in ("fn", "fnref") for node in walk(cut)):
        return cut
    bodies = {node["n"]: _without(node["c"], kept) for node in walk(whole) if node["t"] == "fn"}
    numbers: dict[int, int] = {}

    def numbered(tree: Tree) -> Tree:
        return [
            _note(node["n"], bodies, numbers)
            if node["t"] in ("fn", "fnref")
            else changed(node, numbered)
            for node in tree
        ]

    return numbered(cut)


def _note(old: int, bodies: dict[int, Tree], numbers: dict[int, int]) -> Node:
    if old in numbers:
        return {"t": "fnref", "n": numbers[old]}
    numbers[old] = len(numbers) + 1
    words = bodies.get(old, [])  # none where they went with an unknown container
    return {"t": "fn", "n": numbers[old], "c": words}
