"""Categories: the words that pages, notes and packs are filed under, and how often each is used."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from builder.site.slugs import slug


@dataclass(frozen=True, slots=True)
class Tag:
    """A category."""

    slug: str
    """Its name in addresses; spellings that differ in capitals or signs are one category."""
    label: str
    """The spelling used most."""
    count: int
    """How many things are filed under it."""


def used(tags: Iterable[str]) -> tuple[Tag, ...]:
    """Return the categories that words name, those used most first, then by name."""
    spellings: dict[str, Counter[str]] = {}
    for tag in tags:
        spellings.setdefault(slug(tag), Counter())[tag] += 1
    found = [Tag(name, _label(counts), counts.total()) for name, counts in spellings.items()]
    return tuple(sorted(found, key=lambda tag: (-tag.count, tag.label.casefold(), tag.slug)))


def _label(counts: Counter[str]) -> str:
    return min(counts, key=lambda spelling: (-counts[spelling], spelling))
