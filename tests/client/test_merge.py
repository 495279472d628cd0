"""A file and what is here: what is added, what goes on, what stands twice; nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.client.talking import FOLDER, Node, Thing, talking

Rec = dict[str, Any]
Plan = dict[str, list[Rec]]


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    """Give the core of the workbook, where time moves when it is told to."""
    with talking(FOLDER / "core.mjs", tmp_path_factory.mktemp("merge")) as found:
        yield found


class Device:
    """A workbook on a device of its own; files are all that passes between two."""

    def __init__(self, node: Node) -> None:
        self.node = node
        self.book: Thing = node.make("book", node.make("shelf").there)

    def add(self, title: str) -> str:
        found: str = self.book.tell("add", "goal", {"title": title})
        return found

    def edit(self, goal: str, title: str) -> None:
        self.book.tell("edit", goal, {"title": title})

    def file(self) -> str:
        """Save everything to a file."""
        self.book.tell("flush")
        recs = self.book.tell("everything")
        self.book.tell("sentOut", recs)
        found: str = self.node.call("writeFile", recs, {"site": "kowhai", "app": "1"})
        return found

    def plan(self, file: str) -> Plan:
        """Look at what a file would bring."""
        read = self.node.call("readFile", file)
        assert read["kind"] == "workbook", read
        found: Plan = self.node.call(
            "mergePlan", self.book.tell("everything"), read["file"]["records"]
        )
        return found

    def open(self, file: str, **options: bool) -> Plan:
        """Take up what a file brings, and keep it."""
        plan = self.plan(file)
        self.book.tell("take", self.node.call("recordsToTake", plan, options), "file opened")
        self.book.tell("flush")
        return plan

    @property
    def titles(self) -> list[str]:
        live: dict[str, Rec] = self.node.call("shown", self.book.there)
        return sorted(rec["body"]["title"] for rec in live.values())


def counts(plan: Plan) -> dict[str, int]:
    """Return how many records are in each list that has any."""
    return {name: len(recs) for name, recs in plan.items() if recs}


@pytest.fixture
def home(node: Node) -> Device:
    """Give the workbook on the site, at home."""
    return Device(node)


@pytest.fixture
def zipped(node: Node) -> Device:
    """Give the workbook of a pack, in a folder."""
    return Device(node)


def test_a_file_is_the_bridge_between_two_workbooks(home: Device, zipped: Device) -> None:
    """A goal made in the zip (a), gone on with at home (b), and carried back."""
    goal = zipped.add("a")
    assert counts(home.open(zipped.file())) == {"add": 1}
    home.edit(goal, "b")
    assert counts(zipped.open(home.file())) == {"replace": 1}
    assert zipped.titles == ["b"]


def test_what_went_on_in_both_is_kept_twice(home: Device, zipped: Device) -> None:
    """The goal of the zip became c while it became b at home: both stay."""
    goal = zipped.add("a")
    home.open(zipped.file())
    home.edit(goal, "b")
    zipped.edit(goal, "c")
    plan = zipped.open(home.file())
    assert counts(plan) == {"both": 1}
    assert plan["both"][0]["body"] == {"title": "b", "copy_of": goal}
    assert zipped.titles == ["b", "c"]


def test_the_same_file_twice_brings_nothing_more(home: Device, zipped: Device) -> None:
    goal = zipped.add("a")
    home.open(zipped.file())
    home.edit(goal, "b")
    zipped.edit(goal, "c")
    file = home.file()
    zipped.open(file)
    assert counts(zipped.open(file)) == {"same": 1}
    copy = next(rec for rec in zipped.book.tell("everything") if rec["body"].get("copy_of") == goal)
    zipped.edit(copy["id"], "b, gone on with")
    assert counts(zipped.open(file)) == {"same": 1}
    assert zipped.titles == ["b, gone on with", "c"]


def test_an_older_file_takes_nothing_away(home: Device) -> None:
    goal = home.add("a")
    file = home.file()
    for title in ["b", "c"]:
        home.edit(goal, title)
        home.file()
    assert counts(home.open(file)) == {"older": 1}
    assert home.titles == ["c"]


def test_typing_between_two_files_does_not_part_them(home: Device, zipped: Device) -> None:
    goal = home.add("a")
    zipped.open(home.file())
    for number in range(80):
        home.edit(goal, "b" * number)
        home.book.tell("flush")
    assert counts(zipped.open(home.file())) == {"replace": 1}


def test_what_is_put_away_in_one_is_put_away_in_the_other(home: Device, zipped: Device) -> None:
    goal = zipped.add("a")
    home.open(zipped.file())
    home.book.tell("remove", goal)
    assert counts(zipped.open(home.file())) == {"replace": 1}
    assert zipped.titles == []


@pytest.mark.parametrize("is_away_here", [True, False])
def test_a_change_outlives_a_putting_away(
    home: Device, zipped: Device, *, is_away_here: bool
) -> None:
    goal = zipped.add("a")
    home.open(zipped.file())
    away, changed = (home, zipped) if is_away_here else (zipped, home)
    away.book.tell("remove", goal)
    changed.edit(goal, "changed")
    home.open(zipped.file())
    zipped.open(home.file())
    assert home.titles == zipped.titles == ["changed"]


def test_what_was_put_away_since_comes_back_when_that_is_asked_for(home: Device) -> None:
    goal = home.add("a")
    file = home.file()
    home.book.tell("remove", goal)
    assert counts(home.open(file)) == {"back": 1}
    assert home.titles == []
    home.open(file, back=True)
    assert home.titles == ["a"]


def test_what_came_back_stays_back_elsewhere(home: Device, zipped: Device) -> None:
    goal = home.add("a")
    file = home.file()
    home.book.tell("remove", goal)
    zipped.open(home.file())
    home.open(file, back=True)
    zipped.open(home.file())
    assert zipped.titles == ["a"]


def test_a_record_put_away_that_was_never_here_is_no_news(home: Device, zipped: Device) -> None:
    zipped.book.tell("remove", zipped.add("a"))
    assert counts(home.plan(zipped.file())) == {"same": 1}


def test_a_file_that_was_written_in_by_hand_is_not_taken_for_the_same(
    node: Node, home: Device
) -> None:
    goal = home.add("a")
    home.file()
    (rec,) = home.book.tell("everything")
    changed = {**rec, "body": {"title": "by hand"}}
    plan = node.call("mergePlan", [rec], [changed])
    assert counts(plan) == {"both": 1}
    assert plan["both"][0]["body"] == {"title": "by hand", "copy_of": goal}


def test_a_file_may_hold_a_record_twice(node: Node, home: Device) -> None:
    home.add("a")
    (rec,) = home.book.tell("everything")
    other = {**rec, "rev": "f" * 32, "body": {"title": "b"}}
    assert counts(node.call("mergePlan", [], [rec, other, rec])) == {"add": 1, "both": 1, "same": 1}


def test_everything_comes_back_from_a_file(home: Device, zipped: Device) -> None:
    """Also what this version knows nothing of."""
    home.add("a")
    home.book.tell("add", "of-a-later-version", {"title": "b", "deep": {"list": [1, None, True]}})
    home.book.tell("add", "answers", {"title": "c"}, {"sheet": "gap-review", "sheet_version": "1"})
    home.book.tell("remove", home.add("d"))
    file = home.file()
    zipped.open(file)
    assert zipped.book.tell("everything") == [
        rec for rec in home.book.tell("everything") if not rec.get("deleted")
    ]
