"""The engine: one digest of our own code and of the libraries that decide what outputs look like.

It is part of every fingerprint, so that a new release, or a changed line of this package, makes
everything anew without anyone having to remember a number.
"""

from __future__ import annotations

import functools
import os
import re
import sys
from pathlib import Path

from builder.digest import of_bytes

LIBRARIES = frozenset(
    {
        "jinja2",
        "markdown_it_py",
        "mdit_py_plugins",
        "pillow",
        "pydantic",
        "pydantic_core",
        "pyyaml",
        "typst",
    }
)
INSTALLED = re.compile(r"(?P<name>[^-]+)-(?P<version>[^-]+)\.dist-info")


@functools.cache
def engine() -> str:
    """Return the digest of `builder/` and of the versions of what it stands on."""
    root = Path(__file__).parent
    facts = [f"python {sys.version_info.major}.{sys.version_info.minor}", *_versions()]
    facts += [
        f"{path.relative_to(root).as_posix()} {of_bytes(path.read_bytes())}"
        for path in sorted(root.rglob("*.py"))
        if "themes" not in path.parts[len(root.parts) :]
    ]
    return of_bytes("\n".join(facts).encode())


def packaged() -> Path:
    """Return the folder of the themes that come with peerpress."""
    inside = Path(__file__).parent / "themes"
    return inside if inside.is_dir() else Path(__file__).parent.parent / "themes"


def _versions() -> list[str]:
    """Return the libraries by the names of their folders: `importlib.metadata` is slow."""
    found = set()
    for folder in sys.path:
        if not os.path.isdir(folder):  # noqa: PTH112 - on the way of every start
            continue
        for name in os.listdir(folder):  # noqa: PTH208 - as above
            match = INSTALLED.fullmatch(name)
            if match and match["name"].lower().replace("-", "_") in LIBRARIES:
                found.add(f"{match['name'].lower()} {match['version']}")
    return sorted(found)
