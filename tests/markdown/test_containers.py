"""The pre-pass: openers and closers are matched in one look at each line."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.markdown.containers import (
    CONTAINERS,
    MOST_LINES,
    Audience,
    Fences,
    Mark,
    argument_of,
    match,
)


def spans(text: str) -> dict[int, tuple[str, int, bool]]:
    openings = match(text.split("\n")).openings
    return {line: (at.name.text, at.end, at.closed) for line, at in openings.items()}


def test_a_closer_closes_the_innermost() -> None:
    """The number of colons says nothing."""
    text = "::::: a\n::: b\n:::::::\n:::\n::: c"
    assert spans(text) == {1: ("b", 2, True), 0: ("a", 3, True), 4: ("c", 5, False)}


def test_marks_tell_where_name_and_argument_are() -> None:
    """Columns count characters from 1."""
    opening = match(["  :::: write \t lines=6  "]).openings[0]
    assert opening.name == Mark(0, 8, "write")
    assert opening.argument == Mark(0, 16, "lines=6")


def test_closers_with_nothing_to_close_are_strays() -> None:
    """A stray closer is told with its line and column."""
    assert match(["", " ::: ", "::: a", ":::", "::::"]).strays == (
        Mark(1, 2, ":::"),
        Mark(4, 1, "::::"),
    )


@pytest.mark.parametrize(
    "line", ["::", ":: a", "a :::", "> ::: a", "- ::: a", "\\::: a", "\u00a0:::"]
)
def test_other_lines_are_left_alone(line: str) -> None:
    """An opener or closer stands on a line of its own."""
    assert spans(line) == {}
    assert match([line]).strays == ()


@pytest.mark.parametrize(
    "fence",
    [
        "```\n{}\n```",
        "~~~~\n```\n~~~\n{}\n~~~~~",
        "  ```text\n{}\n  ``` ",
        "- ```\n  {}\n  ```",
        "> ~~~\n> x\n{}\n> ~~~",
        "1. - ```\n{}\n```",
        "```\n``` x\n{}\n```",
    ],
)
def test_fenced_code_is_left_alone(fence: str) -> None:
    """Handbooks show containers as code."""
    assert spans(fence.format("::: a") + "\n::: b\n:::").keys() == {fence.count("\n") + 1}


def test_a_line_of_code_words_opens_no_fence() -> None:
    """Three backticks with another later in the line are code among words."""
    fences = Fences()
    assert [fences.inside(line) for line in ("```a``` b", "::: c", "```", "x", "````", "y")] == [
        False,
        False,
        True,
        True,
        True,
        False,
    ]


@given(st.lists(st.sampled_from(["::: a", ":::", "```", "~~~", "- ```", "", "x"]), max_size=30))
def test_every_opener_ends_after_it_begins(lines: list[str]) -> None:
    """Containers lie within one another or apart, and never overlap."""
    layout = match(lines)
    for start, opening in layout.openings.items():
        assert start < opening.end <= len(lines)
        assert opening.closed == (opening.end < len(lines))
        for other, inner in layout.openings.items():
            if start < other < opening.end:
                assert inner.end < opening.end or not opening.closed


@pytest.mark.parametrize(
    "line,argument,right",
    [
        ("::: write", "4", True),
        ("::: write lines=1", "1", True),
        (f"::: write lines={MOST_LINES}", "40", True),
        ("::: write lines=06", "6", True),
        (f"::: write lines={MOST_LINES + 1}", "4", False),
        ("::: write lines=٣", "4", False),
        ("::: write lines=6 wide", "4", False),
        ("::: worksheet gap-review", "gap-review", True),
        ("::: worksheet begin-well/slip", "begin-well/slip", True),
        ("::: worksheet ../x", "", False),
        ("::: worksheet", "", False),
        ("::: say", "", True),
        ("::: say x", "", False),
    ],
)
def test_arguments(line: str, argument: str, right: bool) -> None:  # noqa: FBT001 - a column of the table
    """Only `write` and `worksheet` take one."""
    found, hint = argument_of(match([line]).openings[0])
    assert (found, hint == "") == (argument, right)


def test_the_table_tells_what_each_container_is_for() -> None:
    """The handbook and the labels are made from it."""
    for name, container in CONTAINERS.items():
        assert container.audience in get_args(Audience), name
        assert container.label, name
        assert container.sentence.endswith("."), name


def test_only_the_six_signal_words_are_capitals() -> None:
    """Capitals belong to what is said and done in the room."""
    capitals = {each.label for each in CONTAINERS.values() if each.label.isupper()}
    assert capitals == {"PROMPT", "SAY", "DO", "WATCH", "IF SHORT", "IF STUCK"}
