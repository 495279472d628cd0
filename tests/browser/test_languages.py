"""Pages in each language of the theme: the rules of accessibility, and nothing sideways."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.browser.test_accessible import violations
from tests.browser.test_width import sideways
from tests.browser.watch import Watched
from tests.languages import LANGUAGES, in_language

pytestmark = pytest.mark.browser

PATHS = (
    "index.html",
    "sessions/index.html",
    "sessions/hello/index.html",
    "sessions/hello/guide.html",
    "worksheets/look-back.html",
    "workbook.html",
    "about.html",
)
WIDTHS = (320, 1280)
BY_DESIGN = {"div.line is cut"}
"""The line of a session under 75 minutes stands in a measure that is as wide as 75 would be."""


@pytest.mark.parametrize("language", [one for one in LANGUAGES if not one.startswith("en")])
def test_pages_keep_the_rules_and_nothing_scrolls_sideways(
    tmp_path_factory: pytest.TempPathFactory, watch: Callable[..., Watched], language: str
) -> None:
    """In light and in dark, on a phone and on a desk."""
    root = in_language(tmp_path_factory, language).out.as_uri()
    watched = watch(f"{root}/", bypass_csp=True, reduced_motion="reduce")
    found: dict[str, object] = {}
    for path in PATHS:
        page = watched.go(path)
        told = sideways(page, WIDTHS)
        wide = {width: rest for width, faults in told.items() if (rest := {*faults} - BY_DESIGN)}
        faults = violations(page)
        if wide or faults:
            found[path] = (wide, faults)
    assert found == {}
