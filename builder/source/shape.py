"""Nodes become plain texts, lists and fields under the names of the model, place by place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from builder.model.part import Place, Step
from builder.problems import Problem, Span
from builder.source import wording
from builder.source.kinds import (
    Entry,
    Kind,
    Record,
    entries,
    has_shorthand,
    known,
    plain,
    shorthand,
    text_field,
)
from builder.source.nodes import MANY, Listing, Mapping, Node, Refused, Scalar, place_of

Shaped = str | list["Shaped"] | dict[str, "Shaped"]
Steps = tuple[Step, ...]

_WHOLE = re.compile(r"[+-]?[0-9]+")
LONGEST_NUMBER = 15
"""Digits of a number without bounds: more than anyone means."""
_TRUTHS = {"yes": "true", "true": "true", "no": "false", "false": "false"}


@dataclass(frozen=True, slots=True)
class Seen:
    """A text of the file on its way to a field."""

    subject: str
    """What messages call it."""
    kind: Kind
    text: str


@dataclass(slots=True)
class Walk:
    """What is found on the way through the nodes of one file."""

    path: str
    places: dict[Steps, Place] = field(default_factory=dict)
    """Where each value stands."""
    problems: list[Problem] = field(default_factory=list)
    refused: set[Steps] = field(default_factory=set)
    """Values with a problem: what a decoder says of them is no news."""
    excused: set[Steps] = field(default_factory=set)
    """Fields whose absence is no news."""
    seen: dict[Steps, Seen] = field(default_factory=dict)
    owners: dict[Steps, tuple[str, Record]] = field(default_factory=dict)
    """What messages call each record, and its class."""

    def problem(self, place: Place, code: str, told: wording.Told) -> None:
        """Note a problem."""
        if not self.full:
            self.problems.append(Problem(Span(self.path, *place), code, *told))

    @property
    def full(self) -> bool:
        """Whether there is enough to tell."""
        return len(self.problems) >= MANY


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in the model a value goes."""

    steps: Steps
    kind: Kind
    name: str = ""
    """The name in YAML of the field it goes to, or of the list it stands in."""
    key: str = ""
    """For a list of records: the field that the keys of a mapping fill."""
    required: bool = False
    label: str = ""
    """What messages call it, where that is not the field's name or an item of it."""

    @property
    def subject(self) -> str:
        """What messages call the value."""
        if self.label or not self.name:
            return self.label or wording.whole(self.kind)
        return f"an item of '{self.name}'" if isinstance(self.steps[-1], int) else f"'{self.name}'"

    @property
    def owner(self) -> str:
        """What messages call a record: by its field where there is one of it."""
        alone = self.steps and isinstance(self.steps[-1], str)
        return f"'{self.name}'" if alone else wording.whole(self.kind)

    def item(self, index: int, label: str = "") -> Spot:
        """Return the spot of an item of this list."""
        return Spot((*self.steps, index), self.kind.holds, self.name, label=label)

    def field(self, entry: Entry) -> Spot:
        """Return the spot of a field of this record."""
        steps = (*self.steps, entry.name)
        return Spot(steps, entry.kind, entry.yaml, entry.key, entry.required)


def shape(walk: Walk, spot: Spot, node: Node) -> Shaped | None:
    """Return a value as the decoder wants it; None where it is not there or refused."""
    blank = isinstance(node, Scalar) and spot.required and not node.text.strip()
    if blank or (isinstance(node, Scalar) and node.empty):
        return None
    if spot.kind.item:
        return _list(walk, spot, node)
    if spot.kind.record:
        return _record(walk, spot, spot.kind.record, node)
    return _text(walk, spot, node)


def _refuse(walk: Walk, spot: Spot, node: Node, without: str = "") -> None:
    """Note that a value of the wrong kind is written here."""
    walk.refused.add(spot.steps)
    if not isinstance(node, Refused):
        told = wording.wrong_type(spot.subject, spot.kind, node, without)
        walk.problem(place_of(node), "wrong-type", told)


def _text(walk: Walk, spot: Spot, node: Node) -> str | None:
    """Return a text, looked at where a decoder would be too kind."""
    if not isinstance(node, Scalar):
        _refuse(walk, spot, node)
        return None
    walk.places[spot.steps] = place_of(node)
    text = node.text.strip()
    walk.seen[spot.steps] = Seen(spot.subject, spot.kind, text)
    good: str | None = text
    if spot.kind.name == "truth":
        good = _TRUTHS.get(text.lower())
    elif spot.kind.name == "number" and not (_WHOLE.fullmatch(text) and _small(spot.kind, text)):
        good = None
    if good is None:
        _refuse(walk, spot, node)
    return good


def _small(kind: Kind, text: str) -> bool:
    """Whether a number is one to reckon with; bounds of its own have words of their own."""
    return kind.between is not None or len(text) <= LONGEST_NUMBER


def _list(walk: Walk, spot: Spot, node: Node) -> list[Shaped] | None:
    """Return the items of a list; a value that may be written alone is a list of one."""
    inner = spot.kind.holds.record
    if isinstance(node, Mapping) and inner and spot.key:
        return _keyed(walk, spot, inner, node)
    alone = not isinstance(node, Listing)
    if isinstance(node, Refused) or (alone and inner and not has_shorthand(inner)):
        _refuse(walk, spot, node)
        return None
    walk.places[spot.steps] = place_of(node)
    if not isinstance(node, Listing):
        return [_standing(shape(walk, spot.item(0, spot.subject), node))]
    items: list[Shaped] = []
    for item in node.items:
        if not isinstance(item, Scalar) or item.text.strip():
            items.append(_standing(shape(walk, spot.item(len(items)), item)))
    return items


def _standing(item: Shaped | None) -> Shaped:
    """Keep the place of a refused item, so that those after it keep theirs."""
    return "" if item is None else item


def _keyed(walk: Walk, spot: Spot, made: Record, node: Mapping) -> list[Shaped]:
    """Return the records of a mapping, each with its key in the field for it."""
    walk.places[spot.steps] = place_of(node)
    items: list[Shaped] = []
    for key, value in node.pairs:
        inner = spot.item(len(items), f"'{key.text}' in '{spot.name}'")
        walk.places[inner.steps] = place_of(key)
        nothing = isinstance(value, Scalar) and value.empty
        written = Mapping((), *place_of(key)) if nothing else value
        found = _record(walk, inner, made, written, spot.key) or {}
        named = shape(walk, inner.field(entries(made)[spot.key]), key)
        items.append({**found, spot.key: _standing(named)})
    return items


def _record(
    walk: Walk, spot: Spot, made: Record, node: Node, without: str = ""
) -> dict[str, Shaped] | None:
    """Return the fields of a record, without the one that a key fills already."""
    if isinstance(node, Scalar) and has_shorthand(made):
        node = _expanded(made, node)
    if not isinstance(node, Mapping):
        _refuse(walk, spot, node, without)
        return None
    walk.places.setdefault(spot.steps, place_of(node))
    walk.owners[spot.steps] = spot.owner, made
    found: dict[str, Shaped] = {}
    first: dict[str, Scalar] = {}
    for key, value in node.pairs:
        entry = _entry(walk, spot, key, without)
        if entry is None or _again(walk, first, entry, key):
            continue
        shaped = shape(walk, spot.field(entry), value)
        if shaped is not None:
            found[entry.name] = shaped
    return {**_implied(made, found), **found}


def _entry(walk: Walk, spot: Spot, key: Scalar, without: str) -> Entry | None:
    """Return the field that a key names."""
    owner, made = walk.owners[spot.steps]
    entry = known(made).get(plain(key.text.strip()))
    if entry is not None and entry.name != without:
        return entry
    if walk.full:
        return None
    names = {one.yaml: one.name for one in entries(made).values() if one.name != without}
    walk.problem(place_of(key), "unknown-field", wording.unknown(owner, key.text, names))
    meant = wording.meant(key.text, names)
    if meant:
        walk.excused.add((*spot.steps, names[meant]))
    return None


def _again(walk: Walk, first: dict[str, Scalar], entry: Entry, key: Scalar) -> bool:
    """Whether a field is written a second time, in its other spelling."""
    before = first.setdefault(entry.name, key)
    if before is key:
        return False
    hint = f"'{before.text}' in line {before.line} is the same field; keep one of them"
    walk.problem(place_of(key), "duplicate-key", (f"'{key.text}' is given twice", hint))
    return True


def _expanded(made: Record, node: Scalar) -> Mapping:
    """Return the fields that a text alone stands for, all of them where the text stands."""
    found = shorthand(made, node.text.strip())
    names = {name: entry.yaml for name, entry in entries(made).items()}
    pairs = ((names[name], text) for name, text in found.items())
    filled = tuple((replace(node, text=name), replace(node, text=text)) for name, text in pairs)
    return Mapping(filled, *place_of(node))


def _implied(made: Record, found: dict[str, Shaped]) -> dict[str, str]:
    """Return what the shorthand makes of a text that is written as a field.

    So an item with a label and a kind takes its id from the label, as one written as its label
    alone does.
    """
    text = found.get(text_field(made)) if has_shorthand(made) else None
    return shorthand(made, text) if isinstance(text, str) and text else {}
