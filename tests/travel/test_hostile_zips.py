"""Zips that are not what they seem: each is refused with its reason, and nothing is written."""

from __future__ import annotations

import contextlib
import random
import struct
import time
import zlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.build import Project
from builder.problems import Wrong
from builder.show import problem_text
from builder.travel.add import Wish, add
from builder.travel.bundle import bundle, digest
from tests.conftest import ROOT, TODAY
from tests.travel.archives import (
    Item,
    changed,
    items,
    manifest,
    sources,
    with_source,
    written,
    zipped,
)

PACK = "source/sessions/hello/pack.yaml"
GOOD = zipped()
NOISE = random.Random(1).randbytes(11_000)
"""Bytes that cannot be squeezed."""


def added(*more: Item) -> bytes:
    """Return the good zip with more entries."""
    return written([*items(), *more])


def overlapping() -> bytes:
    """Return a zip in which two names stand for the same bytes."""
    every = items()
    same = next(item for item in every if item.name == PACK)
    first = written(every).find(PACK.encode()) - 30
    return written([*every, Item(PACK, same.data, at=first)])


def quoted() -> bytes:
    """Return a zip with a file that begins within another."""
    inner = written([Item("inner.txt", b"x" * 50)])
    outer = [Item("outer.bin", inner, method=0)]
    at = written(outer).find(inner)
    return written([*outer, Item("inner.txt", b"x" * 50, at=at)])


def deep_json() -> bytes:
    """Return a zip whose list is nested beyond reading."""
    return written([Item("manifest.json", b"[" * 50_000)])


def second_end() -> bytes:
    """Return a zip with another list hidden behind its own."""
    return GOOD + GOOD


def listed_twice() -> bytes:
    """Return a zip whose list names a file two times."""
    row = {"path": "a", "size": 1, "sha256": digest(b"x")}
    return written([Item("a", b"x"), Item("manifest.json", manifest({}, files=[row, row]))])


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "the zip is damaged, or is no zip"),
    "words": (lambda: b"words " * 500, "the zip is damaged, or is no zip"),
    "half of it": (lambda: GOOD[: len(GOOD) // 2], "the zip is damaged, or is no zip"),
    "bytes before it": (lambda: b"MZ" + GOOD, "the list at the end of the zip does not fit it"),
    "bytes after it": (lambda: GOOD + b"x", "the list at the end of the zip does not fit it"),
    "two zips in one": (second_end, "the list at the end of the zip does not fit it"),
    "a way up": (lambda: added(Item("../up.txt", b"x")), "leads out of the folder"),
    "a way up within": (lambda: added(Item("a/../../b", b"x")), "leads out of the folder"),
    "the root": (lambda: added(Item("/etc/cron.d/x", b"x")), "begins at the root of the disk"),
    "a drive": (lambda: added(Item("C:/x.txt", b"x")), "begins with the letter of a drive"),
    "a drive and a name": (lambda: added(Item("C:x", b"x")), "begins with the letter of a drive"),
    "a backslash": (lambda: added(Item("a\\..\\x", b"x")), "has a backslash"),
    "a server": (lambda: added(Item("\\\\host\\share", b"x")), "has a backslash"),
    "no name": (lambda: added(Item("", b"x")), "has a part with no name"),
    "a part with no name": (lambda: added(Item("a//b", b"x")), "has a part with no name"),
    "a full stop": (lambda: added(Item("./index.html", b"x")), "has a part with no name"),
    "a zero byte": (lambda: added(Item("a\0.html", b"x")), "a control character"),
    "a colon": (lambda: added(Item("a.txt:hidden", b"x")), "a name cannot hold : on Windows"),
    "a device of Windows": (lambda: added(Item("aux.txt", b"x")), "Windows keeps the name 'aux'"),
    "a device as a folder": (lambda: added(Item("nul/x", b"x")), "Windows keeps the name 'nul'"),
    "a space at the end": (lambda: added(Item("a ", b"x")), "ends in a full stop or space"),
    "a name too long": (lambda: added(Item("a" * 300, b"x")), "too long for some systems"),
    "folders too deep": (lambda: added(Item("a/" * 40 + "b", b"x")), "16 folders deep"),
    "2,000 folders deep": (lambda: added(Item("a/" * 2000 + "b", b"x")), "16 folders deep"),
    "a name that is not UTF-8": (lambda: added(Item(b"\xff\xfe", b"x")), "is not UTF-8"),
    "one name twice": (lambda: added(Item("index.html", b"x")), "is in the zip twice"),
    "two cases": (lambda: added(Item("Index.HTML", b"x")), "are one file on Windows or macOS"),
    "a sharp s": (
        lambda: added(Item("strasse", b"x"), Item("straße", b"x")),
        "are one file on Windows or macOS",
    ),
    "accents in two ways": (
        lambda: added(Item("caf\u00e9", b"x"), Item("cafe\u0301", b"x")),
        "with the accents written in two ways",
    ),
    "a file and its folder": (
        lambda: added(Item("index.html/x", b"x")),
        "is a file and also the folder of",
    ),
    "a link": (lambda: added(Item("l", b"/etc/passwd", mode=0o120777)), "is a link"),
    "a link for a source": (lambda: changed(PACK, mode=0o120777), "is a link to another file"),
    "a pipe": (lambda: added(Item("p", b"", mode=0o010644)), "a pipe or a device"),
    "a device": (lambda: added(Item("d", b"", mode=0o020644)), "a pipe or a device"),
    "a folder with bytes": (
        lambda: added(Item("folder/", b"x", mode=0o040755)),
        "is said to hold bytes",
    ),
    "a way up as a folder": (
        lambda: added(Item("../up/", b"", mode=0o040755)),
        "leads out of the folder",
    ),
    "a password": (lambda: changed(PACK, flags=0x801), "is locked with a password"),
    "a strong password": (lambda: changed(PACK, flags=0x841), "is locked with a password"),
    "another way to squeeze": (lambda: changed(PACK, method=14), "squeezed in a way"),
    "a bomb": (
        lambda: added(Item("zeros", bytes(7_000_000))),
        "would grow to more than 100 times its size",
    ),
    "many small bombs": (
        lambda: added(*(Item(f"z{n}", NOISE, size=1_000_000) for n in range(80))),
        "the zip would grow to",
    ),
    "a bomb that hides its size": (
        lambda: added(Item("zeros", bytes(7_000_000), size=1000)),
        "is larger than the zip says",
    ),
    "too many files": (
        lambda: added(*(Item(f"f{n}", b"") for n in range(5000))),
        "4096 are the most",
    ),
    "more files than there are": (
        lambda: written(items(), count=4000),
        "the list at the end of the zip does not fit it",
    ),
    "fewer files than there are": (
        lambda: written(items(), count=3),
        "the list at the end of the zip does not fit it",
    ),
    "a size too large": (lambda: changed(PACK, size=5000), "has another size than the zip says"),
    "a size too small": (lambda: changed(PACK, size=50), "is larger than the zip says"),
    "two sizes": (lambda: changed(PACK, inner_size=50), "gives two sizes for"),
    "two names": (
        lambda: changed(PACK, inner_name="x" * len(PACK)),
        "is called something else where it stands",
    ),
    "a wrong sum": (lambda: changed(PACK, crc=1), "is damaged"),
    "a place outside": (lambda: changed(PACK, at=0xFFFFFFF0), "is not where the list says"),
    "another file's place": (lambda: changed(PACK, at=0), "called something else"),
    "the same bytes twice": (overlapping, "is in the zip twice"),
    "a file in a file": (quoted, "are made of the same bytes of the zip"),
    "no list": (lambda: written(Item(n, d) for n, d in sources().items()), "no manifest.json"),
    "a list that is none": (
        lambda: written([Item("manifest.json", b"[]")]),
        "is not the list of a pack's files",
    ),
    "a list beyond reading": (deep_json, "manifest.json in the zip cannot be read"),
    "a newer form": (lambda: zipped(format=2), "of a newer form than this peerpress knows"),
    "a file that is not listed": (
        lambda: added(Item("extra.html", b"x")),
        "is in the zip and not in manifest.json",
    ),
    "a file that is not there": (
        lambda: written(item for item in items() if item.name != "index.html"),
        "is listed in manifest.json and not in the zip",
    ),
    "a file that was changed": (
        lambda: changed(PACK, data=b"format: 1\n"),
        "is not what manifest.json says",
    ),
    "a file listed twice": (listed_twice, "is listed twice in manifest.json"),
    "another pack's name": (lambda: zipped(id="other"), "does not hold the sources of the pack"),
    "a name that is a way up": (lambda: zipped(id="../hello"), "does not hold the sources"),
    "two packs": (
        lambda: with_source("sessions/other/pack.yaml"),
        "does not hold the sources of the pack",
    ),
    "a series": (
        lambda: with_source("sessions/series/term.yaml"),
        "this is the zip of a series",
    ),
    "settings": (lambda: with_source("site.yaml"), "which is no part of a pack"),
    "a theme": (lambda: with_source("themes/x/theme.yaml"), "which is no part of a pack"),
    "a page": (lambda: with_source("content/index.md"), "which is no part of a pack"),
    "a local note": (lambda: with_source("content/local/hello.md"), "which is no part of a pack"),
    "a hook": (
        lambda: with_source("sessions/hello/assets/.git/hooks/pre-commit"),
        "which is no part of a pack",
    ),
    "a record": (lambda: with_source("sessions/hello/.added.json"), "which is no part of a pack"),
    "a file nothing reads": (
        lambda: with_source("sessions/hello/run.sh"),
        "which is no part of a pack",
    ),
    "a text beyond all bounds": (
        lambda: with_source("sessions/hello/prepare.md", random.Random(1).randbytes(300_000)),
        "is larger than a file of its kind may be",
    ),
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a folder with a site in it that has nothing yet."""
    root = tmp_path_factory.mktemp("hostile")
    (root / "site").mkdir()
    (root / "site/site.yaml").write_text("id: test\ntitle: Test\n", encoding="utf-8")
    return root


def everything(root: Path) -> dict[str, bytes | None]:
    """Return every file and folder there is."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes() if path.is_file() else None
        for path in sorted(root.rglob("*"))
    }


@pytest.mark.parametrize("make,reason", HOSTILE.values(), ids=HOSTILE)
def test_a_zip_that_is_not_what_it_seems_is_refused(
    make: Callable[[], bytes], reason: str, place: Path
) -> None:
    """With its reason, at once, and without a byte written anywhere."""
    path = place / "pack.zip"
    path.write_bytes(make())
    before = everything(place)
    start = time.monotonic()
    told = add(Project(place / "site", place / "site/public", TODAY), Wish(str(path)))
    assert time.monotonic() - start < 5
    assert not told.good
    (problem,) = told.problems
    assert problem.code == "refused-zip"
    assert reason in problem.message
    assert problem.where.path == str(path)
    assert everything(place) == before


def test_each_reason_is_a_sentence_with_a_way_out(golden: Callable[[Path, str], None]) -> None:
    """Word for word; hints are left out only where the reason says all there is."""
    shown = []
    for name, (make, _) in HOSTILE.items():
        with pytest.raises(Wrong) as caught:
            bundle(make())
        shown.append(f"{name}\n{problem_text(caught.value.problem, lambda _: [])}\n")
    text = "\n".join(shown).replace("  --> \n", "")
    golden(ROOT / "tests/problems/refused-zip/expected.txt", text)


def test_the_zip_that_they_are_made_from_is_good() -> None:
    """So each is refused for what was done to it."""
    came = bundle(GOOD)
    assert (came.id, came.version) == ("hello", "1.0")
    assert came.pack["pack.yaml"] == sources()[PACK]
    assert sorted(came.shared) == [
        "content/activities/equal-turns.md",
        "content/people/ana.md",
        "content/worksheets/look-back.yaml",
    ]


def test_folders_and_sizes_that_stand_behind_are_no_mistake() -> None:
    """Other programs write such zips of the same files."""
    folders = [Item("source/", b"", method=0, mode=0o040755), Item("a/b/", b"", method=0, mode=0)]
    assert bundle(written([*folders, *items()])).id == "hello"
    late = [replace(item, flags=0x808, inner_size=0) for item in items()]
    data = bytearray(written(late))
    for item in late:  # where it stands, such a file says nothing of itself
        at = data.find(b"PK\3\4")
        while data[at + 30 : at + 30 + len(item.name)] != str(item.name).encode():
            at = data.find(b"PK\3\4", at + 4)
        data[at + 14 : at + 26] = struct.pack("<3L", 0, 0, 0)
    assert bundle(bytes(data)).id == "hello"


@given(st.integers(0, len(GOOD) - 1), st.integers(1, 255))
@settings(max_examples=150)
def test_a_byte_that_was_changed_is_told_or_changes_nothing(at: int, by: int) -> None:
    """No other exception comes out, and what is brought is what was sent."""
    data = bytearray(GOOD)
    data[at] ^= by
    with contextlib.suppress(Wrong):
        assert bundle(bytes(data)) == bundle(GOOD)


@given(st.binary(max_size=400))
def test_any_bytes_with_an_end_are_refused_in_a_sentence(noise: bytes) -> None:
    """However the list of files reads."""
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(noise), 0, 0)
    with pytest.raises(Wrong) as caught:
        bundle(noise + end)
    assert caught.value.problem.message


def test_no_more_is_unpacked_than_a_file_is_said_to_have() -> None:
    """Much of nothing is given up after a kilobyte."""
    squeeze = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    raw = b"".join(squeeze.compress(bytes(1_000_000)) for _ in range(60)) + squeeze.flush()
    item = Item("zeros", raw, method=0)
    data = bytearray(written([item]))
    for at in (8, data.find(b"PK\1\2") + 10):
        data[at : at + 2] = struct.pack("<H", 8)
    for at in (22, data.find(b"PK\1\2") + 24):
        data[at : at + 4] = struct.pack("<L", 1000)
    start = time.monotonic()
    with pytest.raises(Wrong, match="larger than the zip says"):
        bundle(bytes(data))
    assert time.monotonic() - start < 1
