"""How run mode looks: nothing is cut, prompts are large, and it keeps the rules in each state."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.running import begun, now, states
from tests.browser.test_accessible import RUN, TAGGED, axe
from tests.browser.watch import Watched
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

Watch = Callable[..., Watched]
LARGEST = 14 * 1024
SIZES = ((1920, 1080), (1280, 720), (1024, 1366), (844, 390), (390, 844), (320, 568))


@pytest.mark.parametrize("width,height", SIZES)
def test_nothing_is_cut_and_the_prompt_is_seen(
    folder: str, watch: Watch, width: int, height: int
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


def test_prompts_are_for_the_back_of_the_room(folder: str, watch: Watch) -> None:
    page = begun(watch(folder, viewport={"width": 1920, "height": 1080}))
    size = page.locator(".is-now .is-shown > p:not(.signal)").first.evaluate(
        "element => parseFloat(getComputedStyle(element).fontSize)"
    )
    assert size == pytest.approx(1920 * 0.0172 * 2.85, rel=0.01)


@pytest.mark.parametrize(
    "scheme,width,height", [("light", 1280, 720), ("dark", 1280, 720), ("light", 390, 844)]
)
def test_it_keeps_the_rules_of_accessibility(
    hosted: str, watch: Watch, scheme: str, width: int, height: int
) -> None:
    options: dict[str, Any] = {
        "color_scheme": scheme,
        "viewport": {"width": width, "height": height},
        "reduced_motion": "reduce",
        "bypass_csp": True,  # for axe alone
    }
    found: dict[str, list[str]] = {}
    for state, page in states(watch(hosted, **options)):
        if state == "before":
            page.evaluate(axe())
        found[state] = page.evaluate(RUN, TAGGED)
    assert len(found) == 7
    assert {state: faults for state, faults in found.items() if faults} == {}


def test_nothing_moves_for_those_who_want_stillness(folder: str, watch: Watch) -> None:
    page = begun(watch(folder, reduced_motion="reduce"))
    names = page.evaluate(
        "[...document.querySelectorAll('*')]"
        ".map(element => getComputedStyle(element).animationName)"
    )
    assert set(names) == {"none"}


def test_it_is_small() -> None:
    script = (ROOT / "themes/default/static/run.js").read_bytes()
    assert len(gzip.compress(script, 9)) <= LARGEST
