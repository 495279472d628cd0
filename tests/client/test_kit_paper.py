"""What the print kit puts on paper, run in Node: steps, the foot, the line, and copies."""

from __future__ import annotations

import gzip

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.clock import seconds
from builder.model.pack import Grouping
from builder.site import line
from builder.site.line import Stretch
from tests.client.conftest import Bundled, Calls
from tests.client.test_kit import WORDS
from tests.clock.test_laws import QUICK
from themes.default.client import bundle


@pytest.fixture(scope="module")
def kit(bundled: Bundled) -> Calls:
    """Give the kit's own reckoning."""
    return bundled("export * from './src/kit';")


class TestTheSteps:
    @pytest.mark.parametrize(
        "written, seconds, found",
        [
            ((10, 7, 3), 20 * 60, ["10", "7", "3"]),
            ((10, 7, 3), 16 * 60, ["8", "6", "2"]),
            ((10, 7, 3), 25 * 60, ["12", "9", "4"]),
            ((2, 2, 1), 4 * 60, ["1:30", "1:30", "1:00"]),
            ((1, 5, 3), 5 * 60, ["0:30", "3:00", "1:30"]),
            ((1, 2), 50, ["0:15", "0:35"]),
            ((30, 1), 60, ["0:58", "0:02"]),
        ],
    )
    def test_in_another_time_they_are_in_proportion(
        self, kit: Calls, written: tuple[int, ...], seconds: int, found: list[str]
    ) -> None:
        assert kit([["inProportion", written, seconds]]) == [found]

    def test_they_always_add_up(self, kit: Calls) -> None:
        asked: list[tuple[tuple[int, ...], int]] = []

        @settings(QUICK, max_examples=200)
        @given(st.lists(st.integers(1, 30), min_size=1, max_size=6), st.integers(1, 5400))
        def collect(written: list[int], seconds: int) -> None:
            asked.append((tuple(written), seconds))

        collect()
        for (written, length), texts in zip(
            asked, kit([["inProportion", *one] for one in asked]), strict=True
        ):
            made = [seconds(text) if ":" in text else 60 * int(text) for text in texts]
            assert sum(made) == length, (written, length)
            share = length / sum(written)
            assert all(abs(n - w * share) < 60 for n, w in zip(made, written, strict=True))

    def test_nothing_can_be_made_of_no_time(self, kit: Calls) -> None:
        assert kit([["inProportion", [2, 3], 0], ["inProportion", [], 60]]) == [["2", "3"], []]


class TestTheFoot:
    @pytest.mark.parametrize(
        "room, line",
        [
            (99, "Begin well · for 8 people · school.example/sessions/begin-well"),
            (50, "Begin well · for 8 people · school.example"),
            (40, "Begin well · for 8 people"),
            (20, "Begin well\nfor 8 people"),
        ],
    )
    def test_what_does_not_fit_on_one_line_gives_way(
        self, bundled: Bundled, room: int, line: str
    ) -> None:
        feet = bundled(
            "import { foot } from './src/kit';"
            "export const fitted = (room: number, what: string, whom: string, at: string) =>"
            "  foot(what, whom, at, (line) => line.length <= room);"
        )
        parts = ("Begin well", "for 8 people", "school.example/sessions/begin-well")
        assert feet([["fitted", room, *parts]]) == [line]
        assert feet([["fitted", 99, *parts[:2], ""]]) == ["Begin well · for 8 people"]


class TestThePaper:
    @pytest.mark.parametrize(
        "groupings", [["all"], ["solo"], ["pairs", "fours", "all"], ["trios", "all"], []]
    )
    def test_the_line_is_drawn_as_the_builder_draws_it(
        self, kit: Calls, groupings: list[Grouping]
    ) -> None:
        stretches = [Stretch(0, 7, ("all",)), Stretch(7, 11, tuple(groupings))]
        stretches.append(Stretch(18, 10, ("solo",)))
        given = [
            {"start": one.start, "minutes": one.minutes, "groupings": one.groupings}
            for one in stretches
        ]
        ours = line.paper(stretches)
        drawn, ticks = kit([["drawing", given], ["ticks", 28]])
        assert (drawn["box"], drawn["edges"], drawn["tops"]) == (ours.box, ours.edges, ours.tops)
        assert [(sign["x"], sign["height"], sign["grouping"]) for sign in drawn["signs"]] == [
            (sign.x, sign.height, sign.grouping) for sign in ours.signs
        ]
        assert ticks == line.ticks(28)

    @pytest.mark.parametrize(
        "per, n",
        [
            ("guide", 1),
            ("handout", 6),
            ("large", 1),
            ("self", 7),
            ("pair", 7),
            ("group", 1),
            ("cards", 1),
        ],
    )
    def test_copies_are_reckoned_for_the_people(self, kit: Calls, per: str, n: int) -> None:
        assert kit([["copies", per, 7, 1]]) == [n]

    @pytest.mark.parametrize("people, n", [(4, 1), (5, 2), (7, 2), (9, 3)])
    def test_of_a_small_sheet_each_has_a_piece(self, kit: Calls, people: int, n: int) -> None:
        assert kit([["copies", per, people, 0, 4] for per in ("self", "pair")]) == [n, n]
        assert kit([["copies", "group", people, 0, 4]]) == [1]

    def test_sheets_have_two_sides_but_cards_one(self, kit: Calls) -> None:
        calls = [["sheets", per, pages] for per in ("handout", "cards") for pages in (0, 1, 2, 5)]
        assert kit(calls) == [0, 1, 1, 3, 0, 1, 2, 5]

    def test_without_a_count_of_pages_only_copies_are_told(self, kit: Calls) -> None:
        calls = [["copied", WORDS, n, sheets] for n, sheets in ((5, 2), (1, 1), (5, 0), (1, 0))]
        assert kit(calls) == ["5 × 2 sheets", "1 × 1 sheet", "5 copies", "1 copy"]


def test_the_bundle_is_small_and_a_classic_script() -> None:
    """It is loaded by guides and handouts alone."""
    data = (bundle.STATIC / "guide.js").read_bytes()
    assert len(gzip.compress(data, 9)) <= 8_000
    forbidden = (b"innerHTML", b"eval(", b"import(", b"export ", b"fetch(", b"localStorage")
    assert [word for word in forbidden if word in data] == []
