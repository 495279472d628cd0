"""The command line: `peerpress new`, `build`, `check`, `serve`, `why`, `schema`, and `cli_travel`.

This is the only place that looks at the clock, the environment and the terminal. What a command
does not need is not imported for it.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from builder import __version__, cli_check, cli_travel

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterator, Sequence
    from concurrent.futures import Executor

    from builder.build import Project
    from builder.problems import Problem
    from builder.store import Store

GOOD, PROBLEMS, WRONG_USE = 0, 1, 2
MOST_JOBS, LAST_PORT = 61, 65535  # Windows waits for no more processes at once
FIELDS_OF: tuple[str, ...] = ("activity", "glossary", "pack", "pack-words", "page", "person")
FIELDS_OF += ("series", "site", "theme", "tools", "worksheet")
"""What `schema` can tell of."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 good, 1 problems in the content, 2 wrong use."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # whatever a terminal cannot show
    parser = _parser()
    options = parser.parse_args(arguments)
    command: Callable[[argparse.Namespace], int] | None = getattr(options, "command", None)
    if command is None:
        parser.print_help()
        return WRONG_USE
    try:
        return command(options)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return GOOD


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="peerpress",
        description="Session packs and pages become a site to read, print and take away.",
    )
    parser.add_argument("--version", action="version", version=f"peerpress {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    build = _command(commands, "build", _build, "make the site")
    build.add_argument("--strict", action="store_true", help="let warnings stop the build too")
    run_check = partial(cli_check.check, _opened, _tell)
    cli_check.options(
        _command(commands, "check", run_check, "find every mistake, and make nothing")
    )
    serve = _command(commands, "serve", _serve, "show the site, and every change as it is saved")
    serve.add_argument("--port", type=_port, default=8000, help="the port (8000)")
    why = _command(commands, "why", _why, "say why a file of the site would be made again")
    why.add_argument("path", help="a file of the site, such as sessions/begin-well/guide.html")
    new = commands.add_parser("new", help="begin a site, pack, page or worksheet")
    new.add_argument("what", choices=("site", "pack", "page", "worksheet"))
    new.add_argument("name", help="the folder of the site, or the id of the rest")
    new.add_argument("--site", type=Path, default=Path(), metavar="FOLDER", help=argparse.SUPPRESS)
    new.set_defaults(command=_new)
    schema = commands.add_parser("schema", help="print the JSON Schema of a kind of file")
    schema.add_argument("kind", choices=FIELDS_OF, metavar="KIND", help=", ".join(FIELDS_OF))
    schema.set_defaults(command=_schema)
    cli_travel.commands(commands, _today)
    return parser


def _command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    run: Callable[[argparse.Namespace], int],
    text: str,
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=text, description=text.capitalize() + ".")
    command.add_argument("--site", type=Path, default=Path(), metavar="FOLDER", help="the site (.)")
    command.add_argument("--out", type=Path, metavar="FOLDER", help="where it goes (public)")
    command.add_argument("--store", type=Path, metavar="FOLDER", help="what is kept (.peerpress)")
    command.add_argument("--as-of", type=_day, metavar="DATE", help="build as on this day")
    command.add_argument("--jobs", type=_jobs, metavar="N", help="how many processes work")
    command.add_argument("--json", action="store_true", help="say it as data, for editors")
    command.set_defaults(command=run)
    return command


def _day(text: str) -> datetime.date:
    import datetime

    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        message = f"'{text}' is not a date; write it as 2026-11-06"
        raise argparse.ArgumentTypeError(message) from None


def _jobs(text: str) -> int:
    return _number(text, 1, MOST_JOBS, "number of processes")


def _port(text: str) -> int:
    return _number(text, 0, LAST_PORT, "port")


def _number(text: str, low: int, high: int, what: str) -> int:
    if text.isdecimal() and low <= int(text) <= high:
        return int(text)
    message = f"'{text}' is not a {what}, from {low} to {high}"
    raise argparse.ArgumentTypeError(message)


def _build(options: argparse.Namespace) -> int:
    from builder import last

    root, out, store = _folders(options)
    now = last.inputs(root, options.as_of or _today(root))
    before = last.unchanged(store, out, now)
    if before is not None and not (options.strict and before.problems):
        _tell(before.problems, root, options)
        _say(options, f"Nothing to do: {out} is up to date.")
        return GOOD
    return _build_anew(options, now)


def _build_anew(options: argparse.Namespace, inputs: str) -> int:
    from builder.build import build
    from builder.last import Last, keep
    from builder.problems import BuildFailed

    with _opened(options) as (project, store, executor):
        try:
            built = build(project, store, executor, strict=options.strict)
        except BuildFailed as failed:
            _tell(failed.problems, project.root, options)
            return PROBLEMS
        keep(store.root, Last(inputs, built.outputs, built.problems))
        _tell(built.problems, project.root, options)
        if built.finished:
            _say(options, "Finished the publishing of the last build, which had been cut short.")
        if built.written or built.removed:
            counts = f"{len(built.written)} files written, {len(built.removed)} removed"
            _say(options, f"{built.outputs} files in {project.out}: {counts}.")
        else:
            _say(options, f"Nothing to do: {project.out} is up to date.")
        return GOOD


def _say(options: argparse.Namespace, words: str) -> None:
    if not options.json:
        print(words)


def _serve(options: argparse.Namespace) -> int:
    from builder.serve import serve

    with _opened(options, jobs=1) as (project, store, executor):
        return serve(project, store, executor, port=options.port)


def _why(options: argparse.Namespace) -> int:
    from builder.problems import BuildFailed
    from builder.why import why

    with _opened(options) as (project, store, executor):
        try:
            lines, good = why(project, store, executor, options.path)
        except BuildFailed as failed:
            _tell(failed.problems, project.root, options)
            return PROBLEMS
        print("\n".join(lines))
        return GOOD if good else WRONG_USE


def _new(options: argparse.Namespace) -> int:
    from builder.new import New
    from builder.problems import Wrong

    today = _today_for_all() if options.what == "site" else _today(options.site)
    try:
        made = New(options.site, today).make(options.what, options.name)
    except Wrong as wrong:
        print(f"peerpress: {wrong.problem.message}", file=sys.stderr)
        if wrong.problem.hint:
            print(f"  hint: {wrong.problem.hint}", file=sys.stderr)
        return WRONG_USE
    print("\n".join(made))
    return GOOD


def _schema(options: argparse.Namespace) -> int:
    import json

    from builder.source.schema import schema

    print(json.dumps(schema(options.kind), indent=2, ensure_ascii=False))
    return GOOD


def _folders(options: argparse.Namespace) -> tuple[Path, Path, Path]:
    """Return where the site is, where it goes, and where the store is."""
    root = options.site.resolve()
    if not root.is_dir():
        raise _wrong_use(f"there is no folder {options.site}")
    cli_travel.settle(root)
    out = (options.out or root / "public").resolve()
    store = (options.store or root / ".peerpress").resolve()
    sources = [root / name for name in ("content", "sessions", "themes")]
    for folder in (out, store):
        if folder.exists() and not folder.is_dir():
            raise _wrong_use(f"{folder} is a file, and not a folder to write to")
        if root.is_relative_to(folder) or any(map(folder.is_relative_to, sources)):
            raise _wrong_use(f"the site cannot go to {folder}: its sources are there")
    if out.is_relative_to(store) or store.is_relative_to(out):
        raise _wrong_use("the site and the store cannot be in one another")
    return root, out, store


def _wrong_use(message: str) -> SystemExit:
    print(f"peerpress: {message}", file=sys.stderr)
    return SystemExit(WRONG_USE)


@contextlib.contextmanager
def _opened(
    options: argparse.Namespace, jobs: int | None = None
) -> Iterator[tuple[Project, Store, Executor]]:
    """Open the site, its store and the workers, and close them again."""
    from builder.build import Project
    from builder.store import Busy, Store
    from builder.work import workers

    root, out, folder = _folders(options)
    try:
        store = Store(folder)
    except Busy:
        raise _wrong_use("another build of this site is running") from None
    with contextlib.closing(store), workers(options.jobs or jobs) as executor:
        yield Project(root, out, options.as_of or _today(root)), store, executor


def _today(root: Path) -> datetime.date:
    """Return the date to build for: SOURCE_DATE_EPOCH, else today in the site's time zone."""
    import datetime
    import re
    import zoneinfo

    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    zone: datetime.tzinfo = datetime.UTC
    with contextlib.suppress(OSError, ValueError, zoneinfo.ZoneInfoNotFoundError):
        text = (root / "site.yaml").read_text(encoding="utf-8")
        match = re.search(r"^timezone:\s*[\"']?([\w+/-]+)", text, re.MULTILINE)
        if match:
            zone = zoneinfo.ZoneInfo(match[1])
    return datetime.datetime.now(zone).date()


def _today_for_all() -> datetime.date:
    """Return a day that is not to come, here or in the time zone that a new site begins with."""
    import datetime

    here = datetime.datetime.now(datetime.UTC).astimezone().date()
    return min(here, _today(Path(os.devnull)))


def _tell(problems: Sequence[Problem], root: Path, options: argparse.Namespace) -> None:
    from builder.show import as_data, file_lines, report

    if options.json:
        import json

        data = [as_data(problem) for problem in problems]
        print(json.dumps({"problems": data}, indent=2, ensure_ascii=False))
    elif problems:
        colour = sys.stderr.isatty() and "NO_COLOR" not in os.environ
        print(report(problems, file_lines(root), colour=colour), file=sys.stderr)
