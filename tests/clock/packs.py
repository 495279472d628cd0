"""Packs for the tests of the clock, from plain data in the names of the model."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from builder.clock import Agenda, clock_time, halves, reckon
from builder.model.pack import Group, Pack, Segment, Step
from builder.model.part import Marks
from builder.model.version import Change, Split, Version

VECTORS = Path(__file__).with_name("vectors.json")
Plain = Any
"""What a field takes, or what JSON holds."""
Data = dict[str, Plain]


def cases() -> list[Data]:
    """Read the cases that the client's twin of the clock is tested with, too."""
    loaded: list[Data] = json.loads(VECTORS.read_text(encoding="utf-8"))
    return loaded


def case(name: str) -> Data:
    """Return one case by its name."""
    return next(one for one in cases() if one["name"] == name)


def segment(name: str, minutes: int = 10, **more: Plain) -> Segment:
    """Make a segment; its title is its id with a capital, unless given."""
    tuples: Data = {key: tuple(more.pop(key)) for key in ("kind", "grouping") if key in more}
    steps = tuple(Step(**step) for step in more.pop("steps", ()))
    fields: Data = {"title": name.capitalize().replace("-", " "), "kind": ("work",)}
    return Segment(id=name, minutes=minutes, steps=steps, **{**fields, **tuples, **more})


def version(name: str, minutes: int, **changes: Plain) -> Version:
    """Make a version; `check_in=5` changes segment check-in, by number, word or fields."""
    made = []
    for key, value in changes.items():
        fields = value if isinstance(value, dict) else Change.shorthand(str(value))
        if "minutes" in fields:
            fields = {**fields, "minutes": int(fields["minutes"])}
        made.append(Change(segment=key.replace("_", "-"), **fields))
    return Version(name=name, minutes=minutes, changes=tuple(made))


def pack(*segments: Segment, people: tuple[int, int, int] = (4, 6, 8), **more: Plain) -> Pack:
    """Make a pack; its minutes are the sum of its segments, unless given."""
    low, best, high = people
    total = sum(one.minutes for one in segments)
    fields = {"format": 1, "title": "A pack", "minutes": total, **more}
    return Pack(group=Group(min=low, best=best, max=high), segments=segments, **fields)


def pack_of(data: Data) -> Pack:
    """Make the pack of a case."""
    split = data.get("split")
    return Pack(
        format=1,
        title="A pack",
        group=Group(**data["group"]),
        minutes=data["minutes"],
        segments=tuple(segment(one["id"], **_without(one, "id")) for one in data["segments"]),
        versions=tuple(
            Version(
                **_without(one, "changes"),
                changes=tuple(Change(**change) for change in one["changes"]),
            )
            for one in data.get("versions", ())
        ),
        split=Split(**{**split, "minutes": tuple(split["minutes"])}) if split else None,
    )


def nowhere() -> Marks:
    """Return marks of a file in which nothing has a place."""
    return Marks("sessions/a/pack.yaml", {})


def reckoned(one: Data) -> Data:
    """Reckon a case, in the form of its `expect`."""
    made = pack_of(one["pack"])
    agenda = reckon(made, one["people"], one["version"], one["minutes"])
    expect = told(agenda, one["start"])
    both = halves(made, one["people"])
    if both is not None:
        expect["halves"] = [told(half, one["start"]) for half in both]
    return expect


def told(agenda: Agenda, start: str) -> Data:
    """Put an agenda in the form of a case's `expect`: clock times, and turns in seconds."""
    return {
        "laps": [
            {
                "id": lap.id,
                "start": clock_time(start, lap.start),
                "minutes": lap.minutes,
                "turns": lap.turns,
                "each": lap.each,
            }
            for lap in agenda.laps
        ],
        "total": agenda.minutes,
        "notes": [
            {"kind": n.kind, "segment": n.segment, "before": n.before, "after": n.after}
            for n in agenda.notes
        ],
        "moved": [
            {"segment": m.segment, "to": m.to, "minutes": m.minutes, "whole": m.whole}
            for m in agenda.moved
        ],
        "dropped": list(agenda.dropped),
        "ends_early": agenda.ends_early,
        "fits": agenda.fits,
    }


def neat(value: Plain, indent: str = "") -> str:
    """Write JSON with one line for whatever fits on one, so that a diff of cases can be read."""
    line = json.dumps(value, ensure_ascii=False)
    if len(indent) + len(line) <= 150 or not isinstance(value, (dict, list)):
        return line
    deeper = indent + "  "
    if isinstance(value, dict):
        rows = [f"{json.dumps(key)}: {neat(item, deeper)}" for key, item in value.items()]
        opening, closing = "{", "}"
    else:
        rows = [neat(item, deeper) for item in value]
        opening, closing = "[", "]"
    body = ",\n".join(deeper + row for row in rows)
    return f"{opening}\n{body}\n{indent}{closing}"


def _without(data: Data, *names: str) -> Data:
    return {key: value for key, value in data.items() if key not in names}
