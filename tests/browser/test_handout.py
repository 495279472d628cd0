"""The handout shows what was chosen in the kit of its guide: times, parts, paper and letters."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import kit
from tests.browser.kinds import KINDS
from tests.browser.watch import Watched
from tests.conftest import SiteFolder

pytestmark = pytest.mark.browser

Watch = Callable[..., Watched]
HANDOUT = KINDS["handout"]
CHOICE = "#people=8&start=15:45&version=short&paper=letter"
PARTS = """[...document.querySelectorAll('section[data-lap]:not([hidden])')].map((part) =>
  ['h2', '[data-when]', '[data-min]']
    .map((name) => part.querySelector(name).textContent.trim()).join(' | '))"""
"""Each part that is there: its title, when it begins, how long it takes."""


def printed(page: Page, file: Path) -> list[str]:
    """Print a page on the paper chosen on it, and read its sheets."""
    page.pdf(path=file, prefer_css_page_size=True)
    done = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
    return done.stdout.decode().split("\f")[:-1]


def foot(sheet: str) -> list[str]:
    """Return the lines at the foot of a sheet: the one with its number, and what follows."""
    lines = [re.sub(r"\s{2,}", "  ", line.strip()) for line in sheet.splitlines() if line.strip()]
    at = next(index for index, line in enumerate(lines) if re.search(r"page \d+ of \d+$", line))
    return lines[at:]


def size(file: Path) -> str:
    """Return the paper of a printed document, in points."""
    done = subprocess.run(["pdfinfo", file], capture_output=True, check=True)
    found = re.search(r"Page size:\s+([\d.]+ x [\d.]+)", done.stdout.decode())
    assert found is not None
    return found[1]


def test_its_times_are_those_of_the_guide(own_site: SiteFolder, folder: str, watch: Watch) -> None:
    """What is done at home stays, and says so."""
    pack = kit.pack_at(own_site.root / "sessions/begin-well")
    watched = watch(folder)
    page = watched.go(HANDOUT + CHOICE)
    found = kit.agenda(pack, 8, "short")
    parts = [part.rpartition(" | ")[0] for part in kit.parts(pack, found)]
    assert page.evaluate(PARTS) == [
        *parts[:2],
        "Good groups, bad groups |  | before the session",
        *parts[2:],
    ]
    expect(page.locator("[data-says]")).to_have_text("8 people, 60 minutes, 15:45 to 16:45.")
    expect(page.locator("[data-total]")).to_have_text("60")
    assert watched.faults == []


def test_what_does_not_take_place_is_not_there(folder: str, watch: Watch) -> None:
    """Dropped to end in time, or in the other of two meetings; what follows comes after both."""
    page = watch(folder).go(f"{HANDOUT}#minutes=40")
    assert "Good groups, bad groups" not in " ".join(page.evaluate(PARTS))
    page.evaluate("location.hash = '#version=split.first'")
    expect(page.locator("section[data-lap]:visible")).to_have_count(4)
    expect(page.get_by_role("heading", name="Until we meet again")).to_be_hidden()
    page.evaluate("location.hash = '#version=split.second'")
    expect(page.locator("section[data-lap]:visible")).to_have_count(4)
    expect(page.get_by_role("heading", name="Until we meet again")).to_be_visible()


def test_without_a_choice_it_is_as_it_was_written(folder: str, watch: Watch) -> None:
    """And a link to a place on the page takes no choice back."""
    watched = watch(folder)
    page = watched.go(HANDOUT)
    expect(page.locator("[data-says]")).to_be_hidden()
    expect(page.get_by_role("link", name="As it was written")).to_be_hidden()
    written = page.evaluate(PARTS)
    assert written[2] == "Good groups, bad groups |  | 10 min"
    page.evaluate(f"location.hash = '{CHOICE}'")
    expect(page.locator("[data-total]")).to_have_text("60")
    page.evaluate("location.hash = '#part-close'")
    expect(page.locator("#part-close [data-when]")).to_have_text("16:40")
    page.get_by_role("link", name="As it was written").press("Enter")
    expect(page.locator("[data-says]")).to_be_hidden()
    assert page.evaluate(PARTS) == written
    assert watched.faults == []


def test_the_guide_leads_to_the_handout_in_each_of_its_letters(folder: str, watch: Watch) -> None:
    """In large print where somebody reads it; from one to the other and back."""
    watched = watch(folder)
    page = watched.go(f"{KINDS['guide']}#people=8&start=15:45")
    large = page.get_by_role("link", name="Those in large print")
    expect(large).to_be_hidden()
    page.locator("#large").fill("2")
    large.press("Enter")
    expect(page.locator("[data-says]")).to_have_text("8 people, 75 minutes, 15:45 to 17:00.")
    expect(page.locator("html")).to_have_attribute("data-letters", "large")
    page.get_by_role("link", name="In the usual letters").press("Enter")
    expect(page.locator("html")).to_have_attribute("data-letters", "usual")
    expect(page.locator("#part-check-in [data-when]")).to_have_text("15:50")
    assert watched.faults == []


def test_large_print_is_eighteen_points_in_one_column(folder: str, watch: Watch) -> None:
    """Nothing is smaller than sixteen, and lines to write on are further apart."""
    watched = watch(folder)
    page = watched.go(f"{HANDOUT}{CHOICE}&handout=large")
    page.emulate_media(media="print")
    sizes = page.locator("main :is(p, li, h2, .figure, .when):visible").evaluate_all(
        "found => found.map(one => parseFloat(getComputedStyle(one).fontSize) * 0.75)"
    )
    assert round(min(sizes), 2) >= 16
    text = page.locator("#part-open .theirs > p").first
    assert text.evaluate("one => getComputedStyle(one).fontSize") == "24px"
    left = page.locator("#part-open > .at, #part-open > .words").evaluate_all(
        "found => found.map(one => one.getBoundingClientRect().left)"
    )
    assert left[0] == left[1]
    rule = page.locator(".rule").first.evaluate("one => one.getBoundingClientRect().height")
    assert rule == pytest.approx(12 / 25.4 * 96, abs=1)


@pytest.mark.parametrize("kind", ["guide", "handout"])
def test_the_foot_never_wraps(folder: str, watch: Watch, tmp_path: Path, kind: str) -> None:
    """As much as fits stands on one line; in large print the rest is a line of its own."""
    page = watch(folder).go(f"{KINDS[kind]}{CHOICE}")
    page.evaluate("document.fonts.ready")
    sheets = printed(page, tmp_path / "usual.pdf")
    what = f"Begin well, version 1.0 · {'facilitator' if kind == 'guide' else kind}"
    for number, sheet in enumerate(sheets, 1):
        whole = f"{what} · for 8 people, start 15:45 · peerpress.example.org"
        assert foot(sheet) == [f"{whole}  page {number} of {len(sheets)}"]
    assert size(tmp_path / "usual.pdf") == "612 x 792"
    page.evaluate(f"location.hash = '#people=8&start=15:45&{kind}=large'")
    expect(page.locator("html")).to_have_attribute("data-letters", "large")
    sheets = printed(page, tmp_path / "large.pdf")
    for number, sheet in enumerate(sheets, 1):
        numbered = f"{what}  page {number} of {len(sheets)}"
        assert foot(sheet) == [numbered, "for 8 people, start 15:45"]


def test_without_scripts_it_is_as_it_was_written(folder: str, watch: Watch) -> None:
    """Nothing of the kit is there."""
    watched = watch(folder, java_script_enabled=False)
    page = watched.go(HANDOUT + CHOICE)
    expect(page.locator(".fitted")).to_be_hidden()
    expect(page.locator("section[data-lap]:visible")).to_have_count(8)
    assert page.locator(".when:visible").count() == 0
    assert watched.faults == []


def test_it_is_told_the_same_in_the_folder_of_a_zip(
    unpacked: dict[str, Path], watch: Watch
) -> None:
    """As on the site."""
    watched = watch(f"{unpacked['sessions/begin-well.zip'].as_uri()}/")
    page = watched.go(f"handout.html{CHOICE}")
    expect(page.locator("[data-says]")).to_have_text("8 people, 60 minutes, 15:45 to 16:45.")
    assert watched.faults == []
