"""Journeys through the workbook, walked by puppeteer in Chromium and in Firefox alike."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

MAIN = Path(__file__).parent / "journeys/main.mjs"
BROWSERS = {"chrome": ("chromium", "chromium-browser"), "firefox": ("firefox-esr", "firefox")}


def walk(browser: str, names: tuple[str, ...], places: dict[str, Any], folder: Path) -> Any:
    """Walk some journeys in one browser; give what came of each, by name."""
    node = shutil.which("node")
    program = next((found for name in BROWSERS[browser] if (found := shutil.which(name))), None)
    if node is None or program is None:
        pytest.fail(f"node or {browser} is missing: install it, or set SKIP_BROWSER=1")
    if not (ROOT / "tests/tools/node_modules/puppeteer-core").is_dir():
        pytest.fail("puppeteer-core is missing: run `npm ci` in tests/tools")
    job = {"browser": browser, "executable": program, "journeys": names, "folder": str(folder)}
    done = subprocess.run(
        [node, str(MAIN), json.dumps(job | places)],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
