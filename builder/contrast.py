"""Whether a school's own colour can be read: contrast by the formula of WCAG 2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.model.config import ThemeOptions
    from builder.model.part import Marks

PAPERS = ("#fbfaf6", "#ffffff", "#efece4")
"""Paper, sheet and wash: what links stand on, on light screens."""
ENOUGH = 4.5
"""The least contrast of text, WCAG 2 success criterion 1.4.3."""

Rgb = tuple[float, float, float]


def check_accent(options: ThemeOptions, marks: Marks) -> Iterator[Problem]:
    """Warn of an accent that is too pale to read, naming the nearest shade that is not."""
    if options.accent is None:
        return
    least = min(contrast(options.accent, paper) for paper in PAPERS)
    if least < ENOUGH:
        message = f"the accent {options.accent} has a contrast of {least:.1f} to 1; 4.5 is needed"
        hint = f"the nearest shade that can be read is {nearest(options.accent)}"
        where = marks.at("theme_options", "accent")
        yield Problem(where, "low-contrast", message, hint, "warning")


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2, "contrast ratio")."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour (WCAG 2, "relative luminance")."""
    red, green, blue = (_linear(part) for part in _rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def nearest(colour: str) -> str:
    """Return the same colour, darkened just enough to be read on every paper."""
    rgb = _rgb(colour)
    for step in range(101):
        shade = _hex(tuple(part * (100 - step) / 100 for part in rgb))
        if min(contrast(shade, paper) for paper in PAPERS) >= ENOUGH:
            return shade
    return "#000000"


def lighter(colour: str, paper: str, wanted: float) -> str:
    """Return the same colour, lightened until it has a contrast on dark paper."""
    rgb = _rgb(colour)
    for step in range(101):
        shade = _hex(tuple(part + (1 - part) * step / 100 for part in rgb))
        if contrast(shade, paper) >= wanted:
            return shade
    return "#ffffff"


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB


def _rgb(colour: str) -> tuple[float, ...]:
    return tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))


def _hex(rgb: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in rgb)
