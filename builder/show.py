"""Problems as text for a terminal and the server's overlay, and as data for editors."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from builder.problems import Problem, Span

    Lines = Callable[[str], list[str]]

TAB = "    "
LONGEST = 160
"""Characters of a source line that are shown."""
LARGEST = 2_000_000
"""Bytes of a file that are read for its lines."""
BOLD, RED, YELLOW, BLUE, PLAIN = "\x1b[1m", "\x1b[31m", "\x1b[33m", "\x1b[34m", "\x1b[0m"


def problem_text(problem: Problem, lines: Lines, *, colour: bool = False) -> str:
    """Return one problem with its place, its source line and a caret.

    `lines` gives the lines of a source file by its path, or an empty list.
    """
    strong = RED if problem.is_error else YELLOW
    head = f"{problem.level}[{problem.code}]"
    if colour:
        head = f"{BOLD}{strong}{head}{PLAIN}{BOLD}"
    rows = [f"{head}: {problem.message}{PLAIN if colour else ''}"]
    rows.append(f"  --> {place_text(problem.where)}")
    rows += _excerpt(problem.where, lines, strong if colour else "")
    if problem.hint:
        rows.append(f"  hint: {problem.hint}")
    return "\n".join(rows)


def place_text(where: Span) -> str:
    """Return `path:line:column`, as far as it is known, in a form that terminals make a link of."""
    parts = [clean(where.path)]
    if where.line:
        parts.append(str(where.line))
        if where.column:
            parts.append(str(where.column))
    return ":".join(parts)


def _excerpt(where: Span, lines: Lines, colour: str) -> list[str]:
    if not where.line:
        return []
    all_lines = lines(where.path)
    if where.line > len(all_lines):
        return []
    line = all_lines[where.line - 1]
    start = max(0, where.column - LONGEST // 2) if where.column > LONGEST else 0
    shown = clean(line[start : start + LONGEST]).rstrip()
    number = f"{where.line:>4}"
    rows = [f"{number} | {shown}"]
    if where.column:
        before = clean(line[start : where.column - 1])
        width = max(1, min(where.width, len(shown) - len(before)))
        caret = "^" * width
        rows.append(
            " " * (len(number) + 3 + len(before)) + (f"{colour}{caret}{PLAIN}" if colour else caret)
        )
    return rows


def clean(text: str) -> str:
    """Return text that is safe on a terminal: tabs as spaces, no control or turning characters."""
    return "".join(
        c if c.isprintable() else " "
        for c in text.replace("\t", TAB).encode("utf-8", "replace").decode()
    )


def report(problems: Iterable[Problem], lines: Lines, *, colour: bool = False) -> str:
    """Return all problems, and a last line that counts them."""
    found = list(problems)
    blocks = [problem_text(problem, lines, colour=colour) for problem in found]
    return "\n\n".join([*blocks, summary(found)]) if found else ""


def summary(problems: list[Problem]) -> str:
    """Return how many errors and warnings there are, in words."""
    errors = sum(problem.is_error for problem in problems)
    parts = [_count(errors, "error"), _count(len(problems) - errors, "warning")]
    return " and ".join(part for part in parts if part) or "no problems"


def _count(n: int, word: str) -> str:
    return f"{n} {word}{'' if n == 1 else 's'}" if n else ""


def as_data(problem: Problem) -> dict[str, Any]:
    """Return a problem as plain data, for `--json`."""
    where = problem.where
    return {
        "level": problem.level,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
        "path": where.path,
        "line": where.line,
        "column": where.column,
        "width": where.width,
    }


def file_lines(root: Path) -> Lines:
    """Return what gives the lines of a site's files; of what cannot be read, none."""
    known: dict[str, list[str]] = {}

    def lines(path: str) -> list[str]:
        if path not in known:
            try:
                data = (root / path).read_bytes() if (root / path).is_file() else b""
            except (OSError, ValueError):
                data = b""
            text = data[:LARGEST].removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
            known[path] = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        return known[path]

    return lines
