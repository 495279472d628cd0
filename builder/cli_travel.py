"""The commands that bring packs into a site: `peerpress add` and `peerpress import`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime

    from builder.build import Project
    from builder.travel.told import Told

    Today = Callable[[Path], datetime.date]

GOOD, PROBLEMS, WRONG_USE = 0, 1, 2


def commands(parsers: argparse._SubParsersAction[argparse.ArgumentParser], today: Today) -> None:
    """Add the two commands to the command line; `today` tells the day at a site's place."""
    add = parsers.add_parser(
        "add", help="take a pack from a zip, or from another site's packs.json"
    )
    add.add_argument("name", metavar="PACK.zip", help="a zip, a packs.json to list, or an id in it")
    add.add_argument(
        "--from", dest="source", type=Path, metavar="packs.json", help="take the id from it"
    )
    words = "write over the pack that is here; the differences are told without it"
    add.add_argument("--update", "--yes", action="store_true", help=words)
    words = "with --update: also where this site has changed the pack; a copy is kept"
    add.add_argument("--overwrite", action="store_true", help=words)
    words = "take it although it points to what this site does not have"
    add.add_argument("--anyway", action="store_true", help=words)
    _site(add)
    add.set_defaults(command=partial(_add, today))
    bring = parsers.add_parser("import", help="make a pack of a lesson in Carpentries Markdown")
    bring.add_argument(
        "lesson", type=Path, metavar="LESSON", help="an episode, or a lesson's folder"
    )
    bring.add_argument("--as", dest="id", required=True, metavar="ID", help="the id of the pack")
    words = "its licence, such as CC-BY-4.0, where the lesson does not say"
    bring.add_argument("--licence", default="", metavar="NAME", help=words)
    words = "the page in content/people/ of whoever brings it here"
    bring.add_argument("--author", default="", metavar="ID", help=words)
    bring.add_argument("--json", action="store_true", help="say what is lost as data")
    _site(bring)
    bring.set_defaults(command=partial(_import, today))


def _site(command: argparse.ArgumentParser) -> None:
    command.add_argument("--site", type=Path, default=Path(), metavar="FOLDER", help="the site (.)")


def settle(root: Path) -> None:
    """Finish what an `add` was cut short at, if there is anything."""
    if not os.path.isdir(root / "sessions" / ".adding"):  # noqa: PTH112 - asked by every command
        return
    from builder.store import Busy
    from builder.travel.put import settle as finish

    try:
        sys.stderr.write(f"{finish(root)}\n")
    except Busy:
        sys.stderr.write("peerpress: a pack is being added to this site just now; try again\n")
        raise SystemExit(WRONG_USE) from None


def _add(today: Today, options: argparse.Namespace) -> int:
    from builder.travel.add import Wish, add

    source = str(options.source or "")
    wish = Wish(options.name, source, options.update, options.overwrite, options.anyway)
    return _run(options, today, lambda project: add(project, wish))


def _import(today: Today, options: argparse.Namespace) -> int:
    from builder.travel.bring import Order, bring

    order = Order(options.lesson, options.id, options.licence, options.author)
    return _run(options, today, lambda project: bring(project, order))


def _run(options: argparse.Namespace, today: Today, work: Callable[[Project], Told]) -> int:
    """Do the work for the site, and tell what came of it."""
    from builder.build import Project
    from builder.store import Busy

    root = options.site.resolve()
    if not root.is_dir():
        sys.stderr.write(f"peerpress: there is no folder {options.site}\n")
        return WRONG_USE
    settle(root)
    try:
        told = work(Project(root, root / "public", today(root)))
    except Busy:
        sys.stderr.write("peerpress: a pack is being added to this site just now; try again\n")
        return WRONG_USE
    except OSError as error:
        sys.stderr.write(f"peerpress: this cannot be written: {error}\n")
        return PROBLEMS
    if [problem.code for problem in told.problems] == ["wrong-use"]:
        (problem,) = told.problems
        sys.stderr.write(f"peerpress: {problem.message}\n  hint: {problem.hint}\n")
        return WRONG_USE
    _tell(told, as_json=getattr(options, "json", False))
    return GOOD if told.good else PROBLEMS


def _tell(told: Told, *, as_json: bool) -> None:
    """Print the problems as the other commands do, and then what was done."""
    from builder.show import as_data, clean, report

    if as_json:
        import json

        data = {"problems": [as_data(one) for one in told.problems], "lines": told.lines}
        sys.stdout.write(json.dumps(data, indent=2, ensure_ascii=False) + "\n")
        return
    if told.problems:
        colour = sys.stderr.isatty() and "NO_COLOR" not in os.environ
        sys.stderr.write(report(told.problems, told.source_lines, colour=colour) + "\n")
    sys.stdout.write("".join(f"{clean(line)}\n" for line in told.lines))
