"""Texts for reading aloud: `Name: words` becomes what one voice says."""

from __future__ import annotations

import re

from builder.markdown.tree import Node, text

_VOICE = re.compile(r"(?P<who>[^\W_][^\s:]*(?: [^\s:]+){0,2}):(?: +|$)")
"""A name of one to three words, its first letter not a small one, then a colon."""


def voices(inline: list[Node]) -> list[Node]:
    """Return the paragraphs of a script, one for each voice.

    The text still has the line breaks of the source. A paragraph that begins with a voice is parted
    at each line that begins with one; any other stays a paragraph, such as a direction.
    """
    first, *others = _parted(inline)
    if _voice(first) is None:
        return [{"t": "p", "tight": False, "c": _joined(inline)}]
    made: list[Node] = []
    for line in (first, *others):
        voice = _voice(line)
        if voice is None:
            made[-1]["c"] = _joined([*made[-1]["c"], text(" "), *line])
        else:
            made.append(voice)
    return made


def _voice(line: list[Node]) -> Node | None:
    """Return what a voice says where a line begins with a name, plain or strong."""
    if not line:
        return None
    head, rest = line[0], line[1:]
    if head["t"] == "strong" and len(head["c"]) == 1:
        head = head["c"][0]
    found = _VOICE.match(head.get("s", "")) if head["t"] == "text" else None
    if found is None or found["who"][0].islower():
        return None
    words = head["s"][found.end() :].lstrip()
    kept = _joined([text(words), *rest])
    if kept and kept[0]["t"] == "text":
        kept[0]["s"] = kept[0]["s"].lstrip()
    return {"t": "voice", "who": found["who"], "c": [node for node in kept if node.get("s") != ""]}


def _parted(inline: list[Node]) -> list[list[Node]]:
    """Part inline nodes at the line breaks that stand among them, not within emphasis."""
    lines: list[list[Node]] = [[]]
    for node in inline:
        if node["t"] != "text":
            lines[-1].append(node)
            continue
        first, *others = node["s"].split("\n")
        lines[-1] += [text(first)] if first else []
        lines += [[text(other)] if other else [] for other in others]
    return lines


def _joined(inline: list[Node]) -> list[Node]:
    """Return inline nodes with spaces for line breaks, neighbouring words as one node."""
    made: list[Node] = []
    for node in inline:
        if node["t"] != "text":
            made.append(_spaced(node))
        elif made and made[-1]["t"] == "text":
            made[-1] = text(made[-1]["s"] + node["s"].replace("\n", " "))
        elif node["s"]:
            made.append(text(node["s"].replace("\n", " ")))
    return made


def _spaced(node: Node) -> Node:
    """Return a node with spaces for the line breaks of the text inside."""
    if "c" not in node or node["t"] == "fn":
        return node
    spaced = node.copy()
    spaced["c"] = _joined(node["c"])
    return spaced
