"""What the models say of their fields: the name in YAML, the kind of value, and the sentence."""

from __future__ import annotations

import ast
import datetime
import inspect
import itertools
import textwrap
import types
from collections.abc import Callable, Collection
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass, replace
from functools import cache
from typing import (
    Annotated,
    Any,
    Literal,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)

from builder.model.record import Between, Form

Record = type[Any]
"""A class of the model."""
F = TypeVar("F", bound=Callable[..., object])
KindName = Literal["text", "number", "truth", "day", "choice", "list", "record"]

_SCALARS: dict[object, KindName] = {
    str: "text",
    int: "number",
    bool: "truth",
    datetime.date: "day",
}
_PROBE = "Some words, as they stand"


@dataclass(frozen=True, slots=True)
class Kind:
    """The kind of value that a field takes."""

    name: KindName
    form: Form | None = None
    """The form of a text."""
    between: Between | None = None
    """The bounds of a number or of a text's length."""
    choices: tuple[str, ...] = ()
    """The words of a choice."""
    item: Kind | None = None
    """What a list holds."""
    record: Record | None = None
    """The class of a record."""

    @property
    def holds(self) -> Kind:
        """What a list holds; the kind itself where it is no list."""
        return self.item or self


@dataclass(frozen=True, slots=True)
class Entry:
    """One field of a record."""

    name: str
    """Its name in the model."""
    yaml: str
    """Its name in YAML."""
    kind: Kind
    required: bool
    """Whether the author must write it."""
    default: object
    """What it is where it is left out; None where it is required."""
    key: str = ""
    """For records that may be written as a mapping: the field that its keys fill."""


def once(function: F) -> F:
    """Remember what a function of classes returns; mypy takes a class for unhashable."""
    return cast("F", cache(function))


@once
def kind_of(annotation: object) -> Kind:
    """Return the kind that an annotation of a model means."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        kind = kind_of(inner[0])
        form = next((note for note in inner[1:] if isinstance(note, Form)), kind.form)
        between = next((note for note in inner[1:] if isinstance(note, Between)), kind.between)
        return replace(kind, form=form, between=between)
    if origin in {Union, types.UnionType}:
        return kind_of(next(one for one in inner if one is not type(None)))
    if origin is tuple:
        return Kind("list", item=kind_of(inner[0]))
    if origin is Literal:
        return Kind("choice", choices=inner)
    if isinstance(annotation, type) and is_dataclass(annotation):
        return Kind("record", record=annotation)
    return Kind(_SCALARS[annotation])


@once
def entries(record: Record) -> dict[str, Entry]:
    """Return the fields of a record by their names in the model, in order."""
    hints = get_type_hints(record, include_extras=True)
    made = fields(cast("Any", record))
    return {one.name: _entry(one, kind_of(hints[one.name]), implied(record)) for one in made}


@once
def known(record: Record) -> dict[str, Entry]:
    """Return the fields of a record by their names in YAML, made plain."""
    return {plain(entry.yaml): entry for entry in entries(record).values()}


def plain(name: str) -> str:
    """Return a name in YAML with its hyphens made underscores: both may be written."""
    return name.replace("-", "_")


def shorthand(record: Record, text: str) -> dict[str, str]:
    """Return the fields that a text alone stands for; none where the record has no shorthand."""
    expand = getattr(record, "shorthand", None)
    return {} if expand is None else cast("dict[str, str]", expand(text))


def has_shorthand(record: Record) -> bool:
    """Whether a text may stand for the whole record."""
    return hasattr(record, "shorthand")


@once
def text_field(record: Record) -> str:
    """Return the field that takes the text of a shorthand as it is; empty where none does."""
    filled = shorthand(record, _PROBE)
    return next((name for name, text in filled.items() if text == _PROBE), "")


@once
def implied(record: Record) -> frozenset[str]:
    """Return the fields that a shorthand makes out of its text, such as an id."""
    return frozenset(shorthand(record, _PROBE)) - {text_field(record)}


@once
def sentences(record: Record) -> dict[str, str]:
    """Return the sentence after each field of a record, as its source has it."""
    try:
        source = textwrap.dedent(inspect.getsource(record))
    except (OSError, TypeError):  # a class that was made without a file
        return {}
    made = ast.parse(source).body[0]
    body = made.body if isinstance(made, ast.ClassDef) else []
    found = {}
    for line, after in itertools.pairwise(body):
        match line, after:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(sentence))),
            ):
                found[name] = " ".join(sentence.split())
            case _:
                pass
    return found


def _entry(made: Field[Any], kind: Kind, given: Collection[str]) -> Entry:
    without = made.default is MISSING and made.default_factory is MISSING
    required = without and made.name not in given
    default = None if made.default is MISSING else made.default
    yaml, key = made.metadata.get("yaml", made.name), made.metadata.get("key", "")
    return Entry(made.name, yaml, kind, required, default, key)
