"""What the page around a text decides: levels, words, prefixes, sizes, links."""

from __future__ import annotations

import pytest

from builder.markdown.audience import Part
from builder.markdown.html import plain_body, render, render_body
from builder.markdown.images import Image
from builder.markdown.parse import parse
from builder.markdown.text import plain
from builder.model.view import Body

BODY = """## First

### Second

[to](#first) [up](a.md) [gone](b.md) ![pic](c.png) ![lost](d.png) text[^n]

::: say
Hello.
:::

[^n]: note
"""
LINKS = {"a.md": "../a.html?x&y", "b.md": None, "c.png": "c-1.png"}


def html(body: str, part: Part = "participant") -> str:
    return render(parse("a.md", body).tree, part=part, links=LINKS)


def test_headings_are_moved_to_their_level() -> None:
    """A segment's text stands below the segment's own heading, and no heading is below six."""
    tree = parse("a.md", "## A\n\n### B\n\n#### C").tree
    at_four = render(tree, part="all", links={}, level=5)
    assert at_four == '<h5 id="a">A</h5>\n<h6 id="b">B</h6>\n<h6 id="c">C</h6>\n'


def test_a_second_title_is_no_higher_than_the_rest() -> None:
    """It is a mistake, but the page has one title all the same."""
    assert render(parse("a.md", "# A").tree, part="all", links={}) == '<h2 id="a">A</h2>\n'


def test_a_link_without_an_answer_is_words() -> None:
    """In a zip, some pages are not there."""
    made = html(BODY)
    assert '<a href="../a.html?x&amp;y">up</a> gone <img' in made
    assert '<span class="no-image">lost</span>' in made


def test_a_prefix_goes_before_every_id() -> None:
    """Several texts on one page keep their links to themselves."""
    tree = parse("a.md", BODY).tree
    made = render(tree, part="all", links=LINKS, prefix="s1-")
    for expected in ('id="s1-first"', 'href="#s1-first"', 'id="s1-fn_1"', 'href="#s1-fnref_1"'):
        assert expected in made


def test_a_link_to_a_heading_in_another_script() -> None:
    """The address is percent-encoded, the id is not."""
    made = html("[a](#ō-mātou)\n\n## Ō mātou")
    assert '<a href="#%C5%8D-m%C4%81tou">' in made
    assert '<h2 id="ō-mātou">' in made


def test_images_have_their_size() -> None:
    """So that nothing jumps when they arrive."""
    tree = parse("a.md", BODY).tree
    made = render(tree, part="all", links=LINKS, images={"c.png": Image(640, 480)})
    assert '<img src="c-1.png" alt="pic" width="640" height="480">' in made


def test_our_words_are_translated() -> None:
    """Every word that is not the author's goes through `label`."""
    tree = parse("a.md", BODY + "\n::: worksheet a\n:::\n").tree
    asked: list[str] = []

    def label(word: str) -> str:
        asked.append(word)
        return f"«{word}» & co"

    made = render(tree, part="participant", links={}, label=label)
    made += render(tree, part="facilitator", links={}, label=label)
    assert asked == ["Worksheet", "Back to the text", "Notes", "SAY"]
    assert '<p class="signal">«SAY» &amp; co</p>' in made


def test_a_body_is_rendered_as_its_page_shows_it() -> None:
    """Templates hand on what the view says about a body."""
    parsed = parse("a.md", BODY)
    sizes = (("c.png", 640, 480),)
    body = Body(parsed.text.digest, tuple(LINKS.items()), sizes=sizes, prefix="p-")
    made = render_body(parsed.data, body, part="participant", level=3)
    direct = render(
        parsed.tree,
        part="participant",
        links=LINKS,
        level=3,
        prefix="p-",
        images={"c.png": Image(640, 480)},
    )
    assert made == direct


@pytest.mark.parametrize(
    "part,words",
    [("participant", "First\nSecond\nto up gone text\nnote"), ("facilitator", "Hello.")],
)
def test_plain_words(part: Part, words: str) -> None:
    """Search and feeds take the words alone, footnotes last."""
    parsed = parse("a.md", BODY)
    assert plain(parsed.tree, part) == words
    assert plain_body(parsed.data, part=part) == words


def test_plain_words_of_every_block() -> None:
    """Nothing an author wrote is left out of the search."""
    body = (
        "- [x] a `b`  \n  c\n\n> d\n\n| e | f |\n|---|---|\n| g | |\n\nh\n: i\n\n    j\n\n"
        '---\n\n![k](l.png "m")\n\n::: script\nN: o\n:::\n\n::: write\np\n:::\n'
    )
    lines = ["a b c", "d", "e f", "g", "h", "i", "j", "m", "N: o", "p"]
    assert plain(parse("a.md", body).tree) == "\n".join(lines)
