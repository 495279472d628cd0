"""Hostile texts come out inert: as words, or as links that lead where we allow."""

from __future__ import annotations

from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.markdown.address import is_allowed, is_inside, scheme
from builder.markdown.html import render
from builder.markdown.parse import parse
from builder.markdown.tree import Tree

VECTORS = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<a href='javascript:alert(1)'>x</a>",
    "<body onload=alert(1)>",
    "<math><mtext><script>alert(1)</script></mtext></math>",
    "<style>@import '//evil.example'</style>",
    "<!-- --!><script>alert(1)</script> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "`<script>alert(1)</script>`",
    "```<script>\n</code><script>alert(1)</script>\n```",
    '```x"onmouseover="alert(1)\na\n```',
    "    </code></pre><script>alert(1)</script>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](java\tscript:alert(1))",
    "[a](<java\nscript:alert(1)>)",
    "[a](&#106;avascript:alert(1))",
    "[a](javascript&colon;alert(1))",
    "[a](javascript&#x3A;alert(1))",
    "[a](\x01javascript:alert(1))",
    "[a](%6Aavascript:alert(1))",
    "[a](vbscript:msgbox(1))",
    "[a](data:text/html,<script>alert(1)</script>)",
    "[a](data:image/svg+xml;base64,PHN2Zz4=)",
    "[a](file:///etc/passwd)",
    "[a](blob:https://evil.example/x)",
    "[a](filesystem:https://evil.example/x)",
    "[a](intent://x#Intent;scheme=http;end)",
    "[a](ms-word:ofe|u|https://evil.example)",
    "[a](//evil.example)",
    "[a](\\\\evil.example)",
    "[a](/\\evil.example)",
    '[a](https://example.org/"onmouseover="alert(1))',
    "[a](https://example.org 'x\" onmouseover=\"alert(1)')",
    "<javascript:alert(1)>",
    '<https://example.org/"onmouseover="alert(1)>',
    "![a](javascript:alert(1))",
    "![a](https://evil.example/pixel.gif)",
    "![a](//evil.example/pixel.gif)",
    "![a](data:image/png;base64,AAAA)",
    '![" onerror="alert(1)](x.png "\\" onload=\\"alert(1)")',
    "![<script>alert(1)</script>](x.png)",
    "[a]\n\n[a]: javascript:alert(1)",
    "[a]\n\n[a]: <https://example.org/'\"><script>alert(1)</script>>",
    "## <script>alert(1)</script>",
    '## " onmouseover="alert(1)',
    "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
    "Term <script>\n: <script>alert(1)</script>",
    "a[^<script>]\n\n[^<script>]: <script>alert(1)</script>",
    "::: script\n<script>alert(1)</script>: hello\n:::",
    '::: worksheet "><script>alert(1)</script>\n:::',
    '::: write lines=1"onclick="alert(1)\n:::',
    "::: <script>alert(1)</script>\n:::",
    "::: say\n<script>alert(1)</script>\n:::",
]
TAGS = (
    "a aside b blockquote br code dd div dl dt em figcaption figure h2 h3 h4 h5 h6 hr img li ol p "
    "pre s section span strong sup table tbody td th thead tr ul"
)
ATTRIBUTES = (
    "alt aria-hidden aria-label class data-lines height href id rel role scope src start title "
    "width"
)
VOID = {"br", "hr", "img"}


class Reader(HTMLParser):
    """Reads HTML as strictly as a browser would not: balanced, known tags, safe addresses."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert f" {tag} " in f" {TAGS} "
        for name, value in attrs:
            assert f" {name} " in f" {ATTRIBUTES} "
            if name == "href":
                assert urlsplit(value or "").scheme in ("http", "https", "mailto", "tel", "sms", "")
                assert not (value or "").startswith(("//", "/\\", "\\"))
            if name == "src":
                assert value == "resolved.png"
            if name == "id":
                self.ids.append(value or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


def check(html: str) -> None:
    """Read HTML through, failing at whatever is not as it should be."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    assert reader.open == []
    assert len(reader.ids) == len(set(reader.ids))


def made(text: str) -> list[str]:
    """Return the HTML of each part, every image and inside link that is sought being found."""
    parsed = parse("a.md", text)
    links: dict[str, str | None] = {
        link.href: "resolved.png" if link.image else "#resolved" for link in parsed.text.links
    }
    return [
        render(parsed.tree, part="all", links=links),
        render(parsed.tree, part="facilitator", links=links),
        render(parsed.tree, part="participant", links={}),
    ]


@pytest.mark.parametrize("text", VECTORS)
def test_a_hostile_text_is_inert(text: str) -> None:
    """No script, no handler, no address that runs, opens or reports anything."""
    for html in made(text):
        check(html)
        assert "<script" not in html.lower()


@given(
    st.lists(st.sampled_from([*VECTORS, '"', "'", "<", ">", "&", "\n\n", "- ", "*"]), max_size=5)
)
def test_hostile_texts_together_are_inert(pieces: list[str]) -> None:
    """Neither do they help one another."""
    for html in made("".join(pieces)):
        check(html)


@given(st.text(alphabet="ab <>&\"'=/!-[](){}:*_`\n#|\\", max_size=200))
def test_any_text_makes_balanced_html(text: str) -> None:
    """Every tag is one of ours and is closed, whatever the text."""
    for html in made(text):
        check(html)


def test_everything_from_a_tree_is_escaped() -> None:
    """A tree comes from the store; even a strange one cannot break out."""
    evil = "\"><script>alert('1')</script>"
    tree: Tree = [
        {"t": "h", "n": 2, "id": evil, "c": [{"t": "text", "s": evil}]},
        {"t": "pre", "s": evil, "lang": evil},
        {"t": "fig", "src": "a.png", "alt": evil, "title": evil},
        {"t": "voice", "who": evil, "c": [{"t": "code", "s": evil}]},
        {"t": "box", "kind": "worksheet", "arg": evil, "c": []},
        {"t": "box", "kind": evil, "arg": evil, "c": []},
    ]
    links = {"a.png": evil, f"worksheet:{evil}": evil}
    html = render(tree, part="all", links=links, label=lambda _: evil, prefix=evil)
    assert "<script" not in html
    assert "'" not in html.replace("alert('1')", "")


@pytest.mark.parametrize(
    "href,kind",
    [
        ("a.md", ""),
        ("../a b.md#c", ""),
        ("#a", ""),
        ("HTTPS://a", "https"),
        ("mailto:a@b", "mailto"),
        ("//a", "//"),
        ("\\\\a", "//"),
        ("/\\a", "//"),
        ("javascript:x", "javascript"),
        ("a/b:c", ""),
    ],
)
def test_the_scheme_of_an_address(href: str, kind: str) -> None:
    """It decides whether a link is resolved, followed or left out."""
    assert scheme(href) == kind
    assert is_inside(href) is (kind == "")
    assert is_allowed(href) is (kind in ("https", "mailto"))
