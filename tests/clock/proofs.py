"""What the tests of the proofs share: marks with one place, and two small segments."""

from __future__ import annotations

from builder.clock import prove
from builder.model.pack import Pack, Segment
from builder.model.part import Marks, Place, Step
from builder.problems import Problem, Span
from tests.clock.packs import Plain, case, nowhere, pack, pack_of, segment, version

PATH = "sessions/a/pack.yaml"


def marks(*steps: Step) -> Marks:
    """Marks of a file where the value at these steps stands in line 7, all else in line 1."""
    places: dict[tuple[Step, ...], Place] = {(): (1, 1, 1), steps: (7, 3, 4)}
    return Marks(PATH, places)


def only(made: Pack, *steps: Step) -> Problem:
    """The one problem of a pack, which is to stand at these steps."""
    found = prove(made, marks(*steps))
    assert [problem.where for problem in found] == [Span(PATH, 7, 3, 4)], found
    return found[0]


def codes(made: Pack) -> list[str]:
    """The codes of all problems of a pack."""
    return sorted(problem.code for problem in prove(made, nowhere()))


def told(problem: Problem) -> tuple[str, str, str]:
    """What an author reads."""
    return problem.code, problem.message, problem.hint


def begin_well() -> Pack:
    """The pack of the handbook, with its short version and its split."""
    return pack_of(case("begin well with 8 people")["pack"])


CHECK_IN = segment("check-in", 10, kind=["check-in"], per="person", each="1:00", least=4)
WORK = segment("work", 20, least=10)


def with_version(*segments: Segment, minutes: int, **changes: Plain) -> Pack:
    """A pack with one version."""
    return pack(*segments, versions=(version("short", minutes, **changes),))
