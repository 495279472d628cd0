"""The words of texts in many languages, and how they are written down."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.search.numbers import LETTERS, number, rising, sorted_words
from builder.search.tokens import fold, terms
from tests.search.cases import CASES


@pytest.mark.parametrize("text,found", CASES["terms"], ids=lambda case: str(case)[:30])
def test_a_text_has_these_terms(text: str, found: list[str]) -> None:
    assert list(terms(text)) == found


@given(st.text())
def test_no_term_is_empty_or_holds_what_the_index_is_written_with(text: str) -> None:
    for term in terms(text):
        assert term
        assert not set(term) & set(" |\n")


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text)
    assert fold(once) == once


def test_a_number_is_written_in_one_way_and_in_few_letters() -> None:
    written = [number(n) for n in range(200_000)]
    assert len(set(written)) == len(written)
    assert {len(one) for one in written[:70]} == {1}
    assert {len(one) for one in written[70:1330]} == {2}
    assert len(set(LETTERS)) == 88
    assert re.fullmatch(r"[#-~]+", LETTERS)


def test_a_rising_list_is_written_as_its_gaps() -> None:
    assert rising([0, 1, 2]) == number(0) * 3
    assert rising([5, 75]) == number(5) + number(69)
    assert rising([]) == ""


def test_a_word_is_written_as_what_it_adds_to_the_one_before() -> None:
    assert sorted_words(["coach", "coat", "coats", "ā"]) == "#coach &t 's #ā"
