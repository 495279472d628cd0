"""What of a lesson could not be carried over, with its place and what became of it."""

from __future__ import annotations

from builder.problems import Problem, Span


class Losses:
    """Gathers them, one line for each thing."""

    def __init__(self) -> None:
        """Begin with nothing lost."""
        self.found: list[Problem] = []

    def add(self, path: str, line: int, what: str, became: str) -> None:
        """Note that a thing in this line of a file is not what it was, and what it is now."""
        problem = Problem(Span(path, line), "not-carried", what, became, "warning")
        self.found.append(problem)
