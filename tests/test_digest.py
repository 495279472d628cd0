"""Digests: equal values have equal ones, different values different ones, in every process."""

from __future__ import annotations

import datetime
import enum
import functools
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.digest import SIZE, Digester, of_bytes
from tests.conftest import ROOT


@dataclass(frozen=True)
class View:
    """A view, as a kind of output makes one."""

    title: str
    rows: tuple[object, ...] = ()
    note: str = field(default="", compare=False)


@dataclass(frozen=True)
class Other:
    """Another class with the same fields."""

    title: str
    rows: tuple[object, ...] = ()


class Colour(enum.Enum):
    """A value of few."""

    RED = 1
    BLUE = 2


def made(view: object, stock: object) -> bytes:
    """Stand for a maker."""
    return b""


def other_made(view: object, stock: object) -> bytes:
    """Stand for another maker."""
    return b""


DIFFERENT: tuple[object, ...] = (
    None,
    True,
    False,
    0,
    1,
    0.0,
    -0.0,
    1.0,
    "",
    "1",
    "None",
    "n1",
    b"",
    b"1",
    (),
    ("",),
    ("", ""),
    ((),),
    ("ab",),
    ("a", "b"),
    ("a", ("b",)),
    (("a", "b"),),
    frozenset(),
    frozenset({"a", "b"}),
    {},
    {"a": "b"},
    {"b": "a"},
    {"a": "b", "c": "d"},
    {"a": "d", "c": "b"},
    datetime.date(2026, 11, 21),
    datetime.datetime(2026, 11, 21, tzinfo=datetime.UTC),
    datetime.time(15, 45),
    "2026-11-21",
    PurePosixPath("a/b"),
    "a/b",
    Colour.RED,
    Colour.BLUE,
    View("a"),
    View("b"),
    View("a", ("x",)),
    View("a", (View("a"),)),
    Other("a"),
    made,
    other_made,
)


def test_different_values_have_different_digests() -> None:
    """Also where one looks like another, or where parts are divided in another way."""
    digests: dict[str, object] = {}
    for value in DIFFERENT:
        digest = Digester().of(value)
        assert digest not in digests, f"{value!r} and {digests[digest]!r}"
        digests[digest] = value


@pytest.mark.parametrize(
    "one,other",
    [
        (("a", "b"), ["a", "b"]),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        (frozenset({"x", "y", "z"}), {"z", "y", "x"}),
        (View("a", note="seen"), View("a", note="not seen")),
    ],
)
def test_what_does_not_count_makes_no_difference(one: object, other: object) -> None:
    """The order of a mapping or set, list or tuple, and fields that comparisons leave out."""
    assert Digester().of(one) == Digester().of(other)


def test_a_digest_has_128_bits() -> None:
    """In hexadecimal digits, as file names want it."""
    assert len(of_bytes(b"")) == len(Digester().of(())) == SIZE * 2
    assert of_bytes(b"a") != of_bytes(b"b")


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.binary(),
    lambda inner: st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)


@given(VALUES)
def test_a_digest_does_not_depend_on_what_was_digested_before(value: object) -> None:
    """What is remembered by identity is only ever a short cut."""
    digester = Digester()
    first = digester.of((value, value))
    digester.of([value])
    assert digester.of((value, value)) == first == Digester().of((value, value))


def test_a_shared_value_is_hashed_once() -> None:
    """A navigation that a thousand pages show costs as much as one."""

    class Counting(Digester):
        compounds = 0

        def _compound(self, value: object) -> bytes:
            self.compounds += 1
            return super()._compound(value)

    digester = Counting()
    shared = tuple(View(str(n)) for n in range(50))
    digester.of(tuple(View("page", shared) for _ in range(100)))
    assert digester.compounds < 400


def test_an_identity_is_not_used_twice() -> None:
    """A value that has gone may lend its address to another one; ours are kept alive."""
    digester = Digester()
    digests = {digester.of((str(n),)) for n in range(2000)}
    assert len(digests) == 2000


def test_the_digest_is_the_same_in_another_process() -> None:
    """With another seed for hashing strings, as each process has."""
    value = "(frozenset('abcdef'), {'x': (1, None), 'y': 'ā'}, b'z')"
    code = f"from builder.digest import Digester; print(Digester().of({value}))"
    digests = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert digests == {Digester().of((frozenset("abcdef"), {"x": (1, None), "y": "ā"}, b"z"))}


def closed_over(title: str) -> Callable[[object, object], bytes]:
    """Return a maker that hides what it looks at."""

    def hidden(view: object, stock: object) -> bytes:
        return title.encode()

    return hidden


@pytest.mark.parametrize(
    "value",
    [
        lambda *_: b"",
        closed_over("a"),
        functools.partial(made, None),
        object(),
        iter(()),
    ],
    ids=["lambda", "closure", "partial", "object", "iterator"],
)
def test_what_may_hide_something_has_no_digest(value: object) -> None:
    """A maker that looks at more than its view would not be made again when that changes."""
    with pytest.raises(TypeError, match="cannot be part of a view"):
        Digester().of(("view", value))
