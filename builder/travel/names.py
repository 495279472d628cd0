"""Which names an archive may hold: none that leads elsewhere, and no two that are one file."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

from builder.problems import Problem, Span, Wrong
from builder.show import clean
from builder.source.scan import fold, unfit_name

if TYPE_CHECKING:
    from collections.abc import Iterable

DEEPEST = 16
"""Folders within folders."""
CHANGED = "take the zip from where it was made, and do not use this one"
SHOWN = 80
"""Characters of a name that a message repeats."""


def refuse(message: str, hint: str = CHANGED) -> NoReturn:
    """Refuse a zip; nothing has been written."""
    raise Wrong(Problem(Span(""), "refused-zip", message, hint))


def shown(name: str) -> str:
    """Return a name as a message repeats it, safe on a terminal."""
    name = clean(name)
    return f"'{name if len(name) <= SHOWN else name[: SHOWN - 1] + '…'}'"


def check_names(names: Iterable[str]) -> None:
    """Refuse names that are unsafe, stand twice, or are one file on some system."""
    met: dict[str, str] = {}
    for name in names:
        why = unsafe(name)
        if why:
            refuse(why)
        folded = fold(name)
        if folded in met:
            _twins(name, met[folded])
        met[folded] = name
    for folded, name in met.items():
        parent = folded.rpartition("/")[0]
        while parent:
            if parent in met:
                refuse(f"{shown(met[parent])} is a file and also the folder of {shown(name)}")
            parent = parent.rpartition("/")[0]


def unsafe(name: str) -> str:
    """Say why a path in an archive cannot be used; empty where it can."""
    parts = name.split("/")
    for is_so, why in (
        ("\\" in name, "has a backslash, which leads elsewhere on Windows"),
        (name.startswith("/"), "begins at the root of the disk"),
        (name[1:2] == ":", "begins with the letter of a drive"),
        (".." in parts, "leads out of the folder"),
        ("" in parts or "." in parts, "has a part with no name"),
        (len(parts) > DEEPEST, f"lies more than {DEEPEST} folders deep"),
    ):
        if is_so:
            return f"the name {shown(name)} {why}"
    unfit = next(filter(None, map(unfit_name, parts)), "")
    return f"{shown(name)} cannot be kept everywhere: {unfit}" if unfit else ""


def _twins(name: str, other: str) -> NoReturn:
    if name == other:
        refuse(f"the file {shown(name)} is in the zip twice")
    if name.casefold() == other.casefold():
        refuse(f"{shown(other)} and {shown(name)} are one file on Windows or macOS")
    refuse(f"two files are called {shown(name)}, with the accents written in two ways")
