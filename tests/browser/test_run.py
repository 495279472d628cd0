"""Run mode in a browser: by keyboard alone, from a folder, with a clock that can be turned on."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.test_accessible import RUN, TAGGED, axe
from tests.browser.watch import Watched
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

Watch = Callable[..., Watched]
PATH = "sessions/begin-well/run.html"
START = "#people=6&version=full&start=15:45"
MINUTE = 60_000
LARGEST = 14 * 1024
SIZES = ((1920, 1080), (1280, 720), (1024, 1366), (844, 390), (390, 844), (320, 568))


def opened(watched: Watched, choices: str = START, at: str = "15:45") -> Page:
    """Open run mode at a time of day; the clock stands still until it is turned."""
    watched.page.clock.install(time=f"2026-11-19T{at}:00")
    page = watched.go(PATH + choices)
    page.clock.pause_at(f"2026-11-19T{at}:02")
    return page


def begun(watched: Watched, choices: str = START, at: str = "15:45") -> Page:
    """Begin with the keyboard."""
    page = opened(watched, choices, at)
    page.get_by_label("We start at").press("Enter")
    return page


def go_on(page: Page, minutes: float) -> None:
    """Let time pass at once, as when the machine was asleep; then one tick."""
    page.clock.fast_forward(int(minutes * MINUTE))
    page.clock.run_for(1000)


def figure(page: Page) -> str:
    """Return the time left, with the words beside it."""
    return page.locator(".run-controls .run-clock").inner_text().replace("\n", " ")


def now(page: Page) -> str:
    """Return the heading of the one segment that is seen."""
    headings = page.locator(".run-part h2:visible").all_inner_texts()
    assert len(headings) == 1
    return headings[0]


class TestTheClock:
    def test_it_tells_the_truth_after_twenty_minutes_asleep(
        self, folder: str, watch: Watch
    ) -> None:
        watched = watch(folder)
        page = begun(watched)
        assert figure(page) == "5 min left of 5, until 15:50"
        go_on(page, 20)
        assert figure(page) == "15 min over 5, since 15:50"
        expect(page.locator("[data-offer-words]")).to_contain_text("15 min over. To end at 17:0")
        assert watched.faults == []

    def test_seconds_are_shown_in_the_last_minute_alone(self, folder: str, watch: Watch) -> None:
        page = begun(watch(folder))
        go_on(page, 3.5)
        assert figure(page).startswith("2 min ")
        go_on(page, 0.75)
        seconds, unit = figure(page).split()[:2]
        assert unit == "s"
        assert 30 < int(seconds) < 60

    def test_a_late_start_is_said_before_and_after(self, folder: str, watch: Watch) -> None:
        page = opened(watch(folder), at="15:48")
        expect(page.locator("[data-ends-at]")).to_have_text(
            "Ends at 17:00 if it begins on time. It is 3 min late now."
        )
        page.get_by_label("We start at").press("Enter")
        assert figure(page) == "5 min left of 5, until 15:53"
        expect(page.locator("[data-offer-words]")).to_contain_text("3 min over. To end at 17:00:")
        page.get_by_role("button", name="Do that").press("Enter")
        expect(page.locator("[data-offer]")).to_be_hidden()
        expect(page.locator("p[data-ends]")).to_have_text("Begin well, to 17:00")

    def test_all_can_be_kept(self, folder: str, watch: Watch) -> None:
        page = begun(watch(folder))
        page.keyboard.press("+")
        page.get_by_role("button", name="Keep all, end 17:02").press("Enter")
        expect(page.locator("[data-offer]")).to_be_hidden()
        expect(page.locator("p[data-ends]")).to_have_text("Begin well, to 17:02")

    def test_a_pause_stops_it(self, folder: str, watch: Watch) -> None:
        page = begun(watch(folder))
        page.keyboard.press("p")
        go_on(page, 4)
        assert figure(page) == "5 min of 5, paused"
        page.keyboard.press("p")
        page.clock.run_for(1000)
        assert figure(page) == "5 min left of 5, until 15:54"

    def test_a_reload_does_not_lose_the_meeting(self, folder: str, watch: Watch) -> None:
        watched = watch(folder)
        page = begun(watched)
        page.keyboard.press("ArrowRight")
        go_on(page, 3)
        page.reload()
        assert now(page) == "Check-in"
        assert figure(page).startswith("7 min left of 10")
        kept = page.evaluate("JSON.stringify(sessionStorage) + JSON.stringify(localStorage)")
        assert "Your name" not in kept
        assert watched.faults == []


class TestByKeyboard:
    def test_a_whole_meeting(self, folder: str, watch: Watch) -> None:
        watched = watch(folder)
        page = begun(watched)
        seen = [now(page)]
        for key in ("Space", "ArrowRight", "PageDown", "Space", "Space", "Space", "Space"):
            go_on(page, 6)
            page.keyboard.press(key)
            seen.append(now(page))
        assert seen[0] == "Arrive and open"
        assert seen[-1] == "Commit and close"
        assert len(set(seen)) == 8
        page.keyboard.press("ArrowLeft")
        assert now(page) == "Dates and rota"
        page.keyboard.press("Space")
        page.keyboard.press("Space")
        expect(page.get_by_role("heading", name="How long it really took")).to_be_visible()
        expect(page.locator("[data-stopped]")).to_be_hidden()
        rows = page.locator("[data-slip] tr").all_inner_texts()
        assert rows[0].split("\t") == ["Arrive and open", "5", "6"]
        page.get_by_role("button", name="Close it").press("Enter")
        expect(page.get_by_role("button", name="Begin")).to_be_visible()
        assert watched.faults == []

    def test_notes_are_hidden_until_they_are_asked_for(self, folder: str, watch: Watch) -> None:
        page = begun(watch(folder))
        notes = page.locator(".note.say:visible")
        expect(notes).to_have_count(0)
        page.keyboard.press("n")
        expect(notes).to_have_count(1)
        page.keyboard.press("ArrowRight")
        expect(notes).to_have_count(1)
        page.keyboard.press("N")
        expect(notes).to_have_count(0)

    def test_turns_are_counted_and_timed(self, folder: str, watch: Watch) -> None:
        page = begun(watch(folder), "#people=4&start=15:45")
        page.keyboard.press("ArrowRight")
        turns = page.locator("[data-turn-words]")
        expect(turns).to_have_text("4 turns of 1:00")
        page.keyboard.press("t")
        page.clock.run_for(20_000)
        expect(turns).to_have_text("turn 1 of 4, 0:40 left")
        page.keyboard.press("t")
        page.clock.run_for(70_000)
        expect(turns).to_have_text("turn 2 of 4, 0:10 over")
        for _ in range(3):
            page.keyboard.press("t")
        expect(turns).to_have_text("all 4 turns taken")

    def test_single_keys_can_be_switched_off(self, folder: str, watch: Watch) -> None:
        page = opened(watch(folder))
        page.get_by_label("Keys: space next").uncheck()
        page.get_by_label("We start at").press("Enter")
        page.keyboard.press("ArrowRight")
        page.keyboard.press("n")
        assert now(page) == "Arrive and open"
        expect(page.locator(".note.say:visible")).to_have_count(0)

    def test_a_key_on_a_button_is_the_buttons(self, folder: str, watch: Watch) -> None:
        page = begun(watch(folder))
        page.get_by_role("button", name="Pause").press("Space")
        assert now(page) == "Arrive and open"
        page.get_by_role("button", name="Go on").click()
        page.keyboard.press("Space")
        assert now(page) == "Check-in"

    def test_what_changes_is_said(self, folder: str, watch: Watch) -> None:
        page = begun(watch(folder), f"{START}&from=agreement")
        assert now(page) == "Come back in"
        page.keyboard.press("Space")
        assert now(page) == "Build the agreement"
        changes = page.locator(".is-now [data-changes]")
        expect(changes).to_have_text("trios now, then all from 15:55")
        go_on(page, 11)
        expect(changes).to_have_text("all now")


class TestStoppedHere:
    def test_the_link_begins_there_next_time(self, folder: str, watch: Watch) -> None:
        watched = watch(folder)
        page = begun(watched)
        for _ in range(4):
            page.keyboard.press("Space")
        go_on(page, 12)
        page.get_by_role("button", name="Stopped here").press("Enter")
        expect(page.locator("[data-stopped-words]")).to_have_text(
            "We stopped at ‘Build the agreement’, with 8 min of it left. "
            "Next time, begin there: 2 min to come back in, then ‘Build the agreement’."
        )
        page.get_by_role("button", name="Copy this").press("Enter")
        expect(page.get_by_role("button", name="Copied")).to_be_visible()
        link = page.locator("[data-stopped-link]").get_attribute("href") or ""
        again = begun(watch(folder), "#" + link.partition("#")[2], "15:45")
        assert now(again) == "Come back in"
        assert figure(again).startswith("2 min left of 2")
        again.keyboard.press("Space")
        assert now(again) == "Build the agreement"
        assert watched.faults == []


class TestTheSecondWindow:
    @pytest.mark.parametrize("where", ["hosted", "folder"])
    def test_it_shows_notes_and_follows_the_screen(
        self, request: pytest.FixtureRequest, watch: Watch, where: str
    ) -> None:
        watched = watch(request.getfixturevalue(where))
        page = watched.go(PATH + START)
        page.get_by_label("We start at").press("Enter")
        with page.expect_popup() as opening:
            page.get_by_role("button", name="Notes in a second window").click()
        notes = opening.value
        expect(notes.locator(".note.say:visible")).to_have_count(1)
        expect(notes.get_by_label("Notes for")).to_have_value("open")
        page.keyboard.press("Space")
        expect(notes.get_by_label("Notes for")).to_have_value("check-in")
        expect(page.locator(".note.say:visible")).to_have_count(0)
        notes.get_by_label("Notes for").select_option("close")
        expect(notes.locator("#close .note.say")).to_be_visible()
        assert watched.faults == []


class TestItsLook:
    @pytest.mark.parametrize("width,height", SIZES)
    def test_nothing_is_cut_and_the_prompt_is_seen(
        self, folder: str, watch: Watch, width: int, height: int
    ) -> None:
        page = begun(watch(folder, viewport={"width": width, "height": height}))
        for _ in range(8):
            wide = page.evaluate("document.scrollingElement.scrollWidth")
            assert wide <= width, f"{now(page)} at {width} is {wide} wide"
            expect(page.locator(".is-now .is-shown")).to_be_in_viewport()
            if width >= 900:
                assert page.evaluate("document.scrollingElement.scrollHeight <= innerHeight")
                expect(page.get_by_role("button", name="Next")).to_be_in_viewport(ratio=1)
            page.keyboard.press("Space")

    def test_prompts_are_for_the_back_of_the_room(self, folder: str, watch: Watch) -> None:
        page = begun(watch(folder, viewport={"width": 1920, "height": 1080}))
        size = page.locator(".is-now .is-shown > p:not(.signal)").first.evaluate(
            "element => parseFloat(getComputedStyle(element).fontSize)"
        )
        assert size == pytest.approx(1920 * 0.0172 * 2.85, rel=0.01)

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("width,height", [(1280, 720), (390, 844)])
    def test_it_keeps_the_rules_of_accessibility(
        self, hosted: str, watch: Watch, scheme: str, width: int, height: int
    ) -> None:
        options: dict[str, Any] = {
            "color_scheme": scheme,
            "viewport": {"width": width, "height": height},
            "reduced_motion": "reduce",
            "bypass_csp": True,  # for axe alone
        }
        watched = watch(hosted, **options)
        page = watched.go(PATH + START)
        page.evaluate(axe())
        assert page.evaluate(RUN, TAGGED) == []
        page.get_by_label("We start at").press("Enter")
        page.keyboard.press("+")
        page.keyboard.press("n")
        assert page.evaluate(RUN, TAGGED) == []
        page.keyboard.press("n")
        page.keyboard.press("Space")
        page.keyboard.press("t")
        assert page.evaluate(RUN, TAGGED) == []
        page.get_by_role("button", name="Stopped here").click()
        assert page.evaluate(RUN, TAGGED) == []

    def test_nothing_moves_for_those_who_want_stillness(self, folder: str, watch: Watch) -> None:
        page = begun(watch(folder, reduced_motion="reduce"))
        names = page.evaluate(
            "[...document.querySelectorAll('*')]"
            ".map(element => getComputedStyle(element).animationName)"
        )
        assert set(names) == {"none"}

    def test_it_is_small(self) -> None:
        script = (ROOT / "themes/default/static/run.js").read_bytes()
        assert len(gzip.compress(script, 9)) <= LARGEST
