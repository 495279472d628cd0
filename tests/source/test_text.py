"""Bytes become text, or problems with a place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.source.text import FORBIDDEN, Lines, decode_text, size_in_words


@pytest.mark.parametrize(
    "data,text",
    [
        (b"", ""),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"\xef\xbb\xbfa", "a"),
        ("kōrero\t…\n".encode(), "kōrero\t…\n"),
        ("a\u2028b".encode(), "a\u2028b"),
    ],
)
def test_a_text_has_one_kind_of_line_end_and_no_byte_order_mark(data: bytes, text: str) -> None:
    """What editors on any system save is one text."""
    assert decode_text("a.md", data) == (text, ())


@pytest.mark.parametrize(
    "data,line,column",
    [
        (b"\xff\xfea\x00", 1, 1),
        (b"\xef\xbb\xbfab\xff", 1, 3),
        ("ā\r\nōō\rū".encode() + b"\xc5", 3, 2),
        (b"a\n\xed\xa0\x80", 2, 1),
    ],
)
def test_bytes_that_are_not_utf8_have_a_line_and_column(
    data: bytes, line: int, column: int
) -> None:
    """The place is that of the first bad byte, counted in characters."""
    text, (problem,) = decode_text("a.md", data)
    assert text is None
    assert (problem.code, problem.where.line, problem.where.column) == ("not-utf8", line, column)
    assert problem.hint == "save the file as UTF-8"


@pytest.mark.parametrize("sign", ["\0", "\x07", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\ufffe"])
def test_control_characters_are_refused_with_their_place(sign: str) -> None:
    """They would reach file names and pages, and nobody sees them."""
    text, (problem,) = decode_text("a.md", f"ok\nē{sign}b".encode())
    assert text is None
    assert problem.code == "control-character"
    assert (problem.where.line, problem.where.column) == (2, 2)
    assert f"U+{ord(sign):04X}" in problem.message


def test_a_file_full_of_control_characters_is_reported_a_few_times() -> None:
    """A picture that is named as a text gives no thousand problems."""
    assert len(decode_text("a.md", b"\0" * 1000)[1]) == 5


def test_a_file_over_the_limit_is_refused_unread() -> None:
    """The message names both sizes."""
    text, (problem,) = decode_text("a.md", b"\xff" * 20 * 1024 * 1024)
    assert text is None
    assert problem.code == "too-large"
    assert problem.message == "the file is 20.0 MB; a text may have 256 KiB"


def test_the_limit_itself_is_allowed() -> None:
    """One byte more is not."""
    assert decode_text("a.md", b"a" * 10, limit=10)[0] == "a" * 10
    assert decode_text("a.md", b"a" * 11, limit=10)[0] is None


@pytest.mark.parametrize(
    "size,words", [(0, "0 bytes"), (1024, "1 KiB"), (1025, "2 KiB"), (1024 * 1024, "1.0 MB")]
)
def test_sizes_are_told_in_words(size: int, words: str) -> None:
    """A limit just passed is never shown as kept."""
    assert size_in_words(size) == words


@given(st.binary(max_size=200))
def test_any_bytes_give_a_text_or_problems(data: bytes) -> None:
    """Nothing is raised, and a text that passes holds nothing forbidden."""
    text, problems = decode_text("a.md", data)
    assert (text is None) == bool(problems)
    assert text is None or not (FORBIDDEN.search(text) or "\r" in text)


def test_a_place_ends_with_its_first_line() -> None:
    """The caret underlines one line."""
    lines = Lines("ab\ncdef\n", first_line=5)
    assert lines.place(0, 8) == (5, 1, 2)
    assert lines.place(4, 6) == (6, 2, 2)
    assert lines.place(99, 99) == (6, 5, 1)
