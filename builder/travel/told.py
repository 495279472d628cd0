"""What a command of this folder has to say in the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.problems import Problem


@dataclass(frozen=True, slots=True)
class Told:
    """What to tell the person, and whether what they asked for is so."""

    lines: tuple[str, ...]
    problems: tuple[Problem, ...] = ()
    texts: Mapping[str, bytes] = field(default_factory=dict)
    """The files that the problems are in, which may lie nowhere yet."""
    good: bool = True

    def source_lines(self, path: str) -> list[str]:
        """Return the lines of a file that a problem is in."""
        return self.texts.get(path, b"").decode("utf-8", "replace").splitlines()
