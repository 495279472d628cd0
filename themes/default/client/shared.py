"""A script that takes from the one before it on the page what that one holds already.

Classic scripts import nothing, and each module has to be on a page once: two copies of the open
workbook would be two workbooks. So the bundler says what the later script wants of the first one's
modules. The first is made to leave exactly that in one global, and the later is made with stubs in
place of those modules, which read it there. A name that a module does not export stops the
bundling, and a script of another making finds no such global.
"""

from __future__ import annotations

import hashlib
import json
import posixpath
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

GLOBAL = "peerpress-shared-"
"""How the global is named, before what its names come to."""
IMPORT = re.compile(r'^import (?:\{([^{}]*)\} from )?"([^"]+)";$', re.MULTILINE)
"""An import as the bundler writes it: of names, or for what a module does when it runs."""
ANY_IMPORT = re.compile(r"^import\b.*$", re.MULTILINE)
CHANGES = re.compile(r"^export (?:let|var)\b.*$", re.MULTILINE)


class NotSharedError(Exception):
    """Something that cannot be handed from one script to another."""


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """One export of a module; the module is a path from the folder of the client."""

    module: str
    export: str


def held(inputs: dict[str, dict[str, int]]) -> list[str]:
    """Return the modules that a bundle holds, by what the bundler says of its inputs."""
    return sorted(path for path, part in inputs.items() if part["bytesInOutput"] > 0)


def wanted(code: str, folder: str, root: str) -> list[Name]:
    """Return what code imports of modules that were left out of it, each once.

    The bundler has written their paths as from `folder`; `root` is that of the client.
    """
    other = ANY_IMPORT.search(IMPORT.sub("", code))
    if other is not None:
        raise NotSharedError(f"only names can be imported from another script: {other[0]}")
    return sorted(set(_names(code, folder, root)))


def _names(code: str, folder: str, root: str) -> Iterator[Name]:
    for found in IMPORT.finditer(code):
        module = posixpath.relpath(posixpath.join(folder, found[2]), root)
        for part in (found[1] or "").split(","):
            if part.strip():
                yield Name(module, part.split()[0])


def refuse_what_changes(names: Iterable[Name], root: Path) -> None:
    """Raise an error where a module of ours exports what it may set anew: a stub has its copy."""
    for module in sorted({name.module for name in names}):
        if module.startswith("node_modules/"):
            continue
        found = CHANGES.search((root / module).read_text(encoding="utf-8"))
        if found is not None:
            raise NotSharedError(f"{module}: export a function or a signal instead: {found[0]}")


def key(names: Iterable[Name]) -> str:
    """Return the name of the global: other names, another key."""
    listing = json.dumps([(name.module, name.export) for name in names])
    return GLOBAL + hashlib.sha256(listing.encode()).hexdigest()[:8]


def leaving(entry: str, names: list[Name]) -> str:
    """Return the source of a script that does what an entry does, and leaves these names."""
    imports = [
        f"import {{ {name.export} as shared{at} }} from {json.dumps('./' + name.module)};"
        for at, name in enumerate(names)
    ]
    left = ", ".join(f"shared{at}" for at in range(len(names)))
    # the entry comes first: its modules run in the order in which they would by themselves
    first = f"import {json.dumps('./' + entry)};"
    return "\n".join([first, *imports, f"globalThis[{json.dumps(key(names))}] = [{left}];", ""])


def stubs(names: list[Name]) -> dict[str, str]:
    """Return, for each module that another script holds, the source that takes its names there."""
    place = f"globalThis[{json.dumps(key(names))}]"
    found: dict[str, list[str]] = {}
    for at, name in enumerate(names):
        found.setdefault(name.module, []).append(f"export const {name.export} = {place}[{at}];\n")
    return {module: "".join(lines) for module, lines in found.items()}
