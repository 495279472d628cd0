"""The room Records: one workbook in place of another, versions of a record, print, nothing left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.client.talking import Node, talking
from tests.client.test_share import Data

ENTRY = Path(__file__).with_name("records.mjs")
SITE = "peerpress-none"
IDS = st.integers(1, 6)
WORDS = st.sampled_from(["", "Fridays", "Mondays"])


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    """Give the room, without its pages."""
    with talking(ENTRY, tmp_path_factory.mktemp("records")) as node:
        yield node


def record(number: int, words: str = "", kind: str = "goal", **more: object) -> Data:
    """Make a record; equal words make equal revisions."""
    return {
        "id": f"{number:032x}",
        "type": kind,
        "sheet": None,
        "sheet_version": None,
        "pack": None,
        "rev": f"{len(words):032x}",
        "ancestors": [],
        "updated": "2026-11-04T21:52:11.000Z",
        "body": {"different": words},
        **more,
    }


def plain(recs: list[Data]) -> list[Data]:
    """Return what is there of some records, in order."""
    found = {rec["id"]: {"id": rec["id"], "body": rec["body"]} for rec in recs}
    return [found[key] for key in sorted(found)]


books = st.dictionaries(IDS, WORDS, max_size=6).map(
    lambda found: [record(number, words) for number, words in found.items()]
)


@settings(max_examples=60, deadline=None)
@given(mine=books, theirs=books)
def test_one_workbook_in_place_of_another_is_that_one_and_undo_brings_the_first_back(
    room: Node, mine: list[Data], theirs: list[Data]
) -> None:
    change = room.call("replacement", mine, theirs)
    found = room.call("replaced", mine, theirs, change)
    assert found == {"before": plain(mine), "after": plain(theirs), "undone": plain(mine)}


def test_what_is_put_away_for_another_workbook_goes_on_from_what_it_was(room: Node) -> None:
    """So that the file it was saved in before does not bring it back by itself."""
    (gone,) = room.call("replacement", [record(1, "Fridays")], [])
    assert gone["deleted"] is True
    assert gone["ancestors"] == [record(1, "Fridays")["rev"]]


def test_nothing_is_changed_where_both_workbooks_are_the_same(room: Node) -> None:
    both = [record(1, "Fridays"), record(2, deleted=True)]
    assert room.call("replacement", both, both) == []


def test_a_record_kept_twice_is_found_with_the_one_it_is_a_copy_of(room: Node) -> None:
    first = record(1, "Fridays")
    copy = {**record(2, "Mondays"), "body": {"different": "Mondays", "copy_of": first["id"]}}
    lost = {**record(3), "body": {"copy_of": f"{9:032x}"}}
    assert room.call("keptTwice", [first, copy, lost]) == [
        {"copy": copy, "original": first},
        {"copy": lost},
    ]


def test_what_is_kept_is_counted_in_plain_words(room: Node) -> None:
    recs = [
        record(n, kind=kind) for n, kind in enumerate(["step", "goal", "step", "later", "goal"])
    ]
    assert room.call("counts", recs) == "2 goals, 2 steps, 1 other record"


class TestPrint:
    def test_a_plan_prints_whole_with_its_private_lines_and_its_steps(self, room: Node) -> None:
        goal = record(1, "Fridays")
        step = record(2, kind="step", body={"goal": goal["id"], "words": "Write cards"})
        entry = record(3, kind="entry", body={"words": "A hard day"})
        (told,) = room.call("printOf", [goal, step, entry], "plan")
        assert [one["words"] for one in told["answers"]] == [["Fridays"]]
        assert told["parts"][0]["answers"][0]["words"] == ["Write cards"]

    def test_a_journal_prints_by_date(self, room: Node) -> None:
        days = ["2026-11-06", "2026-11-03", "2026-11-05"]
        recs = [record(n, kind="entry", body={"date": day}) for n, day in enumerate(days)]
        told = room.call("printOf", recs, "journal")
        assert [one["answers"][0]["value"] for one in told] == sorted(days)

    def test_what_is_put_away_or_archived_is_not_printed(self, room: Node) -> None:
        recs = [
            record(1, "gone", deleted=True),
            record(2, body={"different": "old", "archived": True}),
        ]
        assert room.call("printOf", recs, "plan") == []

    def test_blank_forms_come_with_those_of_what_belongs_to_them(self, room: Node) -> None:
        types = [form["type"] for form in room.call("formsOf", "plan")]
        assert types[types.index("goal") + 1] == "step"
        assert "entry" not in types


class TestNothingIsLeft:
    def test_every_store_of_this_workbook_is_emptied_and_found_empty(self, room: Node) -> None:
        small = {f"{SITE}/record/1": "{}", f"{SITE}-here": "yes"}
        found = room.call("cleared", [{"different": "Fridays"}, {}], small, small)
        assert found == {
            "gone": 0,
            "rows": 0,
            "meta": {"device": None, "backup": None, "place": ""},
            "snapshots": 0,
            "here": 0,
            "undo": None,
            "local": [],
            "session": [],
        }

    def test_what_belongs_to_others_stays(self, room: Node) -> None:
        """Folders opened from disk share their stores, and one site's name may begin another's."""
        others = {f"{SITE}-two/record/1": "{}", f"{SITE}-two-here": "yes", "run /x": "1"}
        found = room.call("cleared", [], {**others, f"{SITE}/meta": "{}"}, others)
        assert found["local"] == found["session"] == list(others)
        assert found["gone"] == 0

    def test_what_a_browser_does_not_remove_is_not_called_gone(self, room: Node) -> None:
        found = room.call("cleared", [{"different": "Fridays"}], {}, {}, "sticky")
        assert found["rows"] == 1
        assert found["gone"] > 0
