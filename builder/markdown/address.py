"""What kind of address a link has: inside the site, elsewhere in a way we allow, or neither."""

from __future__ import annotations

import re

ALLOWED = frozenset({"http", "https", "mailto", "tel", "sms"})
"""The schemes that a link may lead out of the site by."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


def scheme(href: str) -> str:
    """Return the scheme of an address in lower case, `//` for one without, empty inside the site.

    A backslash counts as a slash, because browsers read it so.
    """
    found = _SCHEME.match(href)
    if found:
        return found[1].lower()
    return "//" if href[:2].replace("\\", "/") == "//" else ""


def is_inside(href: str) -> bool:
    """Whether an address leads to something in the site, and is to be resolved."""
    return scheme(href) == ""


def is_allowed(href: str) -> bool:
    """Whether an address leads out of the site in a way that readers may follow."""
    return scheme(href) in ALLOWED
