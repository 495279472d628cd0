"""What the browser tests share: one Chromium, and the site in a folder, in zips and on a host."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, ClassVar

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

from tests.browser.watch import Watched
from tests.conftest import ROOT, SiteFolder
from tests.once import once
from tests.pages import unpack

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Give the driver of Chromium."""
    with sync_playwright() as driver:
        yield driver


def launch(driver: Playwright, *more: str) -> Browser:
    """Start Chromium, or say what to install."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    if path is None:
        pytest.fail("Chromium is missing: install it (Debian: chromium), or set SKIP_BROWSER=1")
    return driver.chromium.launch(executable_path=path, args=[*ARGUMENTS, *more])


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Give the one browser of all tests; each test has a context of its own."""
    browser = launch(playwright)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def large_chromium(playwright: Playwright) -> Iterator[Browser]:
    """Give a browser whose reader has asked for text of twice the usual size."""
    browser = launch(playwright, "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26")
    yield browser
    browser.close()


@pytest.fixture
def watch(chromium: Browser) -> Iterator[Callable[..., Watched]]:
    """Give pages that are watched: whatever one asks for or complains of is remembered."""
    opened: list[Watched] = []

    def make(root: str, browser: Browser = chromium, **options: Any) -> Watched:
        opened.append(Watched.open(browser, root, **options))
        return opened[-1]

    yield make
    for watched in opened:
        watched.page.context.close()


@pytest.fixture(scope="session")
def folder(own_site: SiteFolder) -> str:
    """Give the address of our own site in its folder."""
    return f"{own_site.out.as_uri()}/"


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of a small site as it is published: nobody writes into it."""

    def build(root: Path) -> None:
        shutil.copytree(ROOT / "tests/projects/small", root, dirs_exist_ok=True)
        SiteFolder(root).build()

    return SiteFolder(once(tmp_path_factory, "small", build)).out


@pytest.fixture(scope="session")
def unpacked(own_site: SiteFolder, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Give the folder of each zip of our own site, unpacked."""
    return unpack(own_site.out, tmp_path_factory.mktemp("unpacked"))


class _Quiet(SimpleHTTPRequestHandler):
    more: ClassVar[dict[str, str]] = {}

    def end_headers(self) -> None:
        """Send what a host adds of its own, too."""
        for name, value in self.more.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's own name
        """Say nothing."""


@contextmanager
def served(folder: Path, headers: dict[str, str] | None = None) -> Iterator[str]:
    """Serve a folder, with more headers if there are any, and give its address."""
    handler = type("_Host", (_Quiet,), {"more": headers or {}})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def hosted(own_site: SiteFolder) -> Iterator[str]:
    """Give the address of our own site on a host of its own."""
    with served(own_site.out) as address:
        yield address


@pytest.fixture(scope="session")
def hosted_below(own_site: SiteFolder, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of our own site under a path of a host that has other things too."""
    host = tmp_path_factory.mktemp("host")
    (host / "some/sub").mkdir(parents=True)
    (host / "some/sub/path").symlink_to(own_site.out, target_is_directory=True)
    with served(host) as address:
        yield f"{address}some/sub/path/"
