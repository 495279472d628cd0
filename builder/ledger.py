"""The ledger: what was published, and how each file looked when it was written.

It is read before anything else is imported, so that a build with nothing to do ends at once.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

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
        data = json.loads(path.read_bytes())
        if data["out"] != str(out):
            return {}
        return {name: Entry(*row) for name, row in data["files"].items()}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def looks_right(entry: Entry, path: Path) -> bool:
    """Whether a published file looks as it did when it was written."""
    try:
        found = path.lstat()
    except OSError:
        return False
    return (found.st_size, found.st_mtime_ns) == (entry.size, entry.mtime)
