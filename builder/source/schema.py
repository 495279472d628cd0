"""JSON Schema for editors and the field reference of the handbook, from the models themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from builder.model.config import Config
from builder.model.lists import Term, Tool
from builder.model.pack import Pack
from builder.model.page import Activity, Head, Person
from builder.model.series import Series
from builder.model.theme import ThemeFile
from builder.model.translation import PackWords
from builder.model.worksheet import Worksheet
from builder.source.kinds import (
    Entry,
    Kind,
    KindName,
    Record,
    entries,
    has_shorthand,
    kind_of,
    sentences,
)

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json]"
Schema = dict[str, Json]

ROOTS: dict[str, object] = {
    "site": Config,
    "page": Head,
    "person": Person,
    "activity": Activity,
    "pack": Pack,
    "pack-words": PackWords,
    "series": Series,
    "worksheet": Worksheet,
    "tools": tuple[Tool, ...],
    "glossary": tuple[Term, ...],
    "theme": ThemeFile,
}
"""What each kind of YAML text holds."""

_SCALARS: dict[KindName, Schema] = {
    # A text may look like a number to an editor: `version: 1.0` is read as it is written.
    "text": {"type": ["string", "number", "boolean"]},
    "number": {"type": "integer"},
    "truth": {"enum": [True, False, "yes", "no"]},
    "day": {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"},
}
_WORDS: dict[KindName, str] = {
    "text": "text",
    "number": "whole number",
    "truth": "yes or no",
    "day": "date, as YYYY-MM-DD",
    "record": "fields",
}


@dataclass(frozen=True, slots=True)
class FieldDoc:
    """What a handbook says of one field."""

    name: str
    """Its name in YAML, after those of the fields it stands in: `segments.steps.name`."""
    type: str
    """What it takes, in words."""
    required: bool
    default: str
    """What it is where it is left out; empty where that is nothing."""
    sentence: str
    """What it is for."""


def schema(kind: str) -> Schema:
    """Return the JSON Schema (draft 2020-12) of one kind of YAML text."""
    definitions: Schema = {}
    root = _schema(kind_of(ROOTS[kind]), definitions)
    head: Schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"peerpress {kind}",
    }
    return {**head, **root, "$defs": dict(sorted(definitions.items()))}


def fields(kind: str) -> tuple[FieldDoc, ...]:
    """Return what there is to say of each field of one kind of YAML text, in order."""
    record = kind_of(ROOTS[kind]).holds.record
    return tuple(_docs(record)) if record else ()


def _docs(record: Record, before: str = "") -> list[FieldDoc]:
    docs = []
    for entry in entries(record).values():
        name, sentence = before + entry.yaml, sentences(record).get(entry.name, "")
        takes = in_words(entry.kind, entry.key)
        docs.append(FieldDoc(name, takes, entry.required, _default(entry), sentence))
        inner = entry.kind.holds.record
        if inner:
            docs.extend(_docs(inner, f"{name}."))
    return docs


def in_words(kind: Kind, key: str = "") -> str:
    """Return what a field takes, in words."""
    if kind.item and key:
        return f"fields for each {key}, or a list of fields"
    if kind.item:
        more = ", or a list of one or more" if kind.item.item else ""
        inner = in_words(kind.item.holds)
        return f"{'list of' if kind.item.record else 'one or more:'} {inner}{more}"
    if kind.choices:
        return ", ".join(kind.choices[:-1]) + f" or {kind.choices[-1]}"
    if kind.form:
        return f"{kind.form.name}, such as `{kind.form.example}`"
    if kind.record and has_shorthand(kind.record):
        return "fields, or text alone"
    return _WORDS[kind.name] + _bounds(kind)


def _bounds(kind: Kind) -> str:
    if kind.between is None:
        return ""
    low, high = kind.between.low, kind.between.high
    if kind.name == "text":
        return f" of at most {high} characters"
    return f" from {low} to {high}" if low != high else f" {low}"


def _default(entry: Entry) -> str:
    value = entry.default
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value)
    return str(value) if isinstance(value, int | str) else ""


def _schema(kind: Kind, definitions: Schema, key: str = "") -> Schema:
    """Return the schema of a value; `key` is the field that the keys of a mapping fill."""
    if kind.record:
        return _record(kind.record, definitions)
    if kind.item:
        return _list(kind.item, definitions, key)
    if kind.choices:
        return {"enum": list(kind.choices)}
    if kind.form:
        return {"type": "string", "pattern": kind.form.pattern, "examples": [kind.form.example]}
    made = dict(_SCALARS[kind.name])
    if kind.between and kind.name == "number":
        made |= {"minimum": kind.between.low, "maximum": kind.between.high}
    elif kind.between:
        made |= {"maxLength": kind.between.high}
    return made


def _list(item: Kind, definitions: Schema, key: str) -> Schema:
    """Return the schema of a list, or of what may be written in its place."""
    inner = _schema(item, definitions)
    many: Schema = {"type": "array", "items": inner}
    if item.record and key:
        below = _record(item.record, definitions, without=key)
        return {"anyOf": [{"type": "object", "additionalProperties": below}, many]}
    if item.record and not has_shorthand(item.record):
        return many
    return {"anyOf": [inner, many]}


def _record(record: Record, definitions: Schema, without: str = "") -> Schema:
    """Return a reference to the schema of a record, which is put among the definitions."""
    name = f"{record.__name__}-by-{without}" if without else record.__name__
    if name not in definitions:
        definitions[name] = {}
        definitions[name] = _object(record, definitions, without)
    there: Schema = {"$ref": f"#/$defs/{name}"}
    if not has_shorthand(record):
        return there
    return {"anyOf": [{"type": ["string", "integer"]}, there]}


def _object(record: Record, definitions: Schema, without: str) -> Schema:
    """Return the schema of the fields of a record."""
    made = [entry for entry in entries(record).values() if entry.name != without]
    said = sentences(record)
    properties: Schema = {}
    for entry in made:
        one = _schema(entry.kind, definitions, entry.key)
        default = entry.default
        if isinstance(default, int | str) and default != "":
            one["default"] = default
        properties[entry.yaml] = {"description": said.get(entry.name, ""), **one}
    required: list[Json] = [entry.yaml for entry in made if entry.required]
    return {
        "type": "object",
        "description": (record.__doc__ or "").strip(),
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }
