"""Run mode in a browser: by keyboard alone, from a folder, with a clock that can be turned on."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.kinds import KINDS
from tests.browser.running import PATH, START, begun, figure, go_on, now, opened
from tests.browser.watch import Watched

pytestmark = pytest.mark.browser

Watch = Callable[..., Watched]
GUIDE = KINDS["guide"]


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
        expect(page.locator("[data-offer-words]")).to_have_text("Agreed: it ends at 17:00.")
        expect(page.locator("p[data-ends]")).to_have_text("Begin well, to 17:00")

    def test_all_can_be_kept(self, folder: str, watch: Watch) -> None:
        page = begun(watch(folder))
        page.keyboard.press("+")
        page.get_by_role("button", name="Keep all, end 17:02").press("Enter")
        expect(page.get_by_role("button", name="Keep all")).to_be_hidden()
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


class TestWhatWasAgreed:
    def test_it_can_be_taken_back_by_button_and_by_key(self, folder: str, watch: Watch) -> None:
        watched = watch(folder)
        page = begun(watched)
        page.keyboard.press("+")
        page.keyboard.press("+")
        words = page.locator("[data-offer-words]")
        offered = words.inner_text()
        assert offered.startswith("4 min over. To end at 17:00:")
        page.get_by_role("button", name="Do that").press("Enter")
        expect(words).to_have_text("Agreed: it ends at 17:00.")
        assert page.evaluate("document.activeElement.id") == "main", "the focus is lost"
        page.get_by_role("button", name="Undo", exact=True).press("Enter")
        expect(words).to_have_text(offered)
        page.get_by_role("button", name="Keep all").press("Enter")
        expect(words).to_have_text("Agreed: it ends at 17:04.")
        page.keyboard.press("u")
        expect(words).to_have_text(offered)
        expect(page.get_by_role("button", name="Undo", exact=True)).to_be_hidden()
        assert watched.faults == []

    def test_it_can_still_be_taken_back_in_the_next_segment(
        self, folder: str, watch: Watch
    ) -> None:
        page = begun(watch(folder))
        page.keyboard.press("+")
        page.get_by_role("button", name="Do that").press("Enter")
        page.keyboard.press("ArrowRight")
        expect(page.locator("[data-offer]")).to_be_hidden()
        page.get_by_role("button", name="Undo what was agreed").press("Enter")
        page.keyboard.press("ArrowRight")
        assert now(page) == "Good groups, bad groups"
        assert figure(page).startswith("10 min left of 10")

    def test_it_outlives_a_reload(self, folder: str, watch: Watch) -> None:
        page = begun(watch(folder))
        page.keyboard.press("+")
        page.get_by_role("button", name="Do that").press("Enter")
        page.reload()
        page.keyboard.press("u")
        expect(page.locator("[data-offer-words]")).to_contain_text("2 min over.")


class TestTheChoices:
    def test_the_guide_hands_on_what_was_chosen_and_gets_it_back(
        self, folder: str, watch: Watch
    ) -> None:
        watched = watch(folder)
        watched.page.clock.install(time="2026-11-19T15:40:00")
        page = watched.go(f"{GUIDE}#people=8&start=15:45&version=short&minutes=70&paper=letter")
        page.get_by_role("link", name="Run it on a screen").press("Enter")
        expect(page.get_by_label("We are")).to_have_value("8")
        expect(page.get_by_label("and do")).to_have_value("short")
        expect(page.get_by_label("or in … minutes")).to_have_value("70")
        expect(page.get_by_label("We start at")).to_have_value("15:45")
        expect(page.locator("[data-ends-at]")).to_have_text("Ends at 16:51.")
        page.get_by_label("We are").select_option("5")
        page.get_by_role("link", name="Guide and print kit").press("Enter")
        expect(page.locator("#people")).to_have_value("5")
        expect(page.locator("#minutes")).to_have_value("70")
        expect(page.locator("[name=paper]:checked")).to_have_value("letter")
        assert watched.faults == []

    def test_minutes_that_are_too_few_are_said_plainly(self, folder: str, watch: Watch) -> None:
        page = opened(watch(folder), f"{START}&minutes=40")
        expect(page.locator("[data-ends-at]")).to_contain_text("It does not fit in 40 minutes.")
        page.get_by_label("and do").select_option("split.first")
        expect(page.get_by_label("or in … minutes")).to_be_disabled()
        expect(page.locator("[data-ends-at]")).to_have_text("Ends at 16:28.")

    def test_steps_are_in_proportion_to_the_time_there_is(self, folder: str, watch: Watch) -> None:
        page = begun(watch(folder), "#people=8&start=15:45")
        for key in ("ArrowRight", "ArrowRight", "n"):
            page.keyboard.press(key)
        steps = page.locator(".is-now .steps dd").first
        expect(steps).to_have_text(re.compile(r"Think and list, 6; .*line, 2 \(in proportion; wri"))
        page.keyboard.press("+")
        expect(steps).to_have_text(re.compile(r"Think and list, 8; .*line, 2\s*$"))


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
