"""The shelf in a real browser: what is called saved is there, whatever happens next."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright

from tests.browser.conftest import ARGUMENTS, served
from tests.browser.core_page import DISK_CAN_BE_FULL, STUBBORN, CorePage, make_pages

pytestmark = pytest.mark.browser

NO_DATABASE = "Object.defineProperty(window, 'indexedDB', { value: undefined });"
DATABASE_THROWS = """
IDBFactory.prototype.open = () => {
  throw new DOMException('not in private mode', 'SecurityError');
};
"""
DATABASE_NEVER_ANSWERS = """
const kind = IDBOpenDBRequest.prototype;
IDBFactory.prototype.open = () => Object.setPrototypeOf(new EventTarget(), kind);
"""
NO_LOCAL_STORAGE = """
const get = () => {
  throw new DOMException('no', 'SecurityError');
};
Object.defineProperty(window, 'localStorage', { get });
"""
PERSIST_NEVER_ANSWERS = """
window.asked = 0;
StorageManager.prototype.persist = () => new Promise(() => { window.asked++; });
StorageManager.prototype.persisted = () => Promise.resolve(false);
"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of the pages."""
    with served(make_pages(tmp_path_factory.mktemp("core"))) as address:
        yield address


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """Give a browser where nothing is kept yet."""
    found = chromium.new_context()
    yield found
    found.close()


@pytest.fixture
def tab(context: BrowserContext, root: str) -> CorePage:
    """Give a tab with an empty workbook."""
    return CorePage.open(context, root)


class TestTheDatabase:
    def test_what_is_saved_is_there_when_the_page_comes_back(self, tab: CorePage) -> None:
        tab.add("one", "two", "three")
        tab.ask("set", {"device": "own"})
        tab.go()
        assert tab.titles == ["one", "two", "three"]
        state = tab.state
        assert (state["kind"], state["writes"], state["trouble"]) == ("indexeddb", True, None)
        assert (state["saving"], state["device"]) == ("saved", "own")
        assert tab.faults == []

    def test_what_is_typed_just_before_leaving_is_there(self, tab: CorePage) -> None:
        tab.page.evaluate("core.add('last words')")
        tab.go()
        assert tab.titles == ["last words"]
        assert tab.page.evaluate("Object.keys(localStorage)") == []

    def test_a_full_disk_is_said_and_nothing_is_lost(
        self, context: BrowserContext, root: str
    ) -> None:
        tab = CorePage.open(context, root, script=DISK_CAN_BE_FULL)
        (goal,) = tab.add("before")
        tab.page.evaluate("window.isFull = true")
        tab.ask("edit", goal, "after")
        tab.ask("add", "another")
        tab.ask("flush")
        assert (tab.state["saving"], "Quota" in tab.state["why"]) == ("failed", True)
        assert tab.titles == ["after", "another"]
        tab.page.evaluate("window.isFull = false")
        tab.ask("flush")
        assert tab.state["saving"] == "saved"
        tab.go()
        assert tab.titles == ["after", "another"]

    def test_all_of_a_change_is_written_or_none(self, context: BrowserContext, root: str) -> None:
        tab = CorePage.open(context, root, script=DISK_CAN_BE_FULL)
        tab.page.evaluate(
            """async () => {
              const put = IDBObjectStore.prototype.put;
              IDBObjectStore.prototype.put = function (...values) {
                const isBad = values[0]?.rec?.body.title === 'bad';
                if (isBad) throw new DOMException('no', 'DataCloneError');
                return put.apply(this, values);
              };
              await core.add('good');
              await core.add('bad');
              await core.flush();
            }"""
        )
        assert tab.state["saving"] == "failed"
        records = "got(db.transaction('records').objectStore('records').getAllKeys())"
        assert tab.database(records) == []

    def test_only_the_last_five_snapshots_stay(self, tab: CorePage) -> None:
        for number in range(7):
            tab.add(str(number))
            tab.ask("snapshot")
        found = tab.ask("snapshots")
        assert [len(snapshot["rows"]) for snapshot in found] == [3, 4, 5, 6, 7]

    def test_delete_everything_empties_every_store(self, tab: CorePage) -> None:
        tab.add("one")
        tab.ask("snapshot")
        tab.ask("set", {"device": "shared"})
        tab.ask("clear")
        counts = """Promise.all([...db.objectStoreNames].map((name) =>
          got(db.transaction(name).objectStore(name).count())))"""
        assert tab.database(counts) == [0, 0, 0, 0]

    def test_what_cannot_be_read_is_set_aside_and_told(self, tab: CorePage) -> None:
        tab.add("one", "two")
        tab.database(
            "got(db.transaction('records', 'readwrite').objectStore('records')"
            ".put({ rec: { id: 'spoiled', body: 'words of somebody' } }, 'spoiled'))"
        )
        for _ in range(2):
            tab.go()
            assert tab.titles == ["one", "two"]
            assert tab.state["trouble"] == "unreadable"
            assert "One record could not be read" in tab.state["words"]
        (aside,) = tab.database("got(db.transaction('aside').objectStore('aside').getAll())")
        assert aside["value"]["rec"]["body"] == "words of somebody"

    def test_what_the_browser_takes_away_stays_on_the_page_and_that_is_said(
        self, context: BrowserContext, tab: CorePage, root: str
    ) -> None:
        """Somebody clears what the site has kept, while it is open."""
        tab.add("one")
        session = context.new_cdp_session(tab.page)
        origin = {"origin": root.rstrip("/"), "storageTypes": "indexeddb"}
        session.send("Storage.clearDataForOrigin", origin)
        tab.until(trouble="refused", titles=["one"])
        assert "Save it to a file now" in tab.state["words"]
        tab.ask("add", "two")
        tab.ask("flush")
        assert (tab.titles, tab.state["saving"]) == (["one", "two"], "failed")

    @pytest.mark.promise("shared-origin")
    def test_two_sites_on_one_host_do_not_meet(self, tab: CorePage) -> None:
        tab.add("one")
        tab.go(id="another")
        assert (tab.titles, tab.state["saving"]) == ([], "empty")

    @pytest.mark.promise("persist-hangs")
    def test_asking_the_browser_to_keep_it_for_good_holds_nothing_up(
        self, context: BrowserContext, root: str
    ) -> None:
        tab = CorePage.open(context, root, script=PERSIST_NEVER_ANSWERS)
        tab.add("one")
        assert (tab.state["saving"], tab.page.evaluate("asked")) == ("saved", 0)
        tab.ask("set", {"device": "own"})
        tab.add("two")
        assert tab.page.evaluate("asked") == 1
        tab.add("three")
        assert (tab.titles, tab.page.evaluate("asked")) == (["one", "two", "three"], 1)


class TestWhereTheDatabaseIsRefused:
    @pytest.mark.parametrize("script", [NO_DATABASE, DATABASE_THROWS, DATABASE_NEVER_ANSWERS])
    def test_the_smaller_store_serves_and_is_brought_over_when_it_is_not(
        self, context: BrowserContext, root: str, script: str
    ) -> None:
        before = CorePage.open(context, root)
        before.add("in the database")
        before.page.close()
        tab = CorePage.open(context, root, script=script, patience=500)
        state = tab.state
        assert (state["kind"], state["writes"], state["saving"]) == ("localstorage", True, "empty")
        assert state["trouble"] == (None if script == NO_DATABASE else "refused")
        tab.add("one", "two")
        tab.ask("set", {"device": "own"})
        tab.go(patience=500)
        assert tab.titles == ["one", "two"]
        tab.page.close()
        after = CorePage.open(context, root)
        assert after.state["kind"] == "indexeddb"
        assert after.titles == ["in the database", "one", "two"]
        assert after.state["device"] == "own"
        assert after.page.evaluate("Object.keys(localStorage)") == []

    def test_where_nothing_is_kept_it_lasts_as_long_as_the_page(
        self, context: BrowserContext, root: str
    ) -> None:
        tab = CorePage.open(context, root, script=NO_DATABASE + NO_LOCAL_STORAGE)
        assert (tab.state["kind"], tab.state["writes"]) == ("memory", True)
        tab.add("one")
        assert tab.titles == ["one"]
        tab.go()
        assert (tab.titles, tab.faults) == ([], [])


class TestVersions:
    def test_records_are_made_new_and_what_they_were_is_kept(self, tab: CorePage) -> None:
        tab.add("one", "two")
        tab.go(schema=2)
        assert tab.ask("bodies") == [
            {"title": "one", "grown": True},
            {"title": "two", "grown": True},
        ]
        (snapshot,) = tab.ask("snapshots")
        assert (snapshot["why"], snapshot["schema"]) == ("migration", 1)
        assert [sorted(row["rec"]["body"]) for row in snapshot["rows"]] == [["title"], ["title"]]
        assert tab.state["writes"]

    @pytest.mark.promise("half-migrated")
    def test_a_step_that_breaks_leaves_everything_as_it_was(self, tab: CorePage) -> None:
        tab.add("one", "two")
        tab.go(schema=2, broken=1)
        state = tab.state
        assert (state["trouble"], state["writes"]) == ("migration", False)
        assert tab.titles == ["one", "two"]
        assert tab.database("db.version") == 1
        assert tab.faults == []
        tab.go()
        assert (tab.titles, tab.state["writes"]) == (["one", "two"], True)

    @pytest.mark.promise("blocked-upgrade")
    def test_older_code_leaves_newer_records_alone_and_says_so(self, tab: CorePage) -> None:
        tab.add("one")
        tab.go(schema=2)
        tab.add("two")
        tab.go()
        state = tab.state
        assert (state["trouble"], state["writes"], tab.titles) == ("newer", False, [])
        assert "newer version" in state["words"]
        assert tab.database("db.version") == 2
        tab.go(schema=2)
        assert tab.titles == ["one", "two"]

    def test_an_older_tab_keeps_its_last_words_and_lets_go(
        self, context: BrowserContext, root: str, tab: CorePage
    ) -> None:
        tab.page.evaluate("core.add('last words')")
        newer = CorePage.open(context, root, schema=2)
        assert newer.ask("bodies") == [{"title": "last words", "grown": True}]
        assert newer.state["trouble"] is None
        newer.until(writes=True)
        tab.until(trouble="newer", writes=False)
        assert tab.titles == ["last words"]

    @pytest.mark.promise("blocked-upgrade")
    def test_a_tab_that_does_not_let_go_is_named_and_then_it_goes_on(
        self, context: BrowserContext, root: str, tab: CorePage
    ) -> None:
        tab.add("one")
        stubborn = context.new_page()
        stubborn.goto(f"{root}empty.html")
        stubborn.evaluate(STUBBORN)
        tab.go(schema=2, patience=500)
        assert (tab.state["trouble"], tab.state["writes"]) == ("blocked", False)
        assert "Close it" in tab.state["words"]
        stubborn.close()
        tab.until(trouble=None, writes=True, titles=["one"])


@contextmanager
def started(playwright: Playwright, profile: Path) -> Iterator[tuple[BrowserContext, int]]:
    """Start a browser that keeps its profile; give its context and its group of processes."""
    path = shutil.which("chromium") or shutil.which("chromium-browser")
    assert path is not None
    port = profile / "DevToolsActivePort"
    port.unlink(missing_ok=True)
    options = [f"--user-data-dir={profile}", "--remote-debugging-port=0", "--headless"]
    process = subprocess.Popen(
        [path, *ARGUMENTS, *options, "about:blank"],
        start_new_session=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(300):
            if port.is_file() and port.read_text(encoding="utf-8").count("\n"):
                break
            time.sleep(0.1)
        number = port.read_text(encoding="utf-8").split("\n")[0]
        browser = playwright.chromium.connect_over_cdp(f"http://127.0.0.1:{number}")
        yield browser.contexts[0], process.pid
    finally:
        kill(process.pid)
        process.wait(10)


def kill(group: int) -> None:
    """Kill a browser and all its processes, with no time for a last word."""
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return


def saved_is_saved(playwright: Playwright, root: str, folder: Path, times: int) -> None:
    """Write, kill the browser the moment it says that it is saved, and look."""
    profile = folder / "profile"
    profile.mkdir()
    expected: list[str] = []
    for number in range(times):
        with started(playwright, profile) as (context, group):
            tab = CorePage.open(context, root)
            assert tab.titles == expected
            words = f"{number}: " + "words that somebody typed " * number
            tab.page.evaluate(
                "async (words) => { await core.add(words); await core.saved(); }", words
            )
            kill(group)
        expected.append(words)
    with started(playwright, profile) as (context, _):
        assert CorePage.open(context, root).titles == expected


class TestTheKilledBrowser:
    @pytest.mark.promise("killed")
    def test_what_is_called_saved_survives(
        self, playwright: Playwright, root: str, tmp_path: Path
    ) -> None:
        saved_is_saved(playwright, root, tmp_path, 3)

    @pytest.mark.campaign
    def test_what_is_called_saved_survives_twenty_times(
        self, playwright: Playwright, root: str, tmp_path: Path
    ) -> None:
        saved_is_saved(playwright, root, tmp_path, 20)
