"""The client reads what Python writes, finds the same words, and answers the same in any pieces."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.search.numbers import numbers, rising, sorted_words
from builder.search.tokens import fold, terms
from tests.client.model import Model, listening
from tests.search.cases import ANSWERS, CASES, agrees, values

SCRIPTS = st.characters(
    codec="utf-8", exclude_categories=("Cs", "Cn", "Co"), max_codepoint=0x323AF
) | st.sampled_from("āōğıİßΣςأإآةىکیالوللـ'’ʻ学习が한ไทย ﬁ①sedinge")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Model]:
    """Give the client's search, in Node."""
    with listening(ANSWERS, tmp_path_factory.mktemp("search")) as model:
        yield model


@pytest.mark.parametrize("parts,shards", [(1, 1), (3, 1), (1, 8), (4, 64)])
def test_every_case_comes_out_in_node(client: Model, parts: int, shards: int) -> None:
    """Whether the index is whole or in pieces, of which only those that are needed are there."""
    agrees(client("everything", CASES, values(parts, shards)))


@given(st.text(SCRIPTS))
@settings(max_examples=400)
def test_any_text_has_the_same_terms_in_both(client: Model, text: str) -> None:
    assert client("fold", text) == fold(text)
    assert client("terms", text) == list(terms(text))


@given(st.lists(st.integers(0, 10**6)), st.sets(st.integers(0, 10**6)), st.sets(st.text(SCRIPTS)))
def test_what_is_written_is_read_back(
    client: Model, any_: list[int], some: set[int], texts: set[str]
) -> None:
    words = sorted({term for text in texts for term in terms(text)})
    assert client("numbers", numbers(any_)) == any_
    assert client("rising", rising(sorted(some))) == sorted(some)
    assert client("sortedWords", sorted_words(words)) == words


def found(client: Model, query: str, index: list[Any]) -> dict[str, Any]:
    """Return titles and headings of what a query finds, and whether they have all of it."""
    answer: dict[str, Any] = client("found", index, query, "en")
    return answer


def test_a_hit_comes_with_the_passage_that_has_the_words(client: Model) -> None:
    index = values()
    assert found(client, "advice", index)["hits"] == [["Listen, then ask", "Three questions"]]
    assert found(client, "ladder", index)["hits"] == [["From gap to goal", "The ladder"]]


def test_where_nothing_has_all_of_it_those_that_have_most_are_shown(client: Model) -> None:
    whole, some = (found(client, query, values()) for query in ("one word week", "one word screen"))
    assert whole["isWhole"] is True
    assert some["isWhole"] is False
    assert ["Listen, then ask", "Check-in"] in some["hits"]
