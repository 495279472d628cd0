"""Rounds of pairs and trios: everyone in one place each round, and in time with everyone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.client.model import Model, listening

ENTRY = "export { nextRound } from './src/model/pairs';"
Round = dict[str, Any]


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Model]:
    """Give the function that draws the next round."""
    with listening(ENTRY, tmp_path_factory.mktemp("pairs")) as model:
        yield model


@dataclass(frozen=True)
class Draw:
    """What is drawn: for how many, in which size, who is away when, who is kept apart."""

    people: int
    size: int = 2
    odd: str = "join"
    away: tuple[frozenset[int], ...] = ()
    apart: frozenset[tuple[int, int]] = field(default_factory=frozenset)
    seed: int = 1

    def rounds(self, node: Model, count: int) -> list[Round]:
        """Draw so many rounds, one after another."""
        made: list[Round] = []
        wish = {
            "size": self.size,
            "odd": self.odd,
            "apart": [[str(a), str(b)] for a, b in sorted(self.apart)],
            "seed": self.seed,
        }
        for n in range(count):
            away = [str(one) for one in sorted(self.away[n])] if n < len(self.away) else []
            made.append(node("nextRound", [str(n) for n in range(self.people)], made, away, wish))
        return made


def met(rounds: list[Round]) -> Counter[frozenset[str]]:
    """How often each two have been together."""
    return Counter(
        frozenset(two)
        for one in rounds
        for group in one["groups"]
        for two in combinations(group, 2)
    )


def every_two(people: int) -> set[frozenset[str]]:
    """Return all pairs of people."""
    return {frozenset(two) for two in combinations(map(str, range(people)), 2)}


@st.composite
def draws(draw: st.DrawFn) -> Draw:
    """Draw anything that may be asked."""
    people = draw(st.integers(0, 10))
    someone = st.integers(0, max(0, people - 1))
    return Draw(
        people,
        draw(st.sampled_from([2, 3])),
        draw(st.sampled_from(["join", "rest"])),
        tuple(draw(st.lists(st.frozensets(someone), max_size=4))),
        draw(st.frozensets(st.tuples(someone, someone).filter(lambda two: two[0] < two[1]))),
        draw(st.integers(0, 2**31)),
    )


@given(asked=draws())
@pytest.mark.promise("unfair-pairs")
def test_everyone_who_is_there_has_one_place_in_every_round(node: Model, asked: Draw) -> None:
    for n, one in enumerate(asked.rounds(node, 4)):
        away = asked.away[n] if n < len(asked.away) else frozenset()
        placed = [*one["rest"], *(name for group in one["groups"] for name in group)]
        assert sorted(placed) == sorted(str(p) for p in range(asked.people) if p not in away)


@given(asked=draws())
def test_groups_are_as_large_as_was_asked_but_for_those_left_over(node: Model, asked: Draw) -> None:
    for one in asked.rounds(node, 3):
        sizes = Counter(len(group) for group in one["groups"])
        placed = sum(size * n for size, n in sizes.items()) + len(one["rest"])
        assert set(sizes) <= {2, 3}
        if asked.size == 2:
            assert sizes[3] == (placed % 2 if asked.odd == "join" and placed > 1 else 0)
        elif placed > 4:
            assert sizes[2] == {0: 0, 1: 0 if asked.odd == "rest" else 2, 2: 1}[placed % 3]
        assert len(one["rest"]) <= 1
        if asked.odd == "join" and placed > 1:
            assert one["rest"] == []


@given(asked=draws())
def test_the_same_question_has_the_same_answer(node: Model, asked: Draw) -> None:
    assert asked.rounds(node, 3) == asked.rounds(node, 3)


@pytest.mark.parametrize("people", [2, 4, 6, 8, 10, 12, 20])
def test_an_even_number_of_people_have_all_met_once_after_one_round_less(
    node: Model, people: int
) -> None:
    found = met(Draw(people, seed=people).rounds(node, people - 1))
    assert set(found) == every_two(people)
    assert set(found.values()) == {1}


@pytest.mark.parametrize("people", [3, 5, 7, 9, 11, 19])
def test_an_odd_number_where_one_rests_have_all_met_once_after_as_many_rounds(
    node: Model, people: int
) -> None:
    rounds = Draw(people, odd="rest").rounds(node, people)
    assert set(met(rounds)) == every_two(people)
    assert set(met(rounds).values()) == {1}
    assert sorted(one for each in rounds for one in each["rest"]) == sorted(map(str, range(people)))


def test_nobody_has_a_round_off_before_those_who_had_fewer(node: Model) -> None:
    asked = Draw(6, odd="rest", away=tuple(frozenset({n % 6}) for n in range(12)))
    off: Counter[str] = Counter()
    for n, one in enumerate(asked.rounds(node, 12)):
        (resting,) = one["rest"]
        there = [str(p) for p in range(6) if p != n % 6]
        assert off[resting] == min(off[name] for name in there)
        off[resting] += 1


@pytest.mark.parametrize("people", [4, 8])
def test_when_all_have_met_they_go_round_again(node: Model, people: int) -> None:
    found = met(Draw(people).rounds(node, 2 * (people - 1)))
    assert set(found.values()) == {2}


@pytest.mark.parametrize(
    "people,rounds", [(3, 1), (4, 3), (5, 3), (6, 4), (7, 5), (8, 4), (9, 4), (12, 7), (15, 9)]
)
def test_in_trios_all_have_met_after_few_rounds(node: Model, people: int, rounds: int) -> None:
    assert set(met(Draw(people, size=3).rounds(node, rounds))) == every_two(people)


def partitions(people: tuple[str, ...], sizes: tuple[int, ...]) -> Iterator[list[tuple[str, ...]]]:
    """Every way to put people into groups of these sizes."""
    if not people:
        yield []
        return
    first, *others = people
    for size in set(sizes):
        left = list(sizes)
        left.remove(size)
        for more in combinations(others, size - 1):
            rest = tuple(one for one in others if one not in more)
            for found in partitions(rest, tuple(left)):
                yield [(first, *more), *found]


@given(asked=draws())
def test_two_who_are_kept_apart_meet_only_where_there_is_no_other_way(
    node: Model, asked: Draw
) -> None:
    apart = {frozenset(map(str, two)) for two in asked.apart}
    for one in asked.rounds(node, 2):
        together = sum(
            frozenset(two) in apart for group in one["groups"] for two in combinations(group, 2)
        )
        if together:
            groups = [*map(tuple, one["groups"]), *((name,) for name in one["rest"])]
            people = tuple(sorted(name for group in groups for name in group))
            sizes = tuple(len(group) for group in groups)
            fewest = min(
                sum(frozenset(two) in apart for group in found for two in combinations(group, 2))
                for found in partitions(people, sizes)
            )
            assert together == fewest


@pytest.mark.parametrize("people", [6, 8, 10])
def test_two_who_are_kept_apart_never_meet_and_the_others_all_do(node: Model, people: int) -> None:
    found = met(Draw(people, apart=frozenset({(0, 1)})).rounds(node, people + 1))
    assert set(found) == every_two(people) - {frozenset({"0", "1"})}


def test_whoever_was_away_meets_those_they_missed_first(node: Model) -> None:
    rounds = Draw(6, away=(frozenset({0, 1}),)).rounds(node, 6)
    assert set(met(rounds)) == every_two(6)


def test_a_large_group_is_drawn_without_waiting_and_kept_apart_too(node: Model) -> None:
    apart = frozenset({(0, 1), (2, 3), (4, 5)})
    rounds = Draw(31, size=3, apart=apart).rounds(node, 3)
    found = met(rounds)
    assert not any(frozenset(map(str, two)) in found for two in apart)
    assert max(found.values()) == 1


def test_another_number_is_another_drawing(node: Model) -> None:
    drawings = {str(Draw(8, seed=n).rounds(node, 1)) for n in range(6)}
    assert len(drawings) > 3
