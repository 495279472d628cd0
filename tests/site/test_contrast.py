"""Contrast by the formula of WCAG 2, against its own examples and the theme's colours."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.contrast import ENOUGH, PAPERS, contrast, lighter, nearest

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    "one, other, ratio",
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#211f1c", "#fbfaf6", 15.7),
        ("#6d2a4d", "#fbfaf6", 9.6),
        ("#eab0ca", "#1b1a18", 9.6),
    ],
)
def test_known_pairs_have_their_known_contrast(one: str, other: str, ratio: float) -> None:
    """Black on white is 21 to 1; #777 is the well-known near miss."""
    assert contrast(one, other) == pytest.approx(ratio, abs=0.06)
    assert contrast(other, one) == contrast(one, other)


@given(COLOURS)
def test_the_nearest_shade_can_be_read_on_every_paper(colour: str) -> None:
    """And a colour that can be read already is its own nearest shade."""
    shade = nearest(colour)
    assert min(contrast(shade, paper) for paper in PAPERS) >= ENOUGH
    if min(contrast(colour, paper) for paper in PAPERS) >= ENOUGH:
        assert shade == colour


@given(COLOURS)
def test_any_colour_is_lightened_enough_for_dark_paper(colour: str) -> None:
    """White is the lightest there is, and is enough."""
    assert contrast(lighter(colour, "#1b1a18", 7.0), "#1b1a18") >= 7.0
