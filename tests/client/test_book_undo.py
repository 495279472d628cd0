"""What is set back: each kind of change, whole, and never more than was meant."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.client.books import A_WHILE, HALF_A_SECOND, Make, bodies, kept, shown, undoable
from tests.client.talking import FOLDER, Node, Thing, talking


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    """Give the core of the workbook, where time moves when it is told to."""
    with talking(FOLDER / "core.mjs", tmp_path_factory.mktemp("undo")) as found:
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


class TestUndo:
    def test_each_kind_of_change_is_set_back(self, book: Thing) -> None:
        goal = book.tell("add", "goal", {"title": "one"}, {}, "goal added")
        book.tell("edit", goal, {"title": "two"}, "title changed")
        book.tell("remove", goal, "goal put away")
        for words, found in [
            ("goal put away", [{"title": "two"}]),
            ("title changed", [{"title": "one"}]),
            ("goal added", []),
        ]:
            assert undoable(book) == words
            book.tell("undo")
            assert bodies(book) == found
        assert undoable(book) is None
        book.tell("undo")

    def test_a_goal_goes_and_comes_with_its_steps(self, book: Thing, shelf: Thing) -> None:
        goal = book.tell("add", "goal", {"title": "Ask"})
        step = book.tell("add", "step", {"goal": goal, "words": "On Monday"})
        other = book.tell("add", "step", {"goal": "another", "words": "Stays"})
        book.tell("flush")
        book.tell("remove", goal, "goal put away")
        book.tell("flush")
        assert list(kept(shelf)) == [other]
        book.tell("undo")
        book.tell("flush")
        assert set(kept(shelf)) == {goal, step, other}

    def test_a_step_put_away_before_stays_away_when_its_goal_comes_back(self, book: Thing) -> None:
        goal = book.tell("add", "goal", {"title": "Ask"})
        step = book.tell("add", "step", {"goal": goal})
        book.tell("remove", step)
        book.tell("remove", goal)
        book.tell("undo")
        assert list(shown(book)) == [goal]

    def test_typing_on_in_a_field_is_one_change_until_one_pauses(
        self, node: Node, book: Thing
    ) -> None:
        goal = book.tell("add", "goal", {"title": ""})
        for text in ["a", "ab", "abc"]:
            book.tell("edit", goal, {"title": text})
            node.call("pass", HALF_A_SECOND)
        node.call("pass", A_WHILE)
        book.tell("edit", goal, {"title": "abcd"})
        book.tell("undo")
        assert bodies(book) == [{"title": "abc"}]
        book.tell("undo")
        assert bodies(book) == [{"title": ""}]

    def test_one_press_never_takes_back_ten_minutes_of_typing(
        self, node: Node, book: Thing
    ) -> None:
        goal = book.tell("add", "goal", {"title": ""})
        for number in range(1, 1500):
            book.tell("edit", goal, {"title": "x" * number})
            node.call("pass", HALF_A_SECOND)
        book.tell("undo")
        assert len(bodies(book)[0]["title"]) > 1400

    def test_typing_in_two_fields_is_two_changes(self, book: Thing) -> None:
        goal = book.tell("add", "goal", {"title": "", "why": ""})
        book.tell("edit", goal, {"title": "a"})
        book.tell("edit", goal, {"why": "b"})
        book.tell("undo")
        assert bodies(book) == [{"title": "a", "why": ""}]

    def test_what_comes_of_undo_is_kept_like_any_change(self, book: Thing, shelf: Thing) -> None:
        goal = book.tell("add", "goal", {"title": "one"})
        book.tell("edit", goal, {"title": "two"})
        book.tell("flush")
        book.tell("undo")
        book.tell("flush")
        assert kept(shelf)[goal]["body"] == {"title": "one"}

    def test_an_import_is_set_back_whole(self, book: Thing, node: Node) -> None:
        mine = book.tell("add", "goal", {"title": "mine"})
        book.tell("flush")
        theirs = {**shown(book)[mine], "rev": "f" * 32, "body": {"title": "theirs"}}
        new = {**theirs, "id": "e" * 32, "body": {"title": "new"}}
        book.tell("take", [theirs, new], "file taken up")
        assert bodies(book) == [{"title": "new"}, {"title": "theirs"}]
        book.tell("flush")
        assert undoable(book) == "file taken up"
        book.tell("undo")
        assert bodies(book) == [{"title": "mine"}]
        plan = node.call("mergePlan", book.tell("everything"), [theirs, new])
        assert [rec["id"] for rec in plan["back"]] == [new["id"]]

    def test_what_another_tab_changed_since_is_not_set_back(
        self, book: Thing, open_book: Make
    ) -> None:
        goal = book.tell("add", "goal", {"title": "one"})
        book.tell("edit", goal, {"title": "two"}, "title changed")
        book.tell("flush")
        other = open_book()
        other.tell("edit", goal, {"why": "because"})
        other.tell("flush")
        book.tell("refresh")
        book.tell("undo")
        assert bodies(book) == [{"title": "two", "why": "because"}]
