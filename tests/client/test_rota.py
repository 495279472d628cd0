"""The leading goes round: fairly, never twice in a row, and nobody leads on a day they are away."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.client.model import Model, listening

ENTRY = "export { rota } from './src/model/rota';"


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Model]:
    """Give the function that shares out the leading."""
    with listening(ENTRY, tmp_path_factory.mktemp("rota")) as model:
        yield model


@dataclass(frozen=True)
class Group:
    """Who there is, when they meet, and who is away: `a3` is the member a at meeting 3."""

    people: str
    meetings: int
    away: frozenset[str] = frozenset()
    leads: tuple[str, ...] = ()
    fixed: frozenset[int] = frozenset()
    since: tuple[tuple[str, int], ...] = ()
    until: tuple[tuple[str, int], ...] = ()

    def here(self, member: str, meeting: int) -> bool:
        """Whether a member can lead a meeting."""
        since, until = dict(self.since).get(member, 0), dict(self.until).get(member, 99)
        return since <= meeting <= until and f"{member}{meeting}" not in self.away

    def asked(self) -> list[Any]:
        """Return what the function takes."""
        since, until = dict(self.since), dict(self.until)
        people = [
            {
                "id": one,
                "since": day(since[one]) if one in since else "",
                "until": day(until[one]) if one in until else "",
            }
            for one in self.people
        ]
        turns = [
            {
                "id": str(n),
                "day": day(n),
                "lead": self.leads[n] if self.leads else "",
                "fixed": n in self.fixed,
            }
            for n in range(self.meetings)
        ]
        return [people, turns, [{"member": one[0], "meeting": one[1:]} for one in self.away]]


def day(n: int) -> str:
    """Return the day of a meeting; they are in one month."""
    return f"2026-11-{n + 1:02}"


def leads(node: Model, group: Group) -> list[str]:
    """Share out the leading; return who leads each meeting."""
    found: list[str] = node("rota", *group.asked())["leads"]
    return found


def notes(node: Model, group: Group) -> list[tuple[str, str, str]]:
    """Share out the leading; return what could not be had."""
    return [
        (one["kind"], one.get("meeting", ""), one.get("member", ""))
        for one in node("rota", *group.asked())["notes"]
    ]


def twice(found: list[str]) -> int:
    """How often somebody leads twice in a row."""
    return sum(a == b != "" for a, b in pairwise(found))


def unevenness(found: list[str], people: str) -> int:
    """Return a sum that is least where all lead equally often."""
    return sum(found.count(one) ** 2 for one in people)


@st.composite
def groups(draw: st.DrawFn, most: int = 9, longest: int = 14, absent: float = 0.5) -> Group:
    """Draw a group, with any absences."""
    people = "abcdefghi"[: draw(st.integers(1, most))]
    meetings = draw(st.integers(0, longest))
    cells = [f"{one}{n}" for one in people for n in range(meetings)]
    away = draw(st.sets(st.sampled_from(cells), max_size=int(len(cells) * absent))) if cells else ()
    return Group(people, meetings, frozenset(away))


def best(group: Group) -> tuple[int, int]:
    """Try every rota: the fewest turns twice in a row, then the least unevenness."""
    choices = [
        [one for one in group.people if group.here(one, n)] or [""] for n in range(group.meetings)
    ]
    return min(
        (twice(list(found)), unevenness(list(found), group.people)) for found in product(*choices)
    )


def test_of_eight_members_in_twelve_sessions_each_leads_and_nobody_twice_in_a_row(
    node: Model,
) -> None:
    group = Group("abcdefgh", 12)
    found = leads(node, group)
    assert found == list("abcdefghabcd")
    assert notes(node, group) == []


@given(people=st.integers(1, 12), meetings=st.integers(0, 30))
def test_without_absences_counts_differ_by_one_at_most(
    node: Model, people: int, meetings: int
) -> None:
    group = Group("abcdefghijkl"[:people], meetings)
    found = leads(node, group)
    counts = [found.count(one) for one in group.people]
    assert len(found) == meetings
    assert max(counts) - min(counts) <= 1
    if people > 1:
        assert twice(found) == 0


@given(group=groups(absent=1))
def test_nobody_leads_a_meeting_that_they_are_away_from(node: Model, group: Group) -> None:
    for n, lead in enumerate(leads(node, group)):
        if lead:
            assert group.here(lead, n)
        else:
            assert not any(group.here(one, n) for one in group.people)


@given(group=groups(most=4, longest=6))
def test_with_absences_no_other_rota_is_fairer(node: Model, group: Group) -> None:
    found = leads(node, group)
    assert (twice(found), unevenness(found, group.people)) == best(group)


def test_turns_are_passed_along_a_chain_where_no_single_change_helps(node: Model) -> None:
    """Only b can lead the third meeting, only c the second: a and d share the others."""
    away = frozenset({"a0", "a2", "c0", "c2", "c3", "d2"})
    assert sorted(leads(node, Group("abcd", 4, away))) == list("abcd")


def test_a_meeting_has_no_lead_rather_than_one_who_has_left_or_not_come_yet(node: Model) -> None:
    group = Group("abc", 3, frozenset({"a2", "a0"}), since=(("b", 1),), until=(("b", 1), ("c", 1)))
    found = leads(node, group)
    assert (found[0], found[2]) == ("c", "")


@given(group=groups(absent=1))
def test_whatever_could_not_be_had_is_said(node: Model, group: Group) -> None:
    found, said = leads(node, group), notes(node, group)
    assert [n for kind, n, _ in said if kind == "nobody"] == [
        str(n) for n, lead in enumerate(found) if not lead
    ]
    assert sum(kind == "twice" for kind, *_ in said) == twice(found)
    never = {member for kind, _, member in said if kind == "never"}
    assert never == ({one for one in group.people if one not in found} if found else set())


@given(group=groups())
def test_the_same_question_has_the_same_answer_and_asking_again_moves_nobody(
    node: Model, group: Group
) -> None:
    found = leads(node, group)
    assert leads(node, group) == found
    again = Group(group.people, group.meetings, group.away, tuple(found))
    assert leads(node, again) == found


@given(group=groups(most=8, longest=12, absent=0.3), data=st.data())
def test_what_is_fixed_stays_and_is_reckoned_with(
    node: Model, group: Group, data: st.DataObject
) -> None:
    assume(group.meetings)
    fixed = data.draw(st.frozensets(st.integers(0, group.meetings - 1)))
    given_leads = tuple(data.draw(st.sampled_from(group.people)) for _ in range(group.meetings))
    found = leads(node, Group(group.people, group.meetings, group.away, given_leads, fixed))
    assert [found[n] for n in fixed] == [given_leads[n] for n in fixed]


def test_two_who_swap_stay_swapped_and_the_others_stay_where_they_are(node: Model) -> None:
    swapped = ("a", "f", "c", "d", "e", "b", "g", "h", "a", "b", "c", "d")
    group = Group("abcdefgh", 12, frozenset(), swapped, frozenset({1, 5}))
    assert leads(node, group) == list(swapped)


def test_a_swap_that_puts_somebody_twice_in_a_row_moves_few_others(node: Model) -> None:
    swapped = tuple("abccabdd")  # of abcdabcd, the fourth and the seventh
    found = leads(node, Group("abcd", 8, frozenset(), swapped, frozenset({3, 6})))
    assert (found[3], found[6], twice(found)) == ("c", "d", 0)
    assert {found.count(one) for one in "abcd"} == {2}
    assert sum(a != b for a, b in zip(found, swapped, strict=True)) <= 3


def test_an_absence_told_late_moves_two_turns_and_no_more(node: Model) -> None:
    dealt = tuple("abcdefghabcd")
    group = Group("abcdefgh", 12, frozenset({"e4"}), dealt)
    found = leads(node, group)
    assert found[4] != "e"
    assert sum(a != b for a, b in zip(found, dealt, strict=True)) <= 2
    assert max(Counter(found).values()) == 2


def test_someone_who_joins_has_a_fair_part_from_then_on(node: Model) -> None:
    past = tuple("abcdab")
    group = Group(
        "abcde", 16, leads=(*past, *([""] * 10)), fixed=frozenset(range(6)), since=(("e", 6),)
    )
    found = leads(node, group)
    assert found[:6] == list(past)
    assert found[6:].count("e") == 2
    assert twice(found) == 0
    totals = Counter(found)
    assert {totals[one] for one in "abcd"} <= {3, 4}


def test_someone_who_joins_a_dealt_rota_takes_few_turns_from_others(node: Model) -> None:
    dealt = tuple("abcdabcdabcdabcd")
    group = Group("abcde", 16, leads=dealt, fixed=frozenset(range(6)), since=(("e", 6),))
    found = leads(node, group)
    assert found[:6] == list(dealt[:6])
    assert sum(a != b for a, b in zip(found, dealt, strict=True)) == 2
    assert found.count("e") == 2


def test_when_someone_leaves_only_their_turns_move(node: Model) -> None:
    dealt = tuple("abcdabcdabcd")
    group = Group("abcd", 12, leads=dealt, fixed=frozenset(range(5)), until=(("d", 4),))
    found = leads(node, group)
    assert found[:7] == list("abcdabc")
    assert "d" not in found[5:]
    assert twice(found) == 0
    assert {found[5:].count(one) for one in "abc"} <= {2, 3}


def test_a_lead_fixed_for_a_day_they_are_away_is_kept_and_said(node: Model) -> None:
    group = Group("ab", 3, frozenset({"a1"}), ("b", "a", "b"), frozenset({1}))
    assert leads(node, group) == ["b", "a", "b"]
    assert notes(node, group) == [("away", "1", "a")]


def test_someone_alone_leads_every_time_and_hears_it(node: Model) -> None:
    group = Group("a", 3)
    assert leads(node, group) == ["a", "a", "a"]
    assert notes(node, group) == [("twice", "1", "a"), ("twice", "2", "a")]


def test_a_lead_who_is_known_no_more_stays_in_the_past(node: Model) -> None:
    group = Group("ab", 3, leads=("z", "", ""), fixed=frozenset({0}))
    assert leads(node, group) == ["z", "a", "b"]
