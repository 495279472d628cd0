"""The engine: one digest of our own code and of the libraries that decide what outputs look like.

It is part of every fingerprint, so that a new release, or a changed line of this package, makes
everything anew without anyone having to remember a number.
"""

from __future__ import annotations

import functools
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from builder.digest import of_bytes

LIBRARIES = ("jinja2", "markdown-it-py", "mdit-py-plugins", "pydantic", "PyYAML", "typst")


@functools.cache
def engine() -> str:
    """Return the digest of `builder/` and of the versions of what it stands on."""
    root = Path(__file__).parent
    facts = [f"python {sys.version_info.major}.{sys.version_info.minor}"]
    facts += [f"{library} {_version(library)}" for library in LIBRARIES]
    for path in sorted(root.rglob("*.py")):
        facts.append(f"{path.relative_to(root).as_posix()} {of_bytes(path.read_bytes())}")
    return of_bytes("\n".join(facts).encode())


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "none"
