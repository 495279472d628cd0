"""A text as mails that a person may send: one for each of its sections, short enough for a link."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from urllib.parse import quote

from builder.markdown.audience import select
from builder.markdown.text import plain, plain_inline
from builder.markdown.tree import Node, Tree, load

LONGEST = 1800
"""Characters of a mail link that every mail program takes, its escapes counted."""
LONGEST_SUBJECT = 120

_WORD = re.compile(r"\S+\s*")


def mails(data: bytes, subject: str, end: str, cut: str) -> tuple[tuple[str, str], ...]:
    """Return heading and link for each section of a serialised tree that participants see.

    `end` stands last in each mail; `cut` stands before it where the text had to be cut.
    """
    found = []
    for heading, blocks in _sections(select(load(data), "participant")):
        text = "".join(_pieces(blocks)).strip()
        if text:
            named = f"{subject}. {heading}" if heading else subject
            found.append((heading, mail(named, text, end, cut)))
    return tuple(found)


def mail(subject: str, text: str, end: str, cut: str) -> str:
    """Return a link that opens a mail with a text, or with as many of its words as fit."""
    subject = subject if len(subject) <= LONGEST_SUBJECT else f"{subject[:LONGEST_SUBJECT]}…"
    whole = _link(subject, text, end)
    if len(whole) <= LONGEST:
        return whole
    words = _WORD.findall(text)

    def beginning(n: int) -> str:
        return _link(subject, f"{''.join(words[:n]).rstrip()} …", cut, end)

    least = bisect_right(range(len(words)), LONGEST, key=lambda n: len(beginning(n)))
    return beginning(max(0, least - 1))


def _link(subject: str, *parts: str) -> str:
    body = "\n\n".join(part for part in parts if part).replace("\n", "\r\n")
    return f"mailto:?subject={quote(subject, safe='')}&body={quote(body, safe='')}"


def _sections(tree: Tree) -> Iterator[tuple[str, Tree]]:
    """Cut a tree at its highest headings; what stands before the first has none."""
    highest = min((node["n"] for node in tree if node["t"] == "h"), default=0)
    heading, blocks = "", Tree()
    for node in tree:
        if node["t"] == "h" and node["n"] == highest:
            yield heading, blocks
            heading, blocks = plain_inline(node["c"]), Tree()
        else:
            blocks.append(node)
    yield heading, blocks


def _pieces(blocks: Tree) -> Iterator[str]:
    """Give blocks with an empty line after each, the items of lists close to one another."""
    for node in blocks:
        if node["t"] in ("ul", "ol"):
            items = [f"{mark}{_line(item)}" for mark, item in _marked(node)]
            yield from (f"{item}\n" for item in items[:-1])
            yield f"{items[-1]}\n\n"
        else:
            words = plain([node], "all")
            if words:
                yield f"{words}\n\n"


def _marked(node: Node) -> Iterator[tuple[str, Node]]:
    first = node.get("start", 1)
    for number, item in enumerate(node["c"], first):
        yield ("- " if node["t"] == "ul" else f"{number}. "), item


def _line(item: Node) -> str:
    return " ".join(plain(item["c"], "all").split())
