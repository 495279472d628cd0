"""Two tabs that change the same at once: both are kept, and each hears of the other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.client.books import Make, bodies, kept, shown
from tests.client.talking import FOLDER, Node, Thing, talking


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    """Give the core of the workbook, where time moves when it is told to."""
    with talking(FOLDER / "core.mjs", tmp_path_factory.mktemp("shared")) as found:
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


class TestTwoTabs:
    def test_what_both_changed_at_once_is_there_twice(
        self, book: Thing, open_book: Make, shelf: Thing
    ) -> None:
        goal = book.tell("add", "goal", {"title": ""})
        book.tell("flush")
        other = open_book()
        book.tell("edit", goal, {"title": "mine"})
        other.tell("edit", goal, {"title": "theirs"})
        book.tell("flush")
        other.tell("flush")
        assert kept(shelf) == shown(other)
        assert bodies(other) == [{"title": "mine"}, {"title": "theirs", "copy_of": goal}]

    def test_the_same_words_from_both_are_there_once(
        self, book: Thing, open_book: Make, shelf: Thing
    ) -> None:
        goal = book.tell("add", "goal", {"title": ""})
        book.tell("flush")
        other = open_book()
        for tab in (book, other):
            tab.tell("edit", goal, {"title": "alike"})
            tab.tell("flush")
        assert [rec["body"] for rec in kept(shelf).values()] == [{"title": "alike"}]

    def test_what_is_typed_while_a_clash_comes_back_is_in_the_copy(
        self, book: Thing, open_book: Make, shelf: Thing
    ) -> None:
        goal = book.tell("add", "goal", {"title": ""})
        book.tell("flush")
        other = open_book()
        other.tell("edit", goal, {"title": "theirs"})
        other.tell("flush")
        book.tell("edit", goal, {"title": "mine"})
        shelf.tell("hold")
        flying = book.start("flush")
        book.tell("edit", goal, {"title": "mine and more"})
        shelf.tell("land", "all")
        flying.wait()
        book.tell("flush")
        assert {"title": "mine and more", "copy_of": goal} in bodies(book)

    def test_a_change_outlives_a_putting_away_whoever_is_first(
        self, book: Thing, open_book: Make, shelf: Thing
    ) -> None:
        goals = [book.tell("add", "goal", {"title": ""}) for _ in range(2)]
        book.tell("flush")
        other = open_book()
        book.tell("remove", goals[0])
        book.tell("edit", goals[1], {"title": "mine"})
        book.tell("flush")
        other.tell("edit", goals[0], {"title": "theirs"})
        other.tell("remove", goals[1])
        other.tell("flush")
        assert {id_: rec["body"]["title"] for id_, rec in kept(shelf).items()} == {
            goals[0]: "theirs",
            goals[1]: "mine",
        }

    def test_looking_again_brings_what_the_other_tab_kept_and_leaves_what_is_typed_here(
        self, book: Thing, open_book: Make
    ) -> None:
        goals = [book.tell("add", "goal", {"title": ""}) for _ in range(2)]
        book.tell("flush")
        other = open_book()
        other.tell("edit", goals[0], {"title": "theirs"})
        added = other.tell("add", "goal", {"title": "new"})
        other.tell("flush")
        book.tell("edit", goals[1], {"title": "typed"})
        book.tell("refresh", [goals[0], added])
        assert bodies(book) == [{"title": "new"}, {"title": "theirs"}, {"title": "typed"}]

    def test_what_is_read_while_a_write_is_under_way_does_not_hide_what_was_typed(
        self, book: Thing, shelf: Thing
    ) -> None:
        goal = book.tell("add", "goal", {"title": ""})
        book.tell("flush")
        book.tell("edit", goal, {"title": "typed"})
        shelf.tell("hold")
        flying = book.start("flush")
        looking = book.start("refresh")
        shelf.tell("land", "all")
        flying.wait()
        looking.wait()
        assert bodies(book) == [{"title": "typed"}]

    def test_each_write_is_told_to_the_other_tabs(self, node: Node, book: Thing) -> None:
        heard = node.make("news", book.there)
        goal = book.tell("add", "goal", {"title": ""})
        book.tell("flush")
        book.tell("flush")
        book.tell("setMeta", {"device": "own"})
        book.tell("clear")
        assert node.call("list", heard.there) == [
            {"what": "kept", "ids": [goal]},
            {"what": "meta"},
            {"what": "cleared"},
        ]

    def test_what_was_typed_before_the_seat_was_lost_is_kept(
        self, node: Node, book: Thing, open_book: Make, shelf: Thing
    ) -> None:
        goal = book.tell("add", "goal", {"title": ""})
        book.tell("flush")
        other = open_book()
        other.tell("edit", goal, {"title": "theirs"})
        other.tell("flush")
        book.tell("edit", goal, {"title": "mine"})
        node.call("only_reads", book.there)
        book.tell("flush")
        titles = [rec["body"]["title"] for rec in kept(shelf).values()]
        assert sorted(titles) == ["mine", "theirs"]


class TestTheLastMoment:
    """What was typed when the page went is what the next page begins with."""

    def test_it_is_taken_up_in_its_place(self, book: Thing, shelf: Thing, open_book: Make) -> None:
        goal = book.tell("add", "goal", {"title": "one"})
        book.tell("flush")
        book.tell("edit", goal, {"title": "one, and last words"})
        added = book.tell("add", "goal", {"title": "new"})
        open_book().tell("recover", book.tell("unkept"))
        assert {id_: rec["body"]["title"] for id_, rec in kept(shelf).items()} == {
            goal: "one, and last words",
            added: "new",
        }

    def test_it_is_put_beside_what_has_come_there_since(
        self, book: Thing, shelf: Thing, open_book: Make
    ) -> None:
        goals = [book.tell("add", "goal", {"title": ""}) for _ in range(2)]
        book.tell("flush")
        book.tell("edit", goals[0], {"title": "last words"})
        book.tell("remove", goals[1])
        other = open_book()
        for goal in goals:
            other.tell("edit", goal, {"title": "theirs"})
        other.tell("flush")
        open_book().tell("recover", book.tell("unkept"))
        bodies_ = sorted((rec["body"] for rec in kept(shelf).values()), key=str)
        copy = {"title": "last words", "copy_of": goals[0]}
        assert bodies_ == [copy, {"title": "theirs"}, {"title": "theirs"}]

    def test_it_is_taken_up_once_even_if_it_had_been_kept(
        self, book: Thing, shelf: Thing, open_book: Make
    ) -> None:
        goal = book.tell("add", "goal", {"title": "one"})
        last_words = book.tell("unkept")
        book.tell("flush")
        for _ in range(2):
            open_book().tell("recover", last_words)
        assert list(kept(shelf)) == [goal]

    def test_nothing_is_left_when_everything_is_kept(self, book: Thing, shelf: Thing) -> None:
        book.tell("add", "goal", {"title": "one"})
        shelf.tell("hold")
        flying = book.start("flush")
        assert len(book.tell("unkept")) == 1
        shelf.tell("land", "all")
        flying.wait()
        assert book.tell("unkept") == []
