"""Search gives the same answers in Chromium and in Firefox, and its page works from a folder."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from builder.site import search_files
from tests.browser.watch import Watched
from tests.client.conftest import script_of
from tests.conftest import ROOT, SiteFolder
from tests.search.cases import ANSWERS, CASES, agrees, values

pytestmark = pytest.mark.browser
FIREFOX = ROOT / "tests/browser/firefox.mjs"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give the address of a page with nothing but the client's search."""
    folder = tmp_path_factory.mktemp("search")
    script = script_of(ANSWERS, folder)
    (folder / "page.html").write_text(
        f'<!doctype html><meta charset="utf-8"><script src="{script.name}"></script>', "utf-8"
    )
    return (folder / "page.html").as_uri()


ASKED = f"tested.everything({json.dumps(CASES)}, {json.dumps(values(3, 8))})"


def test_every_case_comes_out_in_chromium(page: str, chromium: Browser) -> None:
    tab = chromium.new_page()
    tab.goto(page)
    agrees(tab.evaluate(ASKED))
    tab.close()


def test_every_case_comes_out_in_firefox(page: str) -> None:
    (found,) = in_firefox({"name": "cases", "url": page, "steps": [["evaluate", ASKED]]})["seen"]
    agrees(found)


def in_firefox(job: dict[str, Any]) -> dict[str, Any]:
    """Do something on a page in Firefox, and return what it saw."""
    node = shutil.which("node")
    firefox = shutil.which("firefox-esr") or shutil.which("firefox")
    if node is None or firefox is None:
        pytest.fail("Firefox or node is missing (Debian: firefox-esr, nodejs)")
    plain = Path(__file__).as_uri()
    told = {"pages": [job], "site": [], "plain": [plain, plain], "beacon": ""}
    done = subprocess.run(
        [node, str(FIREFOX), firefox],
        input=json.dumps(told),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    (seen,) = json.loads(done.stdout)["looked"]
    assert seen["faults"] == []
    assert seen["refused"] == []
    found: dict[str, Any] = seen
    return found


Watch = Callable[..., Watched]
HOSTILE = """---
title: '</script><img src=x onerror=alert(1)> Quetzal <b>'
summary: '<svg onload=alert(1)> The quetzal is a bird.'
---
## <i>Feathers</i>

`</template><script>alert(1)</script>` quetzal feathers
"""
"""A page whose words would be markup in careless hands."""


@pytest.fixture
def small(site: SiteFolder) -> SiteFolder:
    """Give a small built site with a hostile page."""
    site.write({"content/hostile.md": HOSTILE}).build()
    return site


@pytest.fixture
def large(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> SiteFolder:
    """Give the same with an index in many files."""
    monkeypatch.setattr(search_files, "WHOLE", 10)
    monkeypatch.setattr(search_files, "WORDS", 30)
    monkeypatch.setattr(search_files, "ENTRIES", 2)
    site.write({"content/hostile.md": HOSTILE}).build()
    return site


def found(page: Page) -> list[str]:
    """Return the titles of the results, once they are there."""
    return page.locator("[data-finds] h2").all_inner_texts()


def test_what_is_typed_is_looked_for_at_once_and_kept_in_the_address(
    small: SiteFolder, watch: Watch
) -> None:
    watched = watch(f"{small.out.as_uri()}/")
    page = watched.go("search.html")
    expect(page.locator("#seek")).to_be_focused()
    expect(page.locator("[data-results]")).to_be_hidden()
    page.keyboard.type("matou")
    expect(page.locator("[data-count]")).to_have_text("One page has this.")
    assert page.locator("[data-finds] mark").first.inner_text() == "mātou"
    assert page.url.endswith("search.html#q=matou")
    page.locator("[data-finds] h2 a").click()
    page.go_back()
    expect(page.locator("#seek")).to_have_value("matou")
    assert len(found(page)) == 1
    page.locator("#seek").fill("xylophone")
    expect(page.locator("[data-count]")).to_contain_text("complete list")
    assert watched.faults == []


def test_results_are_gone_through_by_key(small: SiteFolder, watch: Watch) -> None:
    page = watch(f"{small.out.as_uri()}/").go("search.html#q=first")
    links = page.locator("[data-finds] h2 a")
    assert links.count() > 1
    page.locator("#seek").press("Enter")
    expect(links.nth(0)).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#seek")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Escape")
    expect(page.locator("#seek")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "search.html" not in url)


def test_a_pack_is_shown_with_its_minutes_and_leads_to_the_part_with_the_words(
    small: SiteFolder, watch: Watch
) -> None:
    page = watch(f"{small.out.as_uri()}/").go("search.html#q=pairs")
    first = page.locator("[data-finds] li").first
    expect(first.locator("[data-kind]")).to_have_text("Session pack")
    expect(first.locator("[data-time]")).to_have_text("30 min")
    first.locator("[data-heading]").click()
    page.wait_for_url("**/handout.html#part-*")
    expect(page.locator(":target")).to_have_count(1)


def test_hostile_words_stay_words(small: SiteFolder, watch: Watch) -> None:
    watched = watch(f"{small.out.as_uri()}/")
    page = watched.go("search.html#q=quetzal feathers")
    assert found(page) == ["</script><img src=x onerror=alert(1)> Quetzal <b>"]
    assert page.locator("[data-finds]").locator("img, script, svg, b:not(.figure), i").count() == 0
    assert watched.faults == []


def test_an_index_in_many_files_is_loaded_as_it_is_needed(large: SiteFolder, watch: Watch) -> None:
    watched = watch(f"{large.out.as_uri()}/")
    page = watched.go("search.html")
    loaded = page.locator("head script[data-shard], head script[data-chunk]")
    assert loaded.count() == 0
    page.locator("#seek").fill("quetzal")
    expect(page.locator("[data-count]")).to_have_text("One page has this.")
    assert loaded.count() == 2, "one file of terms, one of what results show"
    assert "Quetzal" in found(page)[0]
    page.locator("#seek").fill("quetzal ")
    assert len(found(page)) == 1
    assert loaded.count() == 2, "a file is loaded once"
    page.locator("#seek").fill("matou")
    expect(page.locator("[data-finds] mark").first).to_have_text("mātou")
    assert watched.faults == []


def test_an_index_in_many_files_is_loaded_from_a_folder_in_firefox(large: SiteFolder) -> None:
    steps = [
        ["type", "quetzal"],
        ["until", "[data-count]", ""],
        ["see", "[data-count]"],
        ["see", "[data-finds] h2"],
        ["see", "[data-finds] mark"],
    ]
    url = f"{large.out.as_uri()}/search.html"
    count, titles, marks = in_firefox({"name": "large", "url": url, "steps": steps})["seen"]
    assert count == ["One page has this."]
    assert titles == ["</script><img src=x onerror=alert(1)> Quetzal <b>"]
    assert "Quetzal" in marks


def test_a_lost_index_says_so(small: SiteFolder, watch: Watch) -> None:
    (small.out / "assets/search.js").unlink()
    page = watch(f"{small.out.as_uri()}/").go("search.html")
    expect(page.locator("[data-count]")).to_contain_text("could not be read")


def test_without_scripts_the_complete_list_is_there(small: SiteFolder, watch: Watch) -> None:
    page = watch(f"{small.out.as_uri()}/", java_script_enabled=False).go("search.html")
    assert not page.locator("form").is_visible()
    assert page.locator("noscript p").is_visible()
    page.get_by_role("link", name="Everything, in one list").first.click()
    assert page.url.endswith("complete.html")
