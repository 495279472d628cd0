"""Whether anything can have changed since the last build: asked first, with as little as possible.

A build is a pure function of the engine, the sources, the themes and the date. Where those are what
they were, and the published files look as they did, there is nothing to do, and nothing to import.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from builder.digest import of_bytes
from builder.engine import engine, packaged
from builder.files import write_whole
from builder.ledger import INTENT, LEDGER, looks_right, read_ledger
from builder.problems import Problem, Span
from builder.source import scan

if TYPE_CHECKING:
    import datetime

FILE = "last.json"


@dataclass(frozen=True, slots=True)
class Last:
    """What the last good build was made from, and what it had to say."""

    inputs: str
    """The digest of everything that it was made from."""
    outputs: int
    problems: tuple[Problem, ...]
    """Its warnings."""


def inputs(root: Path, today: datetime.date) -> str:
    """Return the digest of everything that a build is made from."""
    sources, files, problems = scan.scan(root)
    facts = [engine(), today.isoformat(), *files]
    facts += [f"{source.path} {source.digest}" for source in sources]
    facts += [repr(problem) for problem in problems]
    for folder in (root / "themes", packaged()):
        facts += [
            f"{path.relative_to(folder).as_posix()} {of_bytes(path.read_bytes())}"
            for path in sorted(folder.rglob("*"))
            if "node_modules" not in path.parts and path.is_file()
        ]
    return of_bytes("\n".join(facts).encode("utf-8", "surrogateescape"))


def unchanged(store: Path, out: Path, now: str) -> Last | None:
    """Return the last build where it was made from the same and still stands; else None."""
    last = _read(store / FILE)
    if last is None or last.inputs != now or (store / INTENT).exists():
        return None
    ledger = read_ledger(store / LEDGER, out)
    if len(ledger) != last.outputs:
        return None
    right = all(looks_right(entry, out / path) for path, entry in ledger.items())
    return last if right else None


def keep(store: Path, last: Last) -> None:
    """Write down what a build was made from; after everything else."""
    write_whole(str(store / FILE), json.dumps(asdict(last)).encode())


def _read(path: Path) -> Last | None:
    try:
        data = json.loads(path.read_bytes())
        problems = tuple(
            Problem(**{**problem, "where": Span(**problem["where"])})
            for problem in data["problems"]
        )
        return Last(data["inputs"], data["outputs"], problems)
    except (OSError, ValueError, KeyError, TypeError):
        return None
