"""What the script of the pages adds works from a folder, by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.kinds import KINDS, SHELF
from tests.browser.watch import Watched

pytestmark = pytest.mark.browser

Watch = Callable[..., Watched]


def tab_to(page: Page, selector: str) -> None:
    """Go from control to control until one matches; the ring round it must be seen."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            ring = page.evaluate(
                "() => { const style = getComputedStyle(document.activeElement);"
                " return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2; }"
            )
            assert ring, f"nothing shows that {selector} has the focus"
            return
    pytest.fail(f"no number of Tabs leads to {selector}")


def titles(page: Page, where: str) -> list[str]:
    """Return the packs that a part of the library shows."""
    return page.locator(f"{where} [data-pack]:visible h3").all_inner_texts()


def test_the_first_tab_leads_past_the_navigation(folder: str, watch: Watch) -> None:
    """The link shows itself when it has the focus, and takes the focus to the text."""
    page = watch(folder).go()
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_in_viewport()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_sentence_of_the_library_filters(folder: str, watch: Watch) -> None:
    """Choosing shows three to begin with, what fits, what comes close; Show all takes it back."""
    watched = watch(folder)
    page = watched.go(KINDS["library"])
    everything = titles(page, "main")
    assert len(everything) == len(SHELF)
    count = page.locator("[data-count]")
    expect(count).to_have_text(f"{len(SHELF)} packs.")
    tab_to(page, "select[name=time]")
    choices = page.locator("select[name=time] option").all_inner_texts()
    shortest = page.locator("select[name=time] option").nth(1)
    page.keyboard.press("ArrowDown")
    expect(page.locator("select[name=time]")).to_have_value(shortest.get_attribute("value") or "-")
    minutes = int(shortest.get_attribute("value") or 0)
    fitting = [
        pack.locator("h3").inner_text()
        for pack in page.locator("[data-pack]").all()
        if int(pack.get_attribute("data-minutes") or 0) <= minutes
        or str(minutes) in (pack.get_attribute("data-shorter") or "").split()
    ]
    first = titles(page, "[data-steps]")
    assert 1 <= len(first) <= 3
    assert set(fitting) <= {*first, *titles(page, "[data-rest]")}
    for why in page.locator("[data-steps] [data-why]").all():
        expect(why).to_contain_text(f"{minutes}")
    if set(everything) - set(fitting):
        assert set(titles(page, "[data-close]")) <= set(everything) - set(fitting)
        expect(page.locator("[data-close] [data-why]").first).to_contain_text("Needs")
    assert len(choices) >= 3
    tab_to(page, "button[type=reset]")
    page.keyboard.press("Enter")
    expect(count).to_have_text(f"{len(SHELF)} packs.")
    assert sorted(titles(page, "main")) == sorted(everything)
    assert watched.faults == []


def test_nothing_fits_is_never_an_empty_list(folder: str, watch: Watch) -> None:
    """Whatever is chosen, something comes close and says why not quite."""
    watched = watch(folder)
    page = watched.go(KINDS["library"])
    for name in ("need", "people", "time", "mode"):
        tab_to(page, f"select[name={name}]")
        page.keyboard.press("End")
    assert len(titles(page, "main")) >= 1
    expect(page.locator("[data-count]")).not_to_be_empty()
    for why in page.locator("[data-close] [data-pack]:visible [data-why]").all():
        expect(why).to_be_visible()
        expect(why).not_to_be_empty()
    assert watched.faults == []


def test_a_path_is_picked_by_keys_and_can_be_linked(folder: str, watch: Watch) -> None:
    """What was chosen is in the address, and the address gives the same three packs."""
    watched = watch(folder)
    page = watched.go(KINDS["library"])
    tab_to(page, "select[name=need]")
    page.keyboard.press("ArrowDown")
    tab_to(page, "input[name=trust]")
    page.keyboard.press("Space")
    first = titles(page, "[data-steps]")
    assert 1 <= len(first) <= 3
    assert page.url.endswith("&trust=1")
    assert "#need=" in page.url
    page.reload()
    assert titles(page, "[data-steps]") == first
    expect(page.locator("input[name=trust]")).to_be_checked()
    assert watched.faults == []


def test_a_list_beside_the_packs_fills_in_the_sentence(folder: str, watch: Watch) -> None:
    """It is the same list, and the count has the focus, so that it is in sight and read out."""
    watched = watch(folder)
    page = watched.go(KINDS["library"])
    for link in page.locator(".lists a[data-choice]:visible").all():
        count = link.locator("xpath=following-sibling::span").inner_text()
        link.focus()
        page.keyboard.press("Enter")
        status = page.locator("[data-count]")
        expect(status).to_be_focused()
        said = status.inner_text().split()[0]
        assert said == {"1": "One"}.get(count, count), link.get_attribute("data-choice")
    assert watched.faults == []


@pytest.mark.parametrize("kind", ["pack", "guide"])
def test_a_start_time_sets_every_clock(folder: str, watch: Watch, kind: str) -> None:
    """15:45 and 75 minutes end at 17:00; taken away, the minutes count from nought again."""
    watched = watch(folder)
    page = watched.go(KINDS[kind])
    clocks = page.locator("[data-offset]:visible")
    before = clocks.all_inner_texts()
    tab_to(page, "#start")
    page.keyboard.type("1545")
    page.keyboard.press("Tab")
    after = clocks.all_inner_texts()
    assert before[:2] == ["0:00", "0:05"]
    assert after[:2] == ["15:45", "15:50"]
    assert "16:55" in after
    assert not any(text.startswith(("0:", "1:")) for text in after)
    expect(page.locator("[data-end]")).to_have_text("17:00")
    expect(page.locator("#start")).to_have_value("15:45")
    page.reload()
    assert clocks.all_inner_texts() == after
    page.locator("#start").focus()
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    assert clocks.all_inner_texts() == before
    assert watched.faults == []


def test_the_link_of_a_pack_can_be_copied(folder: str, watch: Watch) -> None:
    """From a folder too it is the address on the published site, with the start time chosen."""
    watched = watch(folder)
    page = watched.go(KINDS["pack"])
    tab_to(page, "button[data-copy]")
    button = page.locator("button[data-copy]")
    before = button.inner_text()
    page.keyboard.press("Enter")
    expect(button).not_to_have_text(before)
    assert watched.faults == []
    paper = page.context.new_page()
    paper.set_content("<textarea></textarea>")
    paper.locator("textarea").focus()
    paper.keyboard.press("Control+V")
    expect(paper.locator("textarea")).to_have_value(
        "https://peerpress.example.org/sessions/begin-well/index.html"
    )


def test_a_sheet_is_printed_by_its_button(folder: str, watch: Watch) -> None:
    """The one button of a sheet opens the browser's own printing."""
    watched = watch(folder)
    watched.page.add_init_script("window.print = () => { document.title = 'printed'; };")
    page = watched.go("worksheets/goal-builder.html")
    tab_to(page, "button[data-print]")
    page.keyboard.press("Enter")
    assert page.title() == "printed"
    assert watched.faults == []
