"""What was added: a pack that came in a zip keeps a list of its files as they came.

It lies in the pack's folder as `.added.json`. Names that begin with a dot are no sources, so the
pack's own zip does not carry it; but it goes wherever the site's folder goes, so that an update can
tell what the site has changed, on any machine.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.travel.bundle import digest

if TYPE_CHECKING:
    from collections.abc import Mapping

RECORD = ".added.json"


@dataclass(frozen=True, slots=True)
class Added:
    """A pack as it was added."""

    version: str
    files: dict[str, str]
    """The SHA-256 of each file, by its path in the pack's folder."""


def write(id_: str, version: str, files: Mapping[str, bytes]) -> bytes:
    """Return the record of a pack that is added now."""
    value = {
        "format": 1,
        "about": "peerpress keeps this list to see what you have changed since you added the pack",
        "id": id_,
        "version": version,
        "files": {path: digest(files[path]) for path in sorted(files)},
    }
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def read(data: bytes | None) -> Added | None:
    """Return a record; None where there is none, or it says nothing that can be read."""
    try:
        value = json.loads(data or b"")
        files = {str(path): str(sha) for path, sha in value["files"].items()}
        return Added(str(value["version"]), files)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def changes(added: Added, now: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return in words what the site has changed since, file by file."""
    found = []
    for path in sorted(added.files.keys() | now.keys()):
        if path not in now:
            found.append(f"removed {path}")
        elif path not in added.files:
            found.append(f"added {path}")
        elif digest(now[path]) != added.files[path]:
            found.append(f"changed {path}")
    return tuple(found)
