"""What the pages of a pack share: their head, its sheets, its authors, its series, the way back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.pack import Segment
from builder.model.page import Text
from builder.model.site import Kit
from builder.model.view import Frame, NavLink
from builder.site import facts
from builder.site.scope import Scope
from builder.words import Translator


@dataclass(frozen=True, slots=True)
class PackHead:
    """What the pages of a pack say of it first."""

    title: str
    short: str
    """The title without what follows its colon, for footers."""
    question: str
    version: str
    minutes: int
    people: int
    """The number of people that the minutes are reckoned for."""
    range: str
    """For how many people it is, in words."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is said at the head of a translation."""

    original: NavLink | None
    stale: bool
    """Whether something in the original has changed since."""
    missing: bool
    """Whether some parts are still in the original's language."""
    note: str


@dataclass(frozen=True, slots=True)
class SheetLink:
    """A worksheet that a pack uses."""

    id: str
    title: str
    url: str | None
    audience: str
    """For whom, in words."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote a pack, with a line about them."""

    name: str
    url: str | None
    summary: str


@dataclass(frozen=True, slots=True)
class SeriesPart:
    """A pack's place in a series."""

    title: str
    url: str | None
    part: int
    of: int
    before: NavLink | None
    after: NavLink | None


def pack_head(kit: Kit) -> PackHead:
    """Return what the pages of a pack say of it first."""
    pack = kit.pack
    return PackHead(
        title=pack.title,
        short=facts.short_title(pack),
        question=pack.question,
        version=pack.version,
        minutes=pack.minutes,
        people=pack.group.best,
        range=facts.people(pack.group),
    )


def told(kit: Kit, scope: Scope, start: str) -> Told | None:
    """Return what is said at the head of a translation; None for an original."""
    original = scope.site.kit(kit.name)
    if original is None or not kit.is_translation:
        return None
    url = scope.url(f"pack:{kit.name}", start)
    link = NavLink(original.pack.title, url, language=original.language) if url else None
    return Told(link, kit.stale, bool(kit.untranslated), kit.note)


def other_language(kit: Kit, segment: str) -> str:
    """Return the language of a segment's words where that is not the pack's; else nothing."""
    return kit.own_language if segment in kit.untranslated else ""


def in_languages(kit: Kit, name: str) -> tuple[tuple[str, str], ...]:
    """Return the other languages of a pack's `pack`, `guide` or `handout`: tag and key."""
    return tuple((tag, f"{name}:{key.partition(':')[2]}") for tag, key in kit.translations)


def frame_below(name: str, words: tuple[str, str], kit: Kit, scope: Scope, path: str) -> Frame:
    """Return the frame of a pack's `guide`, `handout` or `run`, with its title and description."""
    title, description = words
    return scope.frame(
        f"{name}:{kit.id}",
        title,
        path=path,
        description=description,
        language=kit.language,
        crumbs=tuple(crumbs_below(kit, scope.t(kit.language))),
        licence=kit.pack.licence,
        translations=in_languages(kit, name),
    )


def sheet_links(kit: Kit, scope: Scope, start: str) -> tuple[SheetLink, ...]:
    """Return the worksheets of a pack, in the order of the agenda."""
    t = scope.t(kit.language)
    words = {"self": t("for each person"), "pair": t("for each pair"), "group": t("for the group")}
    found = []
    for id_ in kit.sheets:
        sheet = scope.site.sheet(id_)
        if sheet is not None:
            url = scope.url(f"sheet:{id_}", start)
            audience = words[sheet.worksheet.audience]
            found.append(SheetLink(id_, sheet.worksheet.title, url, audience))
    return tuple(found)


def unnamed(
    segment: Segment, text: Text | None, sheets: dict[str, SheetLink]
) -> tuple[SheetLink, ...]:
    """Return the worksheets of a segment that its text does not name itself."""
    named = {box.arg for box in text.boxes if box.name == "worksheet"} if text else set()
    return tuple(sheets[id_] for id_ in segment.worksheet if id_ in sheets and id_ not in named)


def authors(kit: Kit, scope: Scope, start: str) -> tuple[Author, ...]:
    """Return who wrote a pack, those without a page by their id."""
    found = []
    for id_ in kit.pack.authors:
        member = scope.site.member(id_)
        if member is None:
            found.append(Author(id_, None, ""))
        else:
            url = scope.url(f"person:{id_}", start)
            found.append(Author(member.person.title, url, member.person.summary))
    return tuple(found)


def series_parts(kit: Kit, scope: Scope, start: str) -> tuple[SeriesPart, ...]:
    """Return a pack's places in its series, with its neighbours."""
    found = []
    for id_ in kit.series:
        programme = scope.site.programme(id_)
        if programme is None:
            continue
        packs = programme.packs
        here = packs.index(kit.name)
        found.append(
            SeriesPart(
                title=programme.series.title,
                url=scope.url(f"series:{id_}", start),
                part=here + 1,
                of=len(packs),
                before=pack_link(packs[here - 1], scope, start) if here else None,
                after=pack_link(packs[here + 1], scope, start) if here + 1 < len(packs) else None,
            )
        )
    return tuple(found)


def pack_link(id_: str, scope: Scope, start: str) -> NavLink | None:
    """Return the link to another pack, or None where this scope cannot lead there."""
    kit = scope.site.kit(id_)
    url = scope.url(f"pack:{id_}", start)
    return NavLink(kit.pack.title, url) if kit is not None and url is not None else None


def crumbs(kit: Kit, scope: Scope, t: Translator) -> Iterator[tuple[str, str]]:
    """Give the way back from a pack's page: the library, then its series with its part in it."""
    yield t("Sessions"), "library"
    for id_ in kit.series[:1]:
        programme = scope.site.programme(id_)
        if programme is not None:
            part, of = programme.packs.index(kit.name) + 1, len(programme.packs)
            title = programme.series.title
            yield t("{series}, {part} of {of}", series=title, part=part, of=of), f"series:{id_}"


def crumbs_below(kit: Kit, t: Translator) -> Iterator[tuple[str, str]]:
    """Give the way back from a page below the pack's."""
    yield t("Sessions"), "library"
    yield facts.short_title(kit.pack), f"pack:{kit.id}"


def local_notes(kit: Kit, scope: Scope) -> tuple[Text, ...]:
    """Return a host's notes for the pack page; they are shown on the site and never in a zip."""
    if not scope.is_hosted:
        return ()
    page = (kit.local.page,) if kit.local.page else ()
    return (*page, *kit.local.moved)


def local_note(kit: Kit, segment: str, scope: Scope) -> Text | None:
    """Return a host's note for a segment."""
    if not scope.is_hosted:
        return None
    return next((text for id_, text in kit.local.segments if id_ == segment), None)
