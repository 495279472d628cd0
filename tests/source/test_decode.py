"""Nodes become records, and every mistake is told in the author's language at its place."""

from __future__ import annotations

import datetime
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model.config import Config
from builder.model.lists import Term, Tool
from builder.model.pack import Modes, Pack
from builder.model.page import Head, Reference
from builder.model.series import Series
from builder.model.version import Change
from builder.model.worksheet import Carry, Item, Worksheet
from builder.problems import Problem, Span
from builder.source.decode import decode, read_yaml
from builder.source.nodes import MANY, Mapping, Scalar
from builder.source.schema import ROOTS

PACK = """\
format: 1
title: no
version: 1.10
minutes: 10
group: {min: 3, best: 6, max: 8}
segments:
- id: begin
  title: 12:30
  kind: opening
  minutes: 10
"""


def told(problems: tuple[Problem, ...]) -> list[str]:
    """Return the messages."""
    return [problem.message for problem in problems]


def pack(more: str) -> Pack:
    """Return a pack with more fields."""
    read = read_yaml(Pack, "pack.yaml", PACK + more)
    assert read.problems == ()
    assert read.value is not None
    return read.value


def test_texts_stay_as_the_author_wrote_them() -> None:
    """YAML makes a truth, a number and minutes past midnight of these."""
    made = pack("care: null and void\naccess: ' ~ '\n")
    assert (made.title, made.version, made.segments[0].title) == ("no", "1.10", "12:30")
    assert (made.care, made.access) == ("null and void", "~")


def test_values_take_the_declared_type() -> None:
    """Numbers, dates, truths, choices, and one value where a list may be given."""
    made = pack("trust: 3\npublished: 2026-03-01\ntemplate: Yes\nafter: meet\nadvice: on request\n")
    assert (made.trust, made.published) == (3, datetime.date(2026, 3, 1))
    assert (made.template, made.after, made.advice) == (True, ("meet",), "on request")
    assert made.segments[0].kind == ("opening",)


@pytest.mark.parametrize(
    "written,truth",
    [("yes", True), ("Yes", True), ("TRUE", True), ("no", False), ("No", False), ("false", False)],
)
def test_yes_and_no_are_truths_in_any_case(written: str, truth: bool) -> None:  # noqa: FBT001
    """And so are true and false."""
    assert pack(f"template: {written}").template is truth


def test_an_empty_value_counts_as_not_written() -> None:
    """The default holds, and a needed field is missing."""
    read = read_yaml(Config, "site.yaml", "id: a\ntitle: b\nlicence:\nhome: ~\nnavigation: null\n")
    assert read.value == Config(id="a", title="b")
    assert not read.marks.has("licence")
    assert told(read_yaml(Series, "a.yaml", "title: '  '\npacks: a").problems) == [
        "a series needs 'title'"
    ]


def test_names_may_have_hyphens_or_underscores() -> None:
    """Also where the model has another name than YAML."""
    text = "modes:\n  in_person: no\n"
    assert pack(text).modes == pack("modes: {in-person: no}").modes == Modes(in_person="no")
    assert pack("follow-up: {try-it: x}").follow_up == pack("follow_up: {try_it: x}").follow_up


def test_words_that_python_keeps_are_names_in_yaml() -> None:
    """`from`, `to` and `for` are what authors write."""
    text = "id: a\ntitle: b\nfor: pair\nfields: []\ncarries: [{from: x.y, to: z}]\n"
    read = read_yaml(Worksheet, "a.yaml", text)
    assert read.value is not None
    assert read.value.audience == "pair"
    assert read.value.carries == (Carry(source="x.y", field="z"),)
    assert read.marks.at("carries", 0, "source") == Span("a.yaml", 5, 18, 3)


VERSIONS = """\
versions:
  short:
    minutes: 8
    changes:
      one: 5
      two: drop
      three: {each: "1:30", rest: follow-up}
"""


def test_a_mapping_gives_records_the_name_that_is_its_key() -> None:
    """And a number or one word stands for a whole change."""
    (short,) = pack(VERSIONS).versions
    assert short.name == "short"
    assert short.changes == (
        Change(segment="one", minutes=5),
        Change(segment="two", act="drop"),
        Change(segment="three", each="1:30", rest="follow-up"),
    )
    assert pack("versions: [{name: short, minutes: 8}]").versions[0].name == "short"


def test_every_value_has_its_place() -> None:
    """By the names of the model and the numbers of items."""
    marks = read_yaml(Pack, "pack.yaml", PACK + VERSIONS).marks
    expected = {
        (): (1, 1, 6),
        ("title",): (2, 8, 2),
        ("group",): (5, 9, 3),
        ("group", "best"): (5, 23, 1),
        ("segments",): (7, 1, 1),
        ("segments", 0): (7, 3, 2),
        ("segments", 0, "title"): (8, 10, 5),
        ("segments", 0, "kind"): (9, 9, 7),
        ("segments", 0, "kind", 0): (9, 9, 7),
        ("versions",): (12, 3, 5),
        ("versions", 0): (12, 3, 5),
        ("versions", 0, "name"): (12, 3, 5),
        ("versions", 0, "changes", 1): (16, 7, 3),
        ("versions", 0, "changes", 1, "segment"): (16, 7, 3),
        ("versions", 0, "changes", 1, "act"): (16, 12, 4),
        ("versions", 0, "changes", 2, "each"): (17, 21, 6),
    }
    assert {steps: marks.places.get(steps) for steps in expected} == expected
    assert marks.at("segments", 0, "purpose") == Span("pack.yaml", 7, 3, 2)


def test_empty_items_of_a_list_are_left_out() -> None:
    """And the marks count what is left."""
    read = read_yaml(Series, "a.yaml", "title: a\npacks:\n-\n- one\n- ''\n- two\n")
    assert read.value is not None
    assert read.value.packs == ("one", "two")
    assert read.marks.at("packs", 1).line == 6


def test_a_text_stands_for_a_record_with_a_shorthand() -> None:
    """Alone, in a list, and beside records with more fields."""
    read = read_yaml(Head, "a.md", "title: a\nsources:\n- Me\n- {text: You, url: 'http://x.y'}\n")
    assert read.value is not None
    assert read.value.sources == (Reference(text="Me"), Reference(text="You", url="http://x.y"))
    assert read.marks.at("sources", 0, "text") == Span("a.md", 3, 3, 2)
    alone = read_yaml(Head, "a.md", "title: a\nsources: {text: You}\n").value
    assert alone is not None
    assert alone.sources == (Reference(text="You"),)


def test_an_item_takes_its_id_from_its_label() -> None:
    """Whether the label is all there is or not."""
    text = "id: a\ntitle: b\nfields:\n- {id: q, label: Q, options: [Two words, {label: Is it?}]}\n"
    read = read_yaml(Worksheet, "a.yaml", text)
    assert read.value is not None
    first, second = read.value.fields[0].options
    assert (first, second) == (
        Item(id="two-words", label="Two words"),
        Item(id="is-it", label="Is it?"),
    )


def test_lists_at_the_top_are_lists_of_records() -> None:
    """As in the directory of tools and the glossary."""
    read = read_yaml(tuple[Term, ...], "a.yaml", "- {term: a, meaning: b}\n- {term: c, meaning: d}")
    assert read.value == (Term(term="a", meaning="b"), Term(term="c", meaning="d"))
    assert read.marks.at(1, "term") == Span("a.yaml", 2, 10, 1)
    assert read_yaml(tuple[Term, ...], "a.yaml", "# none yet\n").value == ()
    assert told(read_yaml(tuple[Tool, ...], "a.yaml", "- x").problems) == [
        "a tool must be given by fields, not 'x'"
    ]


def test_an_empty_file_is_told_what_it_needs() -> None:
    """At its first line, wherever in a file that is."""
    read = read_yaml(Head, "a.md", "", first_line=2)
    assert [(one.code, one.where.line) for one in read.problems] == [("missing-field", 2)]


def test_a_repeated_value_is_told_once() -> None:
    """Where it is written, not where it is repeated."""
    text = PACK + "why: &x [a]\ncare: *x\n"
    assert [one.where.line for one in read_yaml(Pack, "a.yaml", text).problems] == [11, 11]


def test_an_absence_that_is_known_is_not_told_again() -> None:
    """A caller may know better."""
    node = Mapping((), 1, 1, 1)
    read = decode(Series, node, "a.yaml", known_missing=("packs", "title"))
    assert (read.value, read.problems) == (None, ())
    assert told(decode(Series, node, "a.yaml", ["packs"]).problems) == ["a series needs 'title'"]


def test_ten_thousand_unknown_fields_are_told_in_part() -> None:
    """Looking for the nearest name takes time."""
    text = "".join(f"field-{number}: x\n" for number in range(10_000))
    assert len(read_yaml(Pack, "a.yaml", text).problems) == MANY


def test_warnings_leave_the_value() -> None:
    """Only errors take it away."""
    read = read_yaml(Series, "a.yaml", "title: One #1\npacks: a")
    assert read.value is not None
    assert [one.level for one in read.problems] == ["warning"]


SCALARS = st.sampled_from(["1", "yes", "no", "1:30", "2026-01-01", "drop", "a b", "", "ü", "7.0"])
NAMES = sorted({one.name for kind in (Pack, Config, Worksheet) for one in fields(kind)} | {"x-y"})
VALUES = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: "[" + ", ".join(items) + "]")
        | st.dictionaries(st.sampled_from(NAMES), inner, max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{key}: {value}" for key, value in pairs.items()) + "}"
        )
    ),
    max_leaves=6,
)
FILES = st.dictionaries(st.sampled_from(NAMES), VALUES, max_size=6).map(
    lambda pairs: "".join(f"{key}: {value}\n" for key, value in pairs.items())
)


@given(st.sampled_from(sorted(ROOTS)), FILES | VALUES | st.text(max_size=40))
def test_no_file_raises(kind: str, text: str) -> None:
    """Each gives a value or problems with a place in it, and never both an error and a value."""
    root: type[object] = ROOTS[kind]  # type: ignore[assignment]
    read = read_yaml(root, "a.yaml", text)
    assert (read.value is None) == any(problem.is_error for problem in read.problems)
    assert len(set(read.problems)) == len(read.problems)
    lines = text.count("\n") + 1
    assert all(1 <= problem.where.line <= lines for problem in read.problems)
    assert all(1 <= line <= lines for line, _, _ in read.marks.places.values())


@given(st.text(min_size=1, max_size=30))
def test_any_word_may_stand_for_any_text(word: str) -> None:
    """Text is taken as it is, but for spaces around it."""
    node = Mapping(((Scalar("title", 1, 1, 5), Scalar(word, 1, 8, 1)),), 1, 1, 5)
    read = decode(Head, node, "a.md")
    assert (read.value is None) == (not word.strip())
    assert read.value is None or read.value.title == word.strip()
