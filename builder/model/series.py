"""What a series file says: packs in order."""

from __future__ import annotations

from builder.model.record import Id, Language, record


@record
class Series:
    """Packs in order."""

    title: str
    """What the series is called."""
    promise: str = ""
    """What people get from it, in one sentence."""
    packs: tuple[Id, ...]
    """Ids of the packs, in order."""
    cadence: str = ""
    """How often to meet, in words."""
    re_entry: str = ""
    """How to come back in after a gap."""
    language: Language | None = None
    """The language of the text where it is not the site's."""
