"""Publishing: whole or not at all, nothing of others touched, and nothing left behind."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder import publish as publishing
from builder.ledger import INTENT, LEDGER, Ledger
from builder.problems import BuildFailed
from builder.publish import Published, finish, publish
from builder.store import Store


class Desk:
    """A store and an output folder, published to by texts."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.out = root / "public"
        self.store = Store(root / ".peerpress")

    def target(self, files: dict[str, str]) -> dict[str, str]:
        """Keep texts in the store, and return their digests by path."""
        return {path: self.store.blobs.write(text.encode()) for path, text in files.items()}

    def publish(self, files: dict[str, str], out: Path | None = None) -> Published:
        """Publish texts by path."""
        return publish(self.target(files), self.store, out or self.out)

    def cut_short(self, files: dict[str, str], out: Path | None = None) -> None:
        """Leave behind what a publish leaves when the machine stops before its first file."""
        intent = {"out": str(out or self.out), "files": self.target(files)}
        (self.store.root / INTENT).write_text(json.dumps(intent), encoding="utf-8")

    def files(self, out: Path | None = None) -> dict[str, str]:
        """Return what lies in the output folder."""
        folder = out or self.out
        return {
            path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
            for path in folder.rglob("*")
            if path.is_file()
        }


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Give a desk in an empty folder."""
    made = Desk(tmp_path)
    yield made
    made.store.close()


OLD = {"index.html": "old", "a/page.html": "a", "a/b/deep.html": "deep"}


def test_a_first_publish_writes_every_file(desk: Desk) -> None:
    """Folders are made as they are needed."""
    done = desk.publish(OLD)
    assert desk.files() == OLD
    assert set(done.written) == set(OLD)
    assert done.removed == ()


def test_a_second_publish_of_the_same_writes_nothing(desk: Desk) -> None:
    """Not even the ledger."""
    desk.publish(OLD)
    before = (desk.store.root / LEDGER).stat().st_mtime_ns
    assert desk.publish(OLD) == Published((), ())
    assert (desk.store.root / LEDGER).stat().st_mtime_ns == before


def test_only_what_differs_is_written(desk: Desk) -> None:
    """The other files keep their times, so that a copy to a web space is short."""
    desk.publish(OLD)
    before = (desk.out / "a/page.html").stat().st_mtime_ns
    assert desk.publish({**OLD, "index.html": "new"}).written == ("index.html",)
    assert (desk.out / "a/page.html").stat().st_mtime_ns == before


def test_assets_are_written_before_the_pages_that_need_them(desk: Desk) -> None:
    """Somebody who reads meanwhile never gets a page without its style."""
    written = desk.publish({"a.html": "", "z.css": "", "m.png": "", "feed.xml": ""}).written
    assert written == ("m.png", "z.css", "a.html", "feed.xml")


def test_what_is_gone_is_removed_with_the_folders_it_leaves_empty(desk: Desk) -> None:
    """A person who asks to be taken off the site is off it."""
    desk.publish(OLD)
    done = desk.publish({"index.html": "old"})
    assert set(done.removed) == {"a/page.html", "a/b/deep.html"}
    assert [path.name for path in desk.out.iterdir()] == ["index.html"]


def test_files_of_others_stay(desk: Desk) -> None:
    """In folders of ours too, which then stay as well."""
    desk.publish(OLD)
    (desk.out / "a/CNAME").write_text("theirs", encoding="utf-8")
    (desk.out / "own").mkdir()
    desk.publish({"index.html": "old"})
    assert desk.files() == {"index.html": "old", "a/CNAME": "theirs"}
    assert (desk.out / "own").is_dir()


def test_a_published_file_that_somebody_changed_is_put_right(desk: Desk) -> None:
    """Whether it has become longer, stayed as long, or is gone."""
    desk.publish(OLD)
    (desk.out / "index.html").write_text("by hand", encoding="utf-8")
    (desk.out / "a/page.html").write_text("b", encoding="utf-8")
    (desk.out / "a/b/deep.html").unlink()
    assert set(desk.publish(OLD).written) == set(OLD)
    assert desk.files() == OLD


def test_a_file_that_was_only_touched_is_read_and_left_alone(desk: Desk) -> None:
    """A copy may change the times of files, and their bytes are what counts."""
    desk.publish(OLD)
    (desk.out / "index.html").touch()
    assert desk.publish(OLD) == Published((), ())


def test_a_file_gives_way_to_a_folder_and_a_folder_to_a_file(desk: Desk) -> None:
    """Both were ours, so both can go."""
    desk.publish({"x": "file", "y/one.html": "1", "y/two/three.html": "3"})
    now = {"x/inside.html": "in", "y": "file"}
    done = desk.publish(now)
    assert desk.files() == now
    assert done.removed == ("y/two/three.html", "y/one.html", "x")
    assert desk.publish(now) == Published((), ())


def test_a_change_of_case_leaves_the_new_file(desk: Desk) -> None:
    """Where a system takes both names for one, the old one must go first."""
    desk.publish({"About.html": "us"})
    desk.publish({"about.html": "us"})
    assert desk.files() == {"about.html": "us"}


@pytest.mark.parametrize(
    "theirs,ours",
    [("a/theirs.txt", "a"), ("a", "a/ours.html"), ("a/b", "a/b/c/ours.html")],
)
def test_what_is_not_ours_is_never_pushed_aside(desk: Desk, theirs: str, ours: str) -> None:
    """It is a problem with its place, and nothing at all has been changed."""
    desk.publish({"index.html": "old"})
    (desk.out / theirs).parent.mkdir(parents=True, exist_ok=True)
    (desk.out / theirs).write_text("theirs", encoding="utf-8")
    with pytest.raises(BuildFailed) as failed:
        desk.publish({"index.html": "new", ours: "ours"})
    problem = failed.value.problems[0]
    assert (problem.code, problem.where.path) == ("not-a-file", f"public/{theirs}")
    assert f"public/{ours}" in problem.message
    assert desk.files() == {"index.html": "old", theirs: "theirs"}
    assert not (desk.store.root / INTENT).exists()


def test_a_link_in_the_place_of_a_folder_is_never_written_through(desk: Desk) -> None:
    """What it leads to is not ours."""
    elsewhere = desk.root / "elsewhere"
    elsewhere.mkdir()
    desk.out.mkdir()
    (desk.out / "a").symlink_to(elsewhere)
    with pytest.raises(BuildFailed):
        desk.publish(OLD)
    assert list(elsewhere.iterdir()) == []


def test_a_link_in_the_place_of_a_file_is_replaced(desk: Desk) -> None:
    """What it leads to stays as it is."""
    desk.publish(OLD)
    theirs = desk.root / "theirs.html"
    theirs.write_text("theirs", encoding="utf-8")
    (desk.out / "index.html").unlink()
    (desk.out / "index.html").symlink_to(theirs)
    desk.publish(OLD)
    assert theirs.read_text(encoding="utf-8") == "theirs"
    assert not (desk.out / "index.html").is_symlink()
    assert desk.files() == OLD


@pytest.mark.parametrize("survived", range(4))
def test_a_publish_cut_short_anywhere_is_finished_by_the_next(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, survived: int
) -> None:
    """The intent is there until the ledger is, so no state in between is for ever."""
    desk.publish(OLD)
    new = {"index.html": "new", "a/page.html": "new", "x.css": "new"}
    write, count = publishing._write, iter(range(100))

    def until_the_end(*arguments: object) -> object:
        if next(count) == survived:
            raise KeyboardInterrupt
        return write(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(publishing, "_write", until_the_end)
    if survived == len(new):
        monkeypatch.setattr(publishing, "_write_ledger", until_the_end)
    with pytest.raises(KeyboardInterrupt):
        desk.publish(new)
    monkeypatch.undo()
    assert (desk.store.root / INTENT).exists()
    assert finish(desk.store, desk.out) is not None
    assert desk.files() == new
    assert desk.publish(new) == Published((), ())


def test_a_publish_cut_short_by_the_machine_is_finished(desk: Desk) -> None:
    """From its intent alone, since the bytes are in the store."""
    desk.publish(OLD)
    desk.cut_short({"index.html": "new"})
    done = finish(desk.store, desk.out)
    assert done is not None
    assert done.written == ("index.html",)
    assert desk.files() == {"index.html": "new"}
    assert finish(desk.store, desk.out) is None


def test_an_intent_whose_bytes_are_gone_is_dropped(desk: Desk) -> None:
    """The build makes them anew, and publishes for itself."""
    desk.publish(OLD)
    intent = {"out": str(desk.out), "files": {"index.html": "0" * 32}}
    (desk.store.root / INTENT).write_text(json.dumps(intent), encoding="utf-8")
    assert finish(desk.store, desk.out) is None
    assert not (desk.store.root / INTENT).exists()
    assert desk.files() == OLD


@pytest.mark.parametrize("text", ["", "{", "[]", '{"out": 1, "files": {}}', '{"files": {}}'])
def test_an_intent_that_cannot_be_read_is_no_intent(desk: Desk, text: str) -> None:
    """Somebody may have written into the store."""
    (desk.store.root / INTENT).write_text(text, encoding="utf-8")
    assert finish(desk.store, desk.out) is None


@pytest.mark.parametrize("text", ["", "[]", '{"x": 1}', "null"])
def test_a_ledger_that_cannot_be_read_is_no_ledger(desk: Desk, text: str) -> None:
    """Everything is written again, and nothing is lost."""
    desk.publish(OLD)
    (desk.store.root / LEDGER).write_text(text, encoding="utf-8")
    desk.publish(OLD)
    assert desk.files() == OLD
    assert desk.publish(OLD) == Published((), ())


def test_the_ledger_comes_last(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """When it says that a file is there, the file is there."""
    seen: list[dict[str, str]] = []
    write = publishing._write_ledger

    def watched(path: Path, entries: Ledger, out: Path) -> None:
        seen.append(desk.files())
        write(path, entries, out)

    desk.publish(OLD)
    monkeypatch.setattr(publishing, "_write_ledger", watched)
    desk.publish({"index.html": "new"})
    assert seen == [{"index.html": "new"}]
    assert not (desk.store.root / INTENT).exists()


def test_each_folder_has_a_ledger_of_its_own(desk: Desk) -> None:
    """A site published to a stick and to a web space in turn leaves old pages in neither."""
    stick = desk.root / "stick"
    desk.publish(OLD)
    desk.publish(OLD, stick)
    assert desk.publish({"index.html": "old"}).removed
    assert desk.publish({"index.html": "old"}, stick).removed
    assert desk.files() == desk.files(stick) == {"index.html": "old"}


def test_a_publish_to_another_folder_is_finished_too(desk: Desk) -> None:
    """Unless that folder has gone, as a memory stick does."""
    stick = desk.root / "stick"
    stick.mkdir()
    desk.cut_short({"index.html": "new"}, stick)
    assert finish(desk.store, desk.out) is not None
    assert desk.files(stick) == {"index.html": "new"}
    desk.cut_short({"index.html": "new"}, desk.root / "gone")
    assert finish(desk.store, desk.out) is None
    assert not (desk.root / "gone").exists()


def test_no_half_written_file_is_left_when_the_disk_is_full(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old file stays whole, and the next publish finishes the work."""
    desk.publish(OLD)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("os.replace", full)
        with pytest.raises(OSError, match="No space"):
            desk.publish({**OLD, "index.html": "new"})
    assert desk.files() == OLD
    assert desk.publish({**OLD, "index.html": "new"}).written == ("index.html",)
