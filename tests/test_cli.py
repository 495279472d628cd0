"""The command line: exit codes, what is printed where, and which day it is."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from builder import __version__
from builder.cli import FIELDS_OF, main
from builder.store import Store
from tests.conftest import ROOT, SiteFolder

DAY = ("--as-of", "2026-11-21")


@dataclass(frozen=True)
class Said:
    """What a command ended with and printed."""

    code: int
    out: str
    err: str


class Terminal:
    """Runs commands in this process, at the folder of a site."""

    def __init__(self, site: SiteFolder, capsys: pytest.CaptureFixture[str]) -> None:
        self.site = site
        self._capsys = capsys

    def run(self, command: str, *arguments: str, day: Sequence[str] = DAY) -> Said:
        """Run a command on the site, as on a certain day."""
        return self.plain(command, *arguments, "--site", str(self.site.root), *day)

    def plain(self, *arguments: str) -> Said:
        """Run a command as it stands."""
        code = 0
        try:
            code = main(list(arguments))
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else 1
        printed = self._capsys.readouterr()
        return Said(code, printed.out, printed.err)


@pytest.fixture
def terminal(
    site: SiteFolder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Terminal:
    """Give a terminal at the small site; neither day nor colour come from outside."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.delenv("NO_COLOR", raising=False)
    return Terminal(site, capsys)


def outside(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "builder", *arguments],
        cwd=ROOT,
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@contextlib.contextmanager
def held(store: Path) -> Iterator[None]:
    """Hold a store, as another build does."""
    with contextlib.closing(Store(store)):
        yield


# Building and checking


def test_a_good_build_ends_with_0_and_one_line(terminal: Terminal) -> None:
    """Nothing else is printed, and nothing as an error."""
    said = terminal.run("build")
    count = len(terminal.site.tree())
    line = f"{count} files in {terminal.site.out}: {count} files written, 0 removed.\n"
    assert said == Said(0, line, "")


def test_a_second_build_has_nothing_to_do(terminal: Terminal) -> None:
    """It says so, and touches no file."""
    terminal.run("build")
    before = {path: path.stat().st_mtime_ns for path in terminal.site.out.rglob("*")}
    said = terminal.run("build")
    assert said == Said(0, f"Nothing to do: {terminal.site.out} is up to date.\n", "")
    assert {path: path.stat().st_mtime_ns for path in terminal.site.out.rglob("*")} == before


def test_a_second_build_repairs_what_somebody_changed(terminal: Terminal) -> None:
    """`Nothing to do` is never said of a site that is not as it should be."""
    terminal.run("build")
    before = terminal.site.tree()
    terminal.site.write({"public/about.html": "by hand", "public/sessions/hello.zip": None})
    assert terminal.run("build").out.endswith(": 2 files written, 0 removed.\n")
    assert terminal.site.tree() == before


def test_a_mistake_ends_with_1_and_leaves_the_published_site_alone(terminal: Terminal) -> None:
    """It is told with its place, on the channel for errors."""
    terminal.run("build")
    before = terminal.site.tree()
    terminal.site.replace("content/about.md", "(dates.md#rooms)", "(dats.md)")
    said = terminal.run("build")
    assert said.code == 1
    assert said.out == ""
    assert "error[broken-link]: 'dats.md' leads nowhere\n  --> content/about.md:" in said.err
    assert said.err.endswith("hint: did you mean 'dates.md'?\n\n1 error\n")
    assert terminal.site.tree() == before


def test_check_tells_and_makes_nothing(terminal: Terminal) -> None:
    """Neither where all is well nor where it is not."""
    assert terminal.run("check") == Said(0, "No problems.\n", "")
    terminal.site.replace("content/about.md", "authors: [ana]", "authors: [anna]")
    said = terminal.run("check")
    assert (said.code, said.out) == (1, "")
    assert "unknown-author" in said.err
    assert not terminal.site.out.exists()


def test_the_report_goes_to_the_terminal_or_to_a_file(terminal: Terminal, tmp_path: Path) -> None:
    """The exit code stays that of the check, whose problems are told as ever."""
    said = terminal.run("check", "--report")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("# Editor's report: Small centre\n\nAs of 2026-11-21.")
    assert "| content/plan-in-progress.md | CANARYDRAFT | a draft |" in said.out
    file = tmp_path / "report.md"
    assert terminal.run("check", "--report", str(file)) == Said(0, "", "")
    assert file.read_text(encoding="utf-8") == said.out
    terminal.site.replace("content/about.md", "(dates.md#rooms)", "(dats.md)")
    said = terminal.run("check", "--report")
    assert said.code == 1
    assert "error[broken-link]" in said.err
    assert "'dats.md' leads nowhere | did you mean 'dates.md'?" in said.out


def test_the_report_can_be_data(terminal: Terminal, tmp_path: Path) -> None:
    """Beside the problems, or alone in its file."""
    said = json.loads(terminal.run("check", "--json", "--report").out)
    assert said["problems"] == []
    assert said["report"]["as_of"] == "2026-11-21"
    assert [row["why"] for row in said["report"]["held"]] == ["expired on 2026-11-01", "a draft"]
    file = tmp_path / "report.json"
    told = json.loads(terminal.run("check", "--json", "--report", str(file)).out)
    assert told == {"problems": []}
    assert json.loads(file.read_text(encoding="utf-8")) == said["report"]


def test_a_report_that_cannot_be_written_is_told(terminal: Terminal, tmp_path: Path) -> None:
    """As wrong use, in one line."""
    said = terminal.run("check", "--report", str(tmp_path))
    assert said.code == 2
    assert f"the report cannot be written to {tmp_path}" in said.err
    assert said.err.count("\n") == 1


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_warning_ends_with_0_and_with_strict_with_1(terminal: Terminal, command: str) -> None:
    """Warnings come back every time, also where nothing has changed."""
    terminal.site.replace("content/about.md", "reviewed: 2026-10-05", "reviewed: 2020-10-05")
    for _ in range(2):
        said = terminal.run(command)
        assert said.code == 0
        assert "warning[review-due]" in said.err
        assert "1 warning" in said.err
    strict = terminal.run(command, "--strict")
    assert strict.code == 1
    assert "warning[review-due]" in strict.err


def test_the_site_and_the_store_go_where_one_says(terminal: Terminal, tmp_path: Path) -> None:
    """And nothing is written into the site's own folder."""
    out, store = tmp_path / "stick", tmp_path / "kept"
    assert terminal.run("build", "--out", str(out), "--store", str(store)).code == 0
    assert (out / "index.html").is_file()
    assert store.is_dir()
    names = {path.name for path in terminal.site.root.iterdir()}
    assert names == {"site.yaml", "content", "sessions"}


def test_a_publish_that_was_cut_short_is_finished_and_said(terminal: Terminal) -> None:
    """Even where the sources have not changed since."""
    terminal.run("build")
    digest = json.loads((terminal.site.root / ".peerpress/ledger.json").read_text("utf-8"))
    files = {path: row[0] for path, row in digest[str(terminal.site.out)].items()}
    intent = {"out": str(terminal.site.out), "files": files}
    terminal.site.write({".peerpress/intent.json": json.dumps(intent), "public/about.html": "half"})
    said = terminal.run("build")
    assert said.code == 0
    assert said.out.startswith("Finished the publishing of the last build")
    assert "half" not in terminal.site.page("about.html")
    assert not (terminal.site.root / ".peerpress/intent.json").exists()


def test_several_processes_make_the_same_bytes(terminal: Terminal, tmp_path: Path) -> None:
    """As one does."""
    terminal.run("build", "--jobs", "1")
    out, store = tmp_path / "other", tmp_path / "kept"
    terminal.run("build", "--jobs", "2", "--out", str(out), "--store", str(store))
    assert SiteFolder(terminal.site.root).tree() == {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in out.rglob("*")
        if path.is_file()
    }


# As data


@pytest.mark.parametrize("command", ["build", "check"])
def test_json_is_json_and_nothing_else(terminal: Terminal, command: str) -> None:
    """An editor reads it: empty where all is well, and the same on the second run."""
    for _ in range(2):
        said = terminal.run(command, "--json")
        assert (said.code, said.err) == (0, "")
        assert json.loads(said.out) == {"problems": []}


def test_json_has_every_field_of_a_problem(terminal: Terminal) -> None:
    """So that an editor can underline it."""
    terminal.site.replace("content/dates.md", "(about.md)", "(abuot.md)")
    said = terminal.run("check", "--json")
    assert (said.code, said.err) == (1, "")
    assert json.loads(said.out)["problems"] == [
        {
            "level": "error",
            "code": "broken-link",
            "message": "'abuot.md' leads nowhere",
            "hint": "did you mean 'about.md'?",
            "path": "content/dates.md",
            "line": 10,
            "column": 20,
            "width": 8,
        }
    ]


# Which day it is


def future(site: SiteFolder) -> None:
    """Write a note with a day to come."""
    site.write(
        {
            "content/notes/later.md": "---\ntitle: Later\npublished: 2030-01-15\n---\nLater.\n",
            "content/until.md": "---\ntitle: Until\nexpires: 2030-01-15\n---\nUntil then.\n",
        }
    )


def test_the_day_decides_what_is_published(terminal: Terminal) -> None:
    """A page from its day on, and until the day it expires."""
    future(terminal.site)
    terminal.run("build", day=("--as-of", "2030-01-14"))
    assert "until.html" in terminal.site.tree()
    assert "notes/later.html" not in terminal.site.tree()
    terminal.run("build", day=("--as-of", "2030-01-15"))
    assert "until.html" not in terminal.site.tree()
    assert "notes/later.html" in terminal.site.tree()


def test_the_day_decides_what_is_due_for_review(terminal: Terminal) -> None:
    """Two years after the last review, as the site's settings say."""
    assert "review-due" not in terminal.run("check", day=("--as-of", "2028-10-04")).err
    assert "'About us' is due" in terminal.run("check", day=("--as-of", "2028-10-05")).err


def test_the_day_may_come_from_source_date_epoch(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As tools that build packages give it; `--as-of` goes before it."""
    future(terminal.site)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1894665600")  # 2030-01-15, 00:00 UTC
    terminal.run("build", day=())
    assert "notes/later.html" in terminal.site.tree()
    terminal.run("build")
    assert "notes/later.html" not in terminal.site.tree()


def test_the_day_is_the_one_in_the_sites_time_zone(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When it is noon on the 14th in Greenwich it is the 15th in Auckland."""
    import datetime as module

    class Fixed(module.datetime):
        @classmethod
        def now(cls, tz: module.tzinfo | None = None) -> Fixed:
            noon = cls(2030, 1, 14, 12, tzinfo=module.UTC)
            return noon if tz is None else noon.astimezone(tz)

    monkeypatch.setattr(module, "datetime", Fixed)
    future(terminal.site)
    terminal.run("build", day=())
    assert "notes/later.html" in terminal.site.tree()
    terminal.site.replace("site.yaml", "Pacific/Auckland", "UTC")
    terminal.run("build", day=())
    assert "notes/later.html" not in terminal.site.tree()


# Wrong use


@pytest.mark.parametrize(
    "arguments,reason",
    [
        (("check", "--as-of", "tomorrow"), "'tomorrow' is not a date; write it as 2026-11-06"),
        (("check", "--jobs", "0"), "'0' is not a number of processes, from 1"),
        (("serve", "--port", "70000"), "'70000' is not a port"),
        (("serve", "--port", "-1"), "'-1' is not a port"),
        (("buidl",), "invalid choice: 'buidl'"),
        (("new", "poster", "x"), "invalid choice: 'poster'"),
        (("schema", "poster"), "invalid choice: 'poster'"),
        (("why",), "the following arguments are required: path"),
        (("check", "--site", "nowhere/at/all"), "there is no folder nowhere/at/all"),
    ],
)
def test_wrong_use_ends_with_2_and_a_reason(
    terminal: Terminal, arguments: tuple[str, ...], reason: str
) -> None:
    """And with no traceback."""
    said = terminal.plain(*arguments)
    assert (said.code, said.out) == (2, "")
    assert reason in said.err


@pytest.mark.parametrize(
    "option,folder",
    [
        ("--out", "."),
        ("--out", ".."),
        ("--out", "content"),
        ("--out", "sessions/hello"),
        ("--out", "site.yaml"),
        ("--out", ".peerpress"),
        ("--store", "content/kept"),
        ("--store", "public/kept"),
        ("--store", "site.yaml"),
        ("--store", "."),
    ],
)
def test_a_build_goes_to_no_folder_of_sources(terminal: Terminal, option: str, folder: str) -> None:
    """Nor to a file, nor are the site and its store in one another."""
    before = sorted(terminal.site.root.rglob("*"))
    said = terminal.run("build", option, str(terminal.site.root / folder))
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("peerpress: ")
    assert sorted(terminal.site.root.rglob("*")) == before


@pytest.mark.parametrize("command", ["build", "check", "why"])
def test_a_site_without_settings_is_a_problem_of_its_content(
    terminal: Terminal, command: str
) -> None:
    """One is told to make a site, or to go to it."""
    terminal.site.write({"site.yaml": None})
    said = terminal.run(command, *(["index.html"] if command == "why" else []))
    assert said.code == 1
    assert "error[no-site]: there is no site.yaml here" in said.err


@pytest.mark.parametrize("command", ["build", "check"])
def test_two_builds_at_once_are_one_too_many(terminal: Terminal, command: str) -> None:
    """The second says so and ends; it does not wait, and breaks nothing."""
    with held(terminal.site.root / ".peerpress"):
        said = terminal.run(command)
    assert said == Said(2, "", "peerpress: another build of this site is running\n")
    assert terminal.run(command).code == 0


def test_two_builds_at_once_are_one_too_many_in_two_processes(site: SiteFolder) -> None:
    """The lock is the system's, and goes with the process."""
    with held(site.root / ".peerpress"):
        said = outside("check", "--site", str(site.root))
    assert said.returncode == 2
    assert said.stderr == "peerpress: another build of this site is running\n"
    assert said.stdout == ""


# Help, version, schema


def test_help_lists_the_commands(terminal: Terminal) -> None:
    """Each with a few words."""
    said = terminal.plain("--help")
    assert said.code == 0
    for command in ("new", "build", "check", "serve", "why", "schema"):
        assert f"\n    {command} " in said.out


@pytest.mark.parametrize("command", ["new", "build", "check", "serve", "why", "schema"])
def test_every_command_explains_itself(terminal: Terminal, command: str) -> None:
    """And ends well."""
    said = terminal.plain(command, "--help")
    assert said.code == 0
    assert f"peerpress {command}" in said.out


def test_no_command_is_wrong_use(terminal: Terminal) -> None:
    """With the help, since somebody looks for it."""
    said = terminal.plain()
    assert said.code == 2
    assert "COMMAND" in said.out


def test_the_version_is_the_packages_own() -> None:
    """Told to whoever asks in a process of their own."""
    said = outside("--version")
    assert (said.returncode, said.stdout) == (0, f"peerpress {__version__}\n")


def test_help_and_a_build_with_nothing_to_do_import_little(site: SiteFolder) -> None:
    """So that they feel instant."""
    heavy = ("jinja2", "markdown_it", "pydantic", "yaml", "watchdog", "typst", "sqlite3")
    outside("build", "--site", str(site.root), *DAY)
    for arguments in (["--help"], ["build", "--site", str(site.root), *DAY]):
        code = (
            "import sys, contextlib\n"
            "from builder.cli import main\n"
            f"with contextlib.suppress(SystemExit): main({arguments!r})\n"
            f"print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)"
        )
        said = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
        )
        assert said.stderr == "[]\n", arguments


def test_no_colour_reaches_a_file_or_a_pipe(site: SiteFolder) -> None:
    """Nor a terminal, where NO_COLOR is set."""
    site.replace("content/about.md", "authors: [ana]", "authors: [anna]")
    said = outside("check", "--site", str(site.root))
    assert said.returncode == 1
    assert "\x1b" not in said.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pseudo-terminals")
@pytest.mark.parametrize("variables,coloured", [({}, True), ({"NO_COLOR": "1"}, False)])
def test_colour_is_for_terminals_and_can_be_switched_off(
    site: SiteFolder, variables: dict[str, str], *, coloured: bool
) -> None:
    """With the variable that many programs know."""
    import pty

    site.replace("content/about.md", "authors: [ana]", "authors: [anna]")
    main_end, other_end = pty.openpty()
    environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    arguments = [sys.executable, "-m", "builder", "check", "--site", str(site.root)]
    environment |= variables
    process = subprocess.Popen(
        arguments, cwd=ROOT, env=environment, stderr=other_end, stdout=subprocess.DEVNULL
    )
    os.close(other_end)
    shown = b""
    with contextlib.suppress(OSError):  # the end of a pseudo-terminal is an error on Linux
        while piece := os.read(main_end, 4096):
            shown += piece
    os.close(main_end)
    assert process.wait(timeout=60) == 1
    assert b"unknown-author" in shown
    assert (b"\x1b[" in shown) == coloured


@pytest.mark.parametrize("kind", FIELDS_OF)
def test_schema_prints_a_json_schema(terminal: Terminal, kind: str) -> None:
    """Each reference in it leads somewhere, and every field has its sentence."""
    said = terminal.plain("schema", kind)
    assert (said.code, said.err) == (0, "")
    schema = json.loads(said.out)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    for reference in found(schema, "$ref"):
        assert reference.removeprefix("#/$defs/") in schema["$defs"]
    for properties in found(schema, "properties"):
        for field, about in properties.items():
            assert about["description"], f"{field} has no sentence"


def found(value: Any, key: str) -> Iterator[Any]:
    """Give every value that stands under a key, however deep."""
    if isinstance(value, dict):
        if key in value:
            yield value[key]
        for inner in value.values():
            yield from found(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from found(inner, key)


def test_the_schema_of_a_pack_knows_its_segments(terminal: Terminal) -> None:
    """An editor can complete `kind:` from it."""
    schema = json.loads(terminal.plain("schema", "pack").out)
    segment = schema["$defs"]["Segment"]
    kinds = next(found(segment["properties"]["kind"], "enum"))
    assert {"check-in", "commitment", "closing"} <= set(kinds)
    assert set(segment["required"]) == {"id", "title", "kind", "minutes"}
    assert segment["additionalProperties"] is False


# Why


def test_why_says_that_nothing_has_changed(terminal: Terminal) -> None:
    """After a build, of every file of the site; its folder may stand before the path."""
    terminal.run("build")
    answer = "about.html: nothing has changed.\n"
    for path in ("about.html", "./about.html", "public/about.html"):
        assert terminal.run("why", path) == Said(0, answer, "")


def test_why_says_that_a_file_has_not_been_made(terminal: Terminal) -> None:
    """Before the first build."""
    said = terminal.run("why", "about.html")
    assert said == Said(0, "about.html: it has not been made yet.\n", "")


def test_why_names_what_changed(terminal: Terminal) -> None:
    """The field of the view, and of a zip the file in it."""
    terminal.run("build")
    terminal.site.replace("content/about.md", "Who we are, and when", "When")
    said = terminal.run("why", "about.html")
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines
    assert all(line.startswith("about.html: view.") for line in lines)
    assert all(line.endswith(" changed") for line in lines)
    assert "site.zip: needs about.html changed" in terminal.run("why", "site.zip").out
    assert terminal.run("why", "sessions/hello.zip").out.endswith("nothing has changed.\n")


def test_why_says_that_the_bytes_are_gone(terminal: Terminal) -> None:
    """Somebody has tidied the store."""
    terminal.run("build")
    for path in (terminal.site.root / ".peerpress/blobs").rglob("*"):
        if path.is_file():
            path.unlink()
    said = terminal.run("why", "about.html")
    assert said.out == "about.html: its bytes are gone from the store.\n"


def test_why_of_no_file_ends_with_2_and_the_nearest_name(terminal: Terminal) -> None:
    """As with a mistyped command."""
    said = terminal.run("why", "abuot.html")
    assert said.code == 2
    assert said.out == "The site has no file 'abuot.html'. did you mean 'about.html'?\n"


def test_why_tells_problems_first(terminal: Terminal) -> None:
    """Where the content has problems nobody knows what is to be."""
    terminal.site.replace("content/about.md", "authors: [ana]", "authors: [anna]")
    said = terminal.run("why", "about.html")
    assert (said.code, said.out) == (1, "")
    assert "unknown-author" in said.err


# In a process of its own


def test_the_whole_way_in_a_process_of_its_own(tmp_path: Path) -> None:
    """A school's first evening."""
    site = tmp_path / "hill-school"
    assert outside("new", "site", str(site)).returncode == 0
    built = outside("build", "--site", str(site), "--strict")
    assert (built.returncode, built.stderr) == (0, "")
    again = outside("build", "--site", str(site))
    assert again.stdout.startswith("Nothing to do")


@pytest.fixture
def machine_in(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
    """Put this machine into a time zone, and back again."""
    with monkeypatch.context() as patched:

        def put(zone: str) -> None:
            patched.setenv("TZ", zone)
            time.tzset()

        yield put
    time.tzset()


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows keeps its time zone to itself")
@pytest.mark.parametrize("zone", ["Pacific/Auckland", "Pacific/Pago_Pago"])
def test_a_new_site_can_be_built_at_once_all_over_the_world(
    terminal: Terminal, tmp_path: Path, machine_in: Callable[[str], None], zone: str
) -> None:
    """Its first note is not dated tomorrow, wherever the machine is and whatever is set."""
    machine_in(zone)
    terminal.plain("new", "site", str(tmp_path / "new"))
    site = SiteFolder(tmp_path / "new")
    for setting in ("UTC", zone):
        site.replace("site.yaml", "timezone: UTC", f"timezone: {setting}")
        assert terminal.plain("check", "--site", str(site.root)) == Said(0, "No problems.\n", "")


def test_a_reader_that_goes_away_is_no_mistake(site: SiteFolder) -> None:
    """`peerpress schema pack | head -1` shows no traceback."""
    process = subprocess.Popen(
        [sys.executable, "-m", "builder", "schema", "pack"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=60) == 0
