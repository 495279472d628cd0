"""The command `peerpress check`: every mistake, and on request the editor's report."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from builder.build import Checked, Project
    from builder.problems import Problem
    from builder.store import Store

    Opened = Callable[[argparse.Namespace], AbstractContextManager[tuple[Project, Store, Executor]]]
    Tell = Callable[[Sequence[Problem], Path, argparse.Namespace], None]

GOOD, PROBLEMS, WRONG_USE = 0, 1, 2
ON_SCREEN = "-"
"""The file that stands for the terminal."""


def options(command: argparse.ArgumentParser) -> None:
    """Add what `check` alone understands."""
    command.add_argument("--strict", action="store_true", help="let warnings count as mistakes too")
    words = "also write the editor's report, to this file or to the terminal"
    command.add_argument("--report", nargs="?", const=ON_SCREEN, metavar="FILE", help=words)


def check(opened: Opened, tell: Tell, options: argparse.Namespace) -> int:
    """Check the site, tell of its problems and write the report; return the exit code."""
    from builder.build import look

    with opened(options) as (project, store, executor):
        checked = look(project, store, executor)
        problems = checked.problems
        code = PROBLEMS if any(p.is_error or options.strict for p in problems) else GOOD
        if options.report is None:
            tell(problems, project.root, options)
            if not problems and not options.json:
                sys.stdout.write("No problems.\n")
            return code
        return code if _report(project, store, checked, options, tell) else WRONG_USE


def _report(
    project: Project, store: Store, checked: Checked, options: argparse.Namespace, tell: Tell
) -> bool:
    """Write the report; whether that was possible."""
    from builder.show import as_data, file_lines
    from builder.site.report import report
    from builder.site.report_text import data, markdown
    from builder.site.report_words import Shelf

    shelf = Shelf(store.blobs.read, file_lines(project.root))
    found = report(checked.site, checked.reads, checked.problems, shelf)
    written = data(found)
    if options.report != ON_SCREEN:
        text = _json(written) if options.json else markdown(found)
        try:
            Path(options.report).write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            why = error.strerror or error
            sys.stderr.write(
                f"peerpress: the report cannot be written to {options.report}: {why}\n"
            )
            return False
        tell(checked.problems, project.root, options)
    elif options.json:
        problems = [as_data(problem) for problem in checked.problems]
        sys.stdout.write(_json({"problems": problems, "report": written}))
    else:
        tell(checked.problems, project.root, options)
        sys.stdout.write(markdown(found))
    return True


def _json(value: dict[str, Any]) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"
