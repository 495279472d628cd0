"""Each promise about people's words has a test that carries its name."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "content/handbook/promises.md"
ROW = re.compile(r"^\| ([a-z]+(?:-[a-z]+)+|[a-z]+) \|.*\| (tested|said)[^|]* \|$", re.MULTILINE)
CARRIED = re.compile(r'mark\.promise\("([a-z-]+)"\)')
DANGERS = 31


def promised() -> dict[str, str]:
    """Return each promise with how we know."""
    return dict(ROW.findall(PAGE.read_text(encoding="utf-8")))


def carried() -> set[str]:
    """Return the promises that tests carry by name."""
    files = (ROOT / "tests").rglob("test_*.py")
    return {name for file in files for name in CARRIED.findall(file.read_text(encoding="utf-8"))}


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
