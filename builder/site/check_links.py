"""Every link and image of every text leads somewhere; every worksheet it names is there."""

from __future__ import annotations

import posixpath
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from builder.model.page import Text
from builder.model.part import ActivityFile, DeckFile, LocalFile, PageFile, PersonFile
from builder.problems import Problem, Span, did_you_mean
from builder.site.links import is_internal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from builder.model.page import Link
    from builder.model.part import Held, Read, Value
    from builder.site.links import Atlas, Target

MANY = 500
"""So many problems with links of one text are told at once."""
PATIENCE = 200_000
"""So many names are compared with broken links in one build: each takes time."""
REMOTE_SCHEMES = ("http", "https", "mailto", "tel", "sms")


class LinkCheck:
    """Checks links against the map of the site."""

    def __init__(self, reads: Iterable[Read], held: Iterable[Held], places: Atlas) -> None:
        """Remember the headings of every page, and the pages that are held back."""
        self.places = places
        self.held = {page.path: page.why for page in held}
        self.headings: dict[str, set[str]] = {}
        self.sheets: set[str] = set()
        self._near: dict[str, set[str]] = {}
        self._patience = PATIENCE
        for read in reads:
            key = places.sources.get(read.part.path)
            if key and isinstance(read.part.value, PageFile):
                self.headings[key] = {heading.id for heading in read.part.value.text.headings}
            if read.name.what == "worksheet":
                pack = read.name.pack
                self.sheets.add(f"{pack}/{read.name.id}" if pack else read.name.id)

    def check(self, text: Text) -> Iterator[Problem]:
        """Give the problems of one text's links, as many as are told at once."""
        return islice(self._all(text), MANY)

    def _all(self, text: Text) -> Iterator[Problem]:
        for link in text.links:
            where = Span(text.source, link.line, link.column, link.width)
            if is_internal(link.href):
                yield from self._internal(link, text, where)
            elif link.image:
                message = "an image from another place tells that place who looks at it"
                hint = "save the image beside this file and name it here"
                yield Problem(where, "remote-image", message, hint)
            else:
                yield from _scheme(link, where)
        for box in text.boxes:
            if box.name == "worksheet" and box.arg and box.arg not in self.sheets:
                message = f"there is no worksheet '{box.arg}'"
                hint = did_you_mean(box.arg, self.sheets)
                where = Span(text.source, box.line, box.column, box.width)
                yield Problem(where, "unknown-worksheet", message, hint)

    def _internal(self, link: Link, text: Text, where: Span) -> Iterator[Problem]:
        target = self.places.find(link.href, text.source)
        path = unquote(urlsplit(link.href).path)
        if target is None:
            hint = self._nearest(path, text.source)
            if link.image and not hint.startswith("did"):
                hint = "put the image beside this file, or name the file as it is called"
            yield Problem(where, "broken-link", f"'{link.href}' leads nowhere", hint)
            return
        source = posixpath.normpath(posixpath.join(posixpath.dirname(text.source), path))
        why = self.held.get(source) or self.held.get(f"content{path}")
        if why and not target.key:
            message = f"'{link.href}' is not published: {why}"
            hint = "readers see the words without a link"
            yield Problem(where, "draft-link", message, hint, "warning")
        yield from self._fragment(link, target, text, where)

    def _fragment(self, link: Link, target: Target, text: Text, where: Span) -> Iterator[Problem]:
        if not target.fragment:
            return
        known = self.headings.get(target.key)
        if link.href.startswith("#"):
            known = {heading.id for heading in text.headings}
        if known is not None and target.fragment not in known:
            message = f"'{link.href}' leads to a page that has no heading '{target.fragment}'"
            hint = did_you_mean(target.fragment, known)
            yield Problem(where, "broken-fragment", message, hint)

    def _nearest(self, path: str, source: str) -> str:
        folder = "/" if path.startswith("/") else posixpath.dirname(source)
        if folder not in self._near:
            self._near[folder] = set(self._names(folder))
        self._patience -= len(self._near[folder])
        return did_you_mean(path, self._near[folder]) if self._patience >= 0 else ""

    def _names(self, folder: str) -> Iterator[str]:
        """Give what a link may name, as it is written in a file of this folder."""
        if folder == "/":
            yield from (f"/{path.removeprefix('content/')}" for path in self.places.sources)
            yield from (f"/{page}" for page in self.places.pages)
            return
        for known in self.places.sources:
            if known.startswith(folder.partition("/")[0]):
                yield posixpath.relpath(known, folder)


def _scheme(link: Link, where: Span) -> Iterator[Problem]:
    try:
        parts = urlsplit(link.href)
    except ValueError:
        yield Problem(where, "broken-link", f"'{link.href}' is not an address", "write it in full")
        return
    if parts.scheme not in REMOTE_SCHEMES:
        message = f"'{link.href}' is not an address that a page may lead to"
        hint = "use https, http, mailto, tel or sms, or a file of the site"
        yield Problem(where, "broken-link", message, hint)


def texts_of(value: Value | None) -> Iterator[Text]:
    """Give every text of a part."""
    if isinstance(value, Text):
        yield value
    elif isinstance(value, (PageFile, PersonFile, ActivityFile)):
        yield value.text
    elif isinstance(value, DeckFile):
        yield from value.cards
    elif isinstance(value, LocalFile):
        yield from (section.text for section in value.sections)
