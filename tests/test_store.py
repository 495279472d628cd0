"""The store: what is kept between builds, and that losing any of it is no loss."""

from __future__ import annotations

import datetime
import pickle
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.digest import of_bytes
from builder.files import write_whole
from builder.model.page import Head, Text
from builder.model.part import Marks, PageFile, Part
from builder.plan import Made
from builder.problems import Problem, Span
from builder.store import Blobs, Busy, Store


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """Give an empty store."""
    made = Store(tmp_path / "store")
    yield made
    made.close()


def part(title: str = "About") -> Part:
    """Return a part with something of everything in it."""
    head = Head(title=title, published=datetime.date(2026, 10, 5), tags=("a", "b"))
    problem = Problem(Span("content/about.md", 3, 1), "review-due", "due", level="warning")
    marks = Marks("content/about.md", {(): (1, 1, 1), ("tags", 0): (3, 8, 1)})
    page = PageFile(head, Text("0" * 32, "content/about.md"))
    return Part("content/about.md", "1" * 32, 120, page, marks, (problem,))


def test_bytes_are_kept_under_their_digest(store: Store) -> None:
    """The same bytes once only."""
    digest = store.blobs.write(b"words")
    assert digest == of_bytes(b"words") == store.blobs.write(b"words")
    assert store.blobs.has(digest)
    assert store.blobs.read(digest) == b"words"
    assert not store.blobs.has("0" * 32)


def test_a_file_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What fails leaves the old file, and nothing beside it."""
    path = tmp_path / "deep/er/file"
    write_whole(str(path), b"old")

    def broken(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.replace", broken)
    with pytest.raises(KeyboardInterrupt):
        write_whole(str(path), b"new")
    assert path.read_bytes() == b"old"
    assert list(path.parent.iterdir()) == [path]


def test_a_part_comes_back_as_it_was(tmp_path: Path) -> None:
    """With its problems, and in another process: warnings come back on every build."""
    first = Store(tmp_path)
    first.keep_part("key", part())
    first.close()
    second = Store(tmp_path)
    assert second.part("key") == part()
    assert second.part("another key") is None
    second.close()


def test_a_damaged_part_is_read_anew(store: Store) -> None:
    """Wherever it was cut off, and whatever stands in it."""
    whole = pickle.dumps(part(), protocol=pickle.HIGHEST_PROTOCOL)
    damaged = [whole[:end] for end in range(len(whole))]
    damaged += [whole[:at] + b"\xff" + whole[at + 1 :] for at in range(0, len(whole), 3)]
    for value in damaged:
        with store._index:
            store._index.execute("insert or replace into parts values ('key', ?)", (value,))
        store.part("key")  # a part that is wrong in a letter is a part; what matters: it ends
    assert store.part("key") != part()


class Harm:
    """Calls something when it is read back."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        """Say what is called."""
        return print, ("harm",)


@pytest.mark.parametrize("value", [Harm(), Path("x"), [Harm()], Problem])
def test_nothing_but_parts_is_read_back(
    store: Store, capsys: pytest.CaptureFixture[str], value: object
) -> None:
    """A store that came with somebody's folder can run nothing."""
    store.keep_part("key", value)
    store.part("key")
    assert capsys.readouterr().out == ""
    if value is not Problem:
        assert store.part("key") is None


def test_outputs_are_remembered_by_fingerprint(store: Store) -> None:
    """With their size and their number of pages."""
    store.keep_made("f1", Made("d1", 10))
    store.keep_made("f2", Made("d2", 20, 3))
    store.keep_made("f1", Made("d3", 30))
    assert store.made() == {"f1": Made("d3", 30), "f2": Made("d2", 20, 3)}


def test_reasons_are_remembered_by_path(store: Store) -> None:
    """Names may have spaces in them: `needs sessions/a b.html`."""
    parts = {"engine": "1", "view.title": "2", "needs sessions/a b.html": "3"}
    store.keep_reasons("index.html", "0123", parts)
    assert store.reasons("index.html") == parts
    assert store.reasons("other.html") is None


def keep_and_fail(store: Store) -> None:
    """Keep something that can be kept, then something that cannot."""
    store.keep_made("f2", Made("d2", 2))
    store._index.execute("insert into made values (null, null, null, null)")


def test_several_things_are_written_as_one(store: Store) -> None:
    """Or none of them."""
    with store.together():
        store.keep_made("f1", Made("d1", 1))
    with pytest.raises(sqlite3.IntegrityError), store.together():
        keep_and_fail(store)
    assert store.made().keys() == {"f1"}
    with store.together():
        store.keep_made("f3", Made("d3", 3))
    assert store.made().keys() == {"f1", "f3"}


def test_one_build_at_a_time_has_the_store(tmp_path: Path) -> None:
    """The second is told so at once, and may come when the first has ended."""
    first = Store(tmp_path)
    with pytest.raises(Busy):
        Store(tmp_path)
    first.close()
    Store(tmp_path).close()


@pytest.mark.parametrize("data", [b"", b"this is not a database at all", b"SQLite format 3\0" * 9])
def test_an_index_that_cannot_be_read_is_begun_anew(tmp_path: Path, data: bytes) -> None:
    """Everything in the store can be made again."""
    (tmp_path / "index.sqlite").write_bytes(data)
    store = Store(tmp_path)
    assert store.made() == {}
    store.keep_made("f", Made("d", 1))
    store.close()


def test_the_index_survives_a_process_that_was_killed(tmp_path: Path) -> None:
    """What was written as one is there or is not."""
    store = Store(tmp_path)
    store.keep_made("f1", Made("d1", 1))
    store._index.execute("begin")
    store.keep_made("f2", Made("d2", 2))
    with sqlite3.connect(tmp_path / "index.sqlite") as another:
        rows = another.execute("select fingerprint from made").fetchall()
    another.close()
    assert rows == [("f1",)]
    store._index.execute("rollback")
    store.close()


def test_a_little_that_is_out_of_use_is_kept(store: Store) -> None:
    """So that going back to yesterday's words makes nothing anew."""
    store.keep_part("old", part())
    store.keep_made("old", Made(store.blobs.write(b"old"), 3))
    store.sweep((), (), set())
    assert store.part("old") is not None
    assert store.made().keys() == {"old"}


def test_what_is_out_of_use_is_forgotten_once_it_outweighs_the_rest(store: Store) -> None:
    """And what is in use stays."""
    used = store.blobs.write(b"used")
    with store.together():
        store.keep_part("used", part())
        store.keep_made("used", Made(used, 4))
        for n in range(200):
            store.keep_part(f"old {n}", n)
            store.keep_made(f"old {n}", Made(store.blobs.write(str(n).encode()), 1))
    store.sweep(("used",), ("used",), {used})
    assert store.made().keys() == {"used"}
    assert store.part("used") == part()
    assert store.part("old 7") is None
    blobs = [path for path in Path(store.blobs.root).glob("*/*") if path.is_file()]
    assert [path.parent.name + path.name for path in blobs] == [used]


def test_workers_find_bytes_by_their_folder_alone(store: Store) -> None:
    """A maker in another process gets the blobs and not the index."""
    digest = store.blobs.write(b"words")
    twin = pickle.loads(pickle.dumps(store.blobs))  # noqa: S301 - our own
    assert isinstance(twin, Blobs)
    assert twin.read(digest) == b"words"


def test_an_index_of_another_release_is_made_anew(tmp_path: Path) -> None:
    """Nothing in it is worth a crash after an upgrade."""
    store = Store(tmp_path)
    store.keep_made("f1", Made("d1", 10))
    store._index.execute("drop table reasons")
    store._index.execute("create table reasons (path text primary key)")
    store._index.execute("pragma user_version = 1")
    store.close()
    again = Store(tmp_path)
    assert again.made() == {}
    again.keep_reasons("index.html", "0123", {"engine": "1"})
    again.close()
