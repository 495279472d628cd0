"""Each syntax error says what the author probably meant, whichever parser found it."""

from __future__ import annotations

import pytest
import yaml

from builder.source import yaml_nodes
from builder.source.yaml_nodes import parse

LOADERS = [yaml.CSafeLoader, yaml.SafeLoader] if yaml.__with_libyaml__ else [yaml.SafeLoader]


@pytest.fixture(params=LOADERS, ids=lambda loader: loader.__name__)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read once with each parser that this computer has."""
    monkeypatch.setattr(yaml_nodes, "LOADER", request.param)


@pytest.mark.parametrize(
    "text,place,message,hint",
    [
        ("a:\n\tb: c", (2, 1), "a tab stands here", "indent with spaces"),
        ("a: b: c", (1, 5), "a text that holds ': ' must be in quotes", 'write a: "b: c"'),
        ("- say: b: c", (1, 9), "a text that holds ': '", 'write - say: "b: c"'),
        ("a: 'b", (1, 4), "this quote is not closed", "end the text with ' too"),
        ('ü: "b\nc: d', (1, 4), "this quote is not closed", 'end the text with " too'),
        ("a: 'it's'", (1, 8), "the quotes end before this", "write '' for one apostrophe"),
        ('a: "b" c', (1, 8), "the quotes end before this", 'write \\" for one quote'),
        ("a: [b] c", (1, 8), "the value ends at ']'", "put the text in quotes"),
        ("a: @b", (1, 4), "a text cannot begin with '@'", "put the text in quotes"),
        ("a: `b`", (1, 4), "a text cannot begin with '`'", "put the text in quotes"),
        ("a: %b", (1, 4), "a text cannot begin with '%'", "put the text in quotes"),
        ("%b", (1, 1), "a line cannot begin with '%'", "put the text in quotes"),
        ("a: *b* c", (1, 4), "a text cannot begin with '*'", "put the text in quotes"),
        ("a: & b", (1, 4), "a text cannot begin with '&'", "put the text in quotes"),
        ("a: !<b", (1, 4), "a text cannot begin with '!'", "put the text in quotes"),
        ("a: > b", (1, 4), "a text cannot begin with '>'", "on the lines below"),
        ("a: - b", (1, 4), "a text cannot begin with '-'", "begin a list on the next line"),
        ("a: , b", (1, 4), "a text cannot begin with ','", "put the text in quotes"),
        ("a: 1\n b: 2", (2, 3), "this line is indented as if", "begin it where the line above"),
        ("a:\n  b: 1\n c: 2", (3, 2), "this line does not line up", "begin it in column 1"),
        ("a: 1\n- b", (2, 1), "list items and fields stand side by side", "indent what belongs"),
        ("key\nb: c", (2, 2), "the line above has no ':'", "write ':' after a name"),
        ("a: 1\nkey\n", (2, 1), "a ':' is missing after this name", "write 'name: value'"),
        (": a", (1, 1), "the name of a field is missing", "write 'name: value'"),
        ("a: [1, 2\nb: 3", (1, 4), "the '[' here has no ']'", "needs quotes"),
        ("a: {b: 1", (1, 4), "the '{' here has no '}'", "needs quotes"),
    ],
)
def test_syntax_errors_say_what_to_write_instead(
    text: str, place: tuple[int, int], message: str, hint: str, loader: None
) -> None:
    """The mistakes people really make, in either parser."""
    (problem,) = parse("a.yaml", text).problems
    assert problem.code == "yaml-syntax"
    assert (problem.where.line, problem.where.column) == place
    assert message in problem.message
    assert hint in problem.hint


def test_an_unknown_backslash_sign_is_explained(loader: None) -> None:
    """The two parsers point to the backslash or to what follows it."""
    (problem,) = parse("a.yaml", 'a: "c:\\q"').problems
    assert problem.where.line == 1
    assert problem.where.column in {7, 8}
    assert "backslash" in problem.message


def test_a_character_beyond_the_last_is_a_problem(loader: None) -> None:
    """One parser raises what is no error of YAML's."""
    assert [p.code for p in parse("a.yaml", 'a: "\\UFFFFFFFF"').problems] == ["yaml-syntax"]
