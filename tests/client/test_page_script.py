"""The pure parts of the pages' script, run in Node with nothing around them, and the bundle."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.client.conftest import Bundled
from themes.default.client import bundle

Call = Callable[..., Any]


@pytest.fixture(scope="module")
def script(bundled: Bundled) -> Callable[[str], Call]:
    """Give what calls one function of a module of the script, by the module's name."""

    def load(module: str) -> Call:
        calls = bundled(f"export * from './src/page/{module}';")
        return lambda name, *arguments: calls([[name, *arguments]])[0]

    return load


def pack(**more: object) -> dict[str, object]:
    plain: dict[str, object] = {
        "id": "well",
        "least": 4,
        "most": 8,
        "minutes": 75,
        "others": [60],
        "inAll": 95,
        "trust": 1,
        "modes": ["in-person", "video"],
        "changed": ["video"],
        "needs": ["begin", "agree"],
        "after": [],
    }
    return plain | more


def wish(**more: object) -> dict[str, object]:
    nothing: dict[str, object] = {
        "people": None,
        "time": None,
        "inAll": None,
        "mode": "",
        "need": "",
        "anywhere": False,
    }
    return nothing | more


def missing(n: int, *, need: bool = False) -> dict[str, object]:
    sentences = ["otherNeed" if need and not at else "tooLong" for at in range(n)]
    return {"misses": [{"sentence": one, "values": {}} for one in sentences], "fits": []}


def sentences(reasons: list[dict[str, Any]]) -> list[str]:
    return [reason["sentence"] for reason in reasons]


class TestTheFilter:
    def test_nothing_said_fits_everything(self, script: Callable[[str], Call]) -> None:
        call = script("filter")
        assert call("isOpen", wish()) is True
        assert call("isOpen", wish(anywhere=True)) is False
        assert call("judge", pack(), wish()) == {"misses": [], "fits": []}

    def test_a_reason_is_given_for_each_thing_chosen(self, script: Callable[[str], Call]) -> None:
        wanted = wish(people=6, time=75, mode="video", need="begin", anywhere=True)
        verdict = script("filter")("judge", pack(), wanted)
        assert verdict["misses"] == []
        expected = ["madeFor", "people", "exact", "changed", "noTrust"]
        assert sentences(verdict["fits"]) == expected

    def test_what_only_helps_with_a_need_says_so(self, script: Callable[[str], Call]) -> None:
        verdict = script("filter")("judge", pack(), wish(need="agree"))
        assert sentences(verdict["fits"]) == ["alsoFor"]

    @pytest.mark.parametrize(
        "time,reason",
        [
            (75, {"sentence": "exact", "values": {"minutes": 75}}),
            (90, {"sentence": "spare", "values": {"minutes": 75, "spare": 15}}),
            (60, {"sentence": "short", "values": {"minutes": 60}}),
        ],
    )
    def test_how_it_fits_the_time_is_said(
        self, script: Callable[[str], Call], time: int, reason: object
    ) -> None:
        assert script("filter")("judge", pack(), wish(time=time))["fits"] == [reason]

    def test_too_long_names_the_version_that_comes_nearest(
        self, script: Callable[[str], Call]
    ) -> None:
        verdict = script("filter")("judge", pack(others=[45, 60]), wish(time=70))
        values = {"minutes": 75, "shorter": 60}
        assert verdict["misses"] == [{"sentence": "shorter", "values": values}]

    def test_too_long_without_a_version_says_what_it_needs(
        self, script: Callable[[str], Call]
    ) -> None:
        verdict = script("filter")("judge", pack(others=[]), wish(time=70))
        assert verdict["misses"] == [{"sentence": "tooLong", "values": {"minutes": 75}}]

    @pytest.mark.parametrize("in_all,misses", [(94, ["moreInAll"]), (95, []), (120, [])])
    def test_time_in_all_counts_what_comes_before_and_after(
        self, script: Callable[[str], Call], in_all: int, misses: list[str]
    ) -> None:
        verdict = script("filter")("judge", pack(), wish(inAll=in_all))
        assert sentences(verdict["misses"]) == misses

    def test_one_person_may_do_alone_what_is_for_a_group(
        self, script: Callable[[str], Call]
    ) -> None:
        call = script("filter")
        alone = call("judge", pack(modes=["alone"]), wish(people=1))
        assert sentences(alone["fits"]) == ["onePerson"]
        assert sentences(call("judge", pack(), wish(people=1))["misses"]) == ["otherPeople"]

    def test_every_miss_is_named(self, script: Callable[[str], Call]) -> None:
        wanted = wish(people=9, time=30, mode="phone", need="end", anywhere=True)
        verdict = script("filter")("judge", pack(trust=2), wanted)
        expected = ["otherNeed", "otherPeople", "shorter", "otherMode", "trust2"]
        assert sentences(verdict["misses"]) == expected
        assert verdict["fits"] == []

    def test_what_misses_one_thing_is_close(self, script: Callable[[str], Call]) -> None:
        verdicts = [missing(n) for n in (0, 1, 2)]
        assert script("filter")("places", verdicts) == ["fits", "close", "away"]

    def test_six_come_close_and_those_for_another_need_come_last(
        self, script: Callable[[str], Call]
    ) -> None:
        verdicts = [*([missing(1, need=True)] * 5), *([missing(1)] * 3)]
        expected = [*(["close"] * 3), *(["away"] * 2), *(["close"] * 3)]
        assert script("filter")("places", verdicts) == expected

    def test_there_is_always_something_to_see(self, script: Callable[[str], Call]) -> None:
        verdicts = [missing(n) for n in (3, 2)]
        assert script("filter")("places", verdicts) == ["away", "close"]


class TestTimesAndAddresses:
    @pytest.mark.parametrize(
        "text,minutes",
        [
            ("15:45", 945),
            (" 9.05 ", 545),
            ("0000", 0),
            ("24:00", None),
            ("12:60", None),
            ("", None),
        ],
    )
    def test_a_time_of_day_is_read(
        self, script: Callable[[str], Call], text: str, minutes: int | None
    ) -> None:
        assert script("clock")("minutesOf", text) == minutes

    def test_the_clock_begins_anew_at_midnight(self, script: Callable[[str], Call]) -> None:
        assert script("clock")("clock", 23 * 60 + 75) == "00:15"

    def test_a_sentence_is_filled_in(self, script: Callable[[str], Call]) -> None:
        call = script("words")
        assert call("fill", "{n} of {m}, {x}", {"n": 2, "m": "three"}) == "2 of three, {x}"


class TestTheBundle:
    def test_it_is_what_the_sources_give(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert bundle.check() == 0, capsys.readouterr().out

    def test_a_changed_source_is_noticed_without_node(self) -> None:
        described = json.loads(bundle.MANIFEST.read_text(encoding="utf-8"))
        described["scripts"]["page.js"]["sources"]["src/page.ts"] = "0"
        assert bundle.stale_sources(described) == [
            "src/page.ts has changed since static/page.js was made"
        ]

    def test_it_is_small_and_a_classic_script(self) -> None:
        data = (bundle.STATIC / "page.js").read_bytes()
        assert len(gzip.compress(data, 9)) <= 10_000
        forbidden = (b"innerHTML", b"eval(", b"import(", b"export ", b"fetch(")
        assert [word for word in forbidden if word in data] == []

    def test_the_list_of_hashes_is_not_published(self, own_tree: set[str]) -> None:
        assert not [path for path in own_tree if "MANIFEST" in path]


@pytest.fixture
def own_tree(own_site: Any) -> set[str]:
    """Give the paths of the site of this repository."""
    return set(own_site.tree())
