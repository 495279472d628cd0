"""A reader's own colours and wish for stillness are kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.kinds import FEW, KINDS
from tests.browser.running import states
from tests.browser.watch import Watched

pytestmark = pytest.mark.browser

Watch = Callable[..., Watched]
UNSEEN = """() => {
  const ground = getComputedStyle(document.documentElement).backgroundColor;
  return [...document.querySelectorAll("h1, h2, p, li, td, th, dt, dd, label, a, button")]
    .filter(part => part.checkVisibility() && part.innerText && part.innerText.trim())
    .filter(part => {
      const style = getComputedStyle(part);
      return style.color === ground && style.backgroundColor === "rgba(0, 0, 0, 0)";
    })
    .map(part => part.outerHTML.slice(0, 100));
}"""


def test_every_word_is_seen_in_forced_colours(folder: str, watch: Watch) -> None:
    """Windows' contrast themes take all colours but their own few; bars then have borders."""
    watched = watch(folder, forced_colors="active")
    for kind in FEW:
        page = watched.go(KINDS[kind])
        assert page.evaluate("matchMedia('(forced-colors: active)').matches")
        assert page.evaluate(UNSEEN) == [], kind
    page = watched.go(KINDS["pack"])
    edges = page.locator(".line-list .step").first.evaluate(
        "step => Object.values(['Top', 'Right', 'Left']"
        ".map(side => getComputedStyle(step)[`border${side}Width`]))"
    )
    assert any(width != "0px" for width in edges), "a bar in forced colours has no border"
    assert watched.faults == []


def test_every_word_of_run_mode_is_seen_in_forced_colours(folder: str, watch: Watch) -> None:
    """In each of its states; the part that runs now has another ground than the rest."""
    watched = watch(folder, forced_colors="active")
    for state, page in states(watched):
        assert page.evaluate(UNSEEN) == [], state
        if state == "running":
            grounds = page.evaluate(
                "['.is-now', '.is-rest'].map(part => getComputedStyle("
                "document.querySelector(`.run-bars ${part} .step`)).backgroundColor)"
            )
            assert len(set(grounds)) == 2, "nothing shows where the session is"
            pointer = page.locator(".run-bars .pointer")
            seen = pointer.evaluate("one => getComputedStyle(one).backgroundColor")
            assert seen not in grounds
    assert watched.faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_is_seen_in_light_and_dark(folder: str, watch: Watch, scheme: str) -> None:
    """The page follows the system; there is no switch."""
    watched = watch(folder, color_scheme=scheme)
    grounds = set()
    for kind in FEW:
        page = watched.go(KINDS[kind])
        assert page.evaluate(UNSEEN) == [], kind
        grounds.add(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
    assert grounds == {"rgb(251, 250, 246)" if scheme == "light" else "rgb(27, 26, 24)"}


def test_nothing_moves_for_those_who_want_stillness(folder: str, watch: Watch) -> None:
    """No transition and no animation on any element."""
    watched = watch(folder, reduced_motion="reduce")
    for kind in FEW:
        moving = watched.go(KINDS[kind]).evaluate(
            """() => [...document.querySelectorAll("*")].filter(element => {
              const style = getComputedStyle(element);
              const times = `${style.transitionDuration},${style.animationDuration}`.split(",");
              return times.some(time => parseFloat(time) > 0) && style.animationName !== "none"
                || style.transitionDuration.split(",").some(time => parseFloat(time) > 0);
            }).map(element => element.outerHTML.slice(0, 80))"""
        )
        assert moving == [], kind


def test_the_page_reads_with_no_font_files(folder: str, watch: Watch) -> None:
    """Where fonts are blocked the system's own stand in, and nothing becomes too wide."""
    watched = watch(folder, viewport={"width": 320, "height": 900})
    watched.page.route("**/*.woff2", lambda route: route.abort())
    for kind in FEW:
        page = watched.go(KINDS[kind])
        assert page.locator("h1").is_visible()
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 320, kind
