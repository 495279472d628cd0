"""The words of a block: tokens become inline nodes, and links and images are noted with places."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from markdown_it.token import Token

from builder.markdown.parser import Stream
from builder.markdown.places import Place, Places
from builder.markdown.report import Report
from builder.markdown.tree import Node, text
from builder.model.page import Link

DEEPEST = 20
"""How far emphasis may be nested; browsers and the print design would stumble much later."""
LEAST_REFERENCES = 100_000
"""Characters that `[label]: address` may always grow to in the output; longer texts may as long."""

Lines = tuple[int, int]
"""The first line of a block, counted from 0, and the line after its last."""

_HTML = re.compile(
    r"<(?P<comment>!--)|</?(?:a|b|br|center|details|div|font|hr|i|iframe|img|kbd|mark|p|script|small"
    r"|span|style|sub|summary|sup|table|t[dhr]|u)(?=[\s/>])",
    re.IGNORECASE,
)


class Inline:
    """Reads the words of one text, block by block."""

    def __init__(
        self,
        report: Report,
        places: Places,
        stream: Stream,
        *,
        footnote: Callable[[Token], Node | None],
    ) -> None:
        """Read with these helpers; `footnote` makes the node for a reference."""
        self.links: list[Link] = []
        self._report = report
        self._places = places
        self._references = stream.references
        self._footnote = footnote
        self._allowance = max(LEAST_REFERENCES, places.size)
        self._lines: Lines = (0, 1)

    def read(self, tokens: Sequence[Token], lines: Lines, line_break: str = " ") -> list[Node]:
        """Return the nodes of a block's words, with `line_break` for a line break of the source."""
        outer, self._lines = self._lines, lines
        run = _Run()
        links: list[Token] = []
        for token in tokens:
            kind = token.type
            if kind in ("text", "text_special"):
                run.words(token.content.replace("\n", " "))
                self._refuse_html(token)
            elif kind == "softbreak":
                run.words(line_break)
            elif kind == "link_open":
                links.append(token)
                run.open({"t": "a", "href": "", "title": "", "c": []})
            elif kind in _PAIRS:
                run.open({"t": _PAIRS[kind], "c": []})
            elif kind == "link_close":
                self._link(links.pop(), run.close())
            elif token.nesting < 0:
                run.close()
            else:
                node = self._leaf(token)
                if node:
                    run.add(node)
        self._check_depth(run)
        self._lines = outer
        return run.finish()

    def _leaf(self, token: Token) -> Node | None:
        if token.type == "hardbreak":
            return {"t": "br"}
        if token.type == "code_inline":
            return {"t": "code", "s": token.content}
        if token.type == "image":
            return self._image(token)
        if token.type == "footnote_ref":
            return self._footnote(token)
        return text(token.content)

    def _link(self, token: Token, node: Node | None) -> None:
        """Complete a link at its end, where its address stands: images in it come before that."""
        href = str(token.attrs.get("href", ""))
        title = str(token.attrs.get("title", ""))
        place = self._note(token, href, title, image=False)
        if node is None:
            return
        node["href"], node["title"] = href, title
        if not node["c"]:
            self._report.add(
                "empty-link",
                place.line,
                f"the link to '{href[:60]}' has no words",
                "write the words in the square brackets",
                column=place.column,
                width=place.width,
            )

    def _image(self, token: Token) -> Node:
        src = str(token.attrs.get("src", ""))
        title = str(token.attrs.get("title", ""))
        alt = " ".join(_words_of(token.children or []).split())
        place = self._note(token, src, title, image=True)
        if not alt:
            self._report.add(
                "image-without-alt",
                place.line,
                "the image has no words for those who cannot see it",
                "say what it shows: ![two people talking](talk.jpg)",
                column=place.column,
                width=place.width,
            )
        return {"t": "img", "src": src, "alt": alt, "title": title}

    def _note(self, token: Token, href: str, title: str, *, image: bool) -> Place:
        """Note a link or image for those who resolve it."""
        lines = self._references.get(token.meta.get("label", ""))
        if lines is None:
            place = self._places.link(href, *self._lines)
        else:
            place = self._places.reference(href, *lines)
            self._spend(len(href) + len(title))
        line = self._report.line(place.line)
        self.links.append(Link(href, line, place.column, place.width, image))
        return place

    def _spend(self, size: int) -> None:
        """Refuse to let a long address that is used often grow to something huge."""
        before, self._allowance = self._allowance, self._allowance - size
        if before >= 0 > self._allowance:
            self._report.add(
                "too-many-references",
                self._lines[0],
                "the addresses defined by [label]: address grow beyond the length of the text here",
                "shorten the long address, or use it less often",
            )

    @property
    def overspent(self) -> bool:
        """Whether references grew beyond bounds, so that nothing may be made of the text."""
        return self._allowance < 0

    def _check_depth(self, run: _Run) -> None:
        if run.too_deep:
            self._report.add(
                "too-deep",
                self._lines[0],
                f"emphasis and links are nested more than {DEEPEST} deep here",
                "take some of the * and _ away",
            )

    def _refuse_html(self, token: Token) -> None:
        """Tell that HTML is shown as written; a comment would even be published."""
        found = _HTML.search(token.content) if token.type == "text" else None
        if found:
            comment = found["comment"] is not None
            place = self._places.words(found[0], *self._lines)
            self._report.add(
                "html-in-text",
                place.line,
                "an HTML comment would be published" if comment else "HTML is shown as written",
                "take it out" if comment else "use Markdown, or put it between backticks",
                column=place.column,
                width=place.width,
                level="error" if comment else "warning",
            )


_PAIRS = {"em_open": "em", "strong_open": "strong", "s_open": "s"}


class _Run:
    """Inline nodes as they are put together; neighbouring words become one node."""

    def __init__(self) -> None:
        self._stack: list[Node] = [{"t": "p", "c": []}]
        self._words: list[str] = []
        self._skipped = 0
        self.too_deep = False

    def words(self, characters: str) -> None:
        self._words.append(characters)

    def add(self, node: Node) -> None:
        self._join()
        self._stack[-1]["c"].append(node)

    def open(self, node: Node) -> None:
        if len(self._stack) > DEEPEST:
            self._skipped += 1
            self.too_deep = True
            return
        self.add(node)
        self._stack.append(node)

    def close(self) -> Node | None:
        if self._skipped:
            self._skipped -= 1
            return None
        self._join()
        return self._stack.pop()

    def finish(self) -> list[Node]:
        self._join()
        return self._stack[0]["c"]

    def _join(self) -> None:
        characters = "".join(self._words)
        self._words.clear()
        if characters:
            self._stack[-1]["c"].append(text(characters))


def _words_of(tokens: Sequence[Token]) -> str:
    """Return the characters of some tokens, without markup."""
    waiting = list(reversed(tokens))
    parts: list[str] = []
    while waiting:
        token = waiting.pop()
        if token.children:
            waiting.extend(reversed(token.children))
        elif token.type in ("softbreak", "hardbreak"):
            parts.append(" ")
        elif token.type != "image":
            parts.append(token.content)
    return "".join(parts)
