"""A file of cards is cut at its `---` lines, and every card knows where it begins."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.markdown.deck import split_cards


@pytest.mark.parametrize(
    "body,cards",
    [
        ("a", [("a", 5)]),
        ("a\n---\nb\n", [("a", 5), ("b\n", 7)]),
        ("---\n\na\n-----  \n\nb\n---", [("\na", 6), ("\nb", 9)]),
        ("a\r\n---\r\nb", [("a", 5), ("b", 7)]),
        ("a\n\n```\n---\n```\nb", [("a\n\n```\n---\n```\nb", 5)]),
        ("a\n --- \n- - -\n--\n***", [("a\n --- \n- - -\n--\n***", 5)]),
        ("", []),
        ("---\n \n---", []),
    ],
)
def test_cards_are_cut_apart(body: str, cards: list[tuple[str, int]]) -> None:
    """A cut is a line of three or more hyphens and nothing else, outside of code."""
    assert split_cards(body, 5) == cards


@given(st.lists(st.sampled_from(["---", "a", "", "```", "----"]), max_size=20))
def test_a_card_stands_at_its_line(lines: list[str]) -> None:
    """Problems in a card are told with the lines of the file."""
    for text, first in split_cards("\n".join(lines), 1):
        card = text.split("\n")
        assert lines[first - 1 : first - 1 + len(card)] == card
