"""What the clock in a page needs to know of a pack, as JSON.

The client's clock (`themes/default/client/src/clock/`) reckons from it what `builder.clock` reckons
from the whole pack; its `timing.ts` declares the same fields.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass

from builder.model.pack import Group, Pack, Segment
from builder.model.version import Change, Split, Version

FIELDS: dict[type, tuple[str, ...]] = {
    Pack: ("group", "minutes", "segments", "versions", "split"),
    Group: ("best",),
    Segment: (
        "id",
        "title",
        "kind",
        "grouping",
        "minutes",
        "per",
        "each",
        "turns",
        "least",
        "most",
        "priority",
    ),
    Version: ("name", "minutes", "changes"),
    Change: ("segment", "act", "minutes", "each", "turns", "rest"),
    Split: ("after", "close", "re_entry", "minutes"),
}
"""All that times depend on, and nothing else; in the order in which it is written."""


def timing(pack: Pack) -> str:
    """Return a pack's timing as JSON, leaving out what has the model's default.

    It can stand in a `script` as it is, since nothing in it begins like a tag; in an attribute it
    is escaped like any text.
    """
    text = json.dumps(_plain(pack), ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if not is_dataclass(value) or isinstance(value, type):
        return value
    defaults = {field.name: field.default for field in fields(value)}
    found = {name: getattr(value, name) for name in FIELDS[type(value)]}
    return {name: _plain(item) for name, item in found.items() if item != defaults[name]}
