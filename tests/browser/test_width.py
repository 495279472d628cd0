"""Nothing scrolls sideways and nothing is cut, on any screen, with any size of text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser

from tests.browser.kinds import ALL
from tests.browser.watch import Watched

pytestmark = pytest.mark.browser

Watch = Callable[..., Watched]
WIDTHS = (320, 390, 768, 1280, 1920)
SPREAD = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }
"""
"""What readers may ask for: WCAG 2.2, 1.4.12."""
TOO_WIDE = """() => {
  const shown = (element) =>
    element.tagName.toLowerCase() + (element.className.baseVal ?? element.className
      ? "." + String(element.className.baseVal ?? element.className).split(" ").join(".") : "");
  const scroller = document.scrollingElement;
  const faults = [];
  const hidden = (element) => element.clientWidth <= 1;
  const wide = scroller.scrollWidth > innerWidth;
  for (const element of document.body.querySelectorAll("*")) {
    if (element.closest(".hush, .skip, svg") || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    if (wide && style.position !== "fixed" && element.getBoundingClientRect().right > innerWidth + 1)
      faults.push(`${shown(element)} ends at ${Math.round(element.getBoundingClientRect().right)}`);
    const cuts = ["hidden", "clip"].includes(style.overflowX) && !hidden(element);
    if (cuts && element.scrollWidth > element.clientWidth + 1)
      faults.push(`${shown(element)} is cut`);
  }
  return wide && !faults.length ? [`the page is ${scroller.scrollWidth} wide`] : faults.slice(-3);
}"""


def sideways(watched: Watched, style: str = "") -> dict[str, list[str]]:
    """Return what is too wide, by kind of page and width of screen."""
    found = {}
    for kind, path in ALL.items():
        page = watched.go(path)
        if style:
            page.evaluate(
                """style => {
                  const sheet = new CSSStyleSheet();
                  sheet.replaceSync(style);
                  document.adoptedStyleSheets = [sheet];
                }""",
                style,
            )
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            faults = page.evaluate(TOO_WIDE)
            if faults:
                found[f"{kind} at {width}"] = faults
    return found


def test_nothing_scrolls_sideways(hosted: str, watch: Watch) -> None:
    """From the smallest phone to a wide screen."""
    assert sideways(watch(hosted)) == {}


def test_nothing_scrolls_sideways_with_text_of_twice_the_size(
    hosted: str, watch: Watch, large_chromium: Browser
) -> None:
    """The reader has set it in the browser, so it counts for every width in em as well."""
    watched = watch(hosted, large_chromium)
    page = watched.go()
    page.set_viewport_size({"width": 1280, "height": 900})
    assert page.evaluate("getComputedStyle(document.body).fontSize") >= "34px"
    assert sideways(watched) == {}


def test_nothing_scrolls_sideways_with_text_spread_out(hosted: str, watch: Watch) -> None:
    """Lines, letters, words and paragraphs further apart, as some readers need them."""
    assert sideways(watch(hosted), SPREAD) == {}
