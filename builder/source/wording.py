"""What is said to the author about a value that does not fit."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

from builder.model.record import Between, Form
from builder.problems import did_you_mean
from builder.source.kinds import Entry, Kind, KindName, Record, entries, has_shorthand, sentences
from builder.source.nodes import Listing, Mapping, Node, Scalar

_SHOWN = 40
_NAMES = {
    "Config": "the settings",
    "Head": "the front matter",
    "Person": "the front matter",
    "Activity": "the front matter",
    "Field": "a question",
    "Carry": "a carried answer",
}
_EXPECTED: dict[KindName, str] = {
    "text": "a text",
    "number": "a whole number",
    "truth": "yes or no",
    "day": "a date such as 2026-03-01",
    "list": "a list",
    "record": "given by fields",
}
_EXAMPLES: dict[KindName, str] = {
    "text": "…",
    "number": "1",
    "truth": "yes",
    "day": "2026-03-01",
}
_HINTS: dict[KindName, str] = {"list": "begin each line of the list with '- '", "truth": ""}
_FIGURES = re.compile(r"(\d+)(\.0+)?(\s*[A-Za-z ]+)?", re.ASCII)
_SUCH_AS = re.compile(r"such as `([^`]+)`")

Told = tuple[str, str]
"""A message and its hint."""


def a(noun: str) -> str:
    """Put the article before a noun."""
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def record_name(record: Record) -> str:
    """Return what one record of a class is called."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", record.__name__).lower()
    return _NAMES.get(record.__name__) or a(words)


def whole(kind: Kind) -> str:
    """Return what a file is called by what it holds."""
    return record_name(kind.record) if kind.record else "the file"


def shown(text: str) -> str:
    """Return the beginning of a text, in quotes, on one line."""
    line = " ".join(text.split())
    return f"'{line[:_SHOWN]}…'" if len(line) > _SHOWN else f"'{line}'"


def expected(kind: Kind) -> str:
    """Return what a field takes, as it follows 'must be'."""
    if kind.form:
        return f"{a(kind.form.name)} such as '{kind.form.example}'"
    if kind.name == "choice":
        return "one of " + ", ".join(kind.choices)
    return _EXPECTED[kind.name]


def meant(key: str, names: Iterable[str]) -> str:
    """Return the name that a misspelt one is probably meant for."""
    return next(iter(difflib.get_close_matches(key, sorted(names), n=1)), "")


def unknown(owner: str, key: str, names: Iterable[str]) -> Told:
    """Say that a record has no such field."""
    return f"{owner} {_verb(owner, 'has')} no field {shown(key)}", did_you_mean(key, names)


def missing(owner: str, entry: Entry, record: Record) -> Told:
    """Say that a field is needed, and what for."""
    sentence = sentences(record).get(entry.name, "").rstrip(".")
    if sentence[1:2].islower() or sentence[1:2] == " ":
        sentence = sentence[0].lower() + sentence[1:]
    hint = f"write {entry.yaml}: {_example(entry, record)}"
    message = f"{owner} {_verb(owner, 'needs')} '{entry.yaml}'"
    return message, f"{hint} ({sentence})" if sentence else hint


def wrong_type(subject: str, kind: Kind, node: Node, without: str = "") -> Told:
    """Say that a value is of another kind than the field takes."""
    given = {Listing: "a list", Mapping: "fields"}.get(type(node), "")
    if isinstance(node, Scalar):
        given = shown(node.text)
    return f"{subject} must be {expected(kind)}, not {given}", _type_hint(kind, node, without)


def wrong_choice(subject: str, kind: Kind, text: str) -> Told:
    """Say that a word is none of those to choose from."""
    return f"{subject} cannot be {shown(text)}", did_you_mean(text, kind.choices)


def wrong_form(subject: str, kind: Kind, text: str) -> Told:
    """Say that a text has not the form it needs."""
    better = _better(kind.form, text) if kind.form and len(text) <= 2 * _SHOWN else ""
    hint = f"did you mean '{better}'?" if better else ""
    return f"{subject} must be {expected(kind)}, not {shown(text)}", hint


def no_such_day(subject: str, text: str) -> Told:
    """Say that a date is on no calendar."""
    return f"{subject} cannot be {shown(text)}: there is no such day", ""


def out_of_range(subject: str, between: Between, text: str) -> Told:
    """Say that a number is outside its bounds."""
    low, high = between.low, between.high
    bounds = f"from {low} to {high}" if low != high else str(low)
    return f"{subject} must be {bounds}, not {text if len(text) <= _SHOWN else shown(text)}", ""


def too_long(subject: str, between: Between, text: str) -> Told:
    """Say that a text has too many characters."""
    over = len(text) - between.high
    message = f"{subject} has {len(text)} characters; {between.high} at most"
    return message, f"shorten it by {over}"


def example_of(kind: Kind, without: str = "") -> str:
    """Return a value that would do, as it is written within a line of YAML."""
    if kind.record:
        return "{" + ", ".join(_needed(kind.record, without)) + "}"
    if kind.item:
        return f"[{example_of(kind.item)}]" if kind.item.record else example_of(kind.item)
    if kind.form:
        return kind.form.example
    if kind.name == "number" and kind.between:
        return str(min(max(kind.between.low, 10), kind.between.high))
    return kind.choices[0] if kind.choices else _EXAMPLES[kind.name]


def _needed(record: Record, without: str) -> list[str]:
    made = [entry for entry in entries(record).values() if entry.name != without]
    needed = [entry for entry in made if entry.required] or made[:1]
    return [f"{entry.yaml}: {_example(entry, record)}" for entry in needed]


def _example(entry: Entry, record: Record) -> str:
    such_as = _SUCH_AS.search(sentences(record).get(entry.name, ""))
    return such_as[1] if such_as else example_of(entry.kind)


def _type_hint(kind: Kind, node: Node, without: str) -> str:
    if kind.name in _HINTS:
        return _HINTS[kind.name]
    match kind.name, node:
        case "number", Scalar(text=text) if found := _FIGURES.fullmatch(text.strip()):
            return f"did you mean {found[1]}?"
        case "number", _:
            return f"write it in figures, for example {example_of(kind)}"
        case "record", _ if kind.record:
            also = "a text, or " if has_shorthand(kind.record) else ""
            return f"write {also}fields such as {example_of(kind, without)}"
        case _, Mapping(pairs=((key, Scalar(text=value)),)):
            written = f"{key.text}: {value}" if value else f"{{{key.text}}}"
            return f"if it is a text, put it in quotes: {quoted(written)}"
        case _:
            return "if it is a text that begins with [ or {, put it in quotes"


def quoted(text: str) -> str:
    """Return a text in quotes of YAML."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def _verb(owner: str, verb: str) -> str:
    """Return a verb in the number of its subject."""
    return {"needs": "need", "has": "have"}[verb] if owner == "the settings" else verb


def _better(form: Form, text: str) -> str:
    """Return what was probably meant."""
    slug = "-".join(re.findall(r"[a-z0-9]+", text.lower()))
    web = f"https://{text}" if "." in text else ""
    tries = (text.replace("_", "-"), slug, web, f"#{text}", f"0{text}", text.replace(".", ":"))
    return next((one for one in tries if re.search(form.pattern, one)), "")
