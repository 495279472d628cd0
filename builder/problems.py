"""Problems are values: what is wrong, where in which file, and what to write instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a source file."""

    path: str
    """The file, relative to the site's root, with forward slashes."""
    line: int = 0
    """The line, counted from 1; 0 means the file as a whole."""
    column: int = 0
    """The column, counted from 1 in characters; 0 means the line as a whole."""
    width: int = 1
    """How many characters the caret underlines."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in the content, told in the author's language."""

    where: Span
    """The place to look at."""
    code: str
    """A permanent word for the kind of mistake, such as `unknown-field`."""
    message: str
    """What is wrong, in one sentence without a full stop."""
    hint: str = ""
    """What to write instead."""
    level: Level = "error"
    """Errors stop making and publishing; warnings do not."""

    @property
    def is_error(self) -> bool:
        """Whether it stops the build."""
        return self.level == "error"


class Wrong(Exception):  # noqa: N818 - a problem on its way, not an error of ours
    """Carries a problem out of a maker, which has no other way to return one."""

    def __init__(self, problem: Problem) -> None:
        """Wrap the problem."""
        super().__init__(problem.message)
        self.problem = problem

    def __reduce__(self) -> tuple[object, tuple[Problem]]:
        """Travel between processes."""
        return Wrong, (self.problem,)


class BuildFailed(Exception):  # noqa: N818 - the ordinary end of a build with mistakes in its content
    """Raised once, by the build, when problems stand; caught by the command line and the server."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order in which they are shown."""
        self.problems = in_order(problems)
        super().__init__(f"{len(self.problems)} problems")


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort by place, then code, and drop repetitions."""
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda problem: (problem.where, problem.code, problem.message)))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a hint naming the nearest known word, or the few words there are."""
    words = sorted(set(known))
    near = nearest(word, words)
    if near:
        return f"did you mean '{near}'?"
    if 0 < len(words) <= 12:  # noqa: PLR2004 - a list that still reads as a sentence
        return "known here: " + ", ".join(words)
    return ""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that a misspelt one is most likely meant for; empty where none is."""
    import difflib

    return next(iter(difflib.get_close_matches(word, sorted(set(known)), n=1, cutoff=0.6)), "")
