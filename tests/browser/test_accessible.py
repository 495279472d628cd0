"""No page breaks a rule of accessibility that a machine can see: axe, WCAG 2.2 AA."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.kinds import ALL
from tests.browser.watch import Watched
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

AXE = ROOT / "tests/tools/node_modules/axe-core/axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RUN = """options => axe.run(document, options).then(result => result.violations.map(fault =>
  `${fault.id}: ${fault.nodes.length} × ${fault.nodes[0].html.slice(0, 120)} (${
    fault.nodes[0].any.concat(fault.nodes[0].all, fault.nodes[0].none)[0]?.message})`))"""
TAGGED: dict[str, Any] = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": []}
NO_COLOUR: dict[str, Any] = {**TAGGED, "rules": {"color-contrast": {"enabled": False}}}
COLOUR: dict[str, Any] = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": [],
}


def violations(page: Page) -> dict[str, list[str]]:
    """Return what axe finds on a page: in light, in dark, and on the narrowest screen."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.emulate_media(color_scheme="light")
    page.evaluate(axe())
    found = {"in light": page.evaluate(RUN, TAGGED)}
    page.emulate_media(color_scheme="dark")
    found["in dark"] = page.evaluate(RUN, COLOUR)
    page.set_viewport_size({"width": 320, "height": 900})
    found["at 320"] = page.evaluate(RUN, NO_COLOUR)
    return {where: faults for where, faults in found.items() if faults}


@functools.cache
def axe() -> str:
    """Return the rules, or say what to install."""
    if not AXE.exists():
        pytest.fail("axe-core is missing: run `npm ci` in tests/tools")
    return AXE.read_text(encoding="utf-8")


@pytest.mark.parametrize("half", [0, 1], ids=["one half", "the other half"])
def test_every_kind_of_page_keeps_the_rules(
    hosted: str, watch: Callable[..., Watched], half: int
) -> None:
    """In light, in dark and on a small phone; in two halves, so that two can work at once."""
    # The policy is off for axe alone, which makes elements with styles; colours change at once.
    watched = watch(hosted, bypass_csp=True, reduced_motion="reduce")
    paths = list(ALL.items())[half::2]
    found = {kind: violations(watched.go(path)) for kind, path in paths}
    assert {kind: faults for kind, faults in found.items() if faults} == {}
