"""A tree as plain text: for feeds, search and summaries, and for counting words."""

from __future__ import annotations

import re

from builder.markdown.audience import Part, select
from builder.markdown.tree import Node, Tree, lists

LONGEST_SUMMARY = 240
"""Characters of a first sentence that serves as a summary."""

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_SENTENCE = re.compile(r".*?[.!?…]+[\"'”’»)\]]*(?=\s|$)|.*?[。！？]", re.DOTALL)


def plain(tree: Tree, part: Part = "participant") -> str:
    """Return the words of one part, a line for each block, footnotes last."""
    return _plain(select(tree, part))


def words(text: str) -> int:
    """Count the words of a text."""
    return len(_WORD.findall(text))


def said(tree: Tree) -> str:
    """Return what a facilitator says aloud."""
    found: list[str] = []
    for node in tree:
        if node["t"] == "box" and node["kind"] == "say":
            found.append(_plain(node["c"]))
        else:
            found += [said(inside) for inside in lists(node)]
    return "\n".join(line for line in found if line)


def summary(tree: Tree) -> str:
    """Return the first sentence that participants read in a paragraph."""
    paragraph = _first_paragraph(select(tree, "participant"))
    found = _SENTENCE.match(paragraph)
    sentence = found[0] if found else paragraph
    if len(sentence) <= LONGEST_SUMMARY:
        return sentence
    cut = sentence[:LONGEST_SUMMARY].rsplit(" ", 1)[0]
    return f"{cut.rstrip(' ,;:–-')}…"


def plain_inline(nodes: list[Node]) -> str:
    """Return the words of inline nodes, without footnotes."""
    return " ".join("".join(_pieces(nodes, [])).split())


def _plain(tree: Tree) -> str:
    notes: list[Tree] = []
    out = _blocks(tree, notes)
    for note in notes:
        out += _blocks(note, [])
    return "\n".join(out)


def _blocks(tree: Tree, notes: list[Tree]) -> list[str]:
    out: list[str] = []
    for node in tree:
        if node["t"] in ("p", "h", "dt", "voice"):
            who = [node["who"], ": "] if node["t"] == "voice" else []
            out.append(" ".join("".join([*who, *_pieces(node["c"], notes)]).split()))
        elif node["t"] == "pre":
            out.append(node["s"])
        elif node["t"] == "fig":
            out.append(node["title"])
        elif node["t"] == "table":
            for row in (node["head"], *node["rows"]):
                cells = ["".join(_pieces(cell, notes)).strip() for cell in row]
                out.append(" ".join(cell for cell in cells if cell))
        else:
            out += _blocks(node.get("c", []), notes)
    return [line for line in out if line]


def _pieces(nodes: list[Node], notes: list[Tree]) -> list[str]:
    out: list[str] = []
    for node in nodes:
        if node["t"] in ("text", "code"):
            out.append(node["s"])
        elif node["t"] == "br":
            out.append(" ")
        elif node["t"] == "fn":
            notes.append(node["c"])
        elif "c" in node:
            out += _pieces(node["c"], notes)
    return out


def _first_paragraph(tree: Tree) -> str:
    for node in tree:
        if node["t"] in ("p", "voice"):
            found = plain_inline(node["c"])
        elif node["t"] in ("box", "quote", "ul", "ol", "li"):
            found = _first_paragraph(node["c"])
        else:
            found = ""
        if found:
            return found
    return ""
