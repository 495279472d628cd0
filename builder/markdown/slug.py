"""Names for headings: readable, in any script, and each given once."""

from __future__ import annotations

import unicodedata

LONGEST = 64
"""Characters in a name, before the number that sets equal ones apart."""
NAMELESS = "section"
"""The name of a heading without any letter or digit."""
KEPT = frozenset("LNM")
"""The Unicode categories that stay: letters, numbers, and the marks that belong to them."""


def slug(text: str) -> str:
    """Return a text as lower-case words joined by hyphens; `What it is` gives `what-it-is`."""
    folded = unicodedata.normalize("NFC", text).lower()
    kept = (char if unicodedata.category(char)[0] in KEPT else " " for char in folded)
    words = "".join(kept).split()
    name = unicodedata.normalize("NFC", "-".join(words))
    if len(name) > LONGEST:
        name = name[:LONGEST].rpartition("-")[0] or name[:LONGEST]
    return name or NAMELESS


class Slugger:
    """Gives each heading of a text its own name.

    How far each name has been counted is remembered, so that a thousand equal headings take a
    thousand steps and not a million.
    """

    def __init__(self) -> None:
        """Start with no name given."""
        self.used: set[str] = set()
        self._counts: dict[str, int] = {}

    def name(self, text: str) -> str:
        """Return a name for a heading that no other heading has."""
        base = slug(text)
        count = self._counts.get(base, 1)
        name = base if count == 1 else f"{base}-{count}"
        while name in self.used:
            count += 1
            name = f"{base}-{count}"
        self._counts[base] = count
        self.used.add(name)
        return name
