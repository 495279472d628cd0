"""The smaller shelf, for where the database is refused: the same promises, in less room."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.client.talking import FOLDER, Node, Thing, Thrown, talking

Data = dict[str, Any]


@pytest.fixture(scope="module")
def node(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Node]:
    """Give the core of the workbook."""
    with talking(FOLDER / "core.mjs", tmp_path_factory.mktemp("local")) as found:
        yield found


@pytest.fixture
def storage(node: Node) -> Thing:
    """Give a browser's local storage with little room."""
    return node.make("storage", 3000)


def shelf(storage: Thing, schema: int = 1, steps: dict[str, str] | None = None) -> Thing:
    """Give a shelf on it."""
    return storage.node.make("local", storage.there, schema, steps or {})


def row(number: int, title: str = "", rev: int = 0) -> Data:
    """Make a row."""
    rec: Data = {
        "id": f"{number:032x}",
        "type": "goal",
        "sheet": None,
        "sheet_version": None,
        "pack": None,
        "rev": f"{rev or number:032x}",
        "ancestors": [],
        "updated": "2026-11-05T02:52:11.000Z",
        "body": {"title": title},
    }
    return {"rec": rec, "out": False, "nth": number}


def change(row: Data, base: int | None = None) -> Data:
    """Make a change to a row."""
    return {"row": row, "base": None if base is None else f"{base:032x}"}


def titles(shelf: Thing) -> list[str]:
    """Return what is on a shelf."""
    return [row["rec"]["body"]["title"] for row in shelf.tell("load")["rows"]]


def texts(storage: Thing) -> dict[str, str]:
    """Return everything in the storage."""
    keys = [storage.tell("key", at) for at in range(storage.tell("length"))]
    return {key: storage.tell("getItem", key) for key in keys}


def test_what_is_written_is_there(storage: Thing) -> None:
    assert shelf(storage).tell("write", [change(row(1, "one")), change(row(2, "two"))]) == []
    assert titles(shelf(storage)) == ["one", "two"]
    assert sorted(key.split("/")[:2] for key in texts(storage)) == [["peerpress-a", "record"]] * 2


def test_what_somebody_else_changed_is_not_written_over(storage: Thing) -> None:
    on = shelf(storage)
    on.tell("write", [change(row(1, "one")), change(row(2, "two"))])
    on.tell("write", [change(row(1, "theirs", rev=9), 1)])
    clashes = on.tell("write", [change(row(1, "mine", rev=8), 1), change(row(2, "more", rev=7), 2)])
    assert [clash["rec"]["body"]["title"] for clash in clashes] == ["theirs"]
    assert titles(on) == ["theirs", "more"]


def test_where_there_is_no_room_nothing_of_it_is_written_and_that_is_said(storage: Thing) -> None:
    on = shelf(storage)
    on.tell("write", [change(row(1, "one")), change(row(2, "two"))])
    before = texts(storage)
    with pytest.raises(Thrown, match="Quota"):
        on.tell(
            "write",
            [
                change(row(1, "one, changed", rev=9), 1),
                change(row(3, "three")),
                change(row(4, "x" * 3000)),
            ],
        )
    assert texts(storage) == before


def test_a_book_says_that_there_is_no_room(node: Node, storage: Thing) -> None:
    book = node.make("book", shelf(storage).there)
    goal = book.tell("add", "goal", {"title": "x" * 3000})
    book.tell("flush")
    assert node.call("saving", book.there) == "failed"
    book.tell("edit", goal, {"title": "short"})
    book.tell("flush")
    assert node.call("saving", book.there) == "saved"
    assert titles(shelf(storage)) == ["short"]


def test_snapshots_give_way_to_newer_ones_where_room_is_short(storage: Thing) -> None:
    on = shelf(storage)
    for number in range(1, 9):
        rows = [row(number, "x" * 300)]
        on.tell("keep", {"at": str(number), "why": "import", "rows": rows})
    kept = [snapshot["at"] for snapshot in on.tell("snapshots")]
    assert 1 < len(kept) <= 5
    assert kept[-1] == "8"
    with pytest.raises(Thrown, match="Quota"):
        on.tell("keep", {"at": "9", "why": "import", "rows": [row(9, "x" * 3000)]})


def test_what_cannot_be_read_is_set_aside_and_counted_each_time(storage: Thing) -> None:
    on = shelf(storage)
    on.tell("write", [change(row(1, "one"))])
    storage.tell("setItem", "peerpress-a/record/spoiled", '{"rec": {"id": "spoiled"}')
    for _ in range(2):
        loaded = shelf(storage).tell("load")
        assert (len(loaded["rows"]), loaded["aside"]) == (1, 1)
    assert texts(storage)["peerpress-a/aside/spoiled"] == '{"rec": {"id": "spoiled"}'


def test_settings_are_kept(storage: Thing) -> None:
    shelf(storage).tell("writeMeta", {"device": "own"})
    shelf(storage).tell("writeMeta", {"place": "plan"})
    meta = shelf(storage).tell("load")["meta"]
    assert meta == {"device": "own", "backup": None, "place": "plan"}


def test_a_row_that_changed_is_not_dropped(storage: Thing) -> None:
    on = shelf(storage)
    on.tell("write", [change(row(1, "one")), change(row(2, "two", rev=9))])
    on.tell("drop", [row(1), row(2)])
    assert titles(on) == ["two"]


def test_clearing_leaves_what_is_of_others(storage: Thing) -> None:
    on = shelf(storage)
    on.tell("write", [change(row(1, "one"))])
    on.tell("keep", {"at": "", "why": "import", "rows": []})
    storage.tell("setItem", "peerpress-another/record/x", "theirs")
    on.tell("clear")
    assert texts(storage) == {"peerpress-another/record/x": "theirs"}


class TestVersions:
    def test_records_are_made_new_once(self, storage: Thing) -> None:
        shelf(storage).tell("write", [change(row(1, "one"))])
        on = shelf(storage, 3, {"1": "a", "2": "b"})
        on.tell("write", [change(row(2, "two"))])
        for _ in range(2):
            on.tell("migrate")
            bodies = [row["rec"]["body"] for row in on.tell("load")["rows"]]
            assert bodies == [{"title": "one", "steps": "ab"}, {"title": "two"}]
        (snapshot,) = on.tell("snapshots")
        assert [row["rec"]["body"] for row in snapshot["rows"]] == [{"title": "one"}]

    def test_a_step_that_breaks_changes_nothing(self, storage: Thing) -> None:
        shelf(storage).tell("write", [change(row(1, "one"))])
        before = texts(storage)
        with pytest.raises(Thrown, match="the step broke"):
            shelf(storage, 3, {"1": "a", "2": "!"}).tell("migrate")
        assert texts(storage) == before

    def test_newer_records_are_known_as_such(self, storage: Thing) -> None:
        shelf(storage, 2).tell("write", [change(row(1, "one"))])
        assert shelf(storage).tell("newest") == 2
        assert json.loads(next(iter(texts(storage).values())))["schema"] == 2
