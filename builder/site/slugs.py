"""Names for addresses, made of words."""

from __future__ import annotations

import functools


@functools.lru_cache(maxsize=4096)  # the tags of thousands of pages are a few words, asked often
def slug(words: str) -> str:
    """Return a name for files and ids: lower-case letters of any script, digits and hyphens."""
    kept = "".join(c if c.isalnum() else " " for c in words.casefold())
    return "-".join(kept.split()) or "other"
