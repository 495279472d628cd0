"""Nothing scrolls sideways and nothing is cut, on any screen, with any size of text."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.kinds import ALL
from tests.browser.watch import Watched

pytestmark = pytest.mark.browser

Watch = Callable[..., Watched]
WIDTHS = (320, 390, 768, 1280, 1920)
NARROWEST = (320,)
SPREAD = """
* {
  letter-spacing: 0.12em !important;
  line-height: 1.5 !important;
  word-spacing: 0.16em !important;
}
p { margin-block-end: 2em !important; }
"""
"""What readers may ask for: WCAG 2.2, 1.4.12."""
SET_STYLE = """style => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
}"""
TOO_WIDE = """() => {
  const shown = (element) => [element.localName, ...element.classList].join(".");
  const wide = document.scrollingElement.scrollWidth > innerWidth;
  const faults = wide ? [`the page is ${document.scrollingElement.scrollWidth} wide`] : [];
  for (const element of document.body.querySelectorAll(":not(svg, svg *, .hush, .skip)")) {
    const end = Math.round(element.getBoundingClientRect().right);
    if (wide && end > innerWidth + 1) faults.push(`${shown(element)} ends at ${end}`);
    if (element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1) {
      const { overflowX } = getComputedStyle(element);
      if (overflowX === "hidden" || overflowX === "clip") faults.push(`${shown(element)} is cut`);
    }
  }
  return faults.slice(0, 4);
}"""


def sideways(page: Page, widths: tuple[int, ...]) -> dict[int, list[str]]:
    """Return what is too wide on a page, by width of screen."""
    found = {}
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        faults = page.evaluate(TOO_WIDE)
        if faults:
            found[width] = faults
    return found


def test_nothing_scrolls_sideways(hosted: str, watch: Watch) -> None:
    """From the smallest phone to a wide screen; with text spread out, as some readers need it."""
    watched = watch(hosted)
    found = {}
    for kind, path in ALL.items():
        page = watched.go(path)
        found[kind] = sideways(page, WIDTHS)
        page.evaluate(SET_STYLE, SPREAD)
        found[f"{kind}, spread"] = sideways(page, NARROWEST)
    assert {kind: faults for kind, faults in found.items() if faults} == {}


def test_nothing_scrolls_sideways_with_text_of_twice_the_size(
    hosted: str, watch: Watch, large_chromium: Browser
) -> None:
    """The reader has set it in the browser, so it counts for every width in em as well."""
    watched = watch(hosted, large_chromium)
    page = watched.go()
    page.set_viewport_size({"width": 1280, "height": 900})
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "34px"
    found = {kind: sideways(watched.go(path), WIDTHS) for kind, path in ALL.items()}
    assert {kind: faults for kind, faults in found.items() if faults} == {}
