"""HTML of the containers, each by its kind; `html.py` tells the classes."""

from __future__ import annotations

from html import escape
from typing import Protocol

from builder.markdown.audience import audience_of
from builder.markdown.containers import CONTAINERS
from builder.markdown.tree import Node


class Writer(Protocol):
    """What a container asks of the one who writes the page."""

    def blocks(self, nodes: list[Node]) -> str:
        """Return the HTML of blocks."""

    def word(self, name: str) -> str:
        """Return a word of ours in the page's language, escaped."""

    def address(self, name: str) -> str | None:
        """Return where a link leads, or None."""

    def title(self, sheet: str) -> str:
        """Return what a worksheet is called, escaped; its id where nobody said."""


def box(node: Node, writer: Writer) -> str:
    """Return the HTML of a container; one that is not in the table gives none."""
    kind = node["kind"]
    if kind not in CONTAINERS:
        return ""
    if kind == "worksheet":
        return writer.blocks(node["c"]) + _sheet_link(node["arg"], writer)
    inside = writer.blocks(node["c"])
    if kind == "write":
        inside += _ruled(int(node["arg"]))
    elif kind == "say":
        inside = f'<div class="voice">\n{inside}</div>\n'
    elif kind == "do":
        inside = writer.blocks([_ticked(item) for item in node["c"]])
    signal = f'<p class="signal">{writer.word(CONTAINERS[kind].label)}</p>\n'
    tag = "aside" if kind == "care" else "section"
    return f'<{tag} class="{_classes(node)}">\n{signal}{inside}</{tag}>\n'


def _classes(node: Node) -> str:
    audience = audience_of(node)
    if audience == "mode":
        return f"note mode {node['kind']}"
    return f"{'note' if audience == 'facilitator' else 'box'} {node['kind']}"


def _ruled(count: int) -> str:
    rules = '<span class="rule"></span>' * count
    return f'<div class="lines" data-lines="{count}" aria-hidden="true">{rules}</div>\n'


def _ticked(node: Node) -> Node:
    """Return a list of things to do marked as one whose items are ticked on paper."""
    if node["t"] not in ("ul", "ol"):
        return node
    ticked = node.copy()
    ticked["kind"] = "ticks"
    return ticked


def _sheet_link(sheet: str, writer: Writer) -> str:
    url = writer.address(f"worksheet:{sheet}")
    words = f"{writer.word(CONTAINERS['worksheet'].label)}: {writer.title(sheet)}"
    link = f'<a href="{escape(url)}">{words}</a>' if url else words
    return f'<p class="sheet-link">{link}</p>\n'
