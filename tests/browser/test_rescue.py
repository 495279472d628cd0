"""The way out: everything goes into a file, and away if that is wanted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import served
from tests.browser.core_page import STUBBORN, CorePage, make_pages
from tests.client.talking import FOLDER, talking

pytestmark = pytest.mark.browser

NO_LIST = "IDBFactory.prototype.databases = undefined;"
ONE_IS_SPOILED = """
const get = IDBObjectStore.prototype.get;
IDBObjectStore.prototype.get = function (key) {
  const isSpoiled = this.name === 'records' && key === window.spoiled;
  if (isSpoiled) throw new DOMException('gone', 'DataError');
  return get.call(this, key);
};
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of the pages."""
    with served(make_pages(tmp_path_factory.mktemp("rescue"))) as address:
        yield address


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """Give a browser where nothing is kept yet."""
    found = chromium.new_context()
    yield found
    found.close()


@pytest.fixture
def kept(context: BrowserContext, root: str) -> list[str]:
    """Have two goals kept; give their ids."""
    tab = CorePage.open(context, root)
    ids = tab.add("one", "two")
    tab.page.close()
    return ids


def rescue(context: BrowserContext, root: str, script: str = "") -> Page:
    """Open the way out."""
    page = context.new_page()
    page.set_default_timeout(5000)
    if script:
        page.add_init_script(script)
    page.goto(f"{root}rescue.html")
    return page


def said(page: Page, words: str) -> None:
    """Wait until the page says something."""
    expect(page.get_by_role("status")).to_have_text(words)


def save(page: Page) -> dict[str, Any]:
    """Save everything and return what is in the file."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Save").click()
    found: dict[str, Any] = json.loads(Path(download.value.path()).read_text(encoding="utf-8"))
    return found


def test_where_nothing_is_kept_there_is_nothing_to_press(
    context: BrowserContext, root: str
) -> None:
    page = rescue(context, root)
    said(page, "Nothing is kept here.")
    assert page.get_by_role("button").count() == 0


@pytest.mark.parametrize("script", ["", NO_LIST])
def test_looking_makes_no_database_where_there_is_none(
    context: BrowserContext, root: str, script: str
) -> None:
    said(rescue(context, root, script), "Nothing is kept here.")
    tab = CorePage.open(context, root)
    tab.add("one")
    assert tab.state["kind"] == "indexeddb"


@pytest.mark.parametrize("script", ["", NO_LIST])
def test_the_file_holds_everything_and_the_workbook_reads_it(
    context: BrowserContext, root: str, kept: list[str], tmp_path: Path, script: str
) -> None:
    page = rescue(context, root, script)
    page.evaluate("localStorage.setItem('peerpress-kowhai/meta', '{}')")
    page.evaluate("localStorage.setItem('of another', 'not ours')")
    page.reload()
    said(page, "Found 2 records.")
    found = save(page)
    assert (found["format"], found["unread"]) == ("peerpress-rescue", [])
    (database,) = found["databases"]
    assert (database["name"], database["version"]) == ("peerpress-kowhai", 1)
    assert sorted(database["stores"]) == ["aside", "meta", "records", "snapshots"]
    assert found["local"] == {"peerpress-kowhai/meta": "{}"}
    with talking(FOLDER / "core.mjs", tmp_path) as node:
        read = node.call("readFile", json.dumps(found))
    assert {rec["id"]: rec["body"]["title"] for rec in read["file"]["records"]} == dict(
        zip(kept, ["one", "two"], strict=True)
    )


def test_a_value_that_cannot_be_read_takes_no_other_with_it(
    context: BrowserContext, root: str, kept: list[str]
) -> None:
    script = f"window.spoiled = {json.dumps(kept[0])};{ONE_IS_SPOILED}"
    page = rescue(context, root, script)
    found = save(page)
    records = found["databases"][0]["stores"]["records"]
    assert [one["key"] for one in records] == [kept[1]]
    assert kept[0] in found["unread"][0]


def test_it_is_deleted_only_after_it_was_saved_and_asked_twice(
    context: BrowserContext, root: str, kept: list[str]
) -> None:
    page = rescue(context, root)
    said(page, "Found 2 records.")
    delete = page.get_by_role("button", name="Delete")
    assert delete.count() == 0
    save(page)
    delete.click()
    said(page, "Press again to delete peerpress-kowhai.")
    assert page.evaluate("indexedDB.databases().then((all) => all.length)") == 1
    delete.click()
    said(page, "Deleted.")
    assert page.evaluate("indexedDB.databases()") == []
    assert page.get_by_role("button").count() == 0


def test_an_open_workbook_lets_go_and_says_so(
    context: BrowserContext, root: str, kept: list[str]
) -> None:
    tab = CorePage.open(context, root)
    page = rescue(context, root)
    save(page)
    for _ in range(2):
        page.get_by_role("button", name="Delete").click()
    said(page, "Deleted.")
    tab.until(writes=False, trouble="refused", titles=[])
    assert "Everything was deleted" in tab.state["words"]


def test_a_tab_that_does_not_let_go_is_told_of(
    context: BrowserContext, root: str, kept: list[str]
) -> None:
    stubborn = context.new_page()
    stubborn.goto(f"{root}empty.html")
    stubborn.evaluate(STUBBORN)
    page = rescue(context, root)
    save(page)
    for _ in range(2):
        page.get_by_role("button", name="Delete").click()
    said(page, "Close the other tab.")
