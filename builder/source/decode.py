"""Nodes become the records of the model; every mistake is told at its place.

The walk of `shape` finds what stands where; pydantic turns texts into numbers, dates and records;
what it says is brought back to lines and columns here.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from builder.model.part import Marks, Place
from builder.problems import Problem, in_order
from builder.source import wording
from builder.source.kinds import Kind, entries, kind_of, once
from builder.source.nodes import Mapping, Node, Scalar, place_of
from builder.source.shape import Seen, Spot, Steps, Walk, shape
from builder.source.yaml_nodes import parse

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Decoded(Generic[T]):
    """What decoding gives."""

    value: T | None
    """None where there is an error."""
    marks: Marks
    """Where each value stands."""
    problems: tuple[Problem, ...]


def read_yaml(
    kind: type[T], path: str, text: str, first_line: int = 1, known_missing: Collection[str] = ()
) -> Decoded[T]:
    """Return what a YAML text says as a record, or as a tuple of records."""
    parsed = parse(path, text, first_line)
    if parsed.node is None:
        return Decoded(None, Marks(path, {(): (first_line, 1, 1)}), parsed.problems)
    decoded = decode(kind, parsed.node, path, known_missing)
    problems = in_order([*parsed.problems, *decoded.problems])
    wrong = any(problem.is_error for problem in problems)
    return Decoded(None if wrong else decoded.value, decoded.marks, problems)


def decode(kind: type[T], node: Node, path: str, known_missing: Collection[str] = ()) -> Decoded[T]:
    """Return a node as a record, or as a tuple of records.

    Fields named in `known_missing` are needed too, but their absence is not told again.
    """
    walk = Walk(path)
    walk.excused.update((name,) for name in known_missing)
    spot = Spot((), kind_of(kind))
    plain = shape(walk, spot, _written(node, spot))
    walk.places.setdefault((), place_of(node))
    value: T | None = None
    if () not in walk.refused:
        try:
            value = adapter(kind).validate_python([] if plain is None else plain)
        except ValidationError as failed:
            _explain(walk, failed.errors(include_url=False, include_input=False))
    problems = in_order(walk.problems)
    return Decoded(None if problems else value, Marks(path, walk.places), problems)


@once
def adapter(kind: type[T]) -> TypeAdapter[T]:
    """Return pydantic's decoder for a class, made once."""
    return TypeAdapter(kind)


def _written(node: Node, spot: Spot) -> Node:
    """Return the node, an empty file being a record with no fields."""
    if isinstance(node, Scalar) and node.empty and spot.kind.name == "record":
        return Mapping((), *place_of(node))
    return node


def _explain(walk: Walk, errors: list[ErrorDetails]) -> None:
    """Note each error that tells something new."""
    for error in errors:
        steps = error["loc"]
        if walk.full:
            return
        if not _known_already(walk, steps, error):
            code, told = _told(walk, steps, error)
            walk.problem(_place(walk, steps), code, told)


def _known_already(walk: Walk, steps: Steps, error: ErrorDetails) -> bool:
    """Whether an error only follows from what is told already."""
    if any(steps[:end] in walk.refused for end in range(len(steps) + 1)):
        return True
    if error["type"] != "missing":
        return False
    _, made = walk.owners[steps[:-1]]
    return steps in walk.excused or not entries(made)[str(steps[-1])].required


def _told(walk: Walk, steps: Steps, error: ErrorDetails) -> tuple[str, wording.Told]:
    """Return the code and the words for an error of pydantic's."""
    if error["type"] == "missing":
        owner, made = walk.owners[steps[:-1]]
        return "missing-field", wording.missing(owner, entries(made)[str(steps[-1])], made)
    seen = walk.seen.get(steps, Seen("this value", Kind("text"), ""))
    between = seen.kind.between
    match error["type"]:
        case "literal_error":
            return "wrong-choice", wording.wrong_choice(seen.subject, seen.kind, seen.text)
        case "greater_than_equal" | "less_than_equal" | "int_parsing_size" if between:
            return "out-of-range", wording.out_of_range(seen.subject, between, seen.text)
        case "string_too_long" if between:
            return "out-of-range", wording.too_long(seen.subject, between, seen.text)
        case "date_from_datetime_parsing" | "date_parsing":
            return "wrong-form", wording.no_such_day(seen.subject, seen.text)
        case _:
            return "wrong-form", wording.wrong_form(seen.subject, seen.kind, seen.text)


def _place(walk: Walk, steps: Steps) -> Place:
    """Return where a value stands, or what is nearest around it."""
    ends = range(len(steps), -1, -1)
    return next(walk.places[steps[:end]] for end in ends if steps[:end] in walk.places)
