"""Editors and the handbook are told what the reader takes."""

from __future__ import annotations

import json
from typing import Any

import pytest

from builder.model.pack import Segment
from builder.source.decode import adapter
from builder.source.kinds import entries, kind_of, sentences
from builder.source.schema import ROOTS, fields, schema


def records(kind: str) -> dict[str, Any]:
    """Return the schemas of the records of a kind of file, without those below a key."""
    definitions: Any = schema(kind)["$defs"]
    return {name: one for name, one in definitions.items() if "-by-" not in name}


@pytest.mark.parametrize("kind", sorted(ROOTS))
def test_each_kind_has_a_schema_that_refers_to_what_it_holds(kind: str) -> None:
    """It is JSON, and no reference leads nowhere."""
    made = schema(kind)
    text = json.dumps(made)
    assert made["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    definitions: Any = made["$defs"]
    for name in text.split('"$ref": "#/$defs/')[1:]:
        assert name.split('"')[0] in definitions


@pytest.mark.parametrize("kind", sorted(ROOTS))
def test_every_field_has_its_sentence_and_unknown_ones_are_refused(kind: str) -> None:
    """The sentences are those of the models."""
    for name, one in records(kind).items():
        assert one["additionalProperties"] is False
        for field, told in one["properties"].items():
            assert told["description"].endswith("."), (name, field)


def bounds(made: object) -> set[tuple[str, str]]:
    """Return all patterns, choices and bounds of a schema."""
    if isinstance(made, list):
        return set().union(*(bounds(one) for one in made))
    if not isinstance(made, dict):
        return set()
    words = ("pattern", "enum", "minimum", "maximum", "maxLength")
    own = {(word, json.dumps(made[word])) for word in words if word in made}
    return own.union(*(bounds(one) for one in made.values()))


@pytest.mark.parametrize("kind", sorted(ROOTS))
def test_the_schema_agrees_with_the_decoder(kind: str) -> None:
    """Whatever pattern, choice or bound the decoder holds to, an editor is told."""
    root: Any = ROOTS[kind]
    decoder: Any = adapter(root).json_schema()
    ours = schema(kind)
    truths = {
        ("enum", '[true, false, "yes", "no"]'),
        ("pattern", json.dumps(r"^\d{4}-\d{2}-\d{2}$")),
    }
    assert bounds(decoder) - truths <= bounds(ours)
    assert bounds(ours) - truths <= bounds(decoder)
    theirs = decoder.get("$defs", {})
    for name, one in records(kind).items():
        other = theirs.get(name, decoder)
        assert len(one["properties"]) == len(other["properties"])


def test_names_shorthands_and_keys_are_those_of_yaml() -> None:
    """What the reader takes beside a plain record."""
    worksheet, pack = records("worksheet"), records("pack")
    assert list(worksheet["Carry"]["properties"]) == ["from", "to"]
    assert "for" in worksheet["Worksheet"]["properties"]
    assert "in-person" in pack["Modes"]["properties"]
    reference: Any = pack["Pack"]["properties"]["sources"]["anyOf"][0]
    assert reference == {"anyOf": [{"type": ["string", "integer"]}, {"$ref": "#/$defs/Reference"}]}
    versions: Any = pack["Pack"]["properties"]["versions"]["anyOf"]
    assert versions[0]["additionalProperties"] == {"$ref": "#/$defs/Version-by-name"}
    below: Any = schema("pack")["$defs"]
    assert "name" not in below["Version-by-name"]["properties"]
    assert below["Version-by-name"]["required"] == ["minutes"]


def test_what_a_shorthand_makes_is_not_required() -> None:
    """An item takes its id from its label."""
    assert records("worksheet")["Item"]["required"] == ["label"]


def test_lists_are_arrays_at_the_top() -> None:
    """The directory of tools and the glossary."""
    assert schema("tools")["type"] == "array"
    assert schema("glossary")["items"] == {"$ref": "#/$defs/Term"}


@pytest.mark.parametrize(
    "kind,name,takes,default",
    [
        ("pack", "format", "whole number 1", ""),
        ("pack", "segments.steps.minutes", "whole number from 1 to 1000", ""),
        ("pack", "segments.grouping", "one or more: solo, pairs, trios, fours or all", "all"),
        ("pack", "modes.in-person", "yes, with changes or no", "yes"),
        ("pack", "versions", "fields for each name, or a list of fields", ""),
        ("pack", "published", "date, as YYYY-MM-DD", ""),
        ("pack", "sources", "list of fields, or text alone", ""),
        ("pack", "template", "yes or no", "no"),
        ("pack", "follow_up.nudges.text", "text of at most 160 characters", ""),
        ("site", "print.paper", "one or more: A4 or Letter", "A4, Letter"),
        ("site", "recent", "whole number from 0 to 50", "3"),
        ("site", "organisation", "fields", ""),
        ("tools", "url", "web address, such as `https://www.example.org/`", ""),
    ],
)
def test_the_handbook_is_told_of_each_field(kind: str, name: str, takes: str, default: str) -> None:
    """In words, with the names of the fields around it."""
    docs = {doc.name: doc for doc in fields(kind)}
    assert (docs[name].type, docs[name].default) == (takes, default)
    assert all(doc.sentence.endswith(".") for doc in docs.values())


def test_fields_come_in_the_order_of_the_model_inner_ones_after_outer() -> None:
    """So that a page can be made of them as they come."""
    names = [doc.name for doc in fields("site")]
    at = names.index("organisation")
    assert names[at : at + 3] == ["organisation", "organisation.name", "organisation.contact"]
    assert names[0] == "id"


def test_sentences_stand_after_their_fields() -> None:
    """They are read from the source once."""
    said = sentences(Segment)
    assert said["title"] == "What it is called."
    assert set(said) == set(entries(Segment))
    assert sentences(type("Made", (), {})) == {}


def test_a_kind_tells_bounds_forms_and_choices() -> None:
    """Whatever is wrapped around the plain type."""
    each = entries(Segment)["each"]
    assert (each.kind.name, each.required, each.default) == ("text", False, None)
    assert each.kind.form is not None
    assert kind_of(tuple[bool, ...]).holds.name == "truth"
