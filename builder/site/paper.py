"""What printed documents share: their frame, their passages, and the paper they are set on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from builder.model.names import name
from builder.model.page import Text
from builder.model.paper import PaperFrame, Part, Passage, Picture
from builder.model.site import Kit, Sheet
from builder.site import links
from builder.site.frame import direction, short_address
from builder.site.pdf_paths import papers
from builder.site.scope import Scope

EPOCH = "2020-01-01"
"""The date of a document whose source has none."""
SIZES: dict[str, Literal["a4", "us-letter"]] = {"a4": "a4", "letter": "us-letter"}
"""What the print design calls the papers, by their names in addresses."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One document on one paper: where it goes, and what its paper is called in addresses."""

    path: str
    paper: str


def copies(scope: Scope, what: str, id_: str) -> tuple[Copy, ...]:
    """Return where a document goes in a scope, on each paper."""
    found = ((scope.path(f"pdf:{what}:{id_}:{paper}"), paper) for paper in _papers(scope))
    return tuple(Copy(path, paper) for path, paper in found if path is not None)


def _papers(scope: Scope) -> tuple[str, ...]:
    return papers(scope.site, scope.name)


def frame(  # noqa: PLR0913 - what a document says of itself, by name
    scope: Scope,
    copy: Copy,
    *,
    title: str,
    language: str,
    foot: tuple[str, ...],
    key: str,
    source: str,
    authors: tuple[str, ...] = (),
    date: str = EPOCH,
    large: bool = False,
) -> PaperFrame:
    """Return the frame of a document; `key` is that of the page whose address its foot shows."""
    config = scope.site.config
    path = scope.routes.hosted.get(key)
    address = short_address(config, path) if path is not None else ""
    return PaperFrame(
        language=language,
        direction=direction(language),
        title=title,
        authors=authors,
        keywords=(),
        site=config.organisation.name or config.title,
        foot=foot,
        address=address,
        paper=SIZES[copy.paper],
        large=large,
        date=date,
        source=source,
    )


def authors(kit: Kit, scope: Scope) -> tuple[str, ...]:
    """Return the names of who wrote a pack."""
    members = ((id_, scope.site.member(id_)) for id_ in kit.pack.authors)
    return tuple(member.person.title if member else id_ for id_, member in members)


def published(kit: Kit) -> str:
    """Return the date of a pack's documents: that of its version, never that of the build."""
    day = kit.pack.published
    return day.isoformat() if day else EPOCH


def passage(text: Text | None, scope: Scope, part: Part) -> Passage | None:
    """Return one part of a text as paper shows it: links in full, pictures by their bytes."""
    if text is None:
        return None
    routes = replace(scope.routes, table={})
    body = links.body(text, "index.html", routes, scope.places)
    inside = ((src, url) for src, url in body.links if not src.startswith(("#", "worksheet:")))
    named = [box.arg for box in text.boxes if box.name == "worksheet"]
    titled = ((id_, _sheet(id_, text, scope)) for id_ in named)
    return Passage(
        digest=text.digest,
        part=part,
        links=tuple(inside),
        pictures=_pictures(text, scope),
        sheets=tuple((id_, sheet.worksheet.title) for id_, sheet in titled if sheet is not None),
        source=text.source,
    )


def _sheet(id_: str, text: Text, scope: Scope) -> Sheet | None:
    """Return the worksheet that a text names: its translation, where the text is one."""
    language = name(text.source).language
    translated = scope.site.sheet(f"{id_}@{language}") if language else None
    return translated or scope.site.sheet(id_)


def _pictures(text: Text, scope: Scope) -> tuple[Picture, ...]:
    found = []
    for link in text.links:
        target = scope.places.find(link.href, text.source) if link.image else None
        file = scope.places.files.get(target.key) if target else None
        if file is not None:
            found.append(Picture(link.href, file.digest))
    return tuple(dict.fromkeys(found))
