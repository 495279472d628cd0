"""No word for facilitators reaches participants, wherever and however deep it stands."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.markdown.audience import Part, facilitators, participants, select
from builder.markdown.containers import CONTAINERS
from builder.markdown.html import render
from builder.markdown.parse import parse
from builder.markdown.text import plain
from builder.markdown.tree import Node, Tree, walk

NAMES = sorted(CONTAINERS)
CANARY = re.compile(r"q\d+q")


@dataclass(frozen=True)
class Piece:
    """A word in the containers, lists and footnotes it stands in, from the outermost."""

    around: tuple[str, ...]

    def markdown(self, word: str) -> tuple[str, str]:
        """Return the piece, and what is to stand at the end of the text."""
        text, ending = f"{word} says", ""
        for name in reversed(self.around):
            if name == "item":
                text = "- item\n\n" + indented(text, "  ")
            elif name == "number":
                text = "1. item\n\n" + indented(text, "   ")
            elif name == "definition":
                text = f"Term\n: first\n\n{indented(text, '  ')}"
            elif name == "footnote":
                text, ending = f"see[^{word}]", f"\n\n[^{word}]: note\n\n{indented(text, '    ')}\n"
            else:
                argument = " gap-review" if name == "worksheet" else ""
                text = f"::: {name}{argument}\n{text}\n:::"
        return text, ending

    @property
    def audiences(self) -> set[str]:
        """Return the audiences of the containers around the word."""
        return {CONTAINERS[name].audience for name in self.around if name in CONTAINERS}


def indented(text: str, by: str) -> str:
    return "\n".join(by + line if line else "" for line in text.split("\n"))


AROUND = st.lists(st.sampled_from([*NAMES, "item", "number", "definition"]), max_size=4)
IN_NOTE = st.lists(st.sampled_from([*NAMES, "item"]), max_size=2)
PLAIN_PIECES = AROUND.map(lambda around: Piece(tuple(around)))
NOTE_PIECES = st.tuples(st.lists(st.just("item"), max_size=2), IN_NOTE).map(
    lambda both: Piece((*both[0], "footnote", *both[1]))
)
PIECES = st.lists(PLAIN_PIECES | NOTE_PIECES, min_size=1, max_size=6)


def canaries(text: str) -> set[str]:
    return set(CANARY.findall(text))


def html(tree: Tree, part: Part) -> str:
    return render(tree, part=part, links={"worksheet:gap-review": "sheet.html"})


@given(PIECES)
def test_words_reach_their_audience_and_no_other(pieces: list[Piece]) -> None:
    """Every word is in the HTML of those it is for, and in nobody else's."""
    made = [piece.markdown(f"q{number}q") for number, piece in enumerate(pieces)]
    body = "\n\nbetween\n\n".join(text for text, _ in made) + "".join(end for _, end in made)
    parsed = parse("a.md", body)
    assert parsed.problems == ()
    words = {f"q{number}q": piece.audiences for number, piece in enumerate(pieces)}
    participant = {word for word, around in words.items() if around <= {"participant"}}
    page = {word for word, around in words.items() if "facilitator" not in around}
    facilitator = {word for word, around in words.items() if around - {"participant"}}
    assert canaries(html(parsed.tree, "participant")) == participant
    assert canaries(html(parsed.tree, "all")) == page
    assert canaries(html(parsed.tree, "facilitator")) >= facilitator
    assert canaries(plain(parsed.tree, "participant")) == participant
    assert canaries(plain(parsed.tree, "facilitator")) >= facilitator


@pytest.mark.parametrize("outer,inner", list(itertools.product(NAMES, NAMES)))
def test_every_pair_of_containers(outer: str, inner: str) -> None:
    """Of two containers, one in the other, the stricter decides."""
    text, _ = Piece((outer, inner)).markdown("q1q")
    tree = parse("a.md", text).tree
    hidden = "facilitator" in (CONTAINERS[outer].audience, CONTAINERS[inner].audience)
    assert ("q1q" in html(tree, "all")) is not hidden


@given(st.text(alphabet=":say pro\n>-`1.~|[]^*", max_size=200))
def test_no_broken_text_leaks(text: str) -> None:
    """A text in which a container went wrong is not made at all, being reported."""
    body = f"{text}\n::: say\nq1q\n:::\n"
    parsed = parse("a.md", body)
    leaks = "q1q" in html(parsed.tree, "participant")
    in_code = any(node["t"] == "pre" and "q1q" in node["s"] for node in walk(parsed.tree))
    assert not leaks or in_code or any(problem.is_error for problem in parsed.problems)


def test_a_container_nobody_knows_is_kept_from_participants() -> None:
    """A tree from elsewhere may name a container that the table does not have."""
    words: Node = {"t": "p", "tight": False, "c": [{"t": "text", "s": "secret"}]}
    tree: Tree = [{"t": "box", "kind": "later", "arg": "", "c": [words]}]
    assert participants(tree, modes=True) == []
    assert facilitators(tree) == tree
    assert html(tree, "facilitator") == ""


def test_a_tree_is_not_changed_by_selecting() -> None:
    """Several pages are made of one tree."""
    parsed = parse("a.md", "a[^n]\n\n::: say\nb[^n]\n:::\n\n| t |\n|---|\n| c[^n] |\n\n[^n]: d")
    before = repr(parsed.tree)
    parts: tuple[Part, ...] = ("all", "participant", "facilitator")
    for part in parts:
        select(parsed.tree, part)
        html(parsed.tree, part)
    assert repr(parsed.tree) == before


def test_an_unknown_part_is_refused() -> None:
    """A template with a typing mistake must not show everything."""
    with pytest.raises(ValueError, match="no part 'participants'"):
        select([], "participants")  # type: ignore[arg-type]


def test_footnotes_are_numbered_for_each_audience() -> None:
    """Each audience counts from 1, and each footnote's words stand at its first reference."""
    body = "::: say\na[^x]\n:::\n\nb[^y] c[^x] d[^y]\n\n[^x]: ex\n[^y]: why\n"
    marks = [
        (node["t"], node["n"])
        for node in walk(participants(parse("a.md", body).tree))
        if node["t"] in ("fn", "fnref")
    ]
    assert marks == [("fn", 1), ("fn", 2), ("fnref", 1)]
