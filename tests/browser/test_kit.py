"""The print kit on the guide: its clock is the builder's, and its link holds the whole choice."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.clock import clock_time
from tests.browser import kit
from tests.browser.kinds import KINDS, PACKS
from tests.browser.test_accessible import violations
from tests.browser.test_by_keyboard import tab_to
from tests.browser.watch import Watched
from tests.conftest import SiteFolder

pytestmark = pytest.mark.browser

Watch = Callable[..., Watched]
GUIDE = KINDS["guide"]
FIELDS = """[...new FormData(document.querySelector('.kit'))].map((one) => one.join('='))"""


def says(page: Page) -> str:
    """Return what the kit says of the agenda."""
    return page.locator(".kit-says").inner_text()


def printed(page: Page, file: Path) -> str:
    """Print a page on the paper chosen on it, and read it."""
    page.pdf(path=file, prefer_css_page_size=True)
    done = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, check=True)
    return done.stdout.decode()


@pytest.mark.parametrize("id_", PACKS)
def test_every_time_is_what_our_own_clock_reckons(
    own_site: SiteFolder, folder: str, watch: Watch, id_: str
) -> None:
    """For every number of people, every version, both meetings, and other minutes too."""
    pack = kit.pack_at(own_site.root / "sessions" / id_)
    watched = watch(folder)
    page = watched.go(f"sessions/{id_}/guide.html")
    for people, version, minutes in kit.choices(pack):
        found = kit.agenda(pack, people, version, minutes)
        split = version.startswith("split.")
        at = kit.address(people, version, minutes)
        seen = page.evaluate(kit.AFTER, at)
        assert seen["rows"] == kit.rows(pack, found, split=split), at
        assert seen["parts"] == kit.parts(pack, found), at
        told = says(page)
        assert [note.words for note in found.notes if note.words not in told] == [], at
        assert ("does not fit" in told) is not found.fits, at
    assert watched.faults == []


def test_the_link_holds_the_whole_choice(folder: str, watch: Watch) -> None:
    """A colleague who opens it has the same sheet; what was not chosen is not in it."""
    page = watch(folder).go(GUIDE)
    page.get_by_label("People").fill("8")
    page.locator("#start").fill("1545")
    page.locator("#large").fill("2")
    page.locator("#minutes").fill("70")
    for label in ("60 min", "video", "Letter", "large"):
        page.locator(".choices label", has_text=re.compile(f"^{label}$", re.IGNORECASE)).click()
    hash_ = page.url.partition("#")[2]
    assert sorted(hash_.split("&")) == [
        "guide=large",
        "large=2",
        "minutes=70",
        "paper=letter",
        "people=8",
        "start=15:45",
        "version=short",
        "where=video",
    ]
    handouts = page.get_by_role("link", name="Print the handouts").get_attribute("href") or ""
    path, _, choices = handouts.partition("#")
    assert path == "handout.html"
    assert sorted(choices.split("&")) == sorted(hash_.split("&"))
    other = watch(folder)
    theirs = other.go(f"{GUIDE}#{hash_}")
    assert theirs.evaluate(FIELDS) == page.evaluate(FIELDS)
    assert says(theirs) == says(page)
    theirs.evaluate("location.hash = '#people=4'")
    expect(theirs.locator("#people")).to_have_value("4")
    expect(theirs.locator("#start")).to_have_value("")
    assert other.faults == []


def test_a_link_to_a_segment_still_leads_to_it(folder: str, watch: Watch) -> None:
    """And takes no choice back."""
    page = watch(folder).go(f"{GUIDE}#start=15:45")
    page.locator(".clock-table").get_by_role("link", name="Build the agreement").click()
    expect(page.locator("#part-agreement")).to_be_in_viewport()
    expect(page.locator("#part-agreement .figure")).to_have_text("16:25")
    expect(page.locator("#start")).to_have_value("15:45")


def test_the_kit_works_by_keyboard_alone(own_site: SiteFolder, folder: str, watch: Watch) -> None:
    """A number, a time, a version by arrow key; then paper comes out."""
    watched = watch(folder)
    watched.page.add_init_script("window.print = () => { document.title = 'printed'; };")
    page = watched.go(GUIDE)
    tab_to(page, "#people")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#people")).to_have_value("7")
    tab_to(page, "#start")
    page.keyboard.type("9.05")
    tab_to(page, "[name=version]")
    ring = "getComputedStyle(document.activeElement.nextElementSibling).outlineStyle"
    assert page.evaluate(ring) == "solid", "nothing shows which version has the focus"
    page.keyboard.press("ArrowRight")
    tab_to(page, "#minutes")
    page.keyboard.type("7")
    assert "7 people, 60 minutes, 09:05 to 10:05." in says(page), "half a number changes nothing"
    page.keyboard.type("0")
    found = kit.agenda(kit.pack_at(own_site.root / "sessions/begin-well"), 7, "short", 70)
    assert f"7 people, {found.minutes} minutes, 09:05 to" in says(page)
    assert f"The session ends {found.ends_early} minutes early." in says(page)
    tab_to(page, "[name=where]")
    page.keyboard.press("ArrowRight")
    assert page.locator(".note.mode:visible").count() > 0
    tab_to(page, ".kit [data-print]")
    page.keyboard.press("Enter")
    assert page.title() == "printed"
    assert watched.faults == []


def test_a_number_out_of_range_is_put_right_when_it_is_left(folder: str, watch: Watch) -> None:
    """As near to it as can be; letters leave the usual."""
    page = watch(folder).go(GUIDE)
    for field, typed, found in (("people", "12", "8"), ("people", "", "6"), ("minutes", "9", "30")):
        page.locator(f"#{field}").fill(typed)
        page.locator(f"#{field}").blur()
        expect(page.locator(f"#{field}")).to_have_value(found)
    page.locator("#start").fill("later")
    page.locator("#start").blur()
    expect(page.locator("#start")).to_have_value("")


def test_what_does_not_fit_is_said_plainly(folder: str, watch: Watch) -> None:
    """In forty minutes this session is not to be had; the page then keeps the rules too."""
    watched = watch(folder, bypass_csp=True, reduced_motion="reduce")
    page = watched.go(f"{GUIDE}#minutes=40&start=15:45&people=8")
    expect(page.locator("[data-misfit]")).to_have_text("It does not fit in 40 minutes.")
    dropped = page.locator(".clock-table tr.gone")
    expect(dropped.locator(".why")).to_have_text(["left out"])
    line = dropped.locator("th a").evaluate("link => getComputedStyle(link).textDecorationLine")
    assert line == "line-through"
    assert violations(page) == {}


def test_only_the_notes_of_the_chosen_way_of_meeting_are_there(
    folder: str, watch: Watch, tmp_path: Path
) -> None:
    """On the screen and on paper; in the room none of them."""
    watched = watch(folder)
    for where, there, away in (
        ("in-person", "", "Breakout rooms of two or three. Each trio"),
        ("video", "Breakout rooms of two or three. Each trio", "Third letter"),
        ("messages", "Third letter", "Breakout rooms of two or three. Each trio"),
    ):
        watched.page.goto("about:blank")
        page = watched.go(f"{GUIDE}#where={where}")
        shown = {
            name
            for names in page.locator(".note.mode:visible").evaluate_all(
                "notes => notes.map(note => [...note.classList])"
            )
            for name in names
        }
        assert shown <= {"note", "mode", where}
        assert (where in shown) is bool(there)
        paper = " ".join(printed(page, tmp_path / "guide.pdf").split())
        assert there in paper
        assert away not in paper


@pytest.mark.parametrize("paper, size", [("a4", "(A4)"), ("letter", "(letter)")])
def test_paper_has_the_times_its_size_and_for_whom_it_is(
    folder: str, watch: Watch, tmp_path: Path, paper: str, size: str
) -> None:
    """A segment done beforehand is struck from the agenda and not among the pages."""
    page = watch(folder).go(f"{GUIDE}#people=8&start=15:45&version=short&paper={paper}")
    text = printed(page, tmp_path / "guide.pdf")
    facts = subprocess.run(["pdfinfo", tmp_path / "guide.pdf"], capture_output=True, check=True)
    assert size in facts.stdout.decode()
    sheets = [re.sub(r"\s+", " ", sheet) for sheet in text.split("\f")[:-1]]
    pack = kit.pack_at(Path(__file__).parents[2] / "sessions/begin-well")
    for lap in kit.agenda(pack, 8, "short").laps:
        assert f"{clock_time(kit.START, lap.start)} {lap.minutes} {lap.title}" in sheets[0]
    assert "Good groups, bad groups before the session" in sheets[0]
    assert "This time" in sheets[0]
    assert all("for 8 people, start 15:45" in sheet for sheet in sheets)
    assert not any("worst. What did people do" in sheet for sheet in sheets)
    assert "Print kit" not in text


def test_the_guide_in_large_print_has_large_letters(folder: str, watch: Watch) -> None:
    """Eighteen points, and the clock above the text."""
    page = watch(folder).go(f"{GUIDE}#guide=large")
    page.emulate_media(media="print")
    say = page.locator(".note.say .voice").first
    assert float(say.evaluate("text => parseFloat(getComputedStyle(text).fontSize)")) >= 24
    at = page.locator(".segment > .at").first
    assert at.evaluate("place => getComputedStyle(place).position") == "static"


def test_steps_are_in_proportion_to_the_time_there_is(folder: str, watch: Watch) -> None:
    """Of a segment in whole minutes, of a turn in halves; with the time that was written."""
    page = watch(folder).go(f"{GUIDE}#people=8")
    steps = page.locator("#part-good-groups .steps dd").first
    expect(steps).to_have_text(
        "Think and list, 6; Look it over and underline one line, 2 "
        "(in proportion; written for 10 min)"
    )
    other = watch(folder).go("sessions/gap-to-goal/guide.html#version=short")
    expect(other.locator("#part-sharpen .steps dd").first).to_have_text(
        "Owner reads the draft aloud, 0:30; Partner asks from the card, 3:00; "
        "Owner writes the new wording, 1:30 (in proportion; written for 9:00)"
    )
    page.evaluate("location.hash = '#people=6&start=9:00'")
    expect(steps).to_have_text(re.compile(r"list, 8; .*line, 2\s*$"))


def test_every_case_of_the_clock_comes_out_in_a_browser(watch: Watch, tmp_path: Path) -> None:
    """Those for three to twelve people among them."""
    page = watch(f"{tmp_path.as_uri()}/").go(kit.clock_page(tmp_path).name)
    kit.every_case_is_right(page.evaluate(kit.EVERY_CASE, kit.cases_asked()))


def test_copies_are_counted(folder: str, watch: Watch) -> None:
    """Eight people, two of whom read large print."""
    page = watch(folder).go(f"{GUIDE}#people=8&large=2")
    rows = page.locator(".copies tbody tr:visible").all_inner_texts()
    counts = {re.split(r"\t", row)[0]: re.split(r"\t", row)[1].split()[0] for row in rows}
    assert counts["Guide"] == "1"
    assert counts["Handout"] == "6"
    assert counts["Handout, large print"] == "2"
    assert counts["Working agreement"] == "1"
    assert counts["Confidence check"] == "8"


def test_without_scripts_nothing_of_the_kit_is_there(folder: str, watch: Watch) -> None:
    """The full version stands there, counted from nought, with all ways of meeting."""
    watched = watch(folder, java_script_enabled=False)
    page = watched.go(f"{GUIDE}#people=8&start=15:45")
    expect(page.locator(".kit")).to_be_hidden()
    assert page.locator(".clock-table td.clock").first.inner_text() == "0:00"
    assert page.locator(".note.mode:visible").count() > 10
    assert watched.faults == []


def test_the_kit_works_in_the_folder_of_a_zip(unpacked: dict[str, Path], watch: Watch) -> None:
    """As on the site."""
    tree = unpacked["sessions/begin-well.zip"]
    watched = watch(f"{tree.as_uri()}/")
    page = watched.go("guide.html#people=8&start=15:45")
    assert "8 people, 75 minutes, 15:45 to 17:00." in says(page)
    assert watched.faults == []
