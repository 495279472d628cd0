"""What is to be made: outputs as plain values, their fingerprints, and the order to make them in.

An output says where it goes, which pure function makes it, and holds a view with everything that
function may look at. Its fingerprint is therefore the hash of engine, maker, view and needs, and
"is it up to date?" is one look-up.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

from builder.digest import Digester
from builder.problems import Problem, Span, Wrong

HOSTED = "hosted"
"""The scope that is published; the others, `pack:ID` and `series:ID`, are rooted at their zip."""


@dataclass(frozen=True, slots=True)
class Made:
    """What making an output gave: a handle, from which the bytes can be had."""

    digest: str
    """Where the bytes are in the store."""
    size: int
    """In bytes."""
    pages: int = 0
    """Printed pages, for a PDF."""


class Stock(Protocol):
    """What a maker may read: bodies by digest, and the outputs it needs by path."""

    needs: dict[str, Made]
    """The outputs needed, by their path; those of a whole scope by their path in it."""

    def read(self, digest: str) -> bytes:
        """Return the bytes kept under a digest."""
        ...


@dataclass(frozen=True, slots=True)
class Paper:
    """What a maker of printed pages returns: the bytes, and how many pages they have."""

    data: bytes
    pages: int


Make = Callable[[object, Stock], bytes | Paper]
"""A maker: a module-level function, or a frozen value that can be called (a template)."""


@dataclass(frozen=True, slots=True)
class Need:
    """Outputs that another is made from: one by its path, or all of a scope."""

    scope: str
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Output:
    """One file to be."""

    path: str
    """Where it goes, relative to the root of its scope."""
    make: Make
    """What makes it."""
    view: object
    """Everything the maker may look at: a frozen value."""
    needs: tuple[Need, ...] = ()
    """The outputs it is made from."""


@dataclass(frozen=True, slots=True)
class Place:
    """An output's name among all scopes."""

    scope: str
    path: str


Kind = Callable[[str], Iterable[Output]]
"""All outputs of one kind in one scope, the site and theme being bound already."""


class Plan:
    """All outputs of all scopes that anything needs, with their fingerprints."""

    def __init__(self, engine: str, kinds: Callable[[str], Iterable[Output]]) -> None:
        """Run the kinds in the hosted scope, then in each scope that an output needs."""
        self.outputs: dict[Place, Output] = {}
        self.problems: list[Problem] = []
        self._engine = engine
        self._scopes: dict[str, dict[str, Output]] = {}
        self._digester = Digester()
        self._fingerprints: dict[Place, str] = {}
        waiting = [HOSTED]
        while waiting:
            scope = waiting.pop()
            if scope in self._scopes:
                continue
            self._add(scope, kinds(scope))
            for output in self._scopes[scope].values():
                waiting.extend(need.scope for need in output.needs)

    def _add(self, scope: str, outputs: Iterable[Output]) -> None:
        found: dict[str, Output] = {}
        folded: dict[str, str] = {}
        try:
            for output in outputs:
                twin = folded.setdefault(output.path.casefold(), output.path)
                if output.path in found or twin != output.path:
                    self.problems.append(_collision(output.path, twin))
                    continue
                found[output.path] = output
        except Wrong as wrong:
            self.problems.append(wrong.problem)
        self._scopes[scope] = found
        for path, output in found.items():
            self.outputs[Place(scope, path)] = output

    def published(self) -> dict[str, Place]:
        """Return the outputs to publish, by their path."""
        return {path: Place(HOSTED, path) for path in self._scopes[HOSTED]}

    def needs(self, place: Place) -> Iterator[tuple[str, Place]]:
        """Give what an output needs, by the path its maker knows it under."""
        for need in self.outputs[place].needs:
            if need.path is not None:
                yield need.path, Place(need.scope, need.path)
                continue
            for path in sorted(self._scopes[need.scope]):
                if Place(need.scope, path) != place:
                    yield path, Place(need.scope, path)

    def fingerprint(self, place: Place) -> str:
        """Return the hash of all that an output depends on."""
        known = self._fingerprints.get(place)
        if known is None:
            output = self.outputs[place]
            needed = tuple((path, self.fingerprint(other)) for path, other in self.needs(place))
            known = self._digester.of((self._engine, output.make, output.view, needed))
            self._fingerprints[place] = known
        return known

    def parts(self, place: Place) -> dict[str, str]:
        """Return the digest of each thing a fingerprint is made of, for saying why it changed."""
        output = self.outputs[place]
        view = output.view
        names = tuple(getattr(view, "__dataclass_fields__", ()))
        found = {"engine": self._engine, "maker": self._digester.of(output.make)}
        found |= {f"view.{name}": self._digester.of(getattr(view, name)) for name in names}
        found |= {f"needs {path}": self.fingerprint(other) for path, other in self.needs(place)}
        return found

    def waves(self, stale: Callable[[str], bool]) -> Iterator[list[Place]]:
        """Give the stale outputs in groups, each to be made after the one before it.

        Equal fingerprints are given once.
        """
        depths: dict[Place, int] = {}
        waves: dict[int, dict[str, Place]] = {}
        for place in self.outputs:
            fingerprint = self.fingerprint(place)
            if stale(fingerprint):
                waves.setdefault(self._depth(place, depths), {}).setdefault(fingerprint, place)
        for depth in sorted(waves):
            yield list(waves[depth].values())

    def _depth(self, place: Place, depths: dict[Place, int]) -> int:
        known = depths.get(place)
        if known is None:
            below = [self._depth(other, depths) for _, other in self.needs(place)]
            known = depths[place] = 1 + max(below, default=-1)
        return known


def _collision(path: str, twin: str) -> Problem:
    message = f"two outputs would be written to '{path}'"
    if twin != path:
        message = f"'{path}' and '{twin}' are one file on Windows and macOS"
    return Problem(Span(path), "two-outputs-one-path", message, "rename one of their sources")
