"""The decorator that every authored record carries, and the few rules a field's type may name.

A record is a frozen, slotted dataclass, each field followed by one sentence. The sentences are the
field reference of the handbook and the descriptions in the JSON Schemas, so they are written for
authors. The rules are plain objects: reading decodes by them, and this floor needs no library.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from dataclasses import MISSING, dataclass, field
from typing import Annotated, Any, TypeVar, dataclass_transform

T = TypeVar("T")
Schema = dict[str, Any]
Handler = Callable[[Any], Schema]


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """Make a class a record: frozen, slotted, fields by name, unknown fields refused."""
    made: type[T] = dataclass(frozen=True, slots=True, kw_only=True)(cls)
    made.__pydantic_config__ = {"extra": "forbid"}  # type: ignore[attr-defined]
    return made


def named(yaml_name: str, default: Any = MISSING) -> Any:
    """Give a field another name in YAML, where Python's own words forbid the natural one."""
    return field(default=default, metadata={"yaml": yaml_name})


def keyed(key: str) -> Any:
    """Let a tuple of records be written as a mapping, whose keys become the field named `key`."""
    return field(default=(), metadata={"key": key})


@dataclass(frozen=True, slots=True)
class Form:
    """Text of one form: a pattern, what it is called, and an example for the hint."""

    name: str
    pattern: str
    example: str

    def __get_pydantic_core_schema__(self, source: Any, handler: Handler) -> Schema:
        """Refuse text of another form; called while a decoder is made."""
        return {**handler(source), "pattern": self.pattern}


@dataclass(frozen=True, slots=True)
class Between:
    """A whole number from `low` to `high`, or a text of so many characters at most."""

    low: int
    high: int

    def __get_pydantic_core_schema__(self, source: Any, handler: Handler) -> Schema:
        """Refuse what is outside; called while a decoder is made."""
        schema = handler(source)
        if schema["type"] == "str":
            return {**schema, "max_length": self.high}
        return {**schema, "ge": self.low, "le": self.high}


class IsoDay:
    """A date as YYYY-MM-DD and nothing else (a bare number would pass as seconds since 1970)."""

    pattern = re.compile(r"\d{4}-\d{2}-\d{2}")

    @classmethod
    def check(cls, text: Any) -> Any:
        """Return the text, or raise what a decoder reports as a wrong value."""
        if isinstance(text, str) and not cls.pattern.fullmatch(text):
            message = "a date is written YYYY-MM-DD"
            raise ValueError(message)
        return text

    def __get_pydantic_core_schema__(self, source: Any, handler: Handler) -> Schema:
        """Look at the text before it becomes a date; called while a decoder is made."""
        check = {"type": "no-info", "function": IsoDay.check}
        return {"type": "function-before", "function": check, "schema": handler(source)}


Id = Annotated[str, Form("id", r"^[a-z0-9]+(-[a-z0-9]+)*$", "begin-well")]
"""Lower-case words with hyphens; an id never changes once published."""
SheetId = Annotated[
    str, Form("worksheet id", r"^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)?$", "gap-review")
]
"""The id of a shared worksheet, or `pack/sheet` for a pack's own."""
Language = Annotated[str, Form("language tag", r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", "en-NZ")]
"""A BCP 47 language tag."""
MinutesSeconds = Annotated[str, Form("length of a turn", r"^\d{1,3}:[0-5]\d$", "1:30")]
"""Minutes and seconds, as M:SS."""
TimeOfDay = Annotated[str, Form("time of day", r"^([01]\d|2[0-3]):[0-5]\d$", "15:45")]
"""A 24-hour clock time, as HH:MM."""
Web = Annotated[str, Form("web address", r"^https?://[^\s]+$", "https://www.example.org/")]
"""An address that begins with http:// or https://."""
EditAddress = Annotated[
    str,
    Form(
        "web address with `{path}` in it",
        r"^https?://[^\s{}/][^\s{}]*\{path\}[^\s{}]*$",
        "https://www.example.org/edit/main/{path}",
    ),
]
"""An address in which `{path}` stands for the path of a source file."""
Colour = Annotated[str, Form("colour", r"^#[0-9a-fA-F]{6}$", "#6d2a4d")]
"""Six hexadecimal digits after a #."""
Day = Annotated[datetime.date, IsoDay()]
"""A date, as YYYY-MM-DD."""
