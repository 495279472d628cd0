"""Writing a pack: whole or not at all, wherever the process is killed."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
from pathlib import Path

import pytest

from builder.cli import main
from builder.store import Busy, lock
from builder.travel import put as putting
from builder.travel.put import PLACE, Put, put, settle, spare
from tests.conftest import SiteFolder

OLD = {"pack.yaml": b"old", "segments/a.md": b"old words", "gone.md": b"gone"}
NEW = {"pack.yaml": b"new", "segments/a.md": b"new words", "segments/b.md": b"more"}
SHARED = {"content/worksheets/x.yaml": b"sheet", "content/people/ana.md": b"person"}
CALLS = {"open", "os.mkdir", "os.remove", "os.rename", "os.rmdir"}
"""What touches the disk, as the interpreter tells of it before it does so."""
unix = pytest.mark.skipif(sys.platform == "win32", reason="a process is killed otherwise there")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a site with an old pack."""
    SiteFolder(tmp_path).write({f"sessions/hello/{path}": data for path, data in OLD.items()})
    return tmp_path


def files(root: Path, folder: str) -> dict[str, bytes]:
    """Return the files of a folder."""
    return {
        path.relative_to(root / folder).as_posix(): path.read_bytes()
        for path in sorted((root / folder).rglob("*"))
        if path.is_file()
    }


def killed_at(root: Path, number: int, keep: str) -> bool:
    """Put the new pack in another process that is killed before it touches the disk so often."""
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        return os.WIFSIGNALED(status)
    left = number

    def watch(event: str, _: object) -> None:
        nonlocal left
        if event in CALLS:
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(watch)
    with contextlib.suppress(BaseException):
        put(root, Put("hello", NEW, SHARED, keep))
    os._exit(0)


@unix
@pytest.mark.parametrize("keep,every", [("", 1), ("hello~", 3)])
def test_killed_anywhere_the_pack_is_old_or_new_and_never_between(
    keep: str, every: int, root: Path
) -> None:
    """The next command leaves it whole; before the intent it is the old one, after it the new."""
    found = []
    was_killed = True
    for number in range(0, 200, every):
        was_killed = killed_at(root, number, keep)
        there = files(root, "sessions/hello")
        assert there in (OLD, NEW, {})
        settle(root)
        there = files(root, "sessions/hello")
        assert there in (OLD, NEW)
        assert not (root / PLACE).exists()
        found.append(there == NEW)
        if there == NEW:
            assert files(root, "content") == {
                path.removeprefix("content/"): data for path, data in SHARED.items()
            }
            if keep:
                assert files(root, f"sessions/{keep}") == OLD
        else:
            assert not (root / "content").exists()
        for path in SHARED:
            (root / path).unlink(missing_ok=True)
        for folder in ("content", "sessions/hello", f"sessions/{keep}" if keep else "none"):
            putting._clear(root / folder)
        SiteFolder(root).write({f"sessions/hello/{path}": data for path, data in OLD.items()})
        if not was_killed:
            break
    assert not was_killed, "it was never let through"
    assert found == sorted(found)
    assert True in found[:-1]
    assert False in found


def test_a_write_that_fails_leaves_all_as_it_was(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Such as on a disk that is full."""

    def full(path: Path, data: bytes) -> None:
        if path.name == "b.md":
            raise OSError(28, "No space left on device")
        whole(path, data)

    whole = putting._write
    monkeypatch.setattr(putting, "_write", full)
    with pytest.raises(OSError, match="No space"):
        put(root, Put("hello", NEW, SHARED))
    assert files(root, "sessions") == {f"hello/{path}": data for path, data in OLD.items()}
    assert not (root / PLACE).exists()


def test_a_name_that_cannot_be_changed_leaves_the_intent_for_later(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The old pack gone aside is not lost: the next command goes on from there."""
    calls = []
    rename = Path.rename

    def stuck(path: Path, target: Path) -> Path:
        calls.append(path.name)
        if len(calls) == 2:
            raise PermissionError(13, "in use")
        return rename(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", stuck)
        with pytest.raises(PermissionError):
            put(root, Put("hello", NEW))
    assert files(root, f"{PLACE}/old") == OLD
    assert settle(root) == "Finished adding the pack 'hello', which had been cut short."
    assert files(root, "sessions/hello") == NEW
    assert not (root / PLACE).exists()


def test_two_commands_do_not_add_at_once(root: Path) -> None:
    """The second is told to come again, and touches nothing."""
    (root / PLACE).mkdir(parents=True)
    held = lock(root / PLACE / "lock")
    try:
        with pytest.raises(Busy):
            put(root, Put("hello", NEW))
        with pytest.raises(Busy):
            settle(root)
        assert files(root, "sessions/hello") == OLD
    finally:
        os.close(held)
    put(root, Put("hello", NEW))
    assert files(root, "sessions/hello") == NEW


@pytest.mark.parametrize(
    "intent",
    [
        b"",
        b"[]",
        b'{"id": "../../x", "keep": "", "shared": []}',
        b'{"id": "hello", "keep": "../x", "shared": []}',
        b'{"id": "hello", "keep": "", "shared": ["../../x"]}',
        b'{"id": "hello", "keep": "", "shared": ["/etc/x"]}',
        b'{"id": "hello", "keep": "", "shared": ["site.yaml"]}',
        b'{"id": "hello", "keep": "", "shared": [1]}',
    ],
)
def test_an_intent_that_is_not_ours_is_not_followed(intent: bytes, root: Path) -> None:
    """Somebody may have put one into a folder that was passed on."""
    SiteFolder(root).write({f"{PLACE}/intent.json": intent, f"{PLACE}/shared/x": b"x"})
    before = files(root, "sessions/hello")
    assert settle(root) == "Removed what was left of a pack that had not been added."
    assert files(root, "sessions/hello") == before
    assert not (root / PLACE).exists()


def test_the_next_command_of_any_kind_finishes_it(
    site: SiteFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    """Before it looks at the site, and says so."""
    key_idea = "sessions/hello/key-idea.md"
    words = (site.root / key_idea).read_bytes()
    pack = {
        path: data for path, data in files(site.root, "sessions/hello").items() if data != words
    }
    place = {f"{PLACE}/pack/{path}": data for path, data in pack.items()}
    intent = b'{"format": 1, "id": "hello", "keep": "", "shared": []}'
    site.write({**place, f"{PLACE}/intent.json": intent})
    assert main(["check", "--site", str(site.root), "--as-of", "2026-11-21"]) == 0
    said = capsys.readouterr()
    assert said.err == "Finished adding the pack 'hello', which had been cut short.\n"
    assert not (site.root / key_idea).exists()


def test_a_copy_never_takes_the_name_of_another(root: Path) -> None:
    """And no build looks at what is called so."""
    assert spare(root, "hello") == "hello~"
    (root / "sessions/hello~").mkdir()
    (root / "sessions/hello-2~").mkdir()
    assert spare(root, "hello") == "hello-3~"
