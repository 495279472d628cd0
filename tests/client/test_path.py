"""Pick your path: three packs to begin with, by examples and by laws that always hold."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.model.pack import FollowUp, Group, Mode, Modes, Pack, Prep
from builder.model.site import Kit
from builder.model.version import Version
from builder.site import facts, way
from tests.client.conftest import Bundled, Calls
from tests.client.test_page_script import pack, wish
from tests.site.test_way import kit

MODES: tuple[Mode, ...] = ("in-person", "video", "messages", "alone")
NEEDS = ("begin", "listen", "end")
IDS = tuple("abcdefg")


@pytest.fixture(scope="module")
def calls(bundled: Bundled) -> Calls:
    """Give what calls the filter and the path."""
    return bundled("export * from './src/page/filter'; export * from './src/page/path';")


def found(calls: Calls, packs: list[Any], wanted: Any) -> tuple[Any, Any, Any]:
    """Return the verdicts on packs, their places, and the path through them."""
    verdicts = calls([["judge", one, wanted] for one in packs])
    places, path = calls([["places", verdicts], ["path", packs, verdicts, wanted]])
    return verdicts, places, path


def ids(calls: Calls, packs: list[Any], wanted: Any) -> list[str]:
    """Return the ids of the packs proposed, in order."""
    _, _, path = found(calls, packs, wanted)
    return [packs[step["index"]]["id"] for step in path]


def one(id_: str, **more: object) -> dict[str, object]:
    return pack(id=id_, **more)


class TestExamples:
    def test_what_a_pack_leans_on_comes_before_it_though_made_for_something_else(
        self, calls: Calls
    ) -> None:
        packs = [
            one("trial", needs=["learn"], trust=3, after=["listen"]),
            one("listen", needs=["listen"], trust=2, after=["well"]),
            one("well"),
        ]
        _, _, path = found(calls, packs, wish(need="learn"))
        assert [(step["index"], step["before"]) for step in path] == [(2, 1), (1, 0), (0, None)]

    def test_what_cannot_be_done_is_not_put_before(self, calls: Calls) -> None:
        packs = [one("well"), one("goal", needs=["goal"], least=2, after=["well"])]
        assert ids(calls, packs, wish(need="goal", people=2)) == ["goal"]

    def test_what_is_made_for_a_need_goes_before_what_only_helps(self, calls: Calls) -> None:
        packs = [
            *(one(id_, needs=["begin", "listen"]) for id_ in "abc"),
            one("made", needs=["listen"], trust=2),
        ]
        assert ids(calls, packs, wish(need="listen")) == ["a", "b", "made"]

    def test_trust_decides_and_then_the_minutes_left_over(self, calls: Calls) -> None:
        packs = [
            one("deep", minutes=90, trust=3),
            one("short", minutes=45, others=[]),
            one("near", minutes=75),
            one("exact", minutes=90),
        ]
        assert ids(calls, packs, wish(time=90)) == ["exact", "near", "short"]

    def test_a_ring_of_packs_ends(self, calls: Calls) -> None:
        packs = [one("a", after=["b"]), one("b", after=["a"])]
        assert sorted(ids(calls, packs, wish(people=6))) == ["a", "b"]


@st.composite
def libraries(draw: st.DrawFn) -> list[dict[str, object]]:
    """Give packs, each after some of those that were drawn before it, in any order."""
    packs: list[dict[str, object]] = []
    for id_ in IDS[: draw(st.integers(1, len(IDS)))]:
        least = draw(st.integers(1, 6))
        minutes = draw(st.sampled_from((45, 60, 75, 90)))
        modes = draw(st.lists(st.sampled_from(MODES), unique=True))
        packs.append(
            one(
                id_,
                least=least,
                most=least + draw(st.integers(0, 6)),
                minutes=minutes,
                others=draw(st.lists(st.sampled_from((30, 45, 60)), max_size=2, unique=True)),
                inAll=minutes + draw(st.integers(0, 60)),
                trust=draw(st.integers(1, 3)),
                modes=modes,
                changed=modes[:1],
                needs=draw(st.lists(st.sampled_from(NEEDS), max_size=2, unique=True)),
                after=draw(
                    st.lists(st.sampled_from([p["id"] for p in packs] or ["z"]), max_size=2)
                ),
            )
        )
    return draw(st.permutations(packs))


wishes = st.builds(
    wish,
    people=st.none() | st.integers(1, 12),
    time=st.none() | st.sampled_from((30, 45, 60, 90)),
    inAll=st.none() | st.sampled_from((60, 90, 120)),
    mode=st.sampled_from(("", *MODES)),
    need=st.sampled_from(("", *NEEDS)),
    anywhere=st.booleans(),
)


@given(cases=st.lists(st.tuples(libraries(), wishes), min_size=15, max_size=15))
@settings(max_examples=6)
def test_three_at_the_most_that_fit_in_an_order_that_can_be_kept(
    calls: Calls, cases: list[tuple[list[dict[str, Any]], dict[str, Any]]]
) -> None:
    """For any packs and any wish; many at a time, since each call starts Node."""
    judged = calls([["judge", one, wanted] for packs, wanted in cases for one in packs])
    rest = iter(judged)
    verdicts = [[next(rest) for _ in packs] for packs, _ in cases]
    places = calls([["places", some] for some in verdicts])
    paths = calls(
        [
            ["path", packs, some, wanted]
            for (packs, wanted), some in zip(cases, verdicts, strict=True)
        ]
    )
    for (packs, _), some, where, path in zip(cases, verdicts, places, paths, strict=True):
        hold(packs, some, where, [step["index"] for step in path])


def hold(packs: list[Any], verdicts: list[Any], places: list[str], path: list[int]) -> None:
    """Say that the laws hold of one path."""
    fits = [not verdict["misses"] for verdict in verdicts]
    assert len(path) == len(set(path)) <= 3
    assert bool(path) is any(fits)
    assert len(path) >= min(3, sum(fits)) or not all(fits[index] for index in path)
    for at, index in enumerate(path):
        misses = [miss["sentence"] for miss in verdicts[index]["misses"]]
        assert misses in ([], ["otherNeed"])
        assert fits[index] or any(
            fits[later] and index in before(packs, later) for later in path[at + 1 :]
        )
        assert not any(index in before(packs, earlier) for earlier in path[:at])
    assert [place == "fits" for place in places] == fits
    assert any(place != "away" for place in places)
    assert places.count("close") <= 6


def before(packs: list[Any], index: int) -> set[int]:
    """Return all that is to be done before a pack; there are no rings among those drawn."""
    places = {one["id"]: at for at, one in enumerate(packs)}
    direct = {places[id_] for id_ in packs[index]["after"] if id_ in places}
    return direct.union(*(before(packs, one) for one in direct))


def test_the_lists_on_the_page_hold_what_the_sentence_finds(calls: Calls) -> None:
    """The page's own lists are made in Python: by time, time in all, people and way of meeting."""
    kits = [
        kit("a", modes=Modes(video="with changes", alone="yes")),
        kit(
            "b", minutes=90, versions=(Version(name="short", minutes=60),), prep=Prep(participant=9)
        ),
        kit("c", minutes=45, group=Group(min=1, best=2, max=3), follow_up=FollowUp(minutes=30)),
    ]
    asked: list[tuple[dict[str, object], Callable[[Pack], bool]]] = [
        *((wish(time=n), partial(way.fits_time, minutes=n)) for n in (30, 45, 60, 75, 90)),
        *((wish(people=n), partial(way.fits_people, fewest=n, most=n)) for n in range(1, 10)),
        *((wish(mode=mode), partial(way.fits_mode, mode=mode)) for mode in MODES),
        *((wish(inAll=n), partial(in_time, minutes=n)) for n in (60, 75, 90, 120)),
    ]
    pairs = [(one, wanted, fits) for one in kits for wanted, fits in asked]
    verdicts = calls([["judge", seen(one), wanted] for one, wanted, _ in pairs])
    for (one, wanted, fits), verdict in zip(pairs, verdicts, strict=True):
        assert (verdict["misses"] == []) is fits(one.pack), (one.id, wanted)


def in_time(pack: Pack, minutes: int) -> bool:
    return way.in_all(pack) <= minutes


def seen(one: Kit) -> dict[str, object]:
    """Return a pack as the script reads it from the page."""
    taken = one.pack
    return pack(
        id=one.id,
        least=taken.group.min,
        most=taken.group.max,
        minutes=taken.minutes,
        others=[n for n in way.lengths(taken) if n != taken.minutes],
        inAll=way.in_all(taken),
        modes=list(facts.possible(taken.modes)),
    )
