"""Serving while one writes: what is saved is shown, and what is only read is not."""

from __future__ import annotations

import contextlib
import json
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from queue import Empty, Queue
from typing import Any

import pytest

from builder.serve import serve
from builder.serve.state import State
from builder.serve.watch import watching
from builder.store import Store
from builder.work import Here
from tests.conftest import SiteFolder

SOON = 10.0
"""Seconds in which a change is shown, even while other tests keep the machine busy."""
A_WHILE = 0.4
"""Seconds after which nothing is expected any more."""


class Screen:
    """A site being served, and a browser that listens."""

    def __init__(self, site: SiteFolder) -> None:
        self.site = site
        self.state = State()
        self.code: int | None = None
        self.news: Queue[dict[str, Any]] = Queue()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()
        assert self.state.wait(0, 60)[0] == 1, "no first build"
        threading.Thread(target=self._listen, daemon=True).start()
        self.version = self.next()["version"]

    def _serve(self) -> None:
        with contextlib.closing(Store(self.site.root / ".peerpress")) as store:
            self.code = serve(self.site.project(), store, Here(), port=0, state=self.state)

    def _listen(self) -> None:
        address = f"{self.state.address}.peerpress/events"
        with urllib.request.urlopen(address) as stream:  # noqa: S310 - our own address
            for line in stream:
                if line.startswith(b"data: "):
                    self.news.put(json.loads(line.removeprefix(b"data: ")))

    def next(self) -> dict[str, Any]:
        """Return the next news."""
        return self.news.get(timeout=SOON)

    def shows(self, path: str, words: str) -> bool:
        """Whether a page has these words on it."""
        address = f"{self.state.address}{path}"
        with urllib.request.urlopen(address) as page:  # noqa: S310 - our own address
            return words in page.read().decode()

    def is_quiet(self) -> bool:
        """Whether no news come for a while."""
        with contextlib.suppress(Empty):
            self.news.get(timeout=A_WHILE)
            return False
        return True

    def stop(self) -> None:
        """End it."""
        self.state.stop()
        self._thread.join(SOON)


@pytest.fixture
def screen(site: SiteFolder) -> Iterator[Screen]:
    """Give the small site, served."""
    made = Screen(site)
    yield made
    made.stop()
    assert made.code == 0


@pytest.mark.filterwarnings("default::ResourceWarning")
class TestServing:
    """All of it, from the saved file to the browser."""

    def test_a_saved_page_is_made_again_and_the_browser_told(self, screen: Screen) -> None:
        """And a second save after it."""
        for words in ("Five people", "Six people"):
            page = f"---\ntitle: When we meet\n---\n{words}.\n\n## Rooms\n"
            screen.site.write({"content/dates.md": page})
            news = screen.next()
            assert news == {"version": screen.version + 1, "problems": ""}
            screen.version += 1
            assert screen.shows("dates.html", words)

    def test_a_problem_lies_over_the_last_good_site_until_it_is_mended(
        self, screen: Screen, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """It is told as the terminal tells it, with the place; the page stays as it was."""
        screen.site.replace("content/about.md", "[meet on Mondays](dates.md#rooms)", "[x](no.md)")
        news = screen.next()
        assert news["version"] == screen.version
        assert "error[broken-link]: 'no.md' leads nowhere" in news["problems"]
        assert "--> content/about.md:" in news["problems"]
        assert screen.shows("about.html", "meet on Mondays")
        screen.site.replace("content/dates.md", "bring a pen", "bring two pens")
        assert screen.is_quiet()
        assert screen.shows("dates.html", "bring a pen")
        screen.site.replace("content/about.md", "[x](no.md)", "[meet on Mondays](dates.md#rooms)")
        assert screen.next() == {"version": screen.version + 1, "problems": ""}
        assert screen.shows("dates.html", "bring two pens")
        assert capsys.readouterr().out.count("broken-link") == 1

    def test_new_files_and_folders_are_seen(self, screen: Screen) -> None:
        """In folders that were not there when it began, too."""
        screen.site.write({"content/far/away/page.md": "---\ntitle: Far\n---\nFar away.\n"})
        while not (screen.site.out / "far/away/page.html").exists():
            screen.next()
        screen.site.write({"content/far/away/page.md": "---\ntitle: Far\n---\nFarther.\n"})
        while not screen.shows("far/away/page.html", "Farther"):
            screen.next()
        screen.site.write({"content/far/away/page.md": None})
        while (screen.site.out / "far").exists():
            screen.next()

    def test_reading_makes_no_build(self, screen: Screen) -> None:
        """Neither of sources nor of pages, nor a file of somebody else's beside the sources."""
        for path in [*screen.site.root.rglob("*")]:
            if path.is_file():
                path.read_bytes()
        screen.shows("about.html", "About us")
        screen.site.write({"notes.txt": "mine", "public/own.txt": "mine"})
        assert screen.is_quiet()

    def test_a_change_that_changes_no_page_reloads_nothing(self, screen: Screen) -> None:
        """A comment in the settings is for those who read the settings."""
        screen.site.replace("site.yaml", "motto: Small", "# a comment\nmotto: Small")
        assert screen.is_quiet()

    def test_many_saves_at_once_are_one_build(self, screen: Screen) -> None:
        """As when a whole pack is put in its place."""
        for number in range(20):
            page = f"---\ntitle: Page {number}\n---\nWords.\n"
            screen.site.write({f"content/many/page-{number}.md": page})
        while not (screen.site.out / "many/page-19.html").exists():
            screen.next()
        assert screen.is_quiet()
        assert screen.state.wait(-2, 0)[1] - screen.version < 10


def test_a_port_that_is_taken_is_wrong_use(
    site: SiteFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    """With another one that is not."""
    screen = Screen(site)
    other = SiteFolder(site.root.parent / "other").write({"site.yaml": "id: other\ntitle: O\n"})
    port = int(screen.state.address.rstrip("/").rpartition(":")[2])
    with contextlib.closing(Store(other.root / ".peerpress")) as store:
        assert serve(other.project(), store, Here(), port=port) == 2
    screen.stop()
    told = capsys.readouterr().err
    assert told.startswith(f"peerpress: port {port} cannot be used")
    assert told.endswith("try --port 0\n")


# The signal alone


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a folder with some sources."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/about.md").write_text("About", encoding="utf-8")
    (tmp_path / "site.yaml").write_text("id: x\n", encoding="utf-8")
    return tmp_path


@contextlib.contextmanager
def signal(root: Path) -> Iterator[threading.Event]:
    """Watch a folder."""
    changed = threading.Event()
    with watching(root, changed) as how:
        assert how
        time.sleep(0.05)
        changed.clear()
        yield changed


def save_aside(path: Path) -> None:
    """Save as careful editors do: beside it, then in its place."""
    beside = path.with_name(f".{path.name}.new")
    beside.write_text("saved", encoding="utf-8")
    beside.replace(path)


def test_a_source_that_changes_gives_a_signal(root: Path) -> None:
    """Written, replaced, renamed, removed, or the settings."""
    about = root / "content/about.md"
    with signal(root) as changed:
        for change in (
            lambda: about.write_text("New", encoding="utf-8"),
            lambda: save_aside(about),
            lambda: about.rename(root / "content/us.md"),
            (root / "content/us.md").unlink,
            lambda: (root / "site.yaml").write_text("id: y\n", encoding="utf-8"),
            lambda: save_aside(root / "site.yaml"),
        ):
            change()
            assert changed.wait(SOON)
            time.sleep(0.05)
            changed.clear()


def test_what_is_no_source_gives_none(root: Path) -> None:
    """What we write ourselves, above all."""
    (root / "public").mkdir()
    (root / ".peerpress").mkdir()
    with signal(root) as changed:
        (root / "public/index.html").write_text("page", encoding="utf-8")
        (root / ".peerpress/ledger.json").write_text("{}", encoding="utf-8")
        (root / "notes.txt").write_text("mine", encoding="utf-8")
        (root / "content/about.md").read_bytes()
        list((root / "content").iterdir())
        assert not changed.wait(A_WHILE)


def test_a_folder_of_sources_that_comes_later_is_looked_into(root: Path) -> None:
    """`peerpress new pack` makes the first one while the server runs."""
    with signal(root) as changed:
        (root / "sessions/hello").mkdir(parents=True)
        assert changed.wait(SOON)
        time.sleep(0.1)
        changed.clear()
        (root / "sessions/hello/pack.yaml").write_text("format: 1\n", encoding="utf-8")
        assert changed.wait(SOON)


def test_a_folder_that_was_taken_away_and_came_back_is_looked_into(root: Path) -> None:
    """As when another state of the sources is checked out."""
    with signal(root) as changed:
        (root / "content").rename(root / "aside")
        assert changed.wait(SOON)
        (root / "content").mkdir()
        time.sleep(0.1)
        changed.clear()
        (root / "content/about.md").write_text("Back", encoding="utf-8")
        assert changed.wait(SOON)
