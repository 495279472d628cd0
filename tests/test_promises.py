"""Each promise about people's words has a test, and each thing to expect a place that keeps it."""

from __future__ import annotations

import datetime
import re
from pathlib import Path
from typing import NamedTuple

import pytest

from builder.build import Checked, Project, look
from builder.store import Store
from builder.work import Here
from tests.conftest import ROOT

HANDBOOK = ROOT / "content/handbook"
PROMISES = HANDBOOK / "promises.md"
EXPECTED = HANDBOOK / "what-to-expect.md"
ROW = re.compile(r"^\| ([a-z]+(?:-[a-z]+)+|[a-z]+) \|.*\| (tested|said)[^|]* \|$", re.MULTILINE)
CARRIED = re.compile(r'mark\.promise\("([a-z-]+)"\)')
EXPECTATION = re.compile(r"^\| ([a-z]+(?:-[a-z]+)*) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
LINK = re.compile(r"\[[^\]]+\]\(([^)]+)\)")
DANGERS = 31
LATER = datetime.date(2027, 1, 1)
"""A day on which every page of ours is out."""
WHO = ("A group", "Each person", "Whoever leads this time", "A school")


def promised() -> dict[str, str]:
    """Return each promise with how we know."""
    return dict(ROW.findall(PROMISES.read_text(encoding="utf-8")))


def carried() -> set[str]:
    """Return the promises that tests carry by name."""
    files = (ROOT / "tests").rglob("test_*.py")
    return {name for file in files for name in CARRIED.findall(file.read_text(encoding="utf-8"))}


class Expectation(NamedTuple):
    """One line of the page: its name, what one may expect, and where it is kept."""

    name: str
    words: str
    where: str


def expected() -> dict[str, list[Expectation]]:
    """Return what may be expected, by who may expect it."""
    parts = re.split(r"^## (.+)$", EXPECTED.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    return {who: [Expectation(*row) for row in EXPECTATION.findall(sections[who])] for who in WHO}


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Checked:
    """Give the site of this repository, read and checked, and not made."""
    folder = tmp_path_factory.mktemp("checked")
    store = Store(folder / "store")
    try:
        return look(Project(ROOT, folder / "public", LATER), store, Here())
    finally:
        store.close()


def test_every_promise_that_is_tested_is_carried_by_a_test() -> None:
    """None is only written down."""
    tested = {name for name, how in promised().items() if how == "tested"}
    assert tested - carried() == set()


def test_no_test_carries_a_promise_that_is_not_made() -> None:
    """A name that nobody can look up says nothing."""
    assert carried() - set(promised()) == set()


def test_none_of_the_dangers_is_missing() -> None:
    """A row that is lost is noticed."""
    assert len(promised()) == DANGERS


@pytest.mark.parametrize("who", WHO)
def test_every_line_of_what_to_expect_is_read(who: str) -> None:
    """A row in another form would pass all that follows unseen."""
    text = EXPECTED.read_text(encoding="utf-8")
    section = text.partition(f"\n## {who}\n")[2].partition("\n## ")[0]
    rows = [line for line in section.splitlines() if line.startswith("| ")][2:]
    assert [row.name for row in expected()[who]] == [row.split(" | ")[0][2:] for row in rows]
    assert rows


def test_each_thing_to_expect_has_a_name_of_its_own() -> None:
    """Names never change, so no two may be one."""
    names = [row.name for rows in expected().values() for row in rows]
    assert len(set(names)) == len(names)
    assert not set(names) & set(promised())


def test_each_thing_to_expect_leads_to_where_it_is_kept() -> None:
    """Or says that it is not there yet."""
    for row in (row for rows in expected().values() for row in rows):
        assert LINK.findall(row.where) or "not yet" in row.words.lower(), row.name


def test_whatever_keeps_an_expectation_is_there(checked: Checked) -> None:
    """Every link of the page names a page, pack, sheet or heading of the site."""
    page = EXPECTED.relative_to(ROOT).as_posix()
    assert page in {read.path for read in checked.site.pages}
    broken = {"broken-link", "broken-fragment", "draft-link"}
    told = [p for p in checked.problems if p.where.path == page and p.code in broken]
    assert told == []


def test_a_school_sees_what_to_expect_from_the_promises_and_the_front_page() -> None:
    """A page that nobody finds binds nobody."""
    for name in ("promises.md", "index.md"):
        assert "(what-to-expect.md)" in Path(HANDBOOK / name).read_text(encoding="utf-8")
