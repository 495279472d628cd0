"""Smaller things of the workbook: what lost its goal, what is too long, and what is very many."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.sample import workbook_file

pytestmark = pytest.mark.browser

GONE = "f" * 32
LONGEST = 200_000


@pytest.fixture
def page(chromium: Browser, small: Path) -> Any:
    """Give the workbook of the small site, from its folder."""
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{small.as_uri()}/workbook.html")
    page.get_by_role("button", name="My own device").click()
    yield page
    context.close()


def take_in(page: Page, bodies: list[tuple[str, dict[str, Any], str | None]]) -> None:
    """Open a file with such records."""
    go(page, "records/open")
    text = workbook_file(bodies, site="small")
    page.set_input_files(
        "input[type=file]",
        {"name": "w.json", "mimeType": "application/json", "buffer": text.encode()},
    )
    page.get_by_role("button", name="Take them in").click()
    page.get_by_text("Taken in:").wait_for()


def go(page: Page, to: str) -> None:
    """Go to a room by its address."""
    page.evaluate("to => { location.hash = `#/${to}` }", to)


def test_what_lost_its_goal_stands_in_the_plan_and_goes_into_another(page: Page) -> None:
    """Put away in another tab or on another device, the goal takes nothing with it unseen."""
    goal = {"different": "Friday starts on time", "status": "active", "order": 1}
    step = {"goal": GONE, "words": "Ask Sam and Lea", "status": "planned", "order": 1}
    empty = {"goal": GONE, "words": "", "status": "planned", "order": 2}
    seen = {"goal": GONE, "words": "It moved a little", "date": "2026-11-01"}
    bodies: list[tuple[str, dict[str, Any], str | None]] = [
        ("goal", goal, None),
        ("step", step, None),
        ("step", empty, None),
        ("progress", seen, None),
    ]
    take_in(page, bodies)
    go(page, "plan")
    expect(page.get_by_role("heading", name="Without a goal")).to_be_visible()
    lost = page.locator("#without-a-goal ~ ul > li")
    assert [line.split(":")[1].split("\n")[0].strip() for line in lost.all_inner_texts()] == [
        "Ask Sam and Lea",
        "It moved a little",
    ]
    page.get_by_label("Take “Ask Sam and Lea” into a goal").select_option(
        label="Goal 1: Friday starts on time"
    )
    expect(lost).to_have_count(1)
    expect(page.locator("#without-a-goal")).to_be_focused()
    page.get_by_role("button", name="Delete “It moved a little”").click()
    expect(page.get_by_role("heading", name="Without a goal")).to_have_count(0)
    page.get_by_role("link", name="Friday starts on time", exact=True).click()
    expect(page.get_by_role("textbox", name="Step 1", exact=True)).to_have_value("Ask Sam and Lea")


def test_an_answer_takes_as_much_as_a_file_does_and_says_when_it_is_full(page: Page) -> None:
    words = page.get_by_label("What will be different?").first
    words.fill("x" * (LONGEST - 1))
    expect(page.get_by_text("This answer is full")).to_have_count(0)
    words.press("End")
    words.press("y")
    expect(page.get_by_text("This answer is full: it holds 200000 characters.")).to_be_visible()
    words.press("z")
    assert len(words.input_value()) == LONGEST
    page.get_by_text("Saved in this browser").wait_for()
    with page.expect_download() as download:
        page.get_by_role("button", name="Save to a file").first.click()
    (record,) = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))["records"]
    assert len(record["body"]["different"]) == LONGEST


def test_of_many_sheets_the_newest_are_listed_and_all_when_asked_for(page: Page) -> None:
    """And a file holds all of them, listed or not."""
    days = [f"2026-{1 + n // 28:02}-{1 + n % 28:02}" for n in range(33)]
    take_in(page, [("answers", {"date": day}, "look-back") for day in days])
    go(page, "checks/look-back")
    kept = page.locator(".kept-sheets > li")
    expect(kept).to_have_count(20)
    assert "5 February 2026" in kept.first.inner_text()
    page.get_by_role("button", name="Show all 33").click()
    expect(kept).to_have_count(33)
    assert "1 January 2026" in kept.last.inner_text()
    expect(kept.nth(20).get_by_role("link")).to_be_focused()
    expect(page.get_by_role("button", name="Show all")).to_have_count(0)
    with page.expect_download() as download:
        page.get_by_role("button", name="Save to a file").first.click()
    text = Path(download.value.path()).read_text(encoding="utf-8")
    assert [record["body"]["date"] for record in json.loads(text)["records"]] == days
