"""No page breaks a rule of accessibility that a machine can see: axe, WCAG 2.2 AA."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pytest

from tests.browser.kinds import ALL
from tests.browser.watch import Watched
from tests.conftest import ROOT

pytestmark = pytest.mark.browser

AXE = ROOT / "tests/tools/node_modules/axe-core/axe.min.js"
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
RUN = """options => axe.run(document, options).then(result => result.violations.map(fault =>
  `${fault.id}: ${fault.nodes.length} × ${fault.nodes[0].html.slice(0, 120)} (${
    fault.nodes[0].any.concat(fault.nodes[0].all, fault.nodes[0].none)[0]?.message})`))"""
EVERY_RULE: dict[str, Any] = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": []}
COLOUR_RULES: dict[str, Any] = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": [],
}


def violations(
    watched: Watched, paths: Iterable[tuple[str, str]], rules: dict[str, Any]
) -> dict[str, list[str]]:
    """Return what axe finds on each of some pages, by kind of page."""
    if not AXE.exists():
        pytest.fail("axe-core is missing: run `npm ci` in tests/tools")
    script = AXE.read_text(encoding="utf-8")
    found = {}
    for kind, path in paths:
        page = watched.go(path)
        page.evaluate(script)
        faults = page.evaluate(RUN, rules)
        if faults:
            found[kind] = faults
    return found


@pytest.mark.parametrize(
    "scheme, width, rules",
    [
        pytest.param("light", 1280, EVERY_RULE, id="in light"),
        pytest.param("dark", 1280, COLOUR_RULES, id="in dark"),
        pytest.param("light", 320, EVERY_RULE, id="on a small phone"),
    ],
)
def test_every_kind_of_page_keeps_the_rules(
    hosted: str, watch: Callable[..., Watched], scheme: str, width: int, rules: dict[str, Any]
) -> None:
    """In light and in dark, on a wide screen and on the narrowest."""
    watched = watch(
        hosted,
        color_scheme=scheme,
        viewport={"width": width, "height": 900},
        bypass_csp=True,  # for axe alone: it makes elements with styles of their own
    )
    assert violations(watched, ALL.items(), rules) == {}
