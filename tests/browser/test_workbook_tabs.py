"""Several tabs with one workbook: one writes, the others read along, and no word is lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright

from tests.browser.conftest import launch, served
from tests.browser.core_page import DISK_CAN_BE_FULL, CorePage, make_pages

pytestmark = pytest.mark.browser

CHANNEL_CARRIES_NOTHING = "BroadcastChannel.prototype.postMessage = () => undefined;"
NO_CHANNEL = "delete window.BroadcastChannel;"
DEAF = """
window.BroadcastChannel = undefined;
const listen = window.addEventListener;
window.addEventListener = (kind, ...rest) => {
  if (kind !== 'storage') listen.call(window, kind, ...rest);
};
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder of the pages."""
    return make_pages(tmp_path_factory.mktemp("tabs"))


@pytest.fixture(scope="module")
def root(pages: Path) -> Iterator[str]:
    """Give the address of the pages."""
    with served(pages) as address:
        yield address


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """Give a browser where nothing is kept yet."""
    found = chromium.new_context()
    yield found
    found.close()


@pytest.fixture
def first(context: BrowserContext, root: str) -> CorePage:
    """Give the tab that was opened first."""
    return CorePage.open(context, root)


@pytest.mark.parametrize("script", ["", NO_CHANNEL, CHANNEL_CARRIES_NOTHING])
def test_the_second_tab_reads_along(context: BrowserContext, root: str, script: str) -> None:
    first = CorePage.open(context, root, script=script)
    (goal,) = first.add("one")
    second = CorePage.open(context, root, script=script)
    assert (first.state["writes"], second.state["writes"]) == (True, False)
    first.ask("edit", goal, "one, changed")
    first.add("two")
    first.ask("set", {"device": "own"})
    second.until(titles=["one, changed", "two"], device="own")
    second.ask("edit", goal, "not to be written")
    assert second.titles == ["one, changed", "two"]
    assert first.faults == second.faults == []


def test_what_is_deleted_in_one_tab_is_gone_from_the_other(
    context: BrowserContext, root: str, first: CorePage
) -> None:
    first.add("one")
    second = CorePage.open(context, root)
    first.ask("clear")
    second.until(titles=[], saving="empty")


def test_the_seat_is_taken_over_with_what_was_typed_a_moment_ago(
    context: BrowserContext, root: str, first: CorePage
) -> None:
    (goal,) = first.add("one")
    second = CorePage.open(context, root)
    first.page.evaluate("(goal) => void core.edit(goal, 'one, and last words')", goal)
    second.ask("takeOver")
    assert second.state["writes"]
    assert second.titles == ["one, and last words"]
    first.until(writes=False, isBehind=False)
    second.add("two")
    first.until(titles=["one, and last words", "two"])
    first.ask("takeOver")
    second.until(writes=False)
    assert first.state["writes"]


def test_the_one_who_waits_writes_when_the_other_is_closed(
    context: BrowserContext, root: str, first: CorePage
) -> None:
    first.add("one")
    second = CorePage.open(context, root)
    third = CorePage.open(context, root)
    first.page.close()
    second.until(writes=True)
    assert not third.state["writes"]
    third.ask("takeOver")
    second.until(writes=False)
    assert third.state["writes"]


def test_the_seat_is_taken_from_a_tab_that_does_not_answer_and_its_words_are_kept_beside(
    context: BrowserContext, root: str
) -> None:
    """It does not hear the other one ask, and its words were not kept: the disk was full."""
    first = CorePage.open(context, root, script=DEAF + DISK_CAN_BE_FULL)
    (goal,) = first.add("one")
    second = CorePage.open(context, root)
    first.page.evaluate("window.isFull = true")
    first.ask("edit", goal, "words of the first")
    first.ask("flush")
    assert first.state["saving"] == "failed"
    second.ask("takeOver")
    first.until(writes=False)
    second.ask("edit", goal, "words of the second")
    second.ask("flush")
    first.page.evaluate("window.isFull = false")
    first.ask("flush")
    assert first.titles == ["words of the second", "words of the first"]
    second.until(titles=["words of the second", "words of the first"])
    assert second.ask("bodies")[1]["copy_of"] == goal


@pytest.fixture
def plain(playwright: Playwright, root: str) -> Iterator[tuple[BrowserContext, str]]:
    """Give a browser, and the address of the pages on plain http, as on a school's own network."""
    browser = launch(playwright, "--host-resolver-rules=MAP school.test 127.0.0.1")
    yield browser.new_context(), root.replace("127.0.0.1", "school.test")
    browser.close()


def test_where_there_are_no_locks_both_write_and_nothing_is_lost(
    plain: tuple[BrowserContext, str],
) -> None:
    tabs = [CorePage.open(*plain) for _ in range(2)]
    assert not tabs[0].page.evaluate("isSecureContext || 'locks' in navigator")
    assert all(tab.state["writes"] for tab in tabs)
    (goal,) = tabs[0].add("one")
    tabs[1].until(titles=["one"])
    for number, tab in enumerate(tabs):
        tab.page.evaluate(
            "([goal, words]) => void core.edit(goal, words)", [goal, f"words of {number}"]
        )
    for tab in tabs:
        tab.ask("flush")
    for tab in tabs:
        tab.until(saving="saved")
        tab.page.wait_for_function("async () => (await core.bodies()).length === 2")
        assert sorted(tab.titles) == ["words of 0", "words of 1"]


def test_files_are_locked_on_plain_http_too(plain: tuple[BrowserContext, str]) -> None:
    tab = CorePage.open(*plain)
    assert tab.page.evaluate("crypto.subtle === undefined")
    words, refusal = tab.ask("locked", "a goal", "kōwhai tree")
    assert words == "a goal"
    assert "passphrase does not open" in refusal


def test_it_is_all_the_same_from_a_folder(context: BrowserContext, pages: Path) -> None:
    root = f"{pages.as_uri()}/"
    first = CorePage.open(context, root)
    first.add("one")
    second = CorePage.open(context, root)
    assert (second.titles, second.state["writes"]) == (["one"], False)
    first.add("two")
    second.until(titles=["one", "two"])
    second.ask("takeOver")
    assert second.state["writes"]
    first.until(writes=False)
