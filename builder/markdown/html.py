"""A tree as HTML: escaped throughout, no inline style, no address but those that were resolved.

The classes are a contract with the stylesheets:

- `section.box` + `prompt`, `key-idea`, `example`, `choice`, `write`, `script`; `aside.box.care`:
  containers for participants
- `section.note` + `say`, `do`, `watch`, `if-short`, `if-stuck`: containers for facilitators
- `section.note.mode` + `video`, `phone`, `messages`, `alone`: notes on ways of meeting
- `p.signal`: the word that names a container, first in it
- `div.voice`: in `say`, the words said aloud
- `ul.ticks`, `ol.ticks`: in `do`, items to tick; drawn by the stylesheet
- `div.lines[data-lines]` of `span.rule`: in `write`, lines to write on
- `p.line` with `b.who` and `span`: in `script`, what one voice says
- `p.sheet-link`: a link to a worksheet
- `ul.tasks` with `li.task` (also `.done`) and `span.tick`: a list with tick boxes, ☐ or ☑
- `div.table`: around every table; cells may be `left`, `center`, `right`
- `figure` with `img` and `figcaption`; `picture` around an `img` that has smaller copies
- `span.no-image`: the words of an image that is not there
- `sup.note-ref`, `section.footnotes` with `a.back`: footnotes

Ids of headings hold letters, marks, digits and hyphens; those of footnotes an underscore besides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape
from urllib.parse import unquote

from builder.markdown import images, text
from builder.markdown.address import is_allowed, is_inside
from builder.markdown.audience import Part, select
from builder.markdown.boxes import box
from builder.markdown.images import Image
from builder.markdown.tree import Node, Tree, load, walk
from builder.model.view import Body

Label = Callable[[str], str]
"""Gives a word of ours in the language of the page."""

LOWEST = 6
"""The lowest heading there is in HTML."""
_LANGUAGE = re.compile(r"[A-Za-z0-9+#.-]{1,30}")


def render_body(
    data: bytes, body: Body, *, part: Part = "all", level: int = 2, label: Label = str
) -> str:
    """Return the HTML of one part of a serialised tree, as a page shows it."""
    return render(
        load(data),
        part=part,
        links=dict(body.links),
        level=level,
        label=label,
        prefix=body.prefix,
        images=images.of(body),
        titles=dict(body.sheets),
    )


def plain_body(data: bytes, *, part: Part = "all") -> str:
    """Return the words of one part of a serialised tree."""
    return text.plain(load(data), part)


def render(  # noqa: PLR0913 - each says one thing about the page around the text
    tree: Tree,
    *,
    part: Part,
    links: Mapping[str, str | None],
    level: int = 2,
    label: Label = str,
    prefix: str = "",
    images: Mapping[str, Image] | None = None,
    titles: Mapping[str, str] | None = None,
) -> str:
    """Return the HTML of one part of a tree.

    `links` resolves each address inside the site, and `worksheet:ID`; one without an answer becomes
    plain words. `level` is that of the highest headings, written `##`. `prefix` goes before ids,
    where several texts share a page. `images` tells of images, `titles` what worksheets are called.
    """
    ids = frozenset(node["id"] for node in walk(tree) if node["t"] == "h")
    html = _Html(links, label, images or {}, titles or {}, level=level, prefix=prefix, ids=ids)
    return html.blocks(select(tree, part)) + html.footnotes()


class _Html:
    """Writes one text; it remembers its footnotes until the end."""

    def __init__(  # noqa: PLR0913 - as for render
        self,
        links: Mapping[str, str | None],
        label: Label,
        images: Mapping[str, Image],
        titles: Mapping[str, str],
        *,
        level: int,
        prefix: str,
        ids: frozenset[str],
    ) -> None:
        self._links = links
        self._label = label
        self._images = images
        self._titles = titles
        self._level = level
        self._prefix = escape(prefix)
        self._ids = ids
        self._notes: dict[int, Tree] = {}
        self._in_link = False

    def word(self, name: str) -> str:
        return escape(self._label(name))

    def address(self, name: str) -> str | None:
        return self._links.get(name)

    def title(self, sheet: str) -> str:
        return escape(self._titles.get(sheet, sheet))

    def blocks(self, nodes: list[Node]) -> str:
        return "".join(self._block(node) for node in nodes)

    def _block(self, node: Node) -> str:
        kind = node["t"]
        if kind in _ENCLOSED:
            inside = self.blocks(node["c"])
            return f"<{_ENCLOSED[kind]}>\n{inside}</{_ENCLOSED[kind]}>\n"
        if kind == "box":
            return box(node, self)
        return _BLOCKS[kind](self, node)

    def paragraph(self, node: Node) -> str:
        words = self.inline(node["c"])
        return f"{words}\n" if node["tight"] else f"<p>{words}</p>\n"

    def heading(self, node: Node) -> str:
        tag = f"h{min(LOWEST, max(0, node['n'] - 2) + self._level)}"
        name = escape(node["id"])
        return f'<{tag} id="{self._prefix}{name}">{self.inline(node["c"])}</{tag}>\n'

    def bullets(self, node: Node) -> str:
        kinds = [node["kind"]] if "kind" in node else ["tasks"] if node["task"] else []
        return f"<ul{_class(*kinds)}>\n{self.blocks(node['c'])}</ul>\n"

    def numbers(self, node: Node) -> str:
        kinds = [node["kind"]] if "kind" in node else []
        start = f' start="{node["start"]}"' if node["start"] != 1 else ""
        return f"<ol{_class(*kinds)}{start}>\n{self.blocks(node['c'])}</ol>\n"

    def item(self, node: Node) -> str:
        inside = self.blocks(node["c"]).removesuffix("\n")
        if node["check"] is None:
            return f"<li>{inside}</li>\n"
        kinds, sign = (("task", "done"), "☑") if node["check"] else (("task",), "☐")
        return f'<li{_class(*kinds)}><span class="tick">{sign}</span> {inside}</li>\n'

    def term(self, node: Node) -> str:
        return f"<dt>{self.inline(node['c'])}</dt>\n"

    def definition(self, node: Node) -> str:
        return f"<dd>{self.blocks(node['c']).removesuffix(chr(10))}</dd>\n"

    def code(self, node: Node) -> str:
        known = _LANGUAGE.fullmatch(node["lang"])
        kinds = [f"language-{node['lang']}"] if known else []
        return f"<pre><code{_class(*kinds)}>{escape(node['s'])}\n</code></pre>\n"

    def rule(self, _: Node) -> str:
        return "<hr>\n"

    def table(self, node: Node) -> str:
        head = self._row(node["head"], node["align"], head=True)
        rows = "".join(self._row(row, node["align"]) for row in node["rows"])
        body = f"<tbody>\n{rows}</tbody>\n" if rows else ""
        return f'<div class="table"><table>\n<thead>\n{head}</thead>\n{body}</table></div>\n'

    def _row(self, cells: list[list[Node]], align: list[str], *, head: bool = False) -> str:
        made = []
        for cell, side in zip(cells, align, strict=True):
            words = self.inline(cell)
            tag, scope = ("th", ' scope="col"') if head and words else ("td", "")
            made.append(f"<{tag}{scope}{_class(side)}>{words}</{tag}>")
        return f"<tr>{''.join(made)}</tr>\n"

    def figure(self, node: Node) -> str:
        caption = f"<figcaption>{escape(node['title'])}</figcaption>" if node["title"] else ""
        return f"<figure>{self.image(node)}{caption}</figure>\n"

    def voice(self, node: Node) -> str:
        who, words = escape(node["who"]), self.inline(node["c"])
        return f'<p class="line"><b class="who">{who}</b> <span>{words}</span></p>\n'

    def inline(self, nodes: list[Node]) -> str:
        return "".join(self._inline(node) for node in nodes)

    def _inline(self, node: Node) -> str:
        kind = node["t"]
        if kind == "text":
            return escape(node["s"], quote=False)
        if kind in ("em", "strong", "s"):
            return f"<{kind}>{self.inline(node['c'])}</{kind}>"
        return _INLINE[kind](self, node)

    def line_break(self, _: Node) -> str:
        return "<br>\n"

    def word_of_code(self, node: Node) -> str:
        return f"<code>{escape(node['s'], quote=False)}</code>"

    def link(self, node: Node) -> str:
        """Return a link, or its words alone where it leads nowhere or stands in another one."""
        url, way_out = self._resolved(node["href"])
        if url is None or self._in_link:
            return self.inline(node["c"])
        self._in_link = True
        words = self.inline(node["c"])
        self._in_link = False
        title = f' title="{escape(node["title"])}"' if node["title"] else ""
        rel = ' rel="noopener noreferrer"' if way_out and url[:4].lower() == "http" else ""
        return f'<a href="{escape(url)}"{title}{rel}>{words}</a>'

    def _resolved(self, href: str) -> tuple[str | None, bool]:
        """Return where a link leads, and whether that is out of the site."""
        if not is_inside(href):
            return (href if is_allowed(href) else None), True
        if href.startswith("#") and unquote(href[1:]) in self._ids:
            return f"#{self._prefix}{href[1:]}", False
        return self._links.get(href), False

    def image(self, node: Node) -> str:
        url = self._links.get(node["src"]) if is_inside(node["src"]) else None
        alt = escape(node["alt"])
        if url is None:
            return f'<span class="no-image">{alt}</span>'
        return images.tag(url, alt, self._images.get(node["src"]))

    def note(self, node: Node) -> str:
        """Return the mark of a footnote, keeping its words for the end."""
        number = node["n"]
        if node["t"] == "fn":
            self._notes[number] = node["c"]
        name = f' id="{self._prefix}fnref_{number}"' if node["t"] == "fn" else ""
        link = f'<a href="#{self._prefix}fn_{number}" role="doc-noteref">{number}</a>'
        return f'<sup class="note-ref"{name}>{link}</sup>'

    def footnotes(self) -> str:
        """Return the section of the footnotes met so far."""
        if not self._notes:
            return ""
        items = "".join(self._footnote(number, body) for number, body in self._notes.items())
        notes = self.word("Notes")
        return (
            f'<section class="footnotes" role="doc-endnotes" aria-label="{notes}">\n<ol>\n'
            f"{items}</ol>\n</section>\n"
        )

    def _footnote(self, number: int, body: Tree) -> str:
        words = self.blocks(body).removesuffix("\n")
        name, back = f"{self._prefix}fn_{number}", f"{self._prefix}fnref_{number}"
        says = self.word("Back to the text")
        link = f'<a class="back" href="#{back}" role="doc-backlink" aria-label="{says}">↩</a>'
        inside = words.endswith("</p>")
        words = words.removesuffix("</p>") if inside else words
        return f'<li id="{name}">{words} {link}{"</p>" if inside else ""}</li>\n'


def _class(*names: str) -> str:
    kinds = " ".join(name for name in names if name)
    return f' class="{escape(kinds)}"' if kinds else ""


_ENCLOSED = {"quote": "blockquote", "dl": "dl"}

_BLOCKS: dict[str, Callable[[_Html, Node], str]] = {
    "p": _Html.paragraph,
    "h": _Html.heading,
    "ul": _Html.bullets,
    "ol": _Html.numbers,
    "li": _Html.item,
    "dt": _Html.term,
    "dd": _Html.definition,
    "pre": _Html.code,
    "hr": _Html.rule,
    "table": _Html.table,
    "fig": _Html.figure,
    "voice": _Html.voice,
}

_INLINE: dict[str, Callable[[_Html, Node], str]] = {
    "code": _Html.word_of_code,
    "a": _Html.link,
    "br": _Html.line_break,
    "img": _Html.image,
    "fn": _Html.note,
    "fnref": _Html.note,
}
