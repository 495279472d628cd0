"""The header of a Markdown file is cut off with true line numbers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.source.front_matter import Cut, cut


@pytest.mark.parametrize(
    "text,parts",
    [
        ("", Cut("", "", 1, 1)),
        ("# Title\n---\n", Cut("", "# Title\n---\n", 1, 1)),
        ("---\na: 1\nb: 2\n---\nText\n", Cut("a: 1\nb: 2\n", "Text\n", 2, 5)),
        ("---\n---\nText", Cut("", "Text", 2, 3)),
        ("---  \na: 1\n--- \n", Cut("a: 1\n", "", 2, 4)),
        ("---\na: 1\n---", Cut("a: 1\n", "", 2, 4)),
        ("---\na: |\n  ---\n---\nx\n---\ny", Cut("a: |\n  ---\n", "x\n---\ny", 2, 5)),
        ("---- \nText", Cut("", "---- \nText", 1, 1)),
    ],
)
def test_a_header_is_cut_off(text: str, parts: Cut) -> None:
    """Both parts know on which line of the file they begin."""
    assert cut("a.md", text) == (parts, ())


@pytest.mark.parametrize(
    "text,hint",
    [
        ("---\ntitle: A\n\nText\n", "write '---' on a line of its own where the text begins"),
        ("---\ntitle: A\n----\nText\n", "in line 3 write '---' and nothing else"),
        ("---\ntitle: A\n ---\nText\n", "in line 3 write '---'"),
        ("---\ntitle: A\n———\nText\n", "in line 3 write '---'"),
    ],
)
def test_a_header_that_does_not_end_is_a_problem_in_line_1(text: str, hint: str) -> None:
    """The hint points to a line that was probably meant to end it."""
    parts, (problem,) = cut("a.md", text)
    assert parts.yaml == ""
    assert problem.code == "front-matter"
    assert (problem.where.line, problem.where.column, problem.where.width) == (1, 1, 3)
    assert hint in problem.hint


@pytest.mark.parametrize(
    "text,line,column",
    [("\n---\ntitle: A\n---\n", 2, 1), (" ---\ntitle: A\n---\n", 1, 2)],
)
def test_a_header_that_begins_late_is_a_problem(text: str, line: int, column: int) -> None:
    """It would be shown as text, and nobody would know why."""
    _, (problem,) = cut("a.md", text)
    assert problem.code == "front-matter"
    assert (problem.where.line, problem.where.column) == (line, column)


def test_a_line_that_divides_a_text_is_no_header() -> None:
    """Three hyphens and a sentence are Markdown."""
    assert cut("a.md", "\n---\n\nA sentence: here.\n") == (
        Cut("", "\n---\n\nA sentence: here.\n"),
        (),
    )


@given(st.text(alphabet="-\n a:", max_size=60))
def test_any_text_is_cut_without_losing_lines(text: str) -> None:
    """Header and body stand in the file where they say."""
    parts, problems = cut("a.md", text)
    lines = text.split("\n")
    if not problems:
        assert "\n".join(lines[parts.body_line - 1 :]) == parts.body
    if not problems and parts.body_line > 1:
        header = lines[parts.yaml_line - 1 : parts.body_line - 2]
        assert "".join(f"{line}\n" for line in header) == parts.yaml
