"""A tree as the print design is given it: cut to its audience, links in full, notes in order.

It differs from the tree of `tree.py` in what follows.

- `a`: `href` in full; `shown` is the short address to print after its words, empty where they are
  it; a link that leads nowhere is its words alone
- `fig`, `img`: `src` is the name of a file beside the design; one without a file is its words alone
- `box`: a `worksheet` has a `title`
- `fn` has no words of its own: the last block, `notes`, has `c` of them, each with `n` and `c`
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from builder.markdown.address import is_allowed, is_inside
from builder.markdown.audience import select
from builder.markdown.text import plain
from builder.markdown.tree import Node, Tree, changed, load
from builder.model.paper import Passage

LOWEST = 4
"""The lowest heading below a title that paper tells apart."""


def printed(data: bytes, passage: Passage, names: Mapping[str, str]) -> list[Any]:
    """Return a passage of a serialised tree; `names` are the files of its pictures, by address."""
    writer = _Printed(dict(passage.links), dict(passage.sheets), names)
    made = writer.blocks(_levelled(select(load(data), passage.part)))
    notes = list(writer.footnotes())
    return [*made, {"t": "notes", "c": notes}] if notes else made


def short(address: str) -> str:
    """Return an address as it is printed: without its scheme, and without a slash at the end."""
    return address.removeprefix("mailto:").removeprefix("tel:").partition("://")[2].rstrip(
        "/"
    ) or address.removeprefix("mailto:").removeprefix("tel:")


def _levelled(tree: Tree) -> Tree:
    """Return a tree whose highest headings are of level 2, none being more than one below another.

    A part of a text may begin anywhere in it, and a printed document may skip no level.
    """
    made: Tree = []
    open_levels: list[int] = []
    for node in tree:
        if node["t"] == "h":
            while open_levels and open_levels[-1] >= node["n"]:
                open_levels.pop()
            open_levels.append(node["n"])
            node = node.copy()  # noqa: PLW2901 - the copy takes its place
            node["n"] = min(LOWEST, 1 + len(open_levels))
        made.append(node)
    return made


def _no_heading(node: Node) -> Node:
    if node["t"] != "h":
        return node
    return {"t": "p", "tight": False, "c": [{"t": "strong", "c": node["c"]}]}


class _Printed:
    """Rewrites one passage; it remembers its footnotes until the end."""

    def __init__(
        self,
        links: Mapping[str, str | None],
        sheets: Mapping[str, str],
        names: Mapping[str, str],
    ) -> None:
        self._links = links
        self._sheets = sheets
        self._names = names
        self._notes: dict[int, list[Node]] = {}

    def blocks(self, nodes: list[Node]) -> list[Node]:
        return [one for node in nodes for one in self._one(node)]

    def _inside(self, nodes: list[Node]) -> list[Node]:
        """Return what is in a node; a heading in there would upset the levels outside."""
        return self.blocks([_no_heading(node) for node in nodes])

    def footnotes(self) -> Iterator[Node]:
        """Give the words of each footnote; they hold no footnotes."""
        for number, body in sorted(self._notes.items()):
            yield {"t": "note", "n": number, "c": self.blocks(body)}

    def _one(self, node: Node) -> list[Node]:
        kind = node["t"]
        if kind == "a":
            return self._link(node)
        if kind in ("img", "fig"):
            return self._image(node)
        if kind == "fn":
            self._notes[node["n"]] = node["c"]
            return [{"t": "fnref", "n": node["n"]}]
        made = changed(node, self._inside)
        if kind == "box" and node["kind"] == "worksheet":
            made["title"] = self._sheets.get(node["arg"], node["arg"])
        return [made]

    def _link(self, node: Node) -> list[Node]:
        words = self.blocks(node["c"])
        href = node["href"]
        url = self._links.get(href) if is_inside(href) else href if is_allowed(href) else None
        if url is None:
            return words
        shown = short(url)
        told = plain([{"t": "p", "tight": False, "c": words}], "all").strip()
        made: dict[str, Any] = {"t": "a", "href": url, "title": "", "c": words}
        made["shown"] = "" if told in {shown, url, f"{shown}/"} else shown
        return [made]  # type: ignore[list-item]  # the tree of print has a key more

    def _image(self, node: Node) -> list[Node]:
        name = self._names.get(node["src"])
        if name is not None:
            made = node.copy()
            made["src"] = name
            return [made]
        words: Node = {"t": "text", "s": node["alt"]}
        return [words] if node["t"] == "img" else [{"t": "p", "tight": False, "c": [words]}]
