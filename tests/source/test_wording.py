"""Every mistake in a value is told in the author's language at its place."""

from __future__ import annotations

import pytest

from builder.model.config import Config
from builder.model.lists import Term
from builder.model.pack import Pack
from builder.model.page import Head
from builder.model.series import Series
from builder.model.worksheet import Worksheet
from builder.problems import Problem, Span
from builder.source.decode import read_yaml

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


def only(kind: type[object], text: str) -> Problem:
    """Return the one problem of a text."""
    read = read_yaml(kind, "a.yaml", text)
    assert read.value is None
    (problem,) = read.problems
    return problem


@pytest.mark.parametrize(
    "line,code,place,message,hint",
    [
        ("minuts: 5", "unknown-field", (1, 6), "a pack has no field 'minuts'", "mean 'minutes'?"),
        (
            "trust: ten",
            "wrong-type",
            (8, 3),
            "'trust' must be a whole number, not 'ten'",
            "figures",
        ),
        ("trust: 2.0", "wrong-type", (8, 3), "'trust' must be a whole number", "did you mean 2?"),
        ("trust: 1e0", "wrong-type", (8, 3), "'trust' must be a whole number", "in figures"),
        ("trust: true", "wrong-type", (8, 4), "'trust' must be a whole number", "in figures"),
        ("trust: １", "wrong-type", (8, 1), "'trust' must be a whole number", "in figures"),
        ("trust: 5", "out-of-range", (8, 1), "'trust' must be from 1 to 3, not 5", ""),
        ("trust: -9999999999999999999999", "out-of-range", (8, 23), "from 1 to 3, not -999", ""),
        ("template: 1", "wrong-type", (11, 1), "'template' must be yes or no, not '1'", ""),
        ("template: on", "wrong-type", (11, 2), "'template' must be yes or no, not 'on'", ""),
        ("advice: non", "wrong-choice", (9, 3), "'advice' cannot be 'non'", "mean 'none'?"),
        ("after: [ok, Begin Well]", "wrong-form", (13, 10), "an id such as", "'begin-well'?"),
        ("language: en_NZ", "wrong-form", (11, 5), "a language tag such as 'en-NZ'", "'en-NZ'?"),
        ("published: 1 May", "wrong-form", (12, 5), "a date such as 2026-03-01, not '1 May'", ""),
        ("published: 1780000000", "wrong-form", (12, 10), "'published' must be a date", ""),
        ("published: 2026-02-30", "wrong-form", (12, 10), "there is no such day", ""),
        ("needs:\n- a: b", "wrong-type", (3, 1), "an item of 'needs' must be a text", '"a: b"'),
        ("why: {b}", "wrong-type", (7, 1), "'why' must be a text, not fields", 'quotes: "{b}"'),
        ("why: [b]", "wrong-type", (6, 3), "'why' must be a text, not a list", "in quotes"),
        ("prep: 15", "wrong-type", (7, 2), "'prep' must be given by fields", "{facilitator: 10}"),
        ("split: {}", "missing-field", (8, 2), "'split' needs 'after'", "write after: begin-well"),
        ("prep: {room: {a: b}}", "wrong-type", (15, 1), "'room' must be a text", '"a: b"'),
        ("versions: {a: 5}", "wrong-type", (15, 1), "'a' in 'versions' must be", "{minutes: 10}"),
        ("versions: {A: {minutes: 5}}", "wrong-form", (12, 1), "'name' must be an id", "'a'?"),
        ("versions: {a: {minutes: 5, name: b}}", "unknown-field", (28, 4), "a version has no", ""),
        ("follow-up: {}\nfollow_up: {}", "duplicate-key", (1, 9), "'follow_up' is given twice", ""),
    ],
)
def test_mistakes_are_told_at_their_place(
    line: str, code: str, place: tuple[int, int], message: str, hint: str
) -> None:
    """One sentence says what is wrong, and a hint what to write."""
    read = read_yaml(Pack, "pack.yaml", PACK + line)
    assert read.value is None
    problem = read.problems[0]
    row = PACK.count("\n") + 1 + line.count("\n")
    assert problem.code == code
    assert (problem.where.line, problem.where.column, problem.where.width) == (row, *place)
    assert message in problem.message
    assert hint in problem.hint
    assert len(read.problems) == 1 or code == "missing-field"


@pytest.mark.parametrize(
    "kind,text,message",
    [
        (Config, "title: a", "the settings need 'id'"),
        (Config, "id: a\ntitle: b\nx-y: c", "the settings have no field 'x-y'"),
        (Head, "summary: a", "the front matter needs 'title'"),
        (Head, "- a", "the front matter must be given by fields, not a list"),
        (Head, "words", "the front matter must be given by fields, not 'words'"),
        (Series, "title: a\npacks: [[b]]", "an item of 'packs' must be an id"),
        (Worksheet, "id: a\ntitle: b\nfields: [{id: c}]", "a question needs 'label'"),
        (tuple[Term, ...], "term: a", "the file must be a list, not fields"),
    ],
)
def test_things_are_called_by_plain_words(kind: type[object], text: str, message: str) -> None:
    """An author knows no classes."""
    assert message in only(kind, text).message


def test_a_missing_field_is_told_with_what_it_is_for() -> None:
    """The hint shows how it is written, and its sentence from the model."""
    problem = only(Pack, PACK.replace("  minutes: 10\n", ""))
    assert problem.message == "a segment needs 'minutes'"
    assert problem.where == Span("a.yaml", 7, 3, 2)
    assert problem.hint == (
        "write minutes: 10 (its length in the full version with the best number of people)"
    )


def test_a_text_that_is_too_long_says_by_how_much() -> None:
    """Characters are counted, not bytes."""
    line = "follow_up: {nudges: [{text: " + "ü" * 171 + "}]}"
    problem = only(Pack, PACK + line)
    assert problem.message == "'text' has 171 characters; 160 at most"
    assert problem.hint == "shorten it by 11"
    assert (problem.where.column, problem.where.width) == (29, 171)


def test_all_mistakes_of_a_file_are_told_in_order() -> None:
    """With none that only follows from another."""
    text = PACK.replace("minutes: 10", "minuts: 10", 1).replace("opening", "openning")
    read = read_yaml(Pack, "pack.yaml", text + "group: 1\ntrust: x\nwhy: *a\n")
    assert [(problem.code, problem.where.line) for problem in read.problems] == [
        ("unknown-field", 4),
        ("wrong-choice", 9),
        ("duplicate-key", 11),
        ("wrong-type", 12),
        ("yaml-alias", 13),
    ]
