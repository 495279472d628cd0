"""The content tree: what a text says, as plain JSON data from which every output is made.

A tree is a list of nodes; a node is a dictionary whose `t` names its kind. Nodes carry no line
numbers, so that moving a text about in its file changes nothing that is made of it.

Blocks:

- `p`: a paragraph: `c` inline nodes, `tight` (an item of a list without blank lines)
- `h`: a heading: `n` its level (2 is the highest below a title), `id`, `c` inline nodes
- `ul`: a list: `c` of `li`, `task` (whether it has tick boxes)
- `ol`: a numbered list: `c` of `li`, `start`
- `li`: an item: `c` blocks, `check` (true, false, or null where it has no tick box)
- `dl`: a definition list: `c` of `dt` (a term: `c` inline nodes) and `dd` (`c` blocks)
- `quote`: a quotation: `c` blocks
- `pre`: code: `s`, `lang` (possibly empty)
- `hr`: a break in thought
- `table`: `head` (a row), `rows`; a row is a list of cells, a cell a list of inline nodes;
  `align` (for each column `left`, `center`, `right` or empty)
- `fig`: an image alone in its paragraph: `src`, `alt`, `title` (its caption, possibly empty)
- `box`: a container: `kind` (its name), `arg` (the lines of `write`, the id of `worksheet`, else
  empty), `c` blocks
- `voice`: in a `script`, what one voice says: `who`, `c` inline nodes

Inline nodes:

- `text`: `s`; a line break of the source is a space
- `em`, `strong`, `s` (struck out): `c` inline nodes
- `code`: `s`
- `a`: a link: `href` (percent-encoded), `title` (possibly empty), `c` inline nodes
- `img`: an image among words: `src`, `alt`, `title`
- `br`: a line break that was asked for
- `fn`: a footnote where it is first referred to: `n` its number, `c` blocks; never within another
- `fnref`: the same footnote referred to again: `n`
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Required, TypedDict, cast


class Node(TypedDict, total=False):
    """One node; which keys it has depends on `t`, as listed above."""

    t: Required[str]
    """The kind of node."""
    c: list[Node]
    """The nodes inside."""
    s: str
    """Characters, shown as they are."""
    n: int
    """The level of a heading, the number of a footnote."""
    id: str
    """The name of a heading in addresses."""
    tight: bool
    """Whether a paragraph stands close to its neighbours, in a list."""
    task: bool
    """Whether a list has tick boxes."""
    check: bool | None
    """Whether an item is ticked; None where it has no box."""
    start: int
    """The first number of a numbered list."""
    lang: str
    """The language of code."""
    head: list[list[Node]]
    """The cells of a table's head."""
    rows: list[list[list[Node]]]
    """The rows of a table's body."""
    align: list[str]
    """How the columns of a table are set."""
    href: str
    """Where a link leads."""
    src: str
    """Where an image is."""
    alt: str
    """What an image shows, in words."""
    title: str
    """The caption of an image, or what a link says on hovering."""
    kind: str
    """The name of a container."""
    arg: str
    """The argument of a container."""
    who: str
    """Whose words they are, in a script."""


Tree = list[Node]


def dump(tree: Tree) -> bytes:
    """Return the one serialised form of a tree."""
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode()


def load(data: bytes) -> Tree:
    """Return the tree that was serialised."""
    return cast("Tree", json.loads(data))


def text(characters: str) -> Node:
    """Return a text node."""
    return {"t": "text", "s": characters}


def lists(node: Node) -> Iterator[list[Node]]:
    """Yield every list of nodes directly in a node, in the order in which they are read."""
    if "c" in node:
        yield node["c"]
    yield from node.get("head", ())
    for row in node.get("rows", ()):
        yield from row


def changed(node: Node, change: Callable[[list[Node]], list[Node]]) -> Node:
    """Return a copy of a node with every list of nodes directly in it changed."""
    copy = node.copy()
    if "c" in node:
        copy["c"] = change(node["c"])
    if "rows" in node:
        copy["head"] = [change(cell) for cell in node["head"]]
        copy["rows"] = [[change(cell) for cell in row] for row in node["rows"]]
    return copy


def walk(tree: Tree) -> Iterator[Node]:
    """Yield every node of a tree, each before what is in it."""
    for node in tree:
        yield node
        for inside in lists(node):
            yield from walk(inside)
