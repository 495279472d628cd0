"""One scope, as the kinds of output see it: paths, links, bodies and frames in one hand."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from builder.model.names import name
from builder.model.view import Copies
from builder.site import images, links
from builder.site.frame import Framer
from builder.site.routes import relative, routes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from builder.model.page import Text
    from builder.model.site import File, Site
    from builder.model.view import Body, Frame
    from builder.site.links import Atlas
    from builder.site.routes import Routes
    from builder.words import Translator, Words


@dataclass(frozen=True, slots=True)
class Scope:
    """The published site, or what one zip holds."""

    site: Site
    routes: Routes
    places: Atlas
    words: Words
    framer: Framer

    @property
    def name(self) -> str:
        """`hosted`, `pack:ID` or `series:ID`."""
        return self.routes.scope

    @property
    def is_hosted(self) -> bool:
        """Whether this is the scope that is published."""
        return self.routes.is_hosted

    def path(self, key: str) -> str | None:
        """Return where a thing goes here; None where this scope does not have it."""
        return self.routes.path(key)

    def url(self, key: str, start: str, fragment: str = "") -> str | None:
        """Return a link from the page at the path `start` to a thing."""
        return self.routes.url(key, start, fragment)

    def workbook(self, start: str, *parts: str) -> str | None:
        """Return a link from the page at the path `start` to a place in the workbook."""
        return self.routes.workbook(start, *parts)

    def t(self, language: str = "") -> Translator:
        """Return the theme's words in a language; in the site's where none is given."""
        return self.words.of(language or self.site.config.language)

    def frame(self, key: str, title: str, **more: Any) -> Frame:
        """Return the frame of a page; see `Framer.frame`."""
        return self.framer.frame(key, title, **more)

    def body(self, text: Text | None, start: str, prefix: str = "") -> Body | None:
        """Return a text as the page at the path `start` shows it."""
        if text is None:
            return None
        body = links.body(text, start, self.routes, self.places, prefix)
        sizes, copies = [], []
        for link in text.links:
            if link.image and links.is_internal(link.href):
                target = self.places.find(link.href, text.source)
                file = self.places.files.get(target.key) if target else None
                if target and file and file.width:
                    sizes.append((link.href, file.width, file.height))
                    found = self._copies(target.key, file, start)
                    copies += [(link.href, found)] if found else []
        language = name(text.source).language
        titles = []
        for box in text.boxes:
            if box.name == "worksheet":
                key = links.in_language(f"sheet:{box.arg}", language, self.routes)
                sheet = self.site.sheet(key.partition(":")[2])
                titles += [(box.arg, sheet.worksheet.title)] if sheet else []
        known = tuple(copies)
        return replace(body, sizes=tuple(sizes), copies=known, sheets=tuple(titles))

    def _copies(self, key: str, file: File, start: str) -> Copies | None:
        """Return the smaller copies of a picture, as the page at the path `start` names them."""
        path = self.path(key)
        if path is None or not self.is_hosted:
            return None
        found = images.copies(self.site.config.images, file, path)
        urls = tuple((relative(one.path, start), one.width) for one in found)
        kinds = {one.kind for one in found} - {file.kind}
        return Copies(urls, f"image/{kinds.pop()}" if kinds else "") if urls else None


def open_scope(site: Site, files: Iterable[tuple[str, str]], words: Words, name: str) -> Scope:
    """Return a scope of a site; `files` are the theme's files, name and published name."""
    names = tuple(files)
    table = routes(site, names, name)
    places = links.atlas(site, table if table.is_hosted else routes(site, names, "hosted"))
    return Scope(site, table, places, words, Framer(site, table, places, words))
