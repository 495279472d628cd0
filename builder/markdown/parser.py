"""The Markdown library, set up: our rules added, its tokens handed on, its failures caught."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from builder.markdown.containers import Layout

DEEPEST = 20
"""How many blocks may lie within one another; the library drops what lies deeper."""

MOST_OPEN = 1000
"""How many brackets a block may leave open; each costs a search through the rest of the block."""


@dataclass(slots=True)
class Stream:
    """What the library made of a text."""

    layout: Layout
    """Where the containers are."""
    tokens: list[Token] = field(default_factory=list)
    """The text as tokens."""
    references: dict[str, tuple[int, int]] = field(default_factory=dict)
    """The lines of each `[label]: address`, by the label as the library folds it."""
    entered: set[int] = field(default_factory=set)
    """The lines of the openers that began a container."""
    torn: set[int] = field(default_factory=set)
    """The lines of those whose container goes on outside of the list it began in."""
    crowded: set[int] = field(default_factory=set)
    """The lines of blocks with so many brackets left open that their words were not read."""
    line: int = 0
    """The line of the block whose words were read last."""
    failed: bool = False
    """Whether the library gave up at that line."""


def read(body: str, layout: Layout) -> Stream:
    """Parse a body; this is the one place that calls the library."""
    stream = Stream(layout)
    env: dict[str, Any] = {"stream": stream}
    try:
        stream.tokens = _library().parse(body, env)
    except (LookupError, RuntimeError, ValueError):
        # The library fails on a few strange texts. Which text it was is for the author to know.
        stream.failed = True
    for label, reference in env.get("references", {}).items():
        stream.references[label] = (reference["map"][0], reference["map"][1])
    return stream


def drops_inside(token: Token) -> bool:
    """Whether the library dropped what is in a block, being too deep; there is no other sign."""
    return token.type in _NESTING and token.level + 1 >= DEEPEST


_NESTING = frozenset({"list_item_open", "blockquote_open", "dd_open", "container_open"})
"""Blocks with blocks inside."""


@cache
def _library() -> MarkdownIt:
    """Set the library up; it keeps nothing from one text to the next."""
    library = MarkdownIt("commonmark", {"html": False, "store_labels": True, "maxNesting": DEEPEST})
    library.enable(["table", "strikethrough"]).disable(["html_block", "html_inline", "text_join"])
    library.use(deflist_plugin)
    library.use(footnote_plugin, inline=False, move_to_end=False, always_match_refs=True)
    library.core.ruler.at("inline", _words)
    library.validateLink = _any_link  # type: ignore[assignment,method-assign]
    interrupts = ["paragraph", "reference", "blockquote", "list"]
    library.block.ruler.before("table", "container", _container, {"alt": interrupts})
    return library


def _any_link(_: str) -> bool:
    """Read every link as one: a bad one is told of, and not shown with its brackets."""
    return True


def _words(state: StateCore) -> None:
    """Read the words of each block, remembering how far it came."""
    stream: Stream = state.env["stream"]
    for token in state.tokens:
        if token.type == "inline":
            stream.line = token.map[0] if token.map else stream.line
            token.children = []
            if _left_open(token.content) > MOST_OPEN:
                stream.crowded.add(stream.line)
                continue
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def _left_open(words: str) -> int:
    """Count the brackets without a partner; the library seeks one for each, up to the end."""
    if words.count("[") <= MOST_OPEN:
        return 0
    depth = 0
    for char in words:
        if char == "[":
            depth += 1
        elif char == "]":
            depth = max(0, depth - 1)
    return depth


def _container(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 - the library's signature
    """Read a container whose opener and closer the pre-pass has matched."""
    stream: Stream = state.env["stream"]
    opening = stream.layout.openings.get(start)
    if opening is None or state.is_code_block(start):
        return False
    if silent:
        return True
    stream.entered.add(start)
    close = min(opening.end, end)
    parent, line_max, tight = state.parentType, state.lineMax, state.tight
    state.parentType, state.lineMax = "container", close
    token = state.push("container_open", "", 1)
    token.map = [start, close]
    state.line = start + 1
    state.md.block.tokenize(state, start + 1, close)
    state.push("container_close", "", -1)
    if state.line < close:
        stream.torn.add(start)
    state.parentType, state.lineMax, state.tight = parent, line_max, tight
    state.line = close + (1 if opening.closed and close == opening.end else 0)
    return True
