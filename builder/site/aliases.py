"""Former addresses: what an author may write, and where the page that leads on is put."""

from __future__ import annotations

import posixpath
import re

REFUSED = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\#%]')
"""What no file name may hold on some system, or what would not be a path in an address."""
LONGEST = 200
"""Bytes in one name: some systems allow no more than 255."""


def alias_path(alias: str) -> str | None:
    """Return the path of the page at a former address, or None where it cannot be one of ours.

    `/old/` and `old` are `old/index.html`; what leads outside the site is refused.
    """
    text = alias.strip().lstrip("/")
    if not text or REFUSED.search(text):
        return None
    path = posixpath.normpath(text)
    parts = path.split("/")
    if any(part.startswith(".") or part[-1] in ". " for part in parts):
        return None
    if any(len(part.encode()) > LONGEST for part in parts):
        return None
    if not text.endswith("/") and path.endswith((".html", ".htm")):
        return path
    return f"{path}/index.html"
