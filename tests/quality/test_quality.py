"""Pages as a phone on a slow line sees them: quick, for everyone, to be found. `make quality`."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT, SiteFolder

pytestmark = pytest.mark.campaign

HERE = ROOT / "tests/quality"
PAGES = {
    "home": "index.html",
    "library": "sessions/index.html",
    "pack": "sessions/begin-well/index.html",
    "page": "boundaries.html",
}
LEAST = 98
HEAVIEST = 60_000
"""Bytes of the home page with all that it loads, as a host sends it."""
SQUEEZED = (".woff2", ".png", ".jpg", ".webp", ".zip", ".pdf")


class Host(SimpleHTTPRequestHandler):
    """A host as there are many: texts are squeezed, and browsers keep what never changes."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Send a file."""
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        data = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix not in SQUEEZED:
            data = gzip.compress(data, 9)
            self.send_header("Content-Encoding", "gzip")
        days = 365 if "/assets/" in self.path else 0
        self.send_header("Cache-Control", f"max-age={days * 86400}")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - as the class has it
        """Say nothing."""


@pytest.fixture(scope="module")
def measured(own_site: SiteFolder) -> dict[str, Any]:
    """Give what Lighthouse finds on each page."""
    if not (HERE / "node_modules/lighthouse").exists():
        pytest.fail("Lighthouse is missing: run `make quality`")
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    assert browser, "Chromium is missing"
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(own_site.out)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}"
    urls = [f"{address}/{path}" for path in PAGES.values()]
    command = ["node", "measure.mjs", browser, *urls]
    done = subprocess.run(command, cwd=HERE, capture_output=True, text=True, check=False)
    server.shutdown()
    server.server_close()
    assert done.returncode == 0, done.stderr
    found = dict(zip(PAGES, json.loads(done.stdout), strict=True))
    for kind, one in found.items():
        sys.stdout.write(f"{kind}: {one['marks']}, {one['bytes']} bytes, {one['low']}\n")
    return found


@pytest.mark.parametrize("kind", PAGES)
def test_every_mark_is_at_least_98(measured: dict[str, Any], kind: str) -> None:
    """Performance, accessibility, best practices and being found."""
    assert min(measured[kind]["marks"].values()) >= LEAST, measured[kind]["low"]


def test_the_home_page_is_light(measured: dict[str, Any]) -> None:
    """With its style, script and fonts."""
    assert measured["home"]["bytes"] <= HEAVIEST, measured["home"]["requests"]
