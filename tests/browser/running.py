"""Run mode for tests: opened and begun by key, with a clock that stands until it is turned on."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.browser.kinds import KINDS
from tests.browser.watch import Watched

PATH = KINDS["run mode"]
START = "#people=6&version=full&start=15:45"
MINUTE = 60_000


def opened(watched: Watched, choices: str = START, at: str = "15:45") -> Page:
    """Open run mode at a time of day; the clock stands still until it is turned."""
    watched.page.clock.install(time=f"2026-11-19T{at}:00")
    page = watched.go(PATH + choices)
    page.clock.pause_at(f"2026-11-19T{at}:02")
    return page


def begun(watched: Watched, choices: str = START, at: str = "15:45") -> Page:
    """Begin with the keyboard."""
    page = opened(watched, choices, at)
    page.get_by_label("We start at").press("Enter")
    return page


def go_on(page: Page, minutes: float) -> None:
    """Let time pass at once, as when the machine was asleep; then one tick."""
    page.clock.fast_forward(int(minutes * MINUTE))
    page.clock.run_for(1000)


def figure(page: Page) -> str:
    """Return the time left, with the words beside it."""
    return page.locator(".run-controls .run-clock").inner_text().replace("\n", " ")


def now(page: Page) -> str:
    """Return the heading of the one segment that is seen."""
    headings = page.locator(".run-part h2:visible").all_inner_texts()
    assert len(headings) == 1
    return headings[0]


def states(watched: Watched) -> Iterator[tuple[str, Page]]:
    """Give run mode before it begins, while it runs, over time, settled, and at the end."""
    watched.page.clock.install(time="2026-11-19T15:45:00")
    page = watched.go(PATH + START)
    yield "before", page
    page.get_by_label("We start at").press("Enter")
    yield "running", page
    page.keyboard.press("n")
    yield "with notes", page
    page.keyboard.press("n")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("t")
    yield "in turns", page
    page.clock.fast_forward(20 * MINUTE)
    page.get_by_text("over 10, since").wait_for()
    yield "over time", page
    page.get_by_role("button", name="Do that").press("Enter")
    yield "agreed", page
    page.get_by_role("button", name="Stopped here").press("Enter")
    yield "at the end", page
