"""The client's clock is a twin of ours: the same cases, and the same answers to random packs.

Its TypeScript is bundled as it is for a page, and run in Node with nothing around it.
"""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.clock import (
    MESSAGES,
    TITLES,
    Agenda,
    Lap,
    Moved,
    Note,
    clock_time,
    elapsed,
    halves,
    minutes_seconds,
    reckon,
    seconds,
)
from builder.model.pack import Pack
from builder.site.timing import timing
from tests.client.conftest import Bundled, Calls
from tests.clock.packs import Data, Plain, cases, pack, pack_of, segment, told
from tests.clock.test_laws import NAMES, PEOPLE, QUICK, packs

Asked = tuple[Pack, int, str, int | None]
"""What `reckon` is asked."""


@pytest.fixture(scope="module")
def twin(bundled: Bundled) -> Calls:
    """Give the client's clock."""
    return bundled("export * from './src/clock';")


def reckoned(twin: Calls, asked: list[Asked]) -> list[Agenda]:
    """Reckon in the twin, from what a page is told of each pack."""
    calls = [["reckon", json.loads(timing(made)), *rest] for made, *rest in asked]
    return [agenda_of(one) for one in twin(calls)]


def halved(twin: Calls, asked: list[Asked]) -> list[tuple[Agenda, ...] | None]:
    """Reckon the two meetings in the twin."""
    calls = [["halves", json.loads(timing(made)), people] for made, people, *_ in asked]
    return [both and tuple(map(agenda_of, both)) for both in twin(calls)]


def agenda_of(data: Data) -> Agenda:
    """Make an agenda of the twin's one of ours, with all that it says of itself."""
    agenda = Agenda(
        data["people"],
        data["version"],
        data["wanted"],
        tuple(lap_of(lap) for lap in data["laps"]),
        tuple(Moved(**moved) for moved in data["moved"]),
        tuple(data["dropped"]),
        tuple(note_of(note) for note in data["notes"]),
    )
    says = (data["minutes"], data["fits"], data["endsEarly"], data["over"])
    assert says == (agenda.minutes, agenda.fits, agenda.ends_early, agenda.over)
    assert (data["ending"] and note_of(data["ending"])) == agenda.ending
    return agenda


def lap_of(data: Data) -> Lap:
    """Make a lap of the twin's one of ours."""
    end = data.pop("end")
    lap = Lap(**data)
    assert end == lap.end
    return lap


def note_of(data: Data) -> Note:
    """Make a note of the twin's one of ours, which says it in the same words."""
    values = data["values"]
    note = Note(
        data["kind"],
        data["segment"],
        values["title"],
        data["before"],
        data["after"],
        values["people"],
    )
    assert values == note.values
    assert MESSAGES[data["key"]] == note.message
    return note


def random_cases(number: int, source: st.SearchStrategy[Pack], longest: int) -> list[Asked]:
    """Return so many random questions, the same ones each time."""
    found: list[Asked] = []

    @settings(QUICK, max_examples=number)
    @given(source, PEOPLE, NAMES, st.none() | st.integers(0, longest))
    def collect(made: Pack, people: int, name: str, minutes: int | None) -> None:
        found.append((made, people, name, minutes))

    collect()
    return found


@st.composite
def mistaken(draw: st.DrawFn) -> Pack:
    """Any pack whose minutes, turns and bounds are anything, so that nothing need fit."""
    made = draw(packs())
    few = st.integers(0, 7)
    segments = tuple(
        replace(
            one,
            minutes=draw(few),
            each=draw(st.sampled_from([one.each, one.each, None, "1:10"])),
            least=draw(st.none() | few),
            most=draw(st.none() | few),
        )
        for one in made.segments
    )
    return replace(made, segments=segments)


def test_the_twin_gives_every_case_as_it_should_be(twin: Calls) -> None:
    """Those worked out by hand, and those by reference."""
    every = cases()
    asked = [(pack_of(one["pack"]), one["people"], one["version"], one["minutes"]) for one in every]
    agendas, meetings = reckoned(twin, asked), halved(twin, asked)
    for one, agenda, both in zip(every, agendas, meetings, strict=True):
        found = told(agenda, one["start"])
        if both is not None:
            found["halves"] = [told(half, one["start"]) for half in both]
        assert found == one["expect"], one["name"]


@pytest.mark.parametrize(
    "source,number,longest",
    [(packs(), 300, 250), (mistaken(), 150, 40)],
    ids=["proved", "mistaken"],
)
def test_the_twin_gives_what_we_give_for_random_packs(
    twin: Calls, source: st.SearchStrategy[Pack], number: int, longest: int
) -> None:
    """Laps, notes and all; also where a pack has mistakes and lengths go below nought."""
    asked = random_cases(number, source, longest)
    assert len(asked) >= number
    assert reckoned(twin, asked) == [reckon(*one) for one in asked]
    assert halved(twin, asked) == [halves(made, people) for made, people, *_ in asked]


def test_the_twin_halves_for_the_best_number_of_people_unless_told(twin: Calls) -> None:
    """As our own clock does."""
    made = pack_of(cases()[0]["pack"])
    (both,) = twin([["halves", json.loads(timing(made)), None]])
    assert tuple(map(agenda_of, both)) == halves(made)


def test_the_twin_refuses_a_version_the_pack_does_not_have(twin: Calls) -> None:
    """With the same words."""
    made = json.loads(timing(pack(segment("work"))))
    message = "the pack has no version 'tiny'"
    assert twin([["reckon", made, 6, "tiny"]]) == [{"thrown": message}]


def test_the_twin_has_the_same_sentences_in_the_same_order(twin: Calls) -> None:
    """What is translated once is said by both."""
    messages, titles = twin([["MESSAGES"], ["TITLES"]])
    assert list(messages.items()) == list(MESSAGES.items())
    assert list(titles.items()) == list(TITLES.items())


def test_the_twin_writes_times_as_we_do(twin: Calls) -> None:
    """On the wall, since the start and of a turn; past midnight, and before it."""
    numbers = [-1441, -60, -1, 0, 1, 5, 59, 60, 61, 600, 1439, 1440, 1441, 100_000]
    texts = ["0:05", "1:00", "1:30", "15:00", "120:59"]
    starts = ["00:00", "08:50", "15:45", "23:59"]
    calls: list[Plain] = [["clockTime", start, n] for start in starts for n in numbers]
    calls += [["elapsed", n] for n in numbers] + [["minutesSeconds", n] for n in numbers]
    calls += [["seconds", text] for text in texts]
    ours = [clock_time(start, n) for start in starts for n in numbers]
    ours += [elapsed(n) for n in numbers] + [minutes_seconds(n) for n in numbers]
    assert twin(calls) == [*ours, *map(seconds, texts)]
