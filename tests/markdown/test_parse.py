"""The facts about a body, the places in it, and that every text can be read."""

from __future__ import annotations

import json
from typing import get_args

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it.parser_inline import ParserInline

from builder.digest import of_bytes
from builder.markdown.audience import Part
from builder.markdown.containers import CONTAINERS
from builder.markdown.html import render
from builder.markdown.parse import Parsed, parse
from builder.markdown.tree import dump, load, walk
from builder.model.page import Box, Heading, Link

MARKDOWN = st.text(alphabet="ab \n\t\r*_~`[]()<>!#-+=:|^&;\\\"'1.x/é\x00\u2028", max_size=300)
LINES = st.lists(
    st.sampled_from(
        [
            "::: say",
            ":::",
            "::: write",
            "- a",
            "  b",
            "> c",
            "```",
            "# d",
            "a | b",
            "-|-",
            "[^1]: e",
            "[^1]",
            "",
            "    f",
            ": g",
            "![](h)",
            "[i]: j",
            "[i]",
            "***",
            "1. k",
            "::: zzz",
            "A: l",
        ]
    ),
    max_size=30,
).map("\n".join)


def codes(parsed: Parsed) -> list[str]:
    return [problem.code for problem in parsed.problems]


@given(st.text() | MARKDOWN | LINES)
@example("x.com[//a.p://")
@example("\ud800")
@example("\r")
@example("[^]: \n[^ ]:[^a]")
@example("::: zzz\n[^1]\n:::\n[^1]\n[^1]: e")
def test_any_text_parses_or_is_a_problem(text: str) -> None:
    """Whatever is written, reading it does not raise, and what is read can be made."""
    parsed = parse("a.md", text, 5)
    assert load(parsed.data) == parsed.tree
    last = 5 + text.count("\n") + text.count("\r")
    for problem in parsed.problems:
        assert problem.where.path == "a.md"
        assert 5 <= problem.where.line <= last
        assert problem.message
        assert not problem.message.endswith(".")
    for link in parsed.text.links:
        assert 5 <= link.line <= last
    for part in get_args(Part):
        render(parsed.tree, part=part, links={})


@given(LINES)
def test_a_text_is_read_the_same_every_time(text: str) -> None:
    """The parser is set up once and keeps nothing from one text to the next."""
    first = parse("a.md", text)
    parse("b.md", "[i]: other\n\n[^1]: other\n\n## A")
    assert parse("a.md", text) == first


def test_the_digest_is_that_of_the_serialised_tree() -> None:
    """The store keeps a tree under the digest that the facts name."""
    parsed = parse("a.md", "## Ōtautahi")
    assert parsed.data == dump(parsed.tree)
    assert parsed.text.digest == of_bytes(parsed.data)
    assert parsed.data == (
        '[{"t":"h","n":2,"id":"ōtautahi","c":[{"t":"text","s":"Ōtautahi"}]}]'.encode()
    )


def test_a_tree_does_not_know_its_lines() -> None:
    """Moving a text down in its file makes nothing anew."""
    body = "## A\n\n::: say\n[b](c.md)\n:::\n"
    first, moved = parse("a.md", body), parse("a.md", "\n\n" + body, 7)
    assert first.text.digest == moved.text.digest
    assert [heading.line for heading in moved.text.headings] == [9]


def test_a_tree_is_plain_data() -> None:
    """The print design reads it as JSON."""
    body = "a *b*\n\n- [ ] c\n\n| d |\n|---|\n| e |\n\nf[^1]\n\n[^1]: g"
    parsed = parse("a.md", body)
    assert json.loads(json.dumps(parsed.tree)) == parsed.tree
    kinds = {node["t"] for node in walk(parsed.tree)}
    assert kinds == {"p", "text", "em", "ul", "li", "table", "fn"}


def test_headings_and_boxes_are_noted_with_their_lines() -> None:
    """Lines are those of the file, which begins with front matter."""
    body = "## One *more*\n\n::: write lines=6\n### Inside\n:::\n\n::: worksheet a/b\n:::"
    text = parse("a.md", body, 10).text
    assert text.headings == (
        Heading(2, "one-more", "One more", 10),
        Heading(3, "inside", "Inside", 13),
    )
    assert text.boxes == (Box("write", "6", 12), Box("worksheet", "a/b", 16))
    assert text.has("write")
    assert not text.has("say")
    assert text.source == "a.md"


@pytest.mark.parametrize(
    "body,links",
    [
        ("a [b](c.md) [d](c.md)", [Link("c.md", 1, 7, 4), Link("c.md", 1, 17, 4)]),
        ("a\n[b](c.md)\n\n> d\n> [e](c.md)", [Link("c.md", 2, 5, 4), Link("c.md", 5, 7, 4)]),
        ("a ![b](c.png)", [Link("c.png", 1, 8, 5, image=True)]),
        (
            "[![a](b.png)](c.md) [d](b.png)",
            [
                Link("b.png", 1, 7, 5, image=True),
                Link("c.md", 1, 15, 4),
                Link("b.png", 1, 25, 5),
            ],
        ),
        ("a [b][c]\n\n\n[c]: d.md", [Link("d.md", 4, 6, 4)]),
        ("[a](<b c.md>)", [Link("b%20c.md", 1, 6, 6)]),
        ("[a](ō.md)", [Link("%C5%8D.md", 1, 5, 4)]),
        ("[a](b.md?c=1&amp;d)", [Link("b.md?c=1&d", 1, 5, 14)]),
        ("<https://a.b>", [Link("https://a.b", 1, 2, 11)]),
        ("[a](  b.md)", [Link("b.md", 1, 0, 1)]),
        ("|a|b|\n|-|-|\n|[c](d)|[c](d)|", [Link("d", 3, 6, 1), Link("d", 3, 13, 1)]),
        ("a[^1] [b](c)\n\n[^1]: [d](e)", [Link("e", 3, 11, 1), Link("c", 1, 11, 1)]),
        ("Term [a](b)\n: c [d](e)", [Link("b", 1, 10, 1), Link("e", 2, 9, 1)]),
    ],
)
def test_links_are_noted_where_they_are_written(body: str, links: list[Link]) -> None:
    """A broken link is underlined in the file, at the address."""
    assert list(parse("a.md", body).text.links) == links


def test_words_are_counted_for_each_audience() -> None:
    """A page says how long it takes to read, a guide how much is said aloud."""
    body = "One two-three, it’s 4.\n\n::: say\nfive six\n:::\n\n::: do\nseven\n:::"
    text = parse("a.md", body).text
    assert (text.words, text.says) == (4, 2)


@pytest.mark.parametrize(
    "body,summary",
    [
        ("## Title\n\nFirst *one*. Second.", "First one."),
        ("::: say\nHidden.\n:::\n\n- Shown", "Shown"),
        ("::: prompt\nWhy? How?\n:::", "Why?"),
        ("“Yes.” No.", "“Yes.”"),
        ("At 3.30 p.m", "At 3.30 p.m"),
        ("一。二。", "一。"),
        ("Noted[^1]. More.\n\n[^1]: Hidden.", "Noted."),
        ("word " * 80, "word " * 47 + "word…"),
        ("| a |\n|---|", ""),
        ("", ""),
    ],
)
def test_the_summary_is_the_first_sentence_participants_read(body: str, summary: str) -> None:
    """It stands in lists where the front matter has no summary."""
    assert parse("a.md", body).text.summary == summary


def test_only_allowed_containers_may_stand() -> None:
    """A page has no facilitator, so words to say would be lost there."""
    parsed = parse("a.md", "::: say\na\n:::\n::: prompt\nb\n:::", 1, allowed=["prompt", "care"])
    (problem,) = parsed.problems
    assert (problem.code, problem.where.line, problem.where.column) == ("container-not-here", 1, 5)
    assert problem.hint == "there are: prompt, care"
    assert codes(parse("a.md", "::: prompt\n:::", allowed=[])) == ["container-not-here"]


def test_every_container_is_read() -> None:
    """The table is the one place that lists them."""
    for name in CONTAINERS:
        argument = " gap-review" if name == "worksheet" else ""
        assert codes(parse("a.md", f"::: {name}{argument}\na\n:::")) == [], name


def test_a_failure_of_the_library_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    """It names the block that was being read."""

    def fail(_self: ParserInline, words: str, *_: object) -> None:
        if "bad" in words:
            raise RuntimeError

    monkeypatch.setattr(ParserInline, "parse", fail)
    parsed = parse("a.md", "good\n\nbad\n\nfine", 3)
    (problem,) = parsed.problems
    assert (problem.code, problem.where.line) == ("unreadable-text", 5)
    assert parsed.tree == []


def test_a_reference_may_not_grow_without_bounds() -> None:
    """One long address used often would make gigabytes of kilobytes."""
    parsed = parse("a.md", f"[a]: {'x' * 9000}\n\n" + "[a]\n\n" * 100)
    assert codes(parsed) == ["too-many-references"]
    assert parsed.tree == []
    assert codes(parse("a.md", f"[a]: {'x' * 900}\n\n" + "[a]\n\n" * 100)) == []


def test_brackets_left_open_are_refused() -> None:
    """The library would seek a partner for each, a search that grows with the square."""
    assert codes(parse("a.md", "[" * 1001)) == ["unreadable-text"]
    assert codes(parse("a.md", "[" * 1000)) == []
    assert codes(parse("a.md", "[a] " * 3000)) == []


def test_addresses_that_cannot_be_found_are_given_up() -> None:
    """Each search costs the length of its block, so that there may not be many."""
    text = parse("a.md", "[a](\nb.md) " * 200 + "[c](d.md)").text
    assert {link.column for link in text.links} == {0}
    assert len(text.links) == 201


@pytest.mark.parametrize(
    "body",
    ["> " * 5000 + "a", "::: say\n" * 5000, "*a **b " * 500 + "c" + "** d*" * 500, "- a\n " * 999],
)
def test_depth_does_not_exhaust_anything(body: str) -> None:
    """What is nested too deep is one problem, and what is left can be made."""
    parsed = parse("a.md", body)
    assert len(dump(parsed.tree)) < 20 * len(body) + 1000
    assert codes(parsed).count("too-deep") <= 1
    assert len(parsed.problems) < 30
