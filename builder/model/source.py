"""A source file as it was found, before anything is known of what it says."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Source:
    """A file as found; `data` is there only while the file is being read."""

    path: str
    """Relative to the site's root, with forward slashes."""
    digest: str
    """The digest of its bytes."""
    size: int
    data: bytes | None = field(default=None, compare=False, repr=False)
