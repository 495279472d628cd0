"""The workbook in memory: what is typed is kept, or is said not to be, and never lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.client.books import (
    A_MONTH,
    A_WHILE,
    HALF_A_SECOND,
    Make,
    bodies,
    kept,
    shown,
    state,
    undoable,
)
from tests.client.talking import FOLDER, Node, Thing, talking


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    """Give the core of the workbook, where time moves when it is told to."""
    with talking(FOLDER / "core.mjs", tmp_path_factory.mktemp("book")) as found:
        yield found


@pytest.fixture
def shelf(node: Node) -> Thing:
    """Give an empty shelf."""
    return node.make("shelf")


@pytest.fixture
def open_book(node: Node, shelf: Thing) -> Make:
    """Give what opens a workbook on the shelf: a tab."""
    return lambda: node.make("book", shelf.there)


@pytest.fixture
def book(open_book: Make) -> Thing:
    """Give a workbook on the shelf."""
    return open_book()


class TestKeeping:
    def test_an_empty_workbook_says_that_it_is_empty(self, book: Thing) -> None:
        assert state(book) == "empty"

    def test_what_is_typed_is_kept_within_half_a_second(
        self, node: Node, book: Thing, shelf: Thing
    ) -> None:
        goal = book.tell("add", "goal", {"title": "Ask"})
        assert (state(book), kept(shelf)) == ("saving", {})
        node.call("pass", HALF_A_SECOND)
        assert (state(book), list(kept(shelf))) == ("saved", [goal])

    def test_typing_on_and_on_does_not_put_keeping_off(
        self, node: Node, book: Thing, shelf: Thing
    ) -> None:
        goal = book.tell("add", "goal", {"title": ""})
        for number in range(10):
            book.tell("edit", goal, {"title": "x" * number})
            node.call("pass", HALF_A_SECOND / 4)
        assert len(kept(shelf)[goal]["body"]["title"]) >= 6

    def test_saved_is_not_said_before_it_is_so(self, node: Node, book: Thing, shelf: Thing) -> None:
        shelf.tell("hold")
        book.tell("add", "goal", {"title": "Ask"})
        node.call("pass", A_WHILE)
        assert (state(book), book.tell("isBehind")) == ("saving", True)
        shelf.tell("land", "all")
        assert (state(book), book.tell("isBehind")) == ("saved", False)

    def test_what_is_typed_while_it_is_being_kept_is_kept_too(
        self, book: Thing, shelf: Thing
    ) -> None:
        goal = book.tell("add", "goal", {"title": "one"})
        shelf.tell("hold")
        first = book.start("flush")
        book.tell("edit", goal, {"title": "one two"})
        shelf.tell("land", "all")
        first.wait()
        assert shown(book)[goal]["body"] == {"title": "one two"}
        assert state(book) == "saving"
        book.tell("flush")
        assert kept(shelf)[goal]["body"] == {"title": "one two"}

    def test_what_the_shelf_refuses_is_said_and_tried_again(
        self, node: Node, book: Thing, shelf: Thing
    ) -> None:
        shelf.tell("refuse", 2)
        goal = book.tell("add", "goal", {"title": "one"})
        book.tell("flush")
        assert (state(book), book.tell("isBehind")) == ("failed", True)
        book.tell("edit", goal, {"title": "one two"})
        assert state(book) == "failed"
        node.call("pass", A_WHILE)
        assert state(book) == "failed"
        node.call("pass", A_WHILE)
        assert (state(book), kept(shelf)[goal]["body"]) == ("saved", {"title": "one two"})

    def test_records_come_back_in_the_order_they_were_made(
        self, book: Thing, open_book: Make
    ) -> None:
        goals = [book.tell("add", "goal", {"title": str(n)}) for n in range(20)]
        book.tell("flush")
        book.tell("edit", goals[3], {"title": "changed"})
        book.tell("flush")
        assert [rec["id"] for rec in open_book().tell("all", "goal")] == goals

    def test_changing_nothing_is_no_change(self, book: Thing) -> None:
        goal = book.tell("add", "goal", {"title": "one", "order": 1}, {}, "goal added")
        book.tell("flush")
        before = shown(book)[goal]
        book.tell("edit", goal, {"title": "one", "order": 1}, "changed")
        assert (state(book), undoable(book), shown(book)[goal]) == ("saved", "goal added", before)

    def test_keystrokes_leave_no_trace_in_what_a_record_remembers(self, book: Thing) -> None:
        goal = book.tell("add", "goal", {"title": ""})
        for number in range(60):
            book.tell("edit", goal, {"title": "x" * number})
            book.tell("flush")
        assert shown(book)[goal]["ancestors"] == []

    def test_settings_are_kept_one_by_one(self, node: Node, book: Thing, open_book: Make) -> None:
        other = open_book()
        book.tell("setMeta", {"device": "own"})
        other.tell("setMeta", {"place": "plan"})
        found = node.call("meta", open_book().there)
        assert found == {"device": "own", "backup": None, "place": "plan"}

    def test_what_was_put_away_a_month_ago_is_gone_for_good(
        self, node: Node, book: Thing, open_book: Make, shelf: Thing
    ) -> None:
        goal = book.tell("add", "goal", {"title": "old"})
        book.tell("remove", goal)
        book.tell("flush")
        assert [rec["id"] for rec in open_book().tell("everything")] == [goal]
        node.call("pass", A_MONTH)
        assert open_book().tell("everything") == []
        assert shelf.tell("load")["rows"] == []

    def test_a_tab_that_only_reads_writes_nothing(self, node: Node, book: Thing) -> None:
        goal = book.tell("add", "goal", {"title": "one"})
        node.call("only_reads", book.there)
        book.tell("edit", goal, {"title": "two"})
        book.tell("remove", goal)
        book.tell("undo")
        assert bodies(book) == [{"title": "one"}]


class TestFiles:
    def test_what_is_not_kept_yet_is_in_the_file_as_it_will_be_kept(
        self, book: Thing, shelf: Thing
    ) -> None:
        goal = book.tell("add", "goal", {"title": "one"})
        book.tell("flush")
        book.tell("edit", goal, {"title": "two"})
        shelf.tell("refuse", 1)
        book.tell("flush")
        (typed,) = book.tell("everything")
        assert typed["body"] == {"title": "two"}
        book.tell("flush")
        assert kept(shelf)[goal] == typed

    def test_what_was_in_a_file_becomes_an_ancestor(self, book: Thing) -> None:
        goal = book.tell("add", "goal", {"title": "one"})
        (sent,) = book.tell("everything")
        book.tell("sentOut", [goal])
        book.tell("edit", goal, {"title": "two"})
        book.tell("flush")
        assert shown(book)[goal]["ancestors"] == [sent["rev"]]

    @pytest.mark.parametrize("is_kept", [True, False])
    def test_what_was_typed_since_the_file_goes_on_from_the_file(
        self, book: Thing, shelf: Thing, *, is_kept: bool
    ) -> None:
        goal = book.tell("add", "goal", {"title": "one"})
        if is_kept:
            book.tell("flush")
        sent = book.tell("everything")
        book.tell("edit", goal, {"title": "two"})
        book.tell("flush")
        book.tell("sentOut", sent)
        assert kept(shelf)[goal]["body"] == {"title": "two"}
        assert kept(shelf)[goal]["ancestors"] == [sent[0]["rev"]]

    def test_saying_twice_that_it_is_in_a_file_says_nothing_new(self, book: Thing) -> None:
        goal = book.tell("add", "goal", {"title": "one"})
        book.tell("sentOut", [goal])
        once = shown(book)
        book.tell("sentOut", [goal])
        book.tell("sentOut", list(once.values()))
        assert shown(book) == once

    def test_a_record_remembers_the_last_fifty_files(self, book: Thing) -> None:
        goal = book.tell("add", "goal", {"title": ""})
        revs = []
        for number in range(60):
            book.tell("edit", goal, {"title": str(number)})
            book.tell("sentOut", [goal])
            revs.append(shown(book)[goal]["rev"])
        assert shown(book)[goal]["ancestors"] == revs[-51:-1]

    def test_a_snapshot_holds_what_is_not_kept_yet(self, book: Thing, shelf: Thing) -> None:
        book.tell("add", "goal", {"title": "one"})
        shelf.tell("refuse", 1)
        book.tell("snapshot", "import")
        (snapshot,) = shelf.tell("snapshots")
        assert [row["rec"]["body"] for row in snapshot["rows"]] == [{"title": "one"}]


class TestTheEnd:
    def test_delete_everything_leaves_nothing(
        self, node: Node, book: Thing, shelf: Thing, open_book: Make
    ) -> None:
        book.tell("add", "goal", {"title": "one"}, {}, "goal added")
        book.tell("snapshot", "delete")
        book.tell("setMeta", {"device": "shared"})
        book.tell("add", "goal", {"title": "not kept yet"})
        book.tell("clear")
        node.call("pass", A_WHILE)
        assert (state(book), bodies(book), undoable(book)) == ("empty", [], None)
        assert node.call("meta", book.there)["device"] is None
        assert shelf.tell("load")["rows"] == []
        assert shelf.tell("snapshots") == []
        assert open_book().tell("all", "goal") == []

    def test_a_write_under_way_does_not_outlive_the_end(self, book: Thing, shelf: Thing) -> None:
        book.tell("add", "goal", {"title": "one"})
        shelf.tell("hold")
        flying = book.start("flush")
        clearing = book.start("clear")
        shelf.tell("land", "all")
        flying.wait()
        clearing.wait()
        assert shelf.tell("load")["rows"] == []

    def test_one_can_begin_anew_after_the_end(self, book: Thing, shelf: Thing) -> None:
        book.tell("add", "goal", {"title": "one"})
        book.tell("clear")
        goal = book.tell("add", "goal", {"title": "two"})
        book.tell("flush")
        assert list(kept(shelf)) == [goal]
