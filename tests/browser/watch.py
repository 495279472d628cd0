"""A page that is watched: what it asks for, and what it complains of."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Page, Request

REPORT = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`refused: ${event.effectiveDirective} ${event.blockedURI}`));
"""


@dataclass
class Watched:
    """A page in a context of its own."""

    page: Page
    root: str
    """The address of the folder of the site, with a slash at its end."""
    faults: list[str] = field(default_factory=list)
    """What went wrong so far, each with the page it happened on."""
    requests: int = 0

    @classmethod
    def open(cls, browser: Browser, root: str, **options: Any) -> Watched:
        """Make a context, and watch all that its page does."""
        context = browser.new_context(**options)
        context.set_default_timeout(5_000)
        context.add_init_script(REPORT)
        watched = cls(context.new_page(), root)
        context.on("request", watched._asked)
        context.on("requestfailed", watched._failed)
        context.on("console", watched._said)
        context.on("weberror", lambda error: watched._add(f"error: {error.error}"))
        return watched

    def go(self, path: str = "index.html") -> Page:
        """Open a page of the site by its path."""
        self.page.goto(self.root + path)
        return self.page

    @property
    def path(self) -> str:
        """The path of the page that is open, without the place within it."""
        return self.page.url.removeprefix(self.root).partition("#")[0].partition("?")[0]

    def _add(self, fault: str) -> None:
        self.faults.append(f"{self.path}: {fault}")

    def _asked(self, request: Request) -> None:
        self.requests += 1
        if not request.url.startswith((self.root, "data:", "blob:", "about:")):
            self._add(f"asks for {request.url}")

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the reader has left the page
            self._add(f"does not get {request.url}: {request.failure}")

    def _said(self, message: ConsoleMessage) -> None:
        icon = message.location["url"].endswith("/favicon.ico")  # which browsers ask of every host
        if message.type in {"error", "warning"} and not icon:
            self._add(f"{message.type}: {message.text}")
