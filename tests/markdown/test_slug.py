"""Headings get names that are readable, safe and each its own, in linear time."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.markdown.slug import LONGEST, Slugger, slug


class Counted(set[str]):
    """A set that counts how often it is asked."""

    asked = 0

    def __contains__(self, name: object) -> bool:
        self.asked += 1
        return super().__contains__(name)


@pytest.mark.parametrize(
    "text,name",
    [
        ("What it is", "what-it-is"),
        ("  «Why?» — because…  ", "why-because"),
        ("Ō mātou tikanga", "ō-mātou-tikanga"),
        ("O\u0304", "ō"),
        ("İstanbul", "i\u0307stanbul"),
        ("हिन्दी में", "हिन्दी-में"),
        ("3 × 4", "3-4"),
        ("a_b", "a-b"),
        ("…", "section"),
        ("", "section"),
        ("word " * 30, "-".join(["word"] * 12)),
        ("x" * 100, "x" * LONGEST),
    ],
)
def test_a_name_is_readable(text: str, name: str) -> None:
    """Names keep letters of every script and nothing else."""
    assert slug(text) == name


@given(st.lists(st.text(max_size=12), max_size=30))
def test_names_are_safe_words_given_once(texts: list[str]) -> None:
    """They serve as ids and in addresses, and never meet the ids with an underscore."""
    slugger = Slugger()
    names = [slugger.name(text) for text in texts]
    assert len(set(names)) == len(names)
    for name in names:
        assert unicodedata.is_normalized("NFC", name)
        assert re.fullmatch(r"[^\s\"'<>&#?%/_]+", name)
        assert not name.startswith("-")
        assert not name.endswith("-")


def test_equal_headings_are_numbered() -> None:
    """A name that an earlier heading has by its own words is passed over."""
    slugger = Slugger()
    titles = ["Go", "Go 2", "Go", "Go", "Go 3", "Go 2"]
    names = ["go", "go-2", "go-3", "go-4", "go-3-2", "go-2-2"]
    assert [slugger.name(title) for title in titles] == names


@pytest.mark.parametrize(
    "titles",
    [
        ["Go"] * 5000,
        ["Go", *(f"Go {number}" for number in range(2, 2500)), *["Go"] * 2500],
        ["", "…", "section", "section 2"] * 1250,
    ],
)
def test_naming_takes_linear_time(titles: list[str]) -> None:
    """However alike the headings are, each costs a few look-ups."""
    slugger = Slugger()
    slugger.used = counted = Counted()
    for title in titles:
        slugger.name(title)
    assert counted.asked <= 3 * len(titles)
