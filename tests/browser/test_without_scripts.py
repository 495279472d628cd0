"""With JavaScript off everything is there to read, and no control is there that does nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.kinds import ALL, KINDS, SHELF
from tests.browser.watch import Watched

pytestmark = pytest.mark.browser

Watch = Callable[..., Watched]
DEAD = """() => [...document.querySelectorAll("button, select, input, textarea, a, [role=button]")]
  .filter(control => control.checkVisibility({visibilityProperty: true}))
  .filter(control => control.matches("button, [role=button], a:not([href]), a[href='#']")
    || (control.matches("select, input, textarea") && !control.closest("form.sheet")))
  .map(control => control.outerHTML.slice(0, 100))"""
SILENT = """() => [...document.querySelectorAll("main [hidden]")]
  .filter(part => !part.matches("button, form, a"))
  .filter(part => !part.closest("form, [data-steps], [data-rest], [data-close]"))
  .filter(part => {
    const words = part.cloneNode(true);
    words.querySelectorAll("button, a").forEach(control => control.remove());
    return words.textContent.trim();
  })
  .map(part => part.outerHTML.slice(0, 100))"""
"""Words that are hidden, but for controls and for what they alone fill."""


def test_everything_reads_without_scripts(folder: str, watch: Watch) -> None:
    """Each kind of page has its heading and its words; nothing that does nothing is shown."""
    watched = watch(folder, java_script_enabled=False)
    faults = {}
    for kind, path in (ALL | {"not found": "about.html"}).items():
        page = watched.go(path)
        assert page.locator("h1").is_visible(), kind
        assert len(page.locator("main").inner_text()) > 40, kind
        found = [*page.evaluate(DEAD), *page.evaluate(SILENT)]
        if found:
            faults[kind] = found
    assert faults == {}
    assert watched.faults == []


def test_the_library_has_its_lists_without_scripts(folder: str, watch: Watch) -> None:
    """By need, time, people, way of meeting and trust, each pack with the reason beside it."""
    page = watch(folder, java_script_enabled=False).go(KINDS["library"])
    assert page.locator("[data-pack]").count() == len(SHELF)
    titles = page.locator("[data-pack] h3").all_inner_texts()
    shelves = page.locator(".shelves")
    assert shelves.count() >= 3
    for shelf in shelves.all():
        words = shelf.inner_text()
        assert any(title in words for title in titles), words
    reasons = page.locator(".shelves li .soft").all_inner_texts()
    assert {"with changes", "in its short version"} <= set(reasons)
    counts = page.locator(".counts a[href^='#']").all()
    assert len(counts) >= 8
    for link in counts:
        assert page.locator(f"[id='{(link.get_attribute('href') or '')[1:]}']").is_visible()


def test_the_clock_runs_from_nought_without_scripts(folder: str, watch: Watch) -> None:
    """No start time can be given, so the pack and its guide count the minutes."""
    watched = watch(folder, java_script_enabled=False)
    for kind in ("pack", "guide"):
        clocks = watched.go(KINDS[kind]).locator("[data-offset]:visible").all_inner_texts()
        assert clocks[:2] == ["0:00", "0:05"]
        assert "1:10" in clocks


@pytest.mark.promise("no-script")
def test_a_sheet_can_be_filled_in_without_scripts(folder: str, watch: Watch) -> None:
    """It is a real form, which then prints what was typed; it can send nothing."""
    page = watch(folder, java_script_enabled=False).go("worksheets/goal-builder.html")
    field = page.locator("main textarea:visible, main input[type=text]:visible").first
    field.fill("Ask before I tell")
    assert field.input_value() == "Ask before I tell"
    assert page.locator("form[action], button[type=submit]:visible").count() == 0
