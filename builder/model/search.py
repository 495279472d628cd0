"""What search looks through: each thing of the site with its passages, as the index takes them in.

An entry holds facts and digests of bodies, never their words: whoever makes the index reads them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FindKind = Literal["pack", "series", "sheet", "deck", "page", "tool", "term", "note", "person"]
"""In the order in which results that are as good as one another are shown."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a page that a result may lead to."""

    heading: str
    """Empty for the beginning of the page."""
    link: str
    """From the page of search; `#…` for a place on the entry's own page, empty for its top."""
    text: str
    """Plain words, those of the body aside."""
    digest: str = ""
    """Where a body is in the store, whose words for participants belong here too."""
    parted: bool = False
    """Whether the headings of that body begin passages of their own."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that can be found."""

    id: str
    """What names it for good: its key in the routes."""
    kind: FindKind
    title: str
    url: str
    """From the page of search."""
    language: str
    minutes: int
    """How long a session takes; 0 for all else."""
    passages: tuple[Passage, ...]
    """The first stands for the thing as a whole."""
