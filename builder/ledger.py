"""The ledger: what was published, and how each file looked when it was written.

It is read before anything else is imported, so that a build with nothing to do ends at once.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LEDGER = "ledger.json"
INTENT = "intent.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the ledger: its digest, and how it looked when it was written."""

    digest: str
    size: int
    mtime: int


Ledger = dict[str, Entry]


def read_ledger(path: Path, out: Path) -> Ledger:
    """Return what was published to a folder; empty where nothing is known of it."""
    try:
        rows = read_ledgers(path).get(str(out), {})
        return {name: Entry(*row) for name, row in rows.items()}
    except (AttributeError, TypeError):
        return {}


def read_ledgers(path: Path) -> dict[str, Any]:
    """Return what was published to every folder, by its path."""
    try:
        data = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def looks_right(entry: Entry, path: Path) -> bool:
    """Whether a published file looks as it did when it was written."""
    try:
        found = path.lstat()
    except OSError:
        return False
    return (found.st_size, found.st_mtime_ns) == (entry.size, entry.mtime)
