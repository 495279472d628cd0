"""Firefox, which keeps every file apart from every other, shows the site from a folder as well."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.browser.kinds import KINDS
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

SCRIPT = Path(__file__).with_name("firefox.mjs")
JOBS: tuple[dict[str, str], ...] = (
    {"name": "home"},
    {"name": "library", "choose": "time"},
    {"name": "pack", "start": "15:45"},
    {"name": "guide", "start": "15:45"},
)


@pytest.fixture(scope="module")
def looked(folder: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Give what Firefox saw of each page."""
    node = shutil.which("node")
    firefox = shutil.which("firefox-esr") or shutil.which("firefox")
    if node is None or firefox is None:
        pytest.fail("Firefox or node is missing (Debian: firefox-esr, nodejs), or set SKIP_BROWSER=1")
    if not (ROOT / "tests/tools/node_modules/puppeteer-core").is_dir():
        pytest.fail("puppeteer-core is missing: run `npm ci` in tests/tools")
    plain = [tmp_path_factory.mktemp("plain") / name for name in ("one.html", "two.html")]
    for path in plain:
        path.write_text("<!doctype html><title>No policy</title>", encoding="utf-8")
    job = {
        "pages": [{**one, "url": folder + KINDS[one["name"]]} for one in JOBS],
        "plain": [path.as_uri() for path in plain],
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


def test_the_harness_hides_nothing(looked: dict[str, Any]) -> None:
    """A driven Firefox may let files read files; a person's does not, and so neither does ours."""
    assert looked["plain"] is False
    for page in looked["looked"]:
        assert page["fetched"] is False, page["name"]
        assert page["stopped"] == "http://127.0.0.1:9/beacon.png", "the policy is not in force"


def test_pages_open_without_a_complaint(looked: dict[str, Any], folder: str) -> None:
    """Nothing in the console, nothing refused, nothing asked of anyone; fonts are there."""
    for page in looked["looked"]:
        assert page["faults"] == [], page["name"]
        assert page["refused"] == [], page["name"]
        assert [
            url for url in page["requests"] if not url.startswith((folder, "data:"))
        ] == [], page["name"]
        assert page["heading"].strip()
        assert page["font"], page["name"]


def test_a_start_time_sets_every_clock(looked: dict[str, Any]) -> None:
    """On the page of a pack and in its guide."""
    for page in looked["looked"]:
        if page["name"] in {"pack", "guide"}:
            assert page["clocks"][:2] == ["15:45", "15:50"]
            assert page["end"] == "17:00"


def test_the_library_filters(looked: dict[str, Any]) -> None:
    """By key."""
    library = next(page for page in looked["looked"] if page["name"] == "library")
    assert library["before"] == "3 packs."
    assert "fit" in library["after"]
