"""Every room of a workbook in use: rules of access, width, print, and pictures of change."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.sample import GOAL, sample
from tests.browser.test_accessible import violations
from tests.browser.test_width import sideways
from tests.browser.watch import Watched

pytestmark = pytest.mark.browser

ROLES = f"{27:032x}"
"""The role profile of the sample."""
ROOMS = (
    "plan",
    "plan/vision",
    "plan/needs",
    "plan/gaps",
    "plan/strengths",
    f"plan/goal/{GOAL}",
    "journal",
    "journal/questions",
    "journal/next",
    "journal/cycles",
    "checks",
    "checks/confidence-check",
    "checks/role-profile",
    "group",
    "group/agreement",
    "group/members",
    "group/schedule",
    "group/pairs",
    "group/match",
    "group/nudges",
    "records",
    "records/save",
    "records/open",
    "records/share",
    "records/print",
    "records/tables",
    "records/finish",
    "records/delete",
)


DRAWN = """() => new Promise(done =>
  requestAnimationFrame(() => requestAnimationFrame(() => done(true))))"""


def visit(page: Page, room: str) -> Page:
    """Go to a room by its address, and wait until it is drawn."""
    page.evaluate("to => { location.hash = `#/${to}` }", room)
    page.wait_for_function(DRAWN)
    return page


@pytest.fixture(scope="module")
def watched(chromium: Browser, folder: str, hosted: str) -> Iterator[Watched]:
    """Give a workbook in use, from the host; the policy is off for axe alone."""
    found = Watched.open(chromium, hosted, bypass_csp=True, reduced_motion="reduce")
    page = found.go("workbook.html")
    page.get_by_role("button", name="My own device").click()
    visit(page, "records/open")
    page.set_input_files(
        "input[type=file]",
        {"name": "sample.json", "mimeType": "application/json", "buffer": sample().encode()},
    )
    page.get_by_role("button", name="Take them in").click()
    page.get_by_text("Taken in:").wait_for()
    yield found
    page.context.close()


def words(page: Page, tmp_path: Path) -> str:
    """Return what a print of the page says."""
    file = tmp_path / "print.pdf"
    page.pdf(path=str(file))
    done = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


@pytest.mark.parametrize("half", [0, 1], ids=["one half", "the other half"])
def test_every_room_keeps_the_rules_of_access(watched: Watched, half: int) -> None:
    """In light, in dark, and at 320 pixels."""
    rooms = ROOMS[half::2]
    found = {room: violations(visit(watched.page, room)) for room in rooms}
    assert {room: faults for room, faults in found.items() if faults} == {}
    assert watched.faults == []


def test_nothing_in_any_room_scrolls_sideways(watched: Watched) -> None:
    found = {room: sideways(visit(watched.page, room), (320, 390, 1280)) for room in ROOMS}
    assert {room: faults for room, faults in found.items() if faults} == {}


def test_each_room_has_one_first_heading_and_says_where_it_is(watched: Watched) -> None:
    for room in ROOMS:
        page = visit(watched.page, room)
        assert page.locator("main h1").count() == 1, room
        assert page.locator("main h1").inner_text().strip(), room
        assert page.title().strip(), room


@pytest.mark.promise("cut-print")
def test_a_long_answer_prints_whole_and_black_on_white(watched: Watched, tmp_path: Path) -> None:
    """The last word of the longest answer is on the paper, in dark as in light."""
    page = visit(watched.page, f"plan/goal/{GOAL}")
    page.emulate_media(color_scheme="dark")
    text = words(page, tmp_path)
    assert [n for n in range(120) if f"Word {n} of an answer" not in text] == []
    for other in ("Ask Sam and Lea", "two pupils set it out", "Visit Mele"):
        assert other in text
    assert "A private goal" not in text, "printing one goal prints no other"
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
    page.emulate_media(media="screen", color_scheme="light")


def test_a_screen_reader_gets_every_value_of_a_picture(watched: Watched) -> None:
    """The three check-ins, with their days; and each line of a self-check, then and now."""
    page = visit(watched.page, f"plan/goal/{GOAL}")
    page.evaluate("() => document.querySelectorAll('main details').forEach(d => { d.open = true })")
    said = page.locator("main").aria_snapshot()
    for value in ("1 September", "1 October", "1 November"):
        assert value in said or value.replace("ember", "") in said, value
    page = visit(watched.page, "checks/confidence-check")
    said = page.locator("main").aria_snapshot()
    assert "5 (1 Sept), 8 (1 Nov), from 0 to 10" in said
    assert "4 (1 Sept), 7 (1 Nov), from 0 to 10" in said
    assert page.locator("main svg").count() >= 8


@pytest.mark.promise("changed-questions")
def test_the_mean_is_said_with_how_many_were_answered(watched: Watched) -> None:
    page = visit(watched.page, "checks/confidence-check")
    assert "4.0" in page.locator("main").inner_text()
    assert "6.1" in page.locator("main").inner_text()


def test_a_tie_between_two_roles_names_both(watched: Watched) -> None:
    """Mentor and coach, nine each: neither is left out."""
    page = visit(watched.page, f"checks/role-profile/{ROLES}")
    text = page.locator("main").inner_text()
    (line,) = [
        one for one in text.splitlines() if "Mentor" in one and "Coach" in one and "9" in one
    ]
    assert "Trainer" not in line


def test_the_hours_of_a_plan_are_added_up(watched: Watched) -> None:
    page = visit(watched.page, f"plan/goal/{GOAL}")
    assert "5 hours" in page.locator("main").inner_text().replace("5 planned hours", "5 hours")


def test_a_past_date_asks_and_does_not_blame(watched: Watched) -> None:
    page = visit(watched.page, f"plan/goal/{GOAL}")
    text = page.locator("main").inner_text()
    assert "The date has passed." in text
    assert "overdue" not in text.lower()


@pytest.mark.promise("no-room")
def test_a_browser_that_keeps_nothing_says_so_and_still_saves_to_a_file(
    watch: Callable[..., Watched], hosted: str
) -> None:
    """A private window that refuses the database and every other store."""
    found = watch(hosted)
    found.page.add_init_script(
        """
        IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); };
        Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no'); } });
        """
    )
    page = found.go("workbook.html")
    page.get_by_text("keeps nothing for this page").wait_for()
    page.get_by_label("What will be different?").first.fill("Only here")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save to a file").first.click()
    assert "Only here" in Path(download.value.path()).read_text(encoding="utf-8")
