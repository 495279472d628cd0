"""Firefox, which keeps every file apart from every other, shows the site from a folder as well."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.browser import kit, run_story
from tests.browser.kinds import KINDS, PACKS, SHELF
from tests.conftest import ROOT
from tests.once import once

pytestmark = pytest.mark.browser

BEACON = "http://127.0.0.1:9/beacon.png"
SCRIPT = Path(__file__).with_name("firefox.mjs")
Looked = dict[str, Any]
"""What Firefox saw of each page, by its name."""
Steps = list[list[Any]]
"""Calls of what `firefox.mjs` can do on a page."""
START: Steps = [
    ["tab", "#start"],
    ["type", "15:45"],
    ["press", "Tab"],
    ["see", "[data-offset]"],
    ["see", "[data-end]"],
]
FILTER: Steps = [
    ["see", "[data-count]"],
    ["tab", "select[name=time]"],
    ["press", "ArrowDown"],
    ["until", "[data-count]", f"{len(SHELF)} packs."],
    ["see", "[data-count]"],
]


def guide(id_: str) -> str:
    """Return the path of a pack's guide."""
    return f"sessions/{id_}/guide.html"


def choices(id_: str) -> list[tuple[int, str, int | None]]:
    """Return every number of people with every version; other minutes are among the cases."""
    return [one for one in kit.choices(kit.pack_at(ROOT / "sessions" / id_)) if one[2] is None]


def kit_steps(id_: str) -> Steps:
    """Return the steps that look at what a kit shows for each choice."""
    hashes = [json.dumps(kit.address(*choice)) for choice in choices(id_)]
    return [["evaluate", f"({kit.AFTER})({one})"] for one in hashes]


STEPS: dict[str, Steps] = {
    KINDS["home"]: [],
    KINDS["library"]: FILTER,
    KINDS["pack"]: START,
    **{guide(id_): [*START, *kit_steps(id_)] for id_ in PACKS},
    KINDS["run mode"]: run_story.STEPS,
}
"""What is done on each page of the site, by its path."""


def jobs(folder: str, clock: Path) -> list[dict[str, Any]]:
    """Return the pages to look at, and what to do on them."""
    site: list[dict[str, Any]] = [
        {"name": path, "url": folder + path, "steps": steps} for path, steps in STEPS.items()
    ]
    site[-1] |= {"url": site[-1]["url"] + run_story.START, "at": run_story.AT}
    reckoned = ["evaluate", f"({kit.EVERY_CASE})({json.dumps(kit.cases_asked())})"]
    return [*site, {"name": "clock", "url": clock.as_uri(), "steps": [reckoned]}]


@pytest.fixture(scope="module")
def looked(folder: str, tmp_path_factory: pytest.TempPathFactory) -> Looked:
    """Give what Firefox saw; where tests share the work, the first that asks starts it for all."""

    def see(into: Path) -> None:
        made = {**look(folder, into), "folder": folder}
        (into / "seen.json").write_text(json.dumps(made), encoding="utf-8")

    seen: Looked = json.loads((once(tmp_path_factory, "firefox", see) / "seen.json").read_text())
    seen["pages"] = {page["name"]: page for page in seen["looked"]}
    return seen


def look(folder: str, plain: Path) -> Looked:
    """Let Firefox look at every page, once."""
    node = shutil.which("node")
    firefox = shutil.which("firefox-esr") or shutil.which("firefox")
    if node is None or firefox is None:
        pytest.fail(
            "Firefox or node is missing (Debian: firefox-esr, nodejs), or set SKIP_BROWSER=1"
        )
    if not (ROOT / "tests/tools/node_modules/puppeteer-core").is_dir():
        pytest.fail("puppeteer-core is missing: run `npm ci` in tests/tools")
    beside = [plain / name for name in ("one.html", "two.html")]
    for path in beside:
        path.write_text("<!doctype html><title>No policy</title>", encoding="utf-8")
    job = {
        "pages": jobs(folder, kit.clock_page(plain)),
        "site": list(STEPS),
        "plain": [path.as_uri() for path in beside],
        "beacon": BEACON,
    }
    done = subprocess.run(
        [node, str(SCRIPT), firefox],
        input=json.dumps(job),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    seen: Looked = json.loads(done.stdout)
    return seen


@pytest.mark.promise("lenient-harness")
def test_firefox_shows_the_site_from_a_folder(looked: Looked) -> None:
    """It says nothing in the console and asks nothing of anyone, whatever is done on a page."""
    assert looked["plain"] is False, "this Firefox lets a file read another: it hides faults"
    for name in STEPS:
        page = looked["pages"][name]
        assert page["fetched"] is False, name
        assert page["stopped"] == BEACON, f"the policy is not in force on {name}"
        assert page["faults"] == [], name
        assert page["refused"] == [], name
        ours = (looked["folder"], "data:")
        assert [url for url in page["requests"] if not url.startswith(ours)] == [], name
        assert page["heading"].strip(), name
        assert page["font"], f"no font was loaded on {name}"


def test_clocks_and_filter_work_in_firefox_by_key(looked: Looked) -> None:
    """The start time on a pack's page and in its guide, and the sentence of the library."""
    for path in (KINDS["pack"], KINDS["guide"]):
        clocks, end = looked["pages"][path]["seen"][:2]
        assert clocks[:2] == ["15:45", "15:50"], path
        assert end == ["17:00"], path
    before, after = looked["pages"][KINDS["library"]]["seen"]
    assert before == [f"{len(SHELF)} packs."]
    assert "fit" in after[0]


@pytest.mark.parametrize("id_", PACKS)
def test_the_print_kit_reckons_in_firefox_as_our_own_clock_does(looked: Looked, id_: str) -> None:
    """For every number of people and every version."""
    pack = kit.pack_at(ROOT / "sessions" / id_)
    shown = looked["pages"][guide(id_)]["seen"][2:]  # after the two of START
    for choice, seen in zip(choices(id_), shown, strict=True):
        people, version, minutes = choice
        found = kit.agenda(pack, people, version, minutes)
        split = version.startswith("split.")
        assert seen["rows"] == kit.rows(pack, found, split=split), choice
        assert seen["parts"] == kit.parts(pack, found), choice


def test_every_case_of_the_clock_comes_out_in_firefox(looked: Looked) -> None:
    """Those for three to twelve people among them."""
    (found,) = looked["pages"]["clock"]["seen"]
    kit.every_case_is_right(found)


def test_a_whole_meeting_runs_in_firefox_by_keyboard_alone(looked: Looked) -> None:
    """With a clock that jumps, a pause, an offer taken and taken back, turns and notes."""
    seen = [
        found.replace(looked["folder"], "") if isinstance(found, str) else found
        for found in looked["pages"][KINDS["run mode"]]["seen"]
    ]
    assert seen == run_story.SEEN
