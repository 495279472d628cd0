"""What a pack's licence asks of a site that takes it: named, and never refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

FREE = frozenset({"CC0-1.0", "PDDL-1.0", "Unlicense"})
"""Licences that ask for nothing."""
KNOWN = "CC-BY"


def notes(what: str, licence: str, site: str) -> Iterator[str]:
    """Give what to know where the licence of what is added is not the site's, in sentences."""
    if licence == site or licence in FREE:
        return
    if not licence:
        yield f"{what} states no licence of its own, and so comes under this site's: ask its author"
        return
    kept = f", and this site under {site}" if site else ""
    yield f"{what} is under {licence}{kept}: it keeps its own, on its pages and in its zip"
    parts = licence.split("-")
    if "NC" in parts:
        yield f"{licence}: nobody may use it to earn money, whatever the rest of the site allows"
    if "SA" in parts:
        yield f"{licence}: who passes on a changed version does so under {licence} as well"
    if "ND" in parts:
        yield f"{licence}: a changed or translated version may not be published, nor one in a build"
    if not licence.startswith(KNOWN):
        yield f"{licence}: read what it asks before you publish"
