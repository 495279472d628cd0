"""From tokens to the content tree, noting headings, boxes and links on the way."""

from __future__ import annotations

from collections.abc import Callable

from markdown_it.token import Token

from builder.markdown.containers import CONTAINERS, argument_of
from builder.markdown.inline import Inline, Lines
from builder.markdown.notes import take_out
from builder.markdown.parser import DEEPEST, Stream, drops_inside
from builder.markdown.places import Places
from builder.markdown.report import Report
from builder.markdown.script import voices
from builder.markdown.slug import Slugger
from builder.markdown.text import plain_inline
from builder.markdown.tree import Node, Tree
from builder.model.page import Box, Heading
from builder.problems import did_you_mean

TOP_HEADING = 2
"""The highest heading below a title, which comes from the front matter."""


MOST_COLUMNS = 30
"""The most columns of a table: more fit on no page, and a short text would grow to a huge one."""
FEW_NOTES = 100
"""Up to so many footnotes, a wrong label is compared with all of them."""


class Converter:
    """Makes the tree of one text; read once, then ask for what was noted."""

    def __init__(self, stream: Stream, places: Places, report: Report) -> None:
        """Take the definitions of footnotes out, ready to read the rest."""
        self.headings: list[Heading] = []
        self.boxes: list[Box] = []
        self.inline = Inline(report, places, stream, footnote=self._footnote)
        self._stream = stream
        self._places = places
        self._report = report
        self._slugger = Slugger()
        self._tokens, self._notes = take_out(stream.tokens, places, report)
        self._numbers: dict[str, int] = {}
        self._referred: set[str] = set()
        self._in_note = False
        self._stack: list[Node] = []
        self._lines: Lines = (0, 1)

    def tree(self) -> Tree:
        """Return the content tree."""
        tree = self._blocks(self._tokens)
        for label, note in self._notes.items():
            if label not in self._referred:
                self._report.add(
                    "unused-footnote",
                    note.line,
                    f"nothing refers to the footnote '{label}', so nobody will read it",
                    f"write [^{label}] in the text, or take it out",
                    column=note.column,
                    width=len(label) + 4,
                    level="warning",
                )
        return tree

    def _blocks(self, tokens: list[Token]) -> list[Node]:
        """Convert block tokens; footnotes call it again for their own."""
        outer, self._stack = self._stack, [{"t": "root", "c": []}]
        for token in tokens:
            if token.map:
                self._lines = (token.map[0], max(token.map[0] + 1, token.map[1]))
            if token.type == "inline":
                self._words(token)
            elif token.nesting > 0:
                self._open(token)
            elif token.nesting < 0:
                self._close()
            else:
                self._stack[-1]["c"].append(_leaf(token))
        made, self._stack = self._stack[0]["c"], outer
        return made

    def _open(self, token: Token) -> None:
        node = self._box(token) if token.type == "container_open" else _OPENED[token.type](token)
        self._check_depth(token)
        self._stack.append(node)

    def _check_depth(self, token: Token) -> None:
        if drops_inside(token):
            self._report.add(
                "too-deep",
                self._lines[0],
                f"lists, quotations and containers are nested more than {DEEPEST} deep here",
                "lay the text out flatter",
            )

    def _box(self, token: Token) -> Node:
        line = token.map[0] if token.map else 0
        opening = self._stream.layout.openings[line]
        arg, _ = argument_of(opening)
        mark = opening.argument if opening.argument.text else opening.name
        place = (self._report.line(line), mark.column, len(mark.text))
        self.boxes.append(Box(opening.name.text, arg, *place))
        return {"t": "box", "kind": opening.name.text, "arg": arg, "c": []}

    def _close(self) -> None:
        node = self._stack.pop()
        into = self._stack[-1]["c"]
        if node["t"] == "p":
            into += self._paragraph(node)
        elif node["t"] == "table":
            into.append(_table(node))
        elif node["t"] in ("thead", "tbody"):
            into += node["c"]
            if node["t"] == "thead":
                self._check_columns(len(node["c"][0]["c"]))
        elif node["t"] == "h":
            into.append(self._heading(node))
        elif node["t"] != "box" or node["kind"] in CONTAINERS:
            if node["t"] == "ul":
                node["task"] = any(item["check"] is not None for item in node["c"])
            into.append(node)

    def _check_columns(self, columns: int) -> None:
        if columns > MOST_COLUMNS:
            self._report.add(
                "too-large",
                self._lines[0],
                f"a table with {columns} columns fits on no page; {MOST_COLUMNS} are the most",
                "make several tables of it, or put rows for columns",
            )

    def _words(self, token: Token) -> None:
        node = self._stack[-1]
        in_script = self._parent()["t"] == "box" and self._parent()["kind"] == "script"
        line_break = "\n" if in_script and node["t"] == "p" else " "
        node["c"] = self.inline.read(token.children or [], self._lines, line_break)
        if node["t"] == "p" and self._parent()["t"] == "li" and not self._parent()["c"]:
            _tick(self._parent(), node["c"], token.content)

    def _parent(self) -> Node:
        return self._stack[-2] if len(self._stack) > 1 else self._stack[-1]

    def _paragraph(self, node: Node) -> list[Node]:
        inline, around = node["c"], self._stack[-1]
        if around["t"] == "box" and around["kind"] == "script":
            return voices(inline)
        if len(inline) == 1 and inline[0]["t"] == "img":
            return [{**inline[0], "t": "fig"}]
        return [node]

    def _heading(self, node: Node) -> Node:
        words = plain_inline(node["c"])
        node["id"] = self._slugger.name(words)
        before = self.headings[-1].level if self.headings else TOP_HEADING - 1
        if not words:
            hint = "write the words after the #"
            self._report.add("empty-heading", self._lines[0], "a heading has no words", hint)
        if node["n"] < TOP_HEADING:
            self._report.add(
                "second-title",
                self._lines[0],
                "a heading with one # would be a second title",
                "the title is in the front matter; begin headings with ##",
            )
        elif node["n"] > before + 1:
            self._report.add(
                "skipped-heading",
                self._lines[0],
                f"a heading with {node['n']} # follows where one with {before + 1} is due",
                f"begin it with {'#' * (before + 1)}",
            )
        line = self._report.line(self._lines[0])
        self.headings.append(Heading(node["n"], node["id"], words, line))
        return node

    def _footnote(self, token: Token) -> Node | None:
        """Return the footnote at its first reference, the bare reference after that."""
        note = self._notes.get(token.meta["label"])
        if note is None:
            self._no_footnote(token.meta["label"])
            return None
        self._referred.add(note.label)
        if self._in_note:
            place = self._places.words(f"[^{note.label}]", *self._lines)
            self._report.add(
                "footnote-in-footnote",
                place.line,
                "a footnote refers to another one",
                "put both into one, or the reference into the text",
                column=place.column,
                width=place.width,
            )
            return None
        known = self._numbers.get(note.label)
        if known is not None:
            return {"t": "fnref", "n": known}
        number = self._numbers[note.label] = len(self._numbers) + 1
        lines, self._in_note = self._lines, True
        body = self._blocks(note.tokens)
        self._lines, self._in_note = lines, False
        return {"t": "fn", "n": number, "c": body}

    def _no_footnote(self, label: str) -> None:
        near = did_you_mean(label, self._notes) if len(self._notes) <= FEW_NOTES else ""
        place = self._places.words(f"[^{label}]", *self._lines)
        self._report.add(
            "no-footnote",
            place.line,
            f"there is no footnote '{label}'",
            near or "write \\[^ where no footnote is meant",
            column=place.column,
            width=place.width,
        )


def _plain(kind: str) -> Callable[[Token], Node]:
    return lambda _: {"t": kind, "c": []}


_OPENED: dict[str, Callable[[Token], Node]] = {
    "paragraph_open": lambda token: {"t": "p", "tight": token.hidden, "c": []},
    "heading_open": lambda token: {"t": "h", "n": int(token.tag[1]), "id": "", "c": []},
    "bullet_list_open": lambda _: {"t": "ul", "task": False, "c": []},
    "ordered_list_open": lambda token: {
        "t": "ol",
        "start": int(token.attrs.get("start", 1)),
        "c": [],
    },
    "list_item_open": lambda _: {"t": "li", "check": None, "c": []},
    "blockquote_open": _plain("quote"),
    "dl_open": _plain("dl"),
    "dt_open": _plain("dt"),
    "dd_open": _plain("dd"),
    "table_open": _plain("table"),
    "thead_open": _plain("thead"),
    "tbody_open": _plain("tbody"),
    "tr_open": _plain("tr"),
    "th_open": lambda token: {"t": "th", "arg": str(token.attrs.get("style", "")), "c": []},
    "td_open": _plain("td"),
}


def _leaf(token: Token) -> Node:
    if token.type == "hr":
        return {"t": "hr"}
    lang = token.info.split()[0] if token.info.strip() else ""
    return {"t": "pre", "s": token.content.removesuffix("\n"), "lang": lang}


def _table(node: Node) -> Node:
    head, *rows = node["c"]
    align = [cell["arg"].removeprefix("text-align:") for cell in head["c"]]
    cells = [[cell["c"] for cell in row["c"]] for row in rows]
    return {"t": "table", "align": align, "head": [cell["c"] for cell in head["c"]], "rows": cells}


def _tick(item: Node, inline: list[Node], source: str) -> None:
    """Give an item that begins with `[ ] ` or `[x] ` its tick box."""
    mark = source[:4]
    if mark not in ("[ ] ", "[x] ", "[X] ") or not inline or inline[0]["t"] != "text":
        return
    if inline[0]["s"].startswith(mark):
        item["check"] = mark != "[ ] "
        inline[0]["s"] = inline[0]["s"].removeprefix(mark).lstrip()
