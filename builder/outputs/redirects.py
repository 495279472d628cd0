"""Former addresses: a small page at each that leads on to where the thing is now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.site import Page, Site
from builder.model.view import Frame
from builder.plan import Output
from builder.site.aliases import alias_path
from builder.site.scope import Scope
from builder.theme import Theme


@dataclass(frozen=True, slots=True)
class RedirectView:
    """A page that leads on."""

    frame: Frame
    title: str
    url: str


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give a page for each former address of a page or note."""
    if not scope.is_hosted:
        return
    for page in (*site.pages, *site.notes):
        for path in paths(page):
            url = scope.url(page.key, path)
            if url is not None and path != scope.path(page.key):
                template = theme.template("redirect.html", page.language)
                frame = scope.frame(page.key, page.head.title, path=path, language=page.language)
                yield Output(path, template, RedirectView(frame, page.head.title, url))


def paths(page: Page) -> tuple[str, ...]:
    """Return where the former addresses of a page are, each once."""
    found = (alias_path(alias) for alias in page.head.aliases)
    return tuple(dict.fromkeys(path for path in found if path is not None))
