"""A page with nothing but the core of the workbook, and what a test asks of it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import BrowserContext, Page

from themes.default.client.bundle import ESBUILD, HERE, OPTIONS

PAGES = Path(__file__).with_name("pages")
SITE = "kowhai"
NAME = f"peerpress-{SITE}"


def make_pages(folder: Path) -> Path:
    """Bundle the core, and the way out, into a folder with their pages."""
    for entry, name in [(PAGES / "core.mjs", "core.js"), (HERE / "src/rescue.ts", "rescue.js")]:
        made = [*OPTIONS, f"--outfile={folder / name}"]
        subprocess.run(["node", str(ESBUILD), str(entry), *made], cwd=HERE, check=True)
    for page in PAGES.glob("*.html"):
        shutil.copy(page, folder)
    (folder / "empty.html").write_text("<!doctype html><title>Nothing</title>", encoding="utf-8")
    return folder


DISK_CAN_BE_FULL = """
const put = IDBObjectStore.prototype.put;
window.isFull = false;
IDBObjectStore.prototype.put = function (...values) {
  const isRefused = window.isFull && this.name === 'records';
  if (isRefused) throw new DOMException('full', 'QuotaExceededError');
  return put.apply(this, values);
};
"""
"""A browser whose disk is full when `isFull` says so."""

STUBBORN = """new Promise((resolve) => {
  const request = indexedDB.open('peerpress-kowhai');
  request.onsuccess = () => {
    window.db = request.result;
    resolve();
  };
})"""
"""Opens the database and does not let go of it."""


class CorePage:
    """A tab with a workbook."""

    def __init__(self, page: Page, root: str) -> None:
        self.page = page
        self.root = root
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))

    @classmethod
    def open(
        cls, context: BrowserContext, root: str, *, script: str = "", **asked: object
    ) -> CorePage:
        """Open a tab; `script` is what the browser of somebody else is like."""
        tab = cls(context.new_page(), root)
        tab.page.set_default_timeout(10_000)
        if script:
            tab.page.add_init_script(script)
        return tab.go(**asked)

    def go(self, **asked: object) -> CorePage:
        """Open the workbook, or open it again."""
        query = urlencode({"id": SITE, **asked})
        self.page.goto(f"{self.root}core.html?{query}")
        return self

    def ask(self, name: str, *values: object) -> Any:
        """Ask the page for something and wait for it."""
        return self.page.evaluate("([name, values]) => core[name](...values)", [name, list(values)])

    @property
    def state(self) -> dict[str, Any]:
        """How it stands."""
        found: dict[str, Any] = self.ask("state")
        return found

    @property
    def titles(self) -> list[str]:
        """What the goals are called, in their order."""
        return [body["title"] for body in self.ask("bodies")]

    def add(self, *titles: str) -> list[str]:
        """Add goals and wait until they are kept."""
        ids = [self.ask("add", title) for title in titles]
        self.ask("flush")
        assert self.state["saving"] == "saved"
        return ids

    def until(self, **wanted: object) -> None:
        """Wait until it stands like this."""
        self.page.wait_for_function(
            """async (wanted) => {
              const titles = (await core.bodies()).map((one) => one.title);
              const state = { ...(await core.state()), titles };
              const isSo = ([name, one]) => JSON.stringify(state[name]) === JSON.stringify(one);
              return Object.entries(wanted).every(isSo);
            }""",
            arg=wanted,
        )

    def database(self, work: str) -> Any:
        """Do something with the database itself, named `db`; `got` awaits a request."""
        return self.page.evaluate(
            """async ([name, work]) => {
              const got = (request) => new Promise((resolve, reject) => {
                request.onsuccess = () => resolve(request.result);
                request.onerror = () => reject(request.error);
              });
              const db = await got(indexedDB.open(name));
              try { return await WORK; } finally { db.close(); }
            }""".replace("WORK", work),
            [NAME, work],
        )
