"""What pages show of an agenda: the drawing to scale, the rows in words, and honest times."""

from __future__ import annotations

import pytest

from builder.model.pack import FollowUp, Grouping, Modes, Pack, Prep, Segment
from builder.model.page import Text
from builder.model.site import Kit
from builder.model.version import Split
from builder.site import agenda, facts, line
from builder.site.line import Stretch
from builder.words import Catalogue, Translator
from tests.clock.packs import pack, segment, version

T = Translator("en")
TOGETHER = Stretch(0, 10, ("all",))
APART = Stretch(10, 10, ("solo",))
STAIRS = Stretch(20, 15, ("pairs", "fours", "all"))


def kit(made: Pack, **texts: Text) -> Kit:
    return Kit("a-pack", made, "en", "sessions/a-pack/pack.yaml", texts)


def text(summary: str) -> Text:
    return Text("digest", "sessions/a-pack/segments/a.md", summary=summary)


def checked_in(**more: object) -> Segment:
    return segment("check-in", 10, kind=["check-in"], **more)


class TestTheLine:
    def test_length_is_minutes_and_height_is_how_many_think_together(self) -> None:
        assert line.bars([TOGETHER, APART]) == "M0 100V0H10V100ZM10 100V72H20V100Z"

    def test_a_mixed_segment_has_steps_of_equal_length(self) -> None:
        assert line.bars([STAIRS]) == "M20 100V48H25V100ZM25 100V24H30V100ZM30 100V0H35V100Z"

    def test_steps_may_end_between_two_minutes(self) -> None:
        assert line.bars([Stretch(0, 5, ("trios", "all"))]) == "M0 100V24H2.5V100ZM2.5 100V0H5V100Z"

    def test_the_tops_of_a_mixed_segment_hang_together_like_stairs(self) -> None:
        assert line.tops([STAIRS], 0) == "M20 48H25V24H30V0H35"

    def test_each_top_but_the_first_leaves_a_gap_so_that_bars_can_be_told_apart(self) -> None:
        assert line.tops([TOGETHER, APART], 0.5) == "M0 0H10M10.5 72H20"

    def test_the_gap_of_a_very_short_segment_is_a_quarter_of_it(self) -> None:
        assert line.tops([TOGETHER, Stretch(10, 1, ("all",))], 0.5) == "M0 0H10M10.25 0H11"

    def test_a_break_is_an_empty_stretch(self) -> None:
        pause = line.stretch(segment("tea", 5, kind=["break"]), 10, 5)
        assert line.bars([TOGETHER, pause]) == line.bars([TOGETHER])
        assert line.length([TOGETHER, pause]) == 15

    def test_where_segments_meet_the_line_between_them_is_as_high_as_the_higher(self) -> None:
        assert line.edges([TOGETHER, APART]) == "M0 100V0M10 100V0M20 100V72"

    @pytest.mark.parametrize(
        "grouping, height",
        [("solo", 28), ("pairs", 52), ("trios", 76), ("fours", 76), ("all", 100)],
    )
    def test_heights_are_the_same_everywhere(self, grouping: Grouping, height: int) -> None:
        assert line.HEIGHTS[grouping] == height

    def test_a_tick_stands_at_every_five_minutes(self) -> None:
        assert line.ticks(12) == "M0 0V1M5 0V1M10 0V1"
        assert line.ticks(10).endswith("M10 0V1")

    def test_small_lines_have_ninety_minutes_in_their_full_width(self) -> None:
        small = line.small([Stretch(0, 75, ("all",))])
        assert (small.width, small.box) == ("83.33%", "0 0 75 100")

    def test_a_longer_session_sets_the_scale_for_all_of_a_site(self) -> None:
        assert line.scale([60, 75]) == 90
        assert line.scale([60, 120]) == 120
        assert line.small([Stretch(0, 60, ("all",))], line.scale([60, 120])).width == "50%"

    def test_on_paper_a_sign_stands_where_each_step_begins(self) -> None:
        signs = line.paper([Stretch(0, 10, ("solo",)), Stretch(10, 10, ("pairs", "all"))]).signs
        assert [(sign.x, sign.height, sign.grouping) for sign in signs] == [
            ("0%", 28, "solo"),
            ("50%", 52, "pairs"),
            ("75%", 100, "all"),
        ]


class TestTheRows:
    def test_each_row_says_when_it_begins_after_the_start(self) -> None:
        rows = agenda.rows(kit(pack(segment("a", 55), segment("b", 10), segment("c", 5))), T)
        assert [(row.at, row.start, row.minutes) for row in rows] == [
            ("0:00", 0, 55),
            ("0:55", 55, 10),
            ("1:05", 65, 5),
        ]

    def test_the_rows_are_those_of_the_full_version_for_the_best_number_of_people(self) -> None:
        made = pack(checked_in(per="person", each="1:00"), segment("work", 20), people=(4, 6, 8))
        assert [row.minutes for row in agenda.rows(kit(made), T)] == [10, 20]

    def test_what_happens_is_told_by_the_steps(self) -> None:
        steps = [{"name": "Pairs draft", "minutes": 5}, {"name": "All choose!", "minutes": 5}]
        (row,) = agenda.rows(kit(pack(segment("a", 10, steps=steps))), T)
        assert row.what == "Pairs draft. All choose!"

    def test_without_steps_by_the_first_sentence_that_participants_read(self) -> None:
        (row,) = agenda.rows(kit(pack(segment("a")), a=text("Think on your own.")), T)
        assert row.what == "Think on your own."

    def test_without_a_text_by_what_comes_out_of_it(self) -> None:
        (row,) = agenda.rows(kit(pack(segment("a", output="One sentence, written large"))), T)
        assert row.what == "One sentence, written large."

    def test_turns_say_how_long_each_is(self) -> None:
        made = kit(
            pack(checked_in(per="person", each="0:30")), **{"check-in": text("A turn each.")}
        )
        assert agenda.rows(made, T)[0].what == "A turn each. 0:30 for each turn."

    def test_who_thinks_together_is_told_in_order(self) -> None:
        (row,) = agenda.rows(kit(pack(segment("a", grouping=["pairs", "fours", "all"]))), T)
        assert (row.together, row.short) == ("pairs, then fours, then all", "pairs, fours, all")

    def test_a_break_is_called_a_break(self) -> None:
        (row,) = agenda.rows(kit(pack(segment("tea", kind=["break"]))), T)
        assert (row.groupings, row.together, row.short) == ((), "break", "break")


class TestWhatItReallyTakes:
    MADE = pack(
        segment("a", 75),
        prep=Prep(facilitator=15, participant=5),
        follow_up=FollowUp(minutes=15),
    )

    def test_it_counts_what_comes_before_and_after(self) -> None:
        lead, part = agenda.takes(self.MADE, T)
        assert (lead.before, lead.together, lead.after, lead.words) == (15, 75, 15, "1 h 45")
        assert (part.before, part.together, part.after, part.words) == (5, 75, 15, "1 h 35")

    def test_both_are_drawn_on_one_scale(self) -> None:
        lead, part = agenda.takes(self.MADE, T)
        assert (lead.spare, part.spare) == (0, 10)

    def test_a_pack_without_a_follow_up_takes_nothing_after(self) -> None:
        lead, _ = agenda.takes(pack(segment("a", 45)), T)
        assert (lead.after, lead.words) == (0, "1 h")

    @pytest.mark.parametrize(
        "minutes, words",
        [(0, "0 min"), (45, "45 min"), (60, "1 h"), (65, "1 h 05"), (255, "4 h 15")],
    )
    def test_a_duration_is_told_in_hours_and_minutes(self, minutes: int, words: str) -> None:
        assert agenda.duration(minutes, T) == words


class TestWaysToMakeItShorter:
    def test_every_change_of_a_short_version_is_a_sentence(self) -> None:
        made = pack(
            checked_in(per="person", each="1:00"),
            segment("good-groups", 10),
            segment("work", 20),
            versions=(version("short", 25, check_in=5, good_groups="prepare"),),
        )
        (short,) = agenda.shorter(made, T)
        assert short.minutes == 25
        assert short.steps == (
            "Check in takes 5 minutes instead of 10: saves 5.",
            "Good groups is done before the session: saves 10.",
        )

    def test_nothing_is_ever_written_with_a_minus(self) -> None:
        made = pack(segment("a", 30), versions=(version("short", 20, a=20),))
        assert not any("−" in step or "-" in step for step in agenda.shorter(made, T)[0].steps)

    def test_two_meetings_name_the_segment_before_the_break(self) -> None:
        split = Split(after="purpose", close=3, re_entry=2, minutes=(43, 37))
        made = pack(segment("purpose", 40), segment("work", 35), split=split)
        assert agenda.two_meetings(made, T) == (
            "In two meetings: 43 and 37 minutes, with the break after “Purpose”."
        )

    def test_a_pack_without_a_split_says_nothing_of_two_meetings(self) -> None:
        assert agenda.two_meetings(pack(segment("a")), T) == ""


class TestFactsInWords:
    def test_where_sets_apart_what_needs_changes(self) -> None:
        modes = Modes(in_person="yes", video="with changes", phone="with changes")
        assert facts.where(modes, T) == "in the room; video and phone with changes"

    def test_where_names_only_what_is_possible(self) -> None:
        assert facts.where(Modes(in_person="no", messages="yes"), T) == "messages"
        assert facts.possible(Modes(in_person="no", messages="yes")) == ("messages",)

    @pytest.mark.parametrize(
        "level, words",
        [
            (1, "1 of 3: start anywhere"),
            (2, "2 of 3: after the agreement"),
            (3, "3 of 3: after several sessions"),
        ],
    )
    def test_trust_is_a_number_and_its_meaning(self, level: int, words: str) -> None:
        assert facts.trust(level, T) == words

    def test_people_are_a_range_and_one_number_where_there_is_one(self) -> None:
        assert facts.people(pack(segment("a"), people=(4, 6, 8)).group) == "4–8"
        assert facts.people(pack(segment("a"), people=(2, 2, 2)).group) == "2"

    def test_the_words_of_the_theme_are_translated(self) -> None:
        maori = Translator("mi", Catalogue({"alone": "takitahi", "all": "katoa"}))
        assert agenda.in_short(("solo", "all"), maori) == "takitahi, katoa"

    def test_a_short_title_ends_at_the_colon(self) -> None:
        assert (
            facts.short_title(pack(segment("a"), title="Begin well: our purpose")) == "Begin well"
        )
        assert facts.short_title(pack(segment("a"), title="Listen, then ask")) == "Listen, then ask"
