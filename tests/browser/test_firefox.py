"""Firefox, which keeps every file apart from every other, shows the site from a folder as well."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.browser import kit
from tests.browser.kinds import KINDS
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

BEACON = "http://127.0.0.1:9/beacon.png"
SCRIPT = Path(__file__).with_name("firefox.mjs")
PACK = kit.pack_at(ROOT / "sessions/begin-well")
CHOICES = kit.choices(PACK)
JOBS: tuple[dict[str, Any], ...] = (
    {"name": "home"},
    {"name": "library", "choose": "time"},
    {"name": "pack", "start": "15:45"},
    {
        "name": "guide",
        "start": "15:45",
        "addresses": [kit.address(*choice) for choice in CHOICES],
        "see": kit.AFTER,
    },
)


@pytest.fixture(scope="module")
def looked(folder: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Give what Firefox saw of each page."""
    node = shutil.which("node")
    firefox = shutil.which("firefox-esr") or shutil.which("firefox")
    if node is None or firefox is None:
        pytest.fail(
            "Firefox or node is missing (Debian: firefox-esr, nodejs), or set SKIP_BROWSER=1"
        )
    if not (ROOT / "tests/tools/node_modules/puppeteer-core").is_dir():
        pytest.fail("puppeteer-core is missing: run `npm ci` in tests/tools")
    plain = [tmp_path_factory.mktemp("plain") / name for name in ("one.html", "two.html")]
    for path in plain:
        path.write_text("<!doctype html><title>No policy</title>", encoding="utf-8")
    job = {
        "pages": [{**one, "url": folder + KINDS[one["name"]]} for one in JOBS],
        "plain": [path.as_uri() for path in plain],
        "beacon": BEACON,
    }
    done = subprocess.run(
        [node, str(SCRIPT), firefox, json.dumps(job)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    seen: dict[str, Any] = json.loads(done.stdout)
    return seen


def test_firefox_shows_the_site_from_a_folder(looked: dict[str, Any], folder: str) -> None:
    """It says nothing in the console and asks nothing of anyone; clocks and filter work by key."""
    assert looked["plain"] is False, "this Firefox lets a file read another: it hides faults"
    for page in looked["looked"]:
        name = page["name"]
        assert page["fetched"] is False, name
        assert page["stopped"] == BEACON, f"the policy is not in force on {name}"
        assert page["faults"] == [], name
        assert page["refused"] == [], name
        asked = [url for url in page["requests"] if not url.startswith((folder, "data:"))]
        assert asked == [], name
        assert page["heading"].strip(), name
        assert page["font"], f"no font was loaded on {name}"
        if "start" in page:
            assert page["clocks"][:2] == ["15:45", "15:50"], name
            assert page["end"] == "17:00", name
        if "choose" in page:
            assert page["before"] == "3 packs.", name
            assert "fit" in page["after"], name


def test_the_print_kit_reckons_in_firefox_as_our_own_clock_does(looked: dict[str, Any]) -> None:
    """For every number of people and every version."""
    (guide,) = (page for page in looked["looked"] if page["name"] == "guide")
    for (people, version, minutes), seen in zip(CHOICES, guide["kit"], strict=True):
        found = kit.agenda(PACK, people, version, minutes)
        split = version.startswith("split.")
        assert seen["rows"] == kit.rows(PACK, found, split=split), (people, version, minutes)
        assert seen["parts"] == kit.parts(PACK, found), (people, version, minutes)
