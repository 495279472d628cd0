"""What a file is, by its path alone: which reader reads it, its id, its language, its pack."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

What = Literal[
    "config",
    "theme",
    "page",
    "person",
    "activity",
    "local",
    "worksheet",
    "tools",
    "glossary",
    "series",
    "pack",
    "pack-words",
    "segment",
    "prepare",
    "follow-up",
    "key-idea",
    "cards",
    "asset",
    "unknown",
]

TEXTS: dict[str, What] = {
    "prepare": "prepare",
    "follow-up": "follow-up",
    "key-idea": "key-idea",
}
"""The Markdown files of a pack's own folder."""

LANGUAGE = re.compile(r"^(?P<stem>.+?)\.(?P<language>[a-z]{2,3}(-[A-Za-z0-9]{2,8})*)$")
_PATTERNS: tuple[tuple[str, What], ...] = (
    (r"site\.yaml", "config"),
    (r"themes/[^/]+/theme\.yaml", "theme"),
    (r"content/tools\.yaml", "tools"),
    (r"content/glossary\.yaml", "glossary"),
    (r"content/worksheets/(?P<id>[^/]+)\.yaml", "worksheet"),
    (r"content/local/(?P<id>[^/]+)\.md", "local"),
    (r"content/activities/(?P<id>[^/]+)\.md", "activity"),
    (r"content/cards/(?P<id>[^/]+)\.md", "cards"),
    (r"content/people/(?P<id>[^/]+)\.md", "person"),
    (r"content/(?P<id>.+)\.md", "page"),
    (r"content/.+\.ya?ml", "unknown"),
    (r"content/.+", "asset"),
    (r"sessions/series/(?P<id>[^/]+)\.yaml", "series"),
    (r"sessions/(?P<pack>[^/]+)/pack\.yaml", "pack"),
    (r"sessions/(?P<pack>[^/]+)/(?P<id>pack\.[^/]+)\.yaml", "pack-words"),
    (r"sessions/(?P<pack>[^/]+)/segments/(?P<id>[^/]+)\.md", "segment"),
    (r"sessions/(?P<pack>[^/]+)/cards/(?P<id>[^/]+)\.md", "cards"),
    (r"sessions/(?P<pack>[^/]+)/worksheets/(?P<id>[^/]+)\.yaml", "worksheet"),
    (r"sessions/(?P<pack>[^/]+)/assets/.+", "asset"),
)
PATTERNS = tuple((re.compile(pattern), what) for pattern, what in _PATTERNS)
"""Which reader a path belongs to; the first that matches."""


@dataclass(frozen=True, slots=True)
class Name:
    """What a path says."""

    what: What
    id: str = ""
    """The id: a page's path in `content/`, a file's stem elsewhere."""
    language: str = ""
    """The language tag in the file's name, as in `about.mi.md`; empty where there is none."""
    pack: str = ""
    """The pack's folder, for what lies in one."""


def name(path: str) -> Name:
    """Return what a path says of its file."""
    own = re.fullmatch(r"sessions/(?P<pack>[^/]+)/(?P<id>[^/]+)\.md", path)
    if own:
        id_, language = _split(own["id"])
        return Name(TEXTS.get(id_, "unknown"), id_, language, own["pack"])
    for pattern, what in PATTERNS:
        match = pattern.fullmatch(path)
        if match:
            found = match.groupdict()
            id_, language = _split(found.get("id") or "")
            return Name(what, id_, language, found.get("pack") or "")
    return Name("unknown")


def _split(stem: str) -> tuple[str, str]:
    folder, slash, last = stem.rpartition("/")
    match = LANGUAGE.match(last)
    if match is None:
        return stem, ""
    return f"{folder}{slash}{match['stem']}", match["language"]
