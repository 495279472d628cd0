"""Whatever lies in the folders of a site: there are problems or pages, never a traceback.

Each test puts something strange into a small site that is published already, and builds it. A build
that fails tells of problems, with their places, and leaves what is published as it is.
"""

from __future__ import annotations

import contextlib
import datetime
import faulthandler
import functools
import os
import re
import shutil
import socket
import stat
import struct
import sys
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.build import look
from builder.problems import BuildFailed, Problem
from builder.show import file_lines, report
from builder.source import image, scan
from builder.store import Store
from builder.theme import load
from builder.work import Here
from tests.conftest import ROOT, SiteFolder

BASE = ROOT / "tests/problems/base"
HEAD = "---\ntitle: Page\n---\n"
PAGE = "content/page.md"
Files = dict[str, str | bytes | None]
TOO_LONG = 600
"""Seconds after which a test hangs, on any machine: then all threads tell where they are."""
unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")

YAML = (
    "site.yaml",
    "content/glossary.yaml",
    "content/tools.yaml",
    "content/worksheets/slip.yaml",
    "sessions/listen/pack.yaml",
    "sessions/listen/worksheets/own.yaml",
    "sessions/series/term.yaml",
    "themes/hill/theme.yaml",
)
MARKDOWN = (
    "content/activities/walk.md",
    "content/index.md",
    "content/local/listen.md",
    "content/notes/moved.md",
    "content/people/ana.md",
    "sessions/listen/cards/deck.md",
    "sessions/listen/prepare.md",
    "sessions/listen/segments/pairs.md",
)
ASSETS = ("content/ring.jpg", "content/ring.svg", "sessions/listen/assets/ring.webp")
EVERY = (*YAML, *MARKDOWN, *ASSETS)
"""One file of every kind."""


@pytest.fixture(autouse=True)
def _impatient() -> Iterator[None]:
    """Let nothing hang for ever."""
    faulthandler.dump_traceback_later(TOO_LONG, exit=True)
    yield
    faulthandler.cancel_dump_traceback_later()


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a small site, published once."""
    root = tmp_path_factory.mktemp("built") / "site"
    shutil.copytree(BASE, root)
    SiteFolder(root).replace("site.yaml", "id: hill\n", "id: hill\neditions: {pdf: no}\n").build()
    return root


@pytest.fixture
def published(built: Path, tmp_path: Path) -> SiteFolder:
    """Give a copy of it for each test."""
    shutil.copytree(built, tmp_path / "site")
    return SiteFolder(tmp_path / "site")


def endure(folder: SiteFolder) -> tuple[Problem, ...]:
    """Build a site; what fails with problems leaves the published site alone."""
    before = folder.tree()
    try:
        problems = folder.build().problems
    except BuildFailed as failed:
        problems = failed.problems
        assert any(problem.is_error for problem in problems)
        assert folder.tree() == before
    shown = report(problems, file_lines(folder.root))
    assert "Traceback" not in shown
    shown.encode()  # what is shown can be written to a terminal
    assert all(problem.where.path for problem in problems)
    return problems


def codes(problems: tuple[Problem, ...]) -> set[str]:
    """Return the codes of some problems."""
    return {problem.code for problem in problems}


def told(problems: tuple[Problem, ...], path: str) -> set[str]:
    """Return the codes of what is told of one file."""
    return {problem.code for problem in problems if problem.where.path == path}


# Bytes that are no text


BYTES = {
    "empty": b"",
    "blank": b"\n\n \n",
    "a byte order mark": b"\xef\xbb\xbf",
    "three byte order marks": b"\xef\xbb\xbf" * 3 + b"title: x",
    "zeros": bytes(100),
    "Latin 1": b"title: K\xf6whai\n",
    "UTF-16": "title: Begin\n".encode("utf-16"),
    "UTF-32": "title: Begin\n".encode("utf-32"),
    "a surrogate in UTF-8": b"title: \xed\xa0\x80\n",
    "all bytes": bytes(range(256)) * 20,
    "no UTF-8 at all": b"\xff" * 1000,
    "an open header": b"---\n",
    "an empty header": b"---\n---\n",
    "carriage returns": b"a\rb\r\r---\r",
    "lines of other kinds": "title: a\u2028b: c\u2029d: e\x85f: g\n".encode(),
}


@pytest.mark.parametrize("data", BYTES.values(), ids=BYTES)
def test_a_file_of_any_bytes_is_a_page_or_a_problem(data: bytes, published: SiteFolder) -> None:
    """In every kind of file at once: each is read alone."""
    published.write(dict.fromkeys(EVERY, data))
    assert codes(endure(published)) - {"symlink"}


@pytest.mark.parametrize(
    "change",
    [
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data.replace(b"\n", b"\r"),
        lambda data: b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"),
    ],
    ids=["byte order mark", "CRLF", "CR", "both"],
)
def test_marks_and_line_ends_of_any_system_change_no_page(
    change: Callable[[bytes], bytes], published: SiteFolder
) -> None:
    """But for the zip, which holds the sources byte for byte, and what tells of the zip."""
    before = published.tree()
    for path in sorted(published.root.rglob("*")):
        if path.suffix in (".yaml", ".md") and not path.is_relative_to(published.out):
            path.write_bytes(change(path.read_bytes()))
    assert endure(published) == ()
    after = published.tree()
    assert {name for name in before if before[name] != after[name]} <= {
        "packs.json",
        "sessions/index.html",
        "sessions/listen.zip",
        "sessions/listen/index.html",
        "site.zip",
    }


# YAML that is a trap


def bomb(step: str) -> str:
    """Return a text of which each line repeats the one before nine times."""
    names = "abcdefghij"
    nine = ((", ".join([f"*{one}"] * 9), other) for one, other in pairwise(names))
    rows = (f"{other}: &{other} {step.format(many)}" for many, other in nine)
    return "\n".join(["a: &a {x: 1}", *rows])


TRAPS = {
    "an alias bomb": bomb("[{}]"),
    "a merge bomb": bomb("{{<<: [{}]}}"),
    "a list in itself": "a: &a [*a]",
    "a mapping of itself": "&a {*a : *a}",
    "a hundred thousand aliases": "a: &a x\nb:\n" + "- *a\n" * 100_000,
    "brackets": "[" * 100_000,
    "braces": "{" * 100_000,
    "hyphens": "- " * 100_000,
    "question marks": "? " * 100_000,
    "flow mappings": "{a: " * 100_000,
    "block mappings": "a: " * 100_000,
    "anchors": "&a " * 10_000,
    "tags": "!!python/object/apply:os.system " * 1000,
    "quotes": "'" * 100_001,
    "backslashes": '"' + "\\" * 100_001,
    "tabs": "\t" * 100_000,
    "directives": "%" * 1000,
    "block scalars": "a: >" * 100_000,
    "one long line": "a: " + "x" * 1_000_000,
    "one long name": "x" * 1_000_000 + ": a",
    "many names": "".join(f"k{n}: v\n" for n in range(3000)),
    "one name again and again": "title: v\n" * 3000,
    "many items": "- a\n" * 10_000,
    "escapes": 'title: "\\0\\x00\\a"\nid: "\\ud800"\nmotto: "\\U00110000"',
    "odd scalars": "a: 0x\nb: 0o8\nc: 1_0\nd: .nan\ne: 12:30\nf: !!int x\ng: !!binary x\nh: ~",
    "documents": "--- a\n--- b\n... c\n",
    "a version": "%YAML 9.9\n---\na: b",
}


@pytest.mark.parametrize("text", TRAPS.values(), ids=TRAPS)
def test_yaml_that_is_a_trap_is_refused(text: str, published: SiteFolder) -> None:
    """Whether as a file or as the header of a page, and nothing grows out of it."""
    header = f"---\n{text[:200_000]}\n---\n"
    names = ("site.yaml", "content/tools.yaml", "sessions/listen/pack.yaml")
    published.write({**dict.fromkeys(names, text), PAGE: header})
    problems = endure(published)
    for name in (*names, PAGE):
        assert told(problems, name), f"nothing is told of {name}"
    assert len(problems) < 3000


@pytest.mark.parametrize(
    "path,old,new",
    [
        ("site.yaml", "id: hill", f"id: hill\nrecent: {'9' * 5000}"),
        ("site.yaml", "id: hill", "id: hill\nurl: https://["),
        ("site.yaml", "id: hill", "id: hill\ntheme: ../../etc"),
        ("site.yaml", "id: hill", "id: hill\nnavigation: [{label: x, page: 'http://['}]"),
        ("content/index.md", "title: Welcome", f"title: Welcome\norder: {'9' * 4000}"),
        ("content/index.md", "title: Welcome", f"title: Welcome\norder: -{'9' * 30}"),
        ("content/index.md", "title: Welcome", f"title: Welcome\ntags: [{'a' * 300}]"),
        ("content/index.md", "title: Welcome", f"title: Welcome\naliases: [{'a' * 300}]"),
        (
            "content/index.md",
            "title: Welcome",
            'title: Welcome\naliases: ["../../x", "/", "a\\tb"]',
        ),
        ("content/index.md", "title: Welcome", "title: Welcome\naliases: [index.html/x]"),
        ("content/worksheets/slip.yaml", "high: 10", "high: 100000000"),
        ("content/worksheets/slip.yaml", "low: 0", f"low: -{'9' * 4299}"),
        ("content/worksheets/slip.yaml", "- id: will", "- id: '\\0'"),
        ("sessions/listen/pack.yaml", "minutes: 30", f"minutes: {'9' * 4000}"),
        ("sessions/listen/pack.yaml", 'each: "1:00"', 'each: "999:59"'),
        ("sessions/listen/pack.yaml", "max: 6", "max: 60"),
    ],
)
def test_a_value_beyond_all_bounds_is_a_problem(
    path: str, old: str, new: str, published: SiteFolder
) -> None:
    """No number is too long, no scale too fine, no address too odd."""
    published.replace(path, old, new)
    assert told(endure(published), path)


def test_dates_at_the_ends_of_time_are_dates(published: SiteFolder) -> None:
    """Reckoning two years on from the year 9999 comes to an end."""
    late, early = datetime.date.max.isoformat(), datetime.date.min.isoformat()
    head = f"---\ntitle: Page\npublished: {early}\nreviewed: {late}\nexpires: {late}\n---\n"
    published.write({PAGE: head, "content/notes/first.md": head})
    assert endure(published) == ()


def test_a_pack_of_thousands_of_segments_is_refused(published: SiteFolder) -> None:
    """Nobody means it, and its clock would be proved for ever."""
    path = "sessions/listen/pack.yaml"
    text = (published.root / path).read_text(encoding="utf-8")
    start, end = text.index("segments:\n") + 10, text.index("versions:\n")
    versions = "".join(f"  v{n}:\n    minutes: 26\n    changes: {{pairs: 8}}\n" for n in range(500))
    segment = "  - {id: pairs, title: Pairs, kind: [work], minutes: 1}\n"
    many = text[:start] + text[start:end] + segment * 2000 + "versions:\n" + versions
    published.write({path: many + text[text.index("split:\n") :]})
    assert "out-of-range" in told(endure(published), path)


# Markdown that is a trap


def much(piece: str, size: int = 60_000) -> str:
    """Repeat a piece until it is a long text; the cap is four times as far away."""
    return piece * (size // len(piece))


MARKUP = {
    "quotations": much("> ", 250_000),
    "lists": much("- a "),
    "numbered lists": much("1. "),
    "openers": much("::: say\n"),
    "closers": much(":::\n"),
    "colons": much(":", 250_000),
    "stars": much("*a **b "),
    "brackets": much("[", 250_000),
    "pictures": much("![", 250_000),
    "links": much("[a](b) "),
    "half links": much("]("),
    "backticks": " ".join("`" * n for n in range(400)),
    "pipes": much("|", 250_000),
    "tables": "|a" * 300 + "\n" + "|-" * 300 + "\n" + much("|a\n", 12_000),
    "pointed brackets": much("<"),
    "comments": much("<!-- "),
    "headings": much("## a\n", 20_000),
    "footnotes": much("[^a]"),
    "definitions of footnotes": "".join(f"[^{n}]: a\n\n" for n in range(5000)),
    "definitions of addresses": much("[a]: b\n"),
    "terms": much("a\n: b\n\n", 30_000),
    "rules": much("a\n---\n", 20_000),
    "voices": "::: script\n" + much("A: b\n", 30_000) + ":::\n",
    "a footnote in an unknown container": "::: say-it\n[^1]\n:::\n[^1]\n\n[^1]: a\n",
    "one long line": "x" * 250_000,
    "empty lines": "\n" * 250_000,
}


@pytest.mark.parametrize("text", MARKUP.values(), ids=MARKUP)
def test_markdown_that_is_a_trap_comes_to_an_end(text: str, published: SiteFolder) -> None:
    """As a page, as a pack's text, as cards and as a local note, with few problems or none."""
    part = text[:1000]
    published.write({PAGE: HEAD + text, "sessions/listen/prepare.md": part})
    published.write({"sessions/listen/cards/deck.md": part, "content/local/listen.md": part})
    assert len(endure(published)) < 5000


def test_a_text_of_twenty_megabytes_is_refused_unread(
    published: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cap is named, and no byte of it is read."""
    published.write({PAGE: b"words\n" * 3_500_000})
    (problem,) = endure(published)
    assert (problem.code, problem.where.path) == ("too-large", PAGE)
    assert "256 KB" in problem.message


@unix
def test_a_sparse_file_of_many_gigabytes_is_refused_unread(published: SiteFolder) -> None:
    """It takes no room on the disk, and would take it all in memory."""
    with (published.root / PAGE).open("wb") as file:
        file.truncate(8 * 1024**3)
    assert told(endure(published), PAGE) == {"too-large"}


# Files that are none


def test_a_folder_where_a_file_should_be_is_a_problem(published: SiteFolder) -> None:
    """Whichever file it is."""
    names = ("site.yaml", "content/index.md", "sessions/listen/pack.yaml", "content/tools.yaml")
    for name in names:
        (published.root / name).unlink(missing_ok=True)
        (published.root / name).mkdir()
    problems = endure(published)
    for name in names:
        assert told(problems, name) == {"not-a-file"}


def test_a_file_where_a_folder_should_be_is_passed_over_or_told(published: SiteFolder) -> None:
    """Such as `content`, `sessions` and `themes`."""
    for name in ("content", "sessions", "themes"):
        shutil.rmtree(published.root / name, ignore_errors=True)
        published.write({name: "words"})
    endure(published)


@unix
def test_a_link_out_of_the_site_is_never_followed(published: SiteFolder, tmp_path: Path) -> None:
    """Not to a file, not to a folder, and not by way of another link."""
    (tmp_path / "secret.md").write_text(HEAD + "kept to myself\n", encoding="utf-8")
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets/diary.md").write_text(HEAD + "kept to myself\n", encoding="utf-8")
    links = {
        "content/file.md": "../../secret.md",
        "content/absolute.md": str(tmp_path / "secret.md"),
        "content/folder": "../../secrets",
        "content/twice.md": "file.md",
        "content/gone.md": "nowhere.md",
        "content/loop.md": "loop.md",
        "content/round": ".",
        "content/parent": "..",
        "sessions/other": "../../secrets",
        "content/device.md": "/dev/zero",
    }
    for name, target in links.items():
        (published.root / name).symlink_to(target)
    problems = endure(published)
    assert {problem.where.path for problem in problems} == set(links)
    assert codes(problems) == {"symlink"}
    assert "kept to myself" not in report(problems, file_lines(published.root))


@unix
@pytest.mark.parametrize("name", ["site.yaml", "content", "sessions", "themes"])
def test_the_sites_own_folders_are_no_way_out_either(
    name: str, published: SiteFolder, tmp_path: Path
) -> None:
    """A site holds all that it is made of, so that it can be copied."""
    there = tmp_path / "elsewhere"
    if name == "themes":
        published.write({"themes/hill/theme.yaml": "extends: default\n"})
        published.replace("site.yaml", "id: hill", "id: hill\ntheme: hill")
    shutil.move(published.root / name, there)
    (published.root / name).symlink_to(there)
    assert "symlink" in codes(endure(published))


@unix
@pytest.mark.parametrize("kind", ["static", "css", "templates", "locale"])
def test_a_theme_is_no_way_out_either(kind: str, published: SiteFolder, tmp_path: Path) -> None:
    """A file that a theme links to from outside is not published."""
    (tmp_path / "secret").write_text("kept to myself", encoding="utf-8")
    published.write({"themes/hill/theme.yaml": "extends: default\n", f"themes/hill/{kind}/x": "x"})
    published.replace("site.yaml", "id: hill", "id: hill\ntheme: hill")
    link = published.root / f"themes/hill/{kind}/secret.txt"
    link.symlink_to(tmp_path / "secret")
    assert told(endure(published), f"themes/hill/{kind}/secret.txt") == {"symlink"}


def test_a_link_within_the_site_is_a_file_like_any_other(published: SiteFolder) -> None:
    """One text may stand in two places."""
    published.write({PAGE: HEAD + "words\n"})
    (published.root / "content/again.md").symlink_to("page.md")
    assert endure(published) == ()
    assert "words" in published.page("again.html")


@unix
@pytest.mark.parametrize("name", ["content/pipe.md", "content/pipe.yaml", "content/ring.jpg"])
def test_a_pipe_is_never_waited_for(name: str, published: SiteFolder) -> None:
    """Nobody will ever write into it."""
    os.mkfifo(published.root / name)
    assert told(endure(published), name) == {"not-a-file"}


@unix
def test_settings_that_are_a_pipe_are_a_problem(published: SiteFolder) -> None:
    """Nothing waits for them, and they are not called a folder."""
    (published.root / "site.yaml").unlink()
    os.mkfifo(published.root / "site.yaml")
    assert "pipe" in next(p.message for p in endure(published) if p.where.path == "site.yaml")


@unix
def test_a_pipe_in_a_theme_is_never_waited_for(published: SiteFolder) -> None:
    """Nor one that is put in the place of a file after that was found."""
    published.write({"themes/hill/theme.yaml": "extends: default\n", "themes/hill/css/x.css": ""})
    published.replace("site.yaml", "id: hill", "id: hill\ntheme: hill")
    os.mkfifo(published.root / "themes/hill/css/pipe.css")
    endure(published)
    os.mkfifo(published.root / PAGE)
    assert isinstance(scan.load(published.root, PAGE), Problem)


@unix
def test_a_socket_is_no_page(published: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    """It cannot be opened at all."""
    monkeypatch.chdir(published.root / "content")  # the address of a socket must be short
    with contextlib.closing(socket.socket(socket.AF_UNIX)) as listener:
        listener.bind("page.md")
        assert told(endure(published), PAGE) == {"not-a-file"}


@unix
def test_a_device_is_no_page(published: SiteFolder) -> None:
    """One that gives zeros without end, for instance."""
    try:
        os.mknod(published.root / PAGE, stat.S_IFCHR | 0o666, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("only root makes devices")
    assert told(endure(published), PAGE) == {"not-a-file"}


def test_a_file_that_may_not_be_opened_is_a_problem(
    published: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Refused by hand, since root opens everything."""
    opened = os.open

    def refused(path: Any, *more: Any, **named: Any) -> int:
        if Path(path) == published.root / "content/index.md":
            raise PermissionError(13, "Permission denied")
        return opened(path, *more, **named)

    monkeypatch.setattr(os, "open", refused)
    (problem,) = endure(published)
    assert (problem.code, problem.where.path) == ("not-a-file", "content/index.md")
    assert problem.message == "this cannot be read: Permission denied"


@unix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root reads everything")
@pytest.mark.parametrize("name", ["content/index.md", "content/people", "site.yaml"])
def test_what_may_not_be_read_is_a_problem(name: str, published: SiteFolder) -> None:
    """A file, or a folder with all that is in it."""
    (published.root / name).chmod(0)
    assert "not-a-file" in told(endure(published), name)
    (published.root / name).chmod(0o700)


@pytest.mark.parametrize("name", ["content", "content/people", ""])
def test_a_folder_that_cannot_be_listed_is_a_problem(
    name: str, published: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever asks: root may list everything, and so is refused by hand."""
    listed = os.scandir

    def refused(path: Any = ".") -> Any:
        if Path(path) == published.root / name:
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(os, "scandir", refused)
    problems = look_at(published)
    assert "not-a-file" in codes(problems)


def look_at(folder: SiteFolder, executor: Executor | None = None) -> tuple[Problem, ...]:
    """Check a site, with work done by an executor."""
    with contextlib.closing(Store(folder.root / ".peerpress")) as store:
        return look(folder.project(), store, executor or Here()).problems


# Names


@unix
@pytest.mark.parametrize(
    "one,other",
    [("About", "about"), ("caf\u00e9", "cafe\u0301"), ("stra\u00dfe", "strasse"), ("K", "\u212a")],
    ids=["case", "accents", "sharp s", "Kelvin"],
)
def test_names_that_some_system_takes_for_one_are_a_problem(
    one: str, other: str, published: SiteFolder
) -> None:
    """Of files and of folders; both names are told."""
    published.write({f"content/{one}.md": HEAD, f"content/{other}.md": HEAD})
    published.write({f"content/{one}/a.md": HEAD, f"content/{other}/a.md": HEAD})
    if len(list((published.root / "content").glob("*.md"))) < 3:
        pytest.skip("this system takes them for one itself")
    problems = endure(published)
    assert codes(problems) == {"name-collision"}
    assert len(problems) == 2


RESERVED = ("CON.md", "nul.yaml", "aux", "com1.md", "Lpt9.svg", "why?.md", "a:b.md", "a\\b.md")
CONTROLS = ("a\nb.md", "a\tb.md", "a\x1bb.md", "a\x7f.md", "end.md ", "end.md.", "x" * 230 + ".md")


@unix
@pytest.mark.parametrize("name", [*RESERVED, *CONTROLS], ids=ascii)
def test_a_name_that_some_system_cannot_keep_is_a_problem(name: str, published: SiteFolder) -> None:
    """And what is told of it does no harm to a terminal."""
    published.write({f"content/{name}": HEAD})
    problems = endure(published)
    assert codes(problems) == {"reserved-name"}
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", report(problems, file_lines(published.root)))


@unix
def test_a_name_that_is_no_text_is_a_problem(published: SiteFolder) -> None:
    """Of a file or a folder, as it may come out of an old archive."""
    folder = os.fsencode(published.root) + b"/content/"
    try:
        Path(os.fsdecode(folder + b"k\xf6whai.md")).write_text(HEAD, encoding="utf-8")
    except OSError:
        pytest.skip("this system keeps no such name")
    Path(os.fsdecode(folder + b"\xff\xfe")).mkdir()
    assert codes(endure(published)) == {"unreadable-name"}


@pytest.mark.parametrize("name", ["__pycache__/x.md", ".hidden.md", "draft.md~", "Thumbs.db"])
def test_what_programs_leave_behind_is_passed_over(name: str, published: SiteFolder) -> None:
    """It is no part of a site."""
    published.write({f"content/{name}": b"\xff"})
    assert endure(published) == ()


def test_a_page_in_a_folder_called_like_a_page_is_a_problem(published: SiteFolder) -> None:
    """A file and a folder cannot have one name."""
    published.write({PAGE: HEAD, "content/page.html/inside.md": HEAD})
    problems = endure(published)
    assert codes(problems) == {"two-outputs-one-path"}
    assert told(problems, "content/page.html/inside.md")


def test_names_with_signs_of_addresses_are_names(published: SiteFolder) -> None:
    """A number sign, per cent, ampersand, quotation mark or brackets."""
    names = ("a#b", "50%", "%2e%2e", "a&b", "it's", "[x]")
    for name in names:
        published.write({f"content/{name}.md": HEAD})
    endure(published)


def test_folders_are_followed_to_a_depth(published: SiteFolder) -> None:
    """Deeper ones are told of, and not followed."""
    published.write({"content/" + "a/" * 40 + "page.md": HEAD})
    assert codes(endure(published)) == {"not-a-file"}


def test_five_hundred_files_are_a_site(published: SiteFolder) -> None:
    """So many pages, each with a broken link: a problem each, and no more."""
    published.write({f"content/p{n}.md": f"{HEAD}[a](q{n}.md)\n" for n in range(500)})
    problems = look_at(published)
    assert codes(problems) == {"broken-link"}
    assert len(problems) == 500


def test_a_pack_folder_without_a_pack_is_told(published: SiteFolder) -> None:
    """Its texts belong to nothing."""
    published.write({"sessions/lost/segments/a.md": "words\n", "sessions/empty/.keep": ""})
    endure(published)


# Files that change while they are read


class Meddling(Here):
    """Does something to the site before the first work is done."""

    def __init__(self, meddle: Callable[[], object]) -> None:
        """Keep in mind what to do."""
        self.meddle = meddle

    def submit(self, work: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Meddle once, then work."""
        self.meddle()
        self.meddle = lambda: None
        return super().submit(work, *args, **kwargs)


def crowded(folder: SiteFolder) -> SiteFolder:
    """Add so many pages that the work is sent away."""
    return folder.write({f"content/p{n:02}.md": HEAD for n in range(30)})


def test_a_file_that_vanishes_before_it_is_read_is_a_problem(published: SiteFolder) -> None:
    """It was there when the folder was listed."""
    crowded(published)
    executor = Meddling((published.root / "content/p20.md").unlink)
    problems = look_at(published, executor)
    assert told(problems, "content/p20.md") == {"not-a-file"}
    assert look_at(published) == ()


def test_a_file_that_changes_before_it_is_read_is_read_as_it_is(published: SiteFolder) -> None:
    """And what is remembered is remembered of what was read."""
    crowded(published)
    changed: Files = {"content/p20.md": "---\ntitel: Page\n---\n"}
    problems = look_at(published, Meddling(lambda: published.write(changed)))
    assert told(problems, "content/p20.md") >= {"unknown-field"}
    published.write({"content/p20.md": HEAD})
    assert look_at(published) == ()


def test_a_file_that_becomes_a_folder_or_a_pipe_is_a_problem(published: SiteFolder) -> None:
    """Nothing is waited for."""
    crowded(published)
    page = published.root / "content/p20.md"

    def swap() -> None:
        page.unlink()
        (os.mkfifo if hasattr(os, "mkfifo") else os.mkdir)(page)

    assert told(look_at(published, Meddling(swap)), "content/p20.md") == {"not-a-file"}


def test_a_file_that_vanishes_while_it_is_found_is_a_problem(
    published: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the listing of its folder and its opening."""
    opened = scan.load

    def load(root: Path, path: str) -> object:
        if path == "content/index.md":
            (root / path).unlink(missing_ok=True)
        return opened(root, path)

    monkeypatch.setattr(scan, "load", load)
    assert told(endure(published), "content/index.md") == {"not-a-file"}


# Themes


TEMPLATES = {
    "a sign too many": ("{{ view.title }\n", 2),
    "a block left open": ("{% if view %}\n", 2),
    "an unknown tag": ("{% markdown %}\n", 2),
    "an unknown filter": ("{{ view|shout }}\n", 2),
    "a field that is not there": ("{{ view.tittle }}\n", 2),
    "a name that is not there": ("{{ nothing.here }}\n", 2),
    "division by zero": ("{{ 1 / 0 }}\n", 2),
    "a call of nothing": ("{{ view.frame.title() }}\n", 2),
    "text and number": ("{{ view.frame.title + 1 }}\n", 2),
    "a computed include": ("{% include view.name %}\n", 2),
    "a missing include": ('{% include "parts/none.html" %}\n', 2),
    "a missing parent": ('{% extends "default:homes.html" %}\n', 2),
    "an endless include": ('{% include "home.html" %}\n', 0),
    "an endless macro": ("{% macro a() %}{{ a() }}{% endmacro %}\n{{ a() }}\n", 0),
    "a word with a wrong place": ('{{ t("{a} and {b}", a=1) }}\n', 2),
}


@pytest.mark.parametrize("text,line", TEMPLATES.values(), ids=TEMPLATES)
def test_a_mistake_in_a_sites_template_is_told_with_its_line(
    text: str, line: int, published: SiteFolder
) -> None:
    """The innermost template is named, and the site stays as it was."""
    path = "themes/hill/templates/home.html"
    published.write({"themes/hill/theme.yaml": "extends: default\n", path: f"<p>\n{text}"})
    published.replace("site.yaml", "id: hill", "id: hill\ntheme: hill")
    (problem,) = endure(published)
    assert problem.code in {"template", "unknown-template"}
    assert problem.where.path == path
    assert line in {0, problem.where.line}


def test_a_template_cannot_reach_into_python(published: SiteFolder) -> None:
    """Its own authors are trusted; what is asked for here is told, or harmless."""
    path = "themes/hill/templates/home.html"
    text = "{{ view.__class__.__mro__[1].__subclasses__()|length }}{{ t.__init__.__globals__ }}"
    published.write({"themes/hill/theme.yaml": "extends: default\n", path: text})
    published.replace("site.yaml", "id: hill", "id: hill\ntheme: hill")
    endure(published)


@pytest.mark.parametrize(
    "name", ["templates/home.html", "css/x.css", "locale/mi.po", "static/x.txt"]
)
@pytest.mark.parametrize("data", [b"\xff\xfe\x00", b"", bytes(9)], ids=["bytes", "empty", "zeros"])
def test_a_themes_file_of_any_bytes_is_published_or_told(
    name: str, data: bytes, published: SiteFolder
) -> None:
    """It is no reason to break down."""
    published.write({"themes/hill/theme.yaml": "extends: default\n", f"themes/hill/{name}": data})
    published.replace("site.yaml", "id: hill", "id: hill\ntheme: hill")
    endure(published)


@pytest.mark.parametrize(
    "text",
    [
        "extends: hill",
        "extends: nowhere",
        "layers: [a, a]",
        "tokens: {ink: '} b {'}",
        "tokens: 1",
    ],
)
def test_a_themes_settings_are_proved_like_any(text: str, published: SiteFolder) -> None:
    """A theme that is no theme leaves the site as it was."""
    published.write({"themes/hill/theme.yaml": text})
    published.replace("site.yaml", "id: hill", "id: hill\ntheme: hill")
    endure(published)


# Images


PNG = b"\x89PNG\r\n\x1a\n"


def png(width: int, height: int) -> bytes:
    """Return the beginning of a PNG that says how large it is."""
    chunk = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    )


IMAGES = {
    "ring.png": png(2**32 - 1, 2**32 - 1),
    "none.png": png(0, 0),
    "short.png": png(1, 1)[:20],
    "ring.gif": b"GIF89a\xff\xff",
    "ring.jpg": b"\xff\xd8" + b"\xff\xfe\x00\x02" * 100_000,
    "zero.jpg": b"\xff\xd8\xff\xe0\x00\x00" * 50,
    "ring.webp": b"RIFF\xff\xff\xff\xffWEBPVP8X",
    "dots.svg": b'<svg viewBox="0 0 1.2.3 ...">',
    "huge.svg": b'<svg viewBox="0 0 ' + b"9" * 400 + b' 1">',
    "many.svg": b"<svg " * 13_000,
    "wide.svg": b'<svg viewBox="' + b" " * 60_000 + b'">',
}


def test_an_image_with_a_lying_header_is_a_file_like_any_other(published: SiteFolder) -> None:
    """It is copied as it is, and shown as an image."""
    shown = "".join(f"![A ring]({name})\n\n" for name in IMAGES)
    published.write({f"content/{name}": data for name, data in IMAGES.items()})
    published.write({PAGE: HEAD + shown})
    assert endure(published) == ()
    page = published.page("page.html")
    assert page.count("<img ") == len(IMAGES)
    assert set(IMAGES.values()) <= set(published.tree().values())


@given(data=st.binary(max_size=200))
@settings(max_examples=300, derandomize=True, deadline=None)
def test_the_size_of_any_bytes_is_two_numbers(data: bytes) -> None:
    """Whatever they begin with."""
    for start in (
        b"",
        b"\xff\xd8",
        b"\x89PNG\r\n\x1a\n",
        b"GIF89a",
        b"RIFF0000WEBPVP8 ",
        b"<svg viewBox='",
    ):
        width, height = image.size(start + data)
        assert width >= 0
        assert height >= 0


# Anything at all


@pytest.fixture(scope="module")
def lab(built: Path, tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """Give one site whose files are changed again and again."""
    root = tmp_path_factory.mktemp("lab") / "site"
    shutil.copytree(built, root)
    return SiteFolder(root).write({"content/ring.jpg": b"", "content/tools.yaml": "[]\n"})


@pytest.fixture(scope="module")
def bench(lab: SiteFolder) -> Iterator[Store]:
    """Give the store of that site, kept open, with the theme loaded once."""
    with (
        pytest.MonkeyPatch.context() as patch,
        contextlib.closing(Store(lab.root / ".peerpress")) as store,
    ):
        patch.setattr("builder.build.load", functools.cache(load))
        yield store


FILES = sorted(
    path.relative_to(BASE).as_posix() for path in BASE.rglob("*") if path.suffix in (".yaml", ".md")
)
SIGNS = "-:#[]{}()*&!|>'\"%@`~\\\0\r\n\t\ufeff\u2028"
WORDS = "--- ::: null no 12:30 1e9 -1 minutes: title: each: [a](b) ![ [^1] [^1]: <b> <!-- https://"
PIECES = st.sampled_from([*SIGNS, *WORDS.split(), "::: say\n", "\n\n", "  "])
LENIENT = settings(
    max_examples=200,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def survive(folder: SiteFolder, store: Store, name: str, data: bytes) -> None:
    """Check the site with a file of other bytes; any outcome but a traceback is good."""
    path = folder.root / name
    before = path.read_bytes()
    path.write_bytes(data)
    try:
        problems = look(folder.project(), store, Here()).problems
        report(problems, file_lines(folder.root)).encode()
    finally:
        path.write_bytes(before)


@given(name=st.sampled_from([*FILES, "content/ring.jpg", "content/tools.yaml"]), data=st.binary())
@LENIENT
def test_any_bytes_are_read_without_a_traceback(
    name: str, data: bytes, lab: SiteFolder, bench: Store
) -> None:
    """In any file of the site."""
    survive(lab, bench, name, data)


@given(name=st.sampled_from(FILES), text=st.text() | st.lists(PIECES).map("".join))
@LENIENT
def test_any_text_is_read_without_a_traceback(
    name: str, text: str, lab: SiteFolder, bench: Store
) -> None:
    """Behind a header or without one."""
    survive(lab, bench, name, text.encode("utf-8", "replace"))


@given(name=st.sampled_from(FILES), data=st.data())
@LENIENT
def test_a_changed_file_is_read_without_a_traceback(
    name: str, data: st.DataObject, lab: SiteFolder, bench: Store
) -> None:
    """A piece taken out, put in twice, or another put in its place, up to four times."""
    text = (BASE / name).read_text(encoding="utf-8")
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, min(len(text), start + 40)))
        new = data.draw(st.sampled_from(["", text[start:end] * 2, "\n"]) | PIECES)
        text = text[:start] + new + text[end:]
    survive(lab, bench, name, text.encode())
