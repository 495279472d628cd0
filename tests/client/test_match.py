"""Two sheets laid side by side: what meets is listed, and nobody is reckoned up."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.client.model import Model, listening

ENTRY = "export * from './src/model/match';"
MINE: dict[str, Any] = {
    "name": "Mele",
    "needs": [{"what": "Starting Friday’s lesson calmly"}, {"what": "Using the new register"}, {}],
    "offers": [{"what": "Marking less, with codes"}],
    "times": ["after", "lunch"],
    "channels": ["room"],
    "languages": "English, Te Reo Māori",
    "pace": "slow",
    "direct": "plain",
    "above": "no",
}
THEIRS: dict[str, Any] = {
    "name": "Ana",
    "needs": [{"what": "How do I mark thirty books?"}],
    "offers": [{"what": "Calm starts to a lesson"}, {"what": "Guitar"}],
    "times": ["lunch", "evening", "after"],
    "channels": ["video", "room"],
    "languages": "te reo maori; français",
    "pace": "quick",
    "direct": "plain",
    "above": "no",
}


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Model]:
    """Give what lays two sheets side by side."""
    with listening(ENTRY, tmp_path_factory.mktemp("match")) as model:
        yield model


def overlap(node: Model, mine: dict[str, Any], theirs: dict[str, Any]) -> dict[str, Any]:
    """Lay two sheets side by side."""
    found: dict[str, Any] = node("overlap", mine, theirs)
    return found


def test_two_sheets_show_where_times_places_and_languages_meet(node: Model) -> None:
    found = overlap(node, MINE, THEIRS)
    assert found["times"] == ["after", "lunch"]
    assert found["channels"] == ["room"]
    assert found["languages"] == ["Te Reo Māori"]


def test_needs_stand_beside_offers_that_share_a_word_with_them(node: Model) -> None:
    found = overlap(node, MINE, THEIRS)
    assert found["forMe"] == [
        {"need": "Starting Friday’s lesson calmly", "offer": "Calm starts to a lesson"}
    ]
    assert found["forThem"] == [
        {"need": "How do I mark thirty books?", "offer": "Marking less, with codes"}
    ]


@pytest.mark.parametrize(
    "one,other,shared",
    [
        ("Classroom questions", "asking better questions", True),
        ("marking", "I can mark with you", True),
        ("pātai", "PATAI", True),
        ("Schüler fördern", "schuler und eltern", True),
        ("I need help with it", "I can help with this", False),
        ("art", "part", False),
        ("тетради проверять", "Тетради", True),
        ("", "", False),
    ],
)
def test_texts_resemble_by_words_and_not_by_what_every_text_says(
    node: Model, one: str, other: str, *, shared: bool
) -> None:
    assert node("resemble", one, other) is shared
    assert node("resemble", other, one) is shared


def test_how_each_likes_it_is_said_for_both_and_not_weighed(node: Model) -> None:
    found = overlap(node, MINE, THEIRS)
    assert found["styles"] == [
        {"field": "pace", "mine": "slow", "theirs": "quick"},
        {"field": "direct", "mine": "plain", "theirs": "plain"},
    ]
    assert overlap(node, {**MINE, "pace": ""}, THEIRS)["styles"] == found["styles"][1:]


@pytest.mark.parametrize("who", ["mine", "theirs"])
def test_a_line_manager_is_flagged_whoever_says_it(node: Model, who: str) -> None:
    assert not overlap(node, MINE, THEIRS)["above"]
    mine = {**MINE, "above": "yes"} if who == "mine" else MINE
    theirs = {**THEIRS, "above": "yes"} if who == "theirs" else THEIRS
    assert overlap(node, mine, theirs)["above"]


def test_nothing_is_scored(node: Model) -> None:
    def figures(value: object) -> bool:
        if isinstance(value, dict):
            return any(map(figures, value.values()))
        if isinstance(value, list):
            return any(map(figures, value))
        return isinstance(value, int | float) and not isinstance(value, bool)

    assert not figures(overlap(node, MINE, THEIRS))


def test_my_answer_plays_no_part_in_what_is_laid_side_by_side(node: Model) -> None:
    declined = {**THEIRS, "decision": "no"}
    assert overlap(node, MINE, declined) == overlap(node, MINE, THEIRS)


anything = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=6,
)


@given(
    mine=st.dictionaries(st.sampled_from(list(MINE)), anything),
    theirs=st.dictionaries(st.sampled_from(list(MINE)), anything),
)
def test_a_file_may_hold_anything(
    node: Model, mine: dict[str, Any], theirs: dict[str, Any]
) -> None:
    assert "thrown" not in overlap(node, mine, theirs)
