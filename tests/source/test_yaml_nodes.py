"""YAML becomes nodes with places; nothing an author or an attacker writes raises."""

from __future__ import annotations

import subprocess
import sys

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from builder.problems import Problem
from builder.source import yaml_nodes
from builder.source.nodes import MANY, Listing, Mapping, Node, Refused, Scalar
from builder.source.yaml_nodes import parse

LOADERS = [yaml.CSafeLoader, yaml.SafeLoader] if yaml.__with_libyaml__ else [yaml.SafeLoader]


@pytest.fixture(params=LOADERS, ids=lambda loader: loader.__name__)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read once with each parser that this computer has."""
    monkeypatch.setattr(yaml_nodes, "LOADER", request.param)


def plain(node: Node | None) -> object:
    """Return what a node says, without places."""
    match node:
        case Scalar(text=text, empty=empty):
            return None if empty else text
        case Listing(items=items):
            return [plain(item) for item in items]
        case Mapping(pairs=pairs):
            return {key.text: plain(value) for key, value in pairs}
        case _:
            return ...


def places(problems: tuple[Problem, ...]) -> list[tuple[str, int, int, int]]:
    """Return code and place of each problem."""
    return [(one.code, one.where.line, one.where.column, one.where.width) for one in problems]


@pytest.mark.parametrize("odd", ["no", "12:30", "1.10", "010", "0x_", "2026-02-30", "1e3", "y"])
def test_every_scalar_stays_as_written(odd: str, loader: None) -> None:
    """YAML's own guesses would make a number, a date or an error of each."""
    parsed = parse("a.yaml", f"a: {odd}\n- b" if odd == "" else f"a: {odd}")
    assert (plain(parsed.node), parsed.problems) == ({"a": odd}, ())


@pytest.mark.parametrize("odd", ["1" * 5000, "9" * 400 + ":59", "~~", "nullx", "-.inf"])
def test_scalars_that_break_other_readers_are_text(odd: str, loader: None) -> None:
    """A 5,000-digit number is a text like any other."""
    assert plain(parse("a.yaml", f"- {odd}").node) == [odd]


@pytest.mark.parametrize("empty", ["", "~", "null", "Null", "NULL", "# only a comment"])
def test_nothing_tilde_and_null_are_empty(empty: str, loader: None) -> None:
    """In quotes they are texts."""
    assert plain(parse("a.yaml", f"a: {empty}").node) == {"a": None}
    assert plain(parse("a.yaml", "a: 'null'\nb: ''").node) == {"a": "null", "b": ""}


@pytest.mark.parametrize("text", ["", "\n", "# words\n", "---\n"])
def test_a_file_with_nothing_in_it_is_an_empty_scalar(text: str, loader: None) -> None:
    """It is no problem here; whether fields are missing shows later."""
    parsed = parse("a.yaml", text, first_line=3)
    assert isinstance(parsed.node, Scalar)
    assert parsed.node.empty
    assert parsed.problems == ()


def test_values_know_line_column_and_width_in_characters(loader: None) -> None:
    """Characters outside ASCII, and those outside the first plane, count as one."""
    text = "ā: [ü, 🌱x]\n# note\nb:\n  - 'it''s'\n  - |\n    more\n    lines\n"
    parsed = parse("a.yaml", text, first_line=10)
    assert isinstance(parsed.node, Mapping)
    (first, flow), (second, block) = parsed.node.pairs
    assert isinstance(flow, Listing)
    assert isinstance(block, Listing)
    assert (parsed.node.line, parsed.node.column, parsed.node.width) == (10, 1, 1)
    assert (first.line, first.column, first.width) == (10, 1, 1)
    assert (flow.line, flow.column, flow.width) == (10, 4, 7)
    assert flow.items == (Scalar("ü", 10, 5, 1), Scalar("🌱x", 10, 8, 2))
    assert (second.line, second.column) == (12, 1)
    assert (block.line, block.column, block.width) == (13, 3, 1)
    assert block.items == (Scalar("it's", 13, 5, 7), Scalar("more\nlines\n", 14, 5, 1))


def test_lines_are_counted_as_editors_count_them(loader: None) -> None:
    """U+2028 ends a line for YAML only."""
    parsed = parse("a.yaml", 'a: "x\u2028\u2028  y"\nb: c')
    assert isinstance(parsed.node, Mapping)
    assert parsed.node.pairs[1][1] == Scalar("c", 2, 4, 1)


def test_a_mapping_stands_where_its_first_key_stands(loader: None) -> None:
    """In braces too; one without keys stands at its brace."""
    parsed = parse("a.yaml", "a: {bc: d}\ne: {}")
    assert isinstance(parsed.node, Mapping)
    inner, empty = (value for _, value in parsed.node.pairs)
    assert (inner.line, inner.column, inner.width) == (1, 5, 2)
    assert (empty.line, empty.column, empty.width) == (2, 4, 2)


def test_the_first_of_equal_keys_stays_and_the_second_is_told(loader: None) -> None:
    """The hint names the line of the first."""
    parsed = parse("a.yaml", "title: a\nb: 1\ntitle: c\n")
    assert plain(parsed.node) == {"title": "a", "b": "1"}
    assert places(parsed.problems) == [("duplicate-key", 3, 1, 5)]
    assert parsed.problems[0].message == "'title' is given twice"
    assert "line 1" in parsed.problems[0].hint


@pytest.mark.parametrize(
    "text,expected",
    [
        ("a: !!python/object/apply:os.system [x]", [("yaml-tag", 1, 4, 33)]),
        ("a: !!int foo", [("yaml-tag", 1, 4, 9)]),
        ("a: !Important", [("yaml-tag", 1, 4, 10)]),
        ("a: 1\n---\nb: 2", [("yaml-documents", 2, 1, 3)]),
        ("b: {x: 1}\na:\n  <<: {y: 1}", [("yaml-merge", 3, 3, 2)]),
        ("? [a]\n: b", [("yaml-key", 1, 3, 3)]),
        ("? {a: b}\n: c", [("yaml-key", 1, 4, 1)]),
        ("'': c", [("yaml-key", 1, 1, 2)]),
        ("a: {{ b }}", [("yaml-key", 1, 7, 1)]),
        ("a: *x", [("yaml-alias", 1, 4, 2)]),
        ("a: &a [*a]", [("yaml-alias", 1, 8, 2)]),
        ("&a [&b {c: [*a, *b]}]", [("yaml-alias", 1, 13, 2), ("yaml-alias", 1, 17, 2)]),
        ('a: "x\\0"', [("control-character", 1, 4, 5)]),
        ("ab: c\0", [("control-character", 1, 6, 1)]),
        ("a: \ud800", [("control-character", 1, 4, 1)]),
    ],
)
def test_what_yaml_can_do_and_we_refuse(
    text: str, expected: list[tuple[str, int, int, int]], loader: None
) -> None:
    """Each has its code and its place."""
    assert places(parse("a.yaml", text).problems) == expected


def test_all_mistakes_of_a_file_are_told_at_once(loader: None) -> None:
    """Those before a syntax error too."""
    parsed = parse("a.yaml", "a: *x\nb: !t y\nb: 2\nc: @\n")
    codes = [one.code for one in parsed.problems]
    assert codes == ["yaml-alias", "yaml-tag", "duplicate-key", "yaml-syntax"]
    assert parsed.node is None


def test_an_alias_repeats_what_is_anchored(loader: None) -> None:
    """A few of them do no harm."""
    parsed = parse("a.yaml", "a: &x [1, 2]\nb: *x\n")
    assert (plain(parsed.node), parsed.problems) == ({"a": ["1", "2"], "b": ["1", "2"]}, ())


@pytest.mark.parametrize(
    "text,code,place",
    [
        ("a: &co partners", "yaml-alias", (1, 4, 3)),
        ("a: Session #1 of two", "yaml-comment", (1, 12, 9)),
        ("accent: #6d2a4d", "yaml-comment", (1, 9, 7)),
    ],
)
def test_words_that_yaml_swallows_are_warned_of(
    text: str, code: str, place: tuple[int, int, int], loader: None
) -> None:
    """They are lost without a word otherwise."""
    parsed = parse("a.yaml", text)
    assert parsed.node is not None
    assert places(parsed.problems) == [(code, *place)]
    assert not parsed.problems[0].is_error


def test_ordinary_comments_are_no_problem(loader: None) -> None:
    """A comment that begins with a space after its sign is one."""
    assert parse("a.yaml", "a: b # said\n#c\n  # d\nurl: x#y\n").problems == ()


@pytest.mark.parametrize("sign", ["[", "- ", "{", "? ", "a: [", "{a: ", "[{a: "])
def test_a_million_levels_are_refused_in_a_moment(sign: str, loader: None) -> None:
    """Composing them would end the process."""
    parsed = parse("a.yaml", sign * 1_000_000)
    assert parsed.node is None
    assert [one.code for one in parsed.problems] == ["yaml-limit"]


def test_sixty_four_levels_are_allowed(loader: None) -> None:
    """One more is not."""
    assert parse("a.yaml", "[" * 64 + "]" * 64).problems == ()
    assert [p.code for p in parse("a.yaml", "[" * 65 + "]" * 65).problems] == ["yaml-limit"]


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x]\n"
        + "".join(
            f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
            for old, new in zip("abcdefghi", "bcdefghij", strict=True)
        ),
        "a: &a x\nb: [" + ", ".join(["*a"] * 101) + "]",
        "a: &a " + "x" * 1_000_000 + "\nb: [" + ", ".join(["*a"] * 100) + "]",
        "[" + "x, " * 200_001 + "]",
    ],
    ids=["bomb", "aliases", "long text", "nodes"],
)
def test_what_would_grow_too_large_is_refused(text: str) -> None:
    """Aliases count as what they stand for."""
    parsed = parse("a.yaml", text)
    assert parsed.node is None
    assert parsed.problems[-1].code == "yaml-limit"


def test_a_bomb_of_merges_does_not_go_off(loader: None) -> None:
    """Each merge is refused where it stands."""
    rows = [f"{new}: &{new}\n  <<: [{', '.join([f'*{old}'] * 9)}]" for old, new in ("ab", "bc")]
    parsed = parse("a.yaml", "a: &a {x: 1}\n" + "\n".join(rows) + "\nd: *c")
    assert [one.code for one in parsed.problems] == ["yaml-merge", "yaml-merge"]


def test_a_hundred_thousand_directives_are_not_read() -> None:
    """One parser compares each with all before it."""
    text = "".join(f"%TAG !a{number}! x\n" for number in range(50_000)) + "---\na: 1\n"
    assert [one.code for one in parse("a.yaml", text).problems] == ["yaml-syntax"]


def test_thousands_of_problems_are_told_in_part() -> None:
    """The rest shows in the next run."""
    assert len(parse("a.yaml", "a: 1\n" * 5000).problems) == MANY


def test_a_refused_value_keeps_its_key() -> None:
    """So that nobody is told that the field is missing."""
    parsed = parse("a.yaml", "a: *x")
    assert isinstance(parsed.node, Mapping)
    assert parsed.node.pairs == ((Scalar("a", 1, 1, 1), Refused(1, 4, 2)),)


SIGNS = (
    "a|b: |- |\n|\n  |[|]|{|}|, |: |'|\"|&x |*x|!|>|#| |\t|---\n|...\n|<<: |? |%|@|\\|ü|\u2028"
    "|\\x|~|null|%YAML 1.1\n|!!int |\x00|\ud800|\ufeff"
)
YAMLISH = st.lists(st.sampled_from([*SIGNS.split("|"), "|"]), max_size=30).map("".join)


@given(YAMLISH | st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    """Each gives nodes or at least one problem, in both parsers, at places that there are."""
    for one in LOADERS:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(yaml_nodes, "LOADER", one)
            parsed = parse("a.yaml", text, first_line=4)
        assert parsed.node is not None or any(problem.is_error for problem in parsed.problems)
        for problem in parsed.problems:
            assert 4 <= problem.where.line <= 4 + text.count("\n")
            assert problem.where.column >= 1
            assert problem.where.width >= 1


@given(st.lists(st.text(alphabet="aü🌱 \u2028", min_size=1, max_size=5), min_size=1, max_size=5))
def test_the_place_of_a_value_holds_the_value(words: list[str]) -> None:
    """Line and column lead to the text itself."""
    text = "".join(f'ö{number}: "{word}"\n' for number, word in enumerate(words))
    node = parse("a.yaml", text).node
    assert isinstance(node, Mapping)
    rows = text.split("\n")
    for (_, value), word in zip(node.pairs, words, strict=True):
        row = rows[value.line - 1][value.column - 1 :]
        assert row[: value.width] == f'"{word}"'


def test_reading_needs_no_pydantic() -> None:
    """A file is refused before the decoder is loaded."""
    code = "import sys, builder.source.yaml_nodes; print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
