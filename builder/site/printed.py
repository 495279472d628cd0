"""Printed documents as pages offer them: on each paper, with their pages and sizes."""

from __future__ import annotations

from dataclasses import dataclass

from builder.site.scope import Scope


@dataclass(frozen=True, slots=True)
class Printed:
    """A document on one paper, as it can be had."""

    paper: str
    """`a4` or `letter`."""
    label: str
    url: str
    path: str
    """The output whose pages and size are shown."""


def printed(key: str, scope: Scope, start: str) -> tuple[Printed, ...]:
    """Return a document on each paper of the scope; `key` is such as `guide:begin-well`."""
    found = []
    for name in dict.fromkeys(scope.site.config.print.paper):
        path = scope.path(f"pdf:{key}:{name.lower()}")
        url = scope.url(f"pdf:{key}:{name.lower()}", start)
        if path is not None and url is not None:
            found.append(Printed(name.lower(), name, url, path))
    return tuple(found)
