"""The print kit without its page, run in Node: what is chosen, what comes of it, what is copied."""

from __future__ import annotations

import json
import re

import pytest

from builder.clock import clock_time, halves, reckon
from builder.model.pack import Pack
from builder.site.print_kit import words
from builder.site.timing import timing
from builder.words import Translator
from tests.client.conftest import Bundled, Calls
from tests.clock.packs import Data, case, cases, pack_of, told
from themes.default.client import bundle

WORDS = json.loads(words(Translator("en")))
LIMITS = {
    "best": 6,
    "least": 4,
    "most": 8,
    "versions": ["full", "short", "split.first", "split.second"],
    "where": ["in-person", "video"],
    "papers": ["a4", "letter"],
}
USUAL = {
    "people": 6,
    "large": 0,
    "start": "",
    "version": "full",
    "minutes": None,
    "where": "in-person",
    "paper": "a4",
    "guide": "usual",
    "handout": "usual",
}


@pytest.fixture(scope="module")
def kit(bundled: Bundled) -> Calls:
    """Give the kit's own reckoning."""
    return bundled("export * from './src/kit';")


def chosen(**more: object) -> Data:
    return {**USUAL, **more}


def begin_well() -> Pack:
    return pack_of(case("begin well with 8 people")["pack"])


def plain(made: Pack) -> Data:
    found: Data = json.loads(timing(made))
    return found


class TestTheChoices:
    @pytest.mark.parametrize(
        "given, found",
        [
            ({}, {}),
            ({"people": "8", "large": "1"}, {"people": 8, "large": 1}),
            ({"people": "3"}, {"people": 4}),
            ({"people": "99", "large": "99"}, {"people": 8, "large": 8}),
            ({"people": "many", "large": "-1", "minutes": "1e3"}, {}),
            ({"start": "1545"}, {"start": "15:45"}),
            ({"start": "9.05"}, {"start": "09:05"}),
            ({"start": "25:00"}, {}),
            ({"version": "short", "minutes": "70"}, {"version": "short", "minutes": 70}),
            ({"version": "no such"}, {}),
            ({"minutes": "20"}, {"minutes": 30}),
            ({"minutes": "500"}, {"minutes": 150}),
            ({"version": "split.first", "minutes": "70"}, {"version": "split.first"}),
            ({"where": "video", "paper": "letter"}, {"where": "video", "paper": "letter"}),
            ({"where": "moon", "paper": "A4", "guide": "huge"}, {}),
            ({"guide": "large"}, {"guide": "large"}),
            ({"handout": "large"}, {"handout": "large"}),
        ],
    )
    def test_what_cannot_be_chosen_is_as_near_to_it_as_can_be(
        self, kit: Calls, given: dict[str, str], found: Data
    ) -> None:
        assert kit([["choose", given, LIMITS]]) == [chosen(**found)]

    def test_the_address_says_only_what_was_chosen(self, kit: Calls) -> None:
        (told_,) = kit([["told", chosen(people=8, start="15:45"), LIMITS]])
        assert {name: value for name, value in told_.items() if value} == {
            "people": "8",
            "start": "15:45",
        }

    def test_a_choice_comes_back_from_the_address_and_from_the_fields(self, kit: Calls) -> None:
        choices = [
            chosen(),
            chosen(people=4, large=2, start="00:05", where="video", paper="letter"),
            chosen(version="short", minutes=70, guide="large", handout="large"),
            chosen(version="split.second", start="23:59"),
        ]
        for name in ("told", "fields"):
            written = kit([[name, choice, LIMITS] for choice in choices])
            assert kit([["choose", one, LIMITS] for one in written]) == choices


class TestTheAgenda:
    def test_every_case_of_the_clock_comes_out_of_the_kit(self, kit: Calls) -> None:
        every = cases()
        asked = [
            chosen(people=one["people"], version=one["version"], minutes=one["minutes"])
            for one in every
        ]
        packs = [pack_of(one["pack"]) for one in every]
        found = kit([["plan", plain(made), it] for made, it in zip(packs, asked, strict=True)])
        for one, made, agenda in zip(every, packs, found, strict=True):
            ours = reckon(made, one["people"], one["version"], one["minutes"])
            laps = [
                {key: lap[key] for key in ("id", "minutes", "turns", "each")}
                | {"start": clock_time(one["start"], lap["start"])}
                for lap in agenda["laps"]
            ]
            assert laps == told(ours, one["start"])["laps"], one["name"]
            assert agenda["fits"] == ours.fits

    def test_the_two_meetings_are_versions_of_their_own(self, kit: Calls) -> None:
        made = begin_well()
        names = ("split.first", "split.second")
        found = kit([["plan", plain(made), chosen(people=8, version=name)] for name in names])
        both = halves(made, 8)
        assert both is not None
        for agenda, half in zip(found, both, strict=True):
            assert [(lap["id"], lap["minutes"]) for lap in agenda["laps"]] == [
                (lap.id, lap.minutes) for lap in half.laps
            ]

    def test_a_pack_without_two_meetings_is_held_in_one(self, kit: Calls) -> None:
        bare = {key: value for key, value in plain(begin_well()).items() if key != "split"}
        (agenda,) = kit([["plan", bare, chosen(version="split.first")]])
        assert agenda["minutes"] == 75

    def test_what_does_not_take_place_says_where_it_went(self, kit: Calls) -> None:
        made = plain(begin_well())
        asked = [chosen(version="short"), chosen(minutes=60), chosen(version="split.first")]
        agendas = kit([["plan", made, one] for one in asked])
        short, fitted, first = kit([["gone", made, agenda] for agenda in agendas])
        assert short == {"good-groups": "before"}
        assert set(fitted.values()) <= {"out"}
        assert first == dict.fromkeys(["agreement", "test-it", "dates", "commit"], "elsewhere")


class TestTheWords:
    def test_every_change_is_explained_as_our_own_clock_does(self, kit: Calls) -> None:
        made = begin_well()
        said: Data = {}
        for version, minutes in (("full", None), ("short", None), ("full", 60), ("full", 40)):
            it = chosen(people=8, version=version, minutes=minutes)
            (agenda,) = kit([["plan", plain(made), it]])
            (said,) = kit([["said", WORDS, agenda, it]])
            ours = reckon(made, 8, version, minutes)
            notes = [*ours.notes, *([ours.ending] if ours.ending else [])]
            assert said["reasons"] == [note.words for note in notes]
            assert bool(said["misfit"]) is not ours.fits
        assert said["misfit"] == "It does not fit in 40 minutes."

    def test_it_says_for_whom_and_from_when_to_when(self, kit: Calls) -> None:
        made = plain(begin_well())
        asked = [chosen(), chosen(start="23:30"), chosen(version="split.first", people=4)]
        agendas = kit([["plan", made, one] for one in asked])
        calls = [["said", WORDS, agenda, it] for agenda, it in zip(agendas, asked, strict=True)]
        plainly, timed, half = (said["head"] for said in kit(calls))
        assert plainly == "6 people, 75 minutes."
        assert timed == "6 people, 75 minutes, 23:30 to 00:45."
        assert half.endswith("The first of two meetings.")
        assert kit([["whom", WORDS, it] for it in asked[:2]]) == [
            "for 6 people",
            "for 6 people, start 23:30",
        ]

    def test_turns_are_counted(self, kit: Calls) -> None:
        laps = [{"turns": n, "each": each} for n, each in ((8, 60), (1, 90), (0, 0))]
        assert kit([["turns", WORDS, lap] for lap in laps]) == [
            "8 turns of 1:00",
            "1 turn of 1:30",
            "",
        ]

    def test_the_client_declares_the_sentences_that_the_page_has(self) -> None:
        source = (bundle.HERE / "src/kit/say.ts").read_text(encoding="utf-8")
        declared = source[source.index("type Sentence") : source.index("/** What there is")]
        simple, counted = declared.split("type Counted")
        names = set(re.findall(r"'([\w-]+)'", declared))
        names |= {f"{name}-one" for name in re.findall(r"'([\w-]+)'", counted)}
        assert simple
        assert set(WORDS["say"]) == names
