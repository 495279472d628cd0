"""Two tabs on one shelf, in any order of doings: what was typed in either is there at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.client.talking import FOLDER, Node, Promise, Thing, talking

TAB = st.integers(0, 1)
SMALL = st.integers(0, 3)
DOING = st.one_of(
    st.tuples(st.just("add"), TAB),
    st.tuples(st.just("type"), TAB, SMALL, st.sampled_from(["title", "why"])),
    st.tuples(st.just("type"), TAB, SMALL, st.sampled_from(["title", "why"])),
    st.tuples(st.just("step"), TAB, SMALL),
    st.tuples(st.just("remove"), TAB, SMALL),
    st.tuples(st.just("undo"), TAB),
    st.tuples(st.just("flush"), TAB),
    st.tuples(st.just("flush"), TAB),
    st.tuples(st.just("refresh"), TAB),
    st.tuples(st.just("file"), TAB),
    st.tuples(st.just("open"), TAB),
    st.tuples(st.just("leave"), TAB),
    st.tuples(st.just("hold")),
    st.tuples(st.just("land")),
    st.tuples(st.just("refuse")),
    st.tuples(st.just("pass")),
)
Doing = tuple[Any, ...]
WORD = re.compile(r"\bw\d+\b")


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    """Give the core of the workbook, where time moves when it is told to."""
    with talking(FOLDER / "core.mjs", tmp_path_factory.mktemp("tabs")) as found:
        yield found


@dataclass
class Tabs:
    """Two tabs, and what somebody wrote in them and did not take away again."""

    node: Node
    shelf: Thing
    books: list[Thing]
    typed: set[str] = field(default_factory=set)
    count: int = 0
    under_way: list[Promise] = field(default_factory=list)
    files: list[list[Any]] = field(default_factory=list)

    @classmethod
    def open(cls, node: Node) -> Tabs:
        shelf = node.make("shelf")
        first = node.make("book", shelf.there)
        tabs = cls(node, shelf, [first])
        tabs.do("add", 0)
        tabs.do("step", 0, 0)
        first.tell("flush")
        tabs.books.append(node.make("book", shelf.there))
        return tabs

    def do(self, what: str, *rest: Any) -> None:
        """Do one thing."""
        getattr(self, f"_{what}")(*rest)

    def end(self) -> set[str]:
        """Let everything be kept; return the words in live records, the same in both tabs."""
        self.shelf.tell("refuse", 0)
        self.shelf.tell("land", "all")
        for promise in self.under_way:
            promise.wait()
        for _ in range(2):
            for book in self.books:
                book.tell("flush")
                assert not book.tell("isBehind")
        for book in self.books:
            book.tell("refresh")
            assert self._live(book) == self.shelf.tell("live")
        return words_in(self.shelf.tell("live"))

    def _live(self, book: Thing) -> dict[str, Any]:
        found: dict[str, Any] = self.node.call("shown", book.there)
        return found

    def _word(self) -> str:
        self.count += 1
        self.typed.add(f"w{self.count}")
        return f"w{self.count}"

    def _one(self, tab: int, number: int) -> tuple[Thing, dict[str, Any] | None]:
        book = self.books[tab]
        live = list(self._live(book).values())
        return book, live[number % len(live)] if live else None

    def _taking_away(self, tab: int, method: str, *values: Any) -> None:
        """Do what may take words out of sight: that is meant, whatever the other tab does."""
        before = words_in(self._live(self.books[tab]))
        self.books[tab].tell(method, *values)
        self.typed -= before - words_in(self._live(self.books[tab]))

    def _add(self, tab: int) -> None:
        self.books[tab].tell("add", "goal", {"title": self._word()})

    def _step(self, tab: int, number: int) -> None:
        book, rec = self._one(tab, number)
        if rec:
            book.tell("add", "step", {"goal": rec["id"], "title": self._word()})

    def _type(self, tab: int, number: int, name: str) -> None:
        book, rec = self._one(tab, number)
        if rec:
            book.tell("edit", rec["id"], {name: f"{rec['body'].get(name, '')} {self._word()}"})

    def _remove(self, tab: int, number: int) -> None:
        _, rec = self._one(tab, number)
        if rec:
            self._taking_away(tab, "remove", rec["id"])

    def _undo(self, tab: int) -> None:
        self._taking_away(tab, "undo")

    def _flush(self, tab: int) -> None:
        self.under_way.append(self.books[tab].start("flush"))

    def _refresh(self, tab: int) -> None:
        self.under_way.append(self.books[tab].start("refresh"))

    def _file(self, tab: int) -> None:
        recs = self.books[tab].tell("everything")
        self.files.append(recs)
        self.under_way.append(self.books[tab].start("sentOut", recs))

    def _open(self, tab: int) -> None:
        """Open the newest file as the page does: what it would bring is reckoned first."""
        if not self.files:
            return
        plan = self.node.call("mergePlan", self.books[tab].tell("everything"), self.files[-1])
        recs = self.node.call("recordsToTake", plan)
        self._taking_away(tab, "take", recs, "file taken up")

    def _leave(self, tab: int) -> None:
        """Load the page anew: what was not kept is what the next one begins with."""
        last_words = self.books[tab].tell("unkept")
        self.books[tab] = self.node.make("book", self.shelf.there)
        self.under_way.append(self.books[tab].start("recover", last_words))

    def _hold(self) -> None:
        self.shelf.tell("hold")

    def _land(self) -> None:
        self.shelf.tell("land")

    def _refuse(self) -> None:
        self.shelf.tell("refuse", 1)

    def _pass(self) -> None:
        self.node.call("pass", 400)


def words_in(live: dict[str, Any]) -> set[str]:
    """Return the words in live records."""
    texts = [text for rec in live.values() for text in rec["body"].values()]
    return {word for text in texts for word in WORD.findall(str(text))}


def nothing_is_lost(node: Node, doings: list[Doing]) -> None:
    tabs = Tabs.open(node)
    for doing in doings:
        tabs.do(*doing)
    there = tabs.end()
    assert tabs.typed <= there, f"lost: {sorted(tabs.typed - there)}"


QUIET = (HealthCheck.function_scoped_fixture, HealthCheck.too_slow)


def test_nothing_typed_in_two_tabs_is_lost(node: Node) -> None:
    """Whatever is written, held up, refused, put away, set back, left or read from a file."""

    @settings(max_examples=300, deadline=None, suppress_health_check=QUIET)
    @given(st.lists(DOING, min_size=3, max_size=25))
    def play(doings: list[Doing]) -> None:
        nothing_is_lost(node, doings)

    play()


@pytest.mark.campaign
def test_nothing_typed_in_two_tabs_is_lost_in_ten_thousand_stories(node: Node) -> None:
    @settings(max_examples=10_000, deadline=None, suppress_health_check=QUIET)
    @given(st.lists(DOING, min_size=5, max_size=60))
    def play(doings: list[Doing]) -> None:
        nothing_is_lost(node, doings)

    play()
