"""The workbook begins with its first script alone; words stand for what the second brings."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import served
from tests.browser.walking import BROWSERS, walk

pytestmark = pytest.mark.browser

SECOND = "workbook-more*.js"
PASSPHRASE = "four words or five"


@pytest.mark.parametrize("browser", BROWSERS)
def test_without_the_second_script_rooms_say_so_and_files_are_saved_and_opened(
    browser: str, small: Path, tmp_path: Path
) -> None:
    """Its file is gone from a copied folder."""
    shutil.copytree(small, tmp_path / "site")
    (gone,) = (tmp_path / "site/assets").glob(SECOND)
    gone.unlink()
    (tmp_path / "walked").mkdir()
    places = {"site": f"{(tmp_path / 'site').as_uri()}/"}
    went: Any = walk(browser, ("missing",), places, tmp_path / "walked")["missing"]
    assert "error" not in went, went
    assert went["rooms"] == {"checks": "Self-checks", "group": "Group", "records": "Records"}
    assert [record["body"]["different"] for record in went["records"]] == ["Friday starts on time"]
    assert "Friday starts on time" in went["plan"]
    assert [fault for fault in went["faults"] if "policy" in fault] == []


class Held:
    """A page whose second script is on its way until it is let through."""

    def __init__(self, page: Page, root: str) -> None:
        """Open the workbook with the second script held up."""
        self.page = page
        self.routes: list[Route] = []
        page.route(f"**/{SECOND}", lambda route: self.routes.append(route))  # noqa: PLW0108 - it is marked
        page.goto(f"{root}workbook.html", wait_until="commit")
        page.get_by_role("button", name="My own device").click()

    def let_through(self) -> None:
        """Let the second script come."""
        for route in self.routes:
            route.continue_()


@pytest.fixture
def held(chromium: Browser, small: Path) -> Iterator[Held]:
    """Give the workbook of the small site, its second script on a slow way."""
    context = chromium.new_context()
    with served(small) as root:
        yield Held(context.new_page(), root)
    context.close()


def test_a_room_that_is_on_its_way_says_so_and_comes_by_itself(held: Held) -> None:
    """What was typed meanwhile is kept, and the heading and the title are the room's own."""
    page = held.page
    page.get_by_label("What will be different?").first.fill("Typed while waiting")
    page.get_by_text("Saved in this browser").wait_for()
    page.get_by_role("link", name="Group").first.click()
    expect(page.locator("main")).to_contain_text("This part of the workbook is on its way.")
    held.let_through()
    page.get_by_text("on its way").wait_for(state="detached")
    expect(page.locator("main h1")).to_be_visible()
    assert page.title().startswith(page.locator("main h1").inner_text())
    page.get_by_role("link", name="Plan").first.click()
    page.get_by_text("Typed while waiting").first.wait_for()


def test_a_passphrase_waits_for_what_locks_and_the_file_is_locked_then(held: Held) -> None:
    page = held.page
    page.get_by_label("What will be different?").first.fill("To be locked")
    page.get_by_text("Saved in this browser").wait_for()
    page.evaluate("() => { location.hash = '#/records/save' }")
    page.get_by_label("Lock the file with a passphrase").check()
    page.get_by_label("Passphrase", exact=True).fill(PASSPHRASE)
    page.get_by_label("The same once more").fill(PASSPHRASE)
    page.get_by_role("button", name="Save to a file").last.click()
    page.get_by_text("Waiting for what locks and unlocks files").wait_for()
    with page.expect_download() as download:
        held.let_through()
    made = Path(download.value.path()).read_bytes()
    assert made.startswith(b"age-encryption.org/v1\n")
    assert b"To be locked" not in made


def test_a_file_is_saved_before_the_second_script_is_there(held: Held) -> None:
    page = held.page
    page.get_by_label("What will be different?").first.fill("Saved at once")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save to a file").first.click()
    assert "Saved at once" in Path(download.value.path()).read_text(encoding="utf-8")
    assert len(held.routes) == 1, "the script is still on its way"
