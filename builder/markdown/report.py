"""The problems of one text, gathered with their places."""

from __future__ import annotations

from builder.problems import Level, Problem, Span

MANY = 500
"""So many errors, and so many warnings, of one text are told at once."""


class Report:
    """Turns what is wrong with a body into problems of its file."""

    def __init__(self, path: str, first_line: int) -> None:
        """Remember which file it is and at which line the body begins."""
        self.path = path
        self.first_line = first_line
        self.problems: list[Problem] = []
        self._left: dict[Level, int] = {"error": MANY, "warning": MANY}

    def line(self, number: int) -> int:
        """Return the line in the file of a line in the body, which counts from 0."""
        return self.first_line + number

    def add(  # noqa: PLR0913 - a problem has this many sides
        self,
        code: str,
        number: int,
        message: str,
        hint: str = "",
        *,
        column: int = 0,
        width: int = 1,
        level: Level = "error",
    ) -> None:
        """Add a problem at a line of the body, unless there are very many of its level already."""
        self._left[level] -= 1
        if self._left[level] < 0:
            return
        where = Span(self.path, self.line(number), column, max(1, width))
        self.problems.append(Problem(where, code, message, hint, level))
