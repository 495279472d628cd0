"""Parts become a site: what only shows across files is put together here, and checked beside it.

Files that read well are assembled even when others failed, so that one run shows every mistake.
What is a draft, expired or dated ahead is checked like the rest, and left out of the site.
"""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING

from builder.model.config import Config
from builder.model.part import (
    ActivityFile,
    AssetFile,
    DeckFile,
    GlossaryFile,
    Held,
    PageFile,
    PersonFile,
    ToolsFile,
)
from builder.model.site import Deck, Exercise, Member, Page, Sheet, Site
from builder.model.worksheet import Worksheet
from builder.site import translate
from builder.site.dates import is_due
from builder.site.kits import deck_of, file_of, kits, programmes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from builder.model.names import Name
    from builder.model.page import Head
    from builder.model.part import Read

NO_CONFIG = Config(id="site", title="")
"""What stands in for settings that could not be read, so that the rest is checked."""


def assemble(
    reads: Iterable[Read], files: Iterable[str], today: datetime.date
) -> tuple[Site, tuple[Held, ...]]:
    """Return the site that the parts make, and the pages that are held back."""
    found = tuple(reads)
    config = next((r.part.value for r in found if isinstance(r.part.value, Config)), NO_CONFIG)
    pages, held = _pages(found, config, today)
    sheets = _sheets(found, config, today)
    people = tuple(
        Member(r.name.id, r.part.value.head, r.part.value.text, r.part.path)
        for r in found
        if isinstance(r.part.value, PersonFile) and not r.name.language
    )
    activities = tuple(
        Exercise(r.name.id, r.part.value.head, r.part.value.text, r.part.path)
        for r in found
        if isinstance(r.part.value, ActivityFile) and not r.name.language
    )
    packs = kits(found, config, sheets, activities, today)
    series = programmes(found, config, packs)
    packs = tuple(
        kit.with_series(tuple(s.id for s in series if kit.id in s.packs)) for kit in packs
    )
    states = translate.translations(found)
    translated = tuple(translate.sheets(found))
    exercises = tuple(translate.activities(found))
    languages = translate.with_languages(
        (*packs, *translate.editions(packs, found, (*translated, *exercises), states))
    )
    notes = sorted((page for page in pages if page.is_note), key=_newest_first)
    plain = sorted((page for page in pages if not page.is_note), key=_in_order)
    site = Site(
        config=config,
        today=today,
        pages=tuple(plain),
        notes=tuple(notes),
        people=tuple(sorted(people, key=lambda member: member.person.title.casefold())),
        kits=tuple(kit for kit in languages if not kit.is_translation),
        editions=tuple(kit for kit in languages if kit.is_translation),
        sheets=sheets,
        translated_sheets=translated,
        translated_activities=exercises,
        translations=states,
        decks=_decks(found),
        series=series,
        activities=activities,
        tools=next((r.part.value.tools for r in found if isinstance(r.part.value, ToolsFile)), ()),
        terms=next(
            (r.part.value.terms for r in found if isinstance(r.part.value, GlossaryFile)), ()
        ),
        assets=tuple(
            file_of(r)
            for r in found
            if isinstance(r.part.value, AssetFile) and r.part.path.startswith("content/")
        ),
        files=tuple(files),
    )
    return site, held


def _decks(found: tuple[Read, ...]) -> tuple[Deck, ...]:
    decks = (
        deck_of(read.name.id, read.part.value, read.part.path)
        for read in found
        if isinstance(read.part.value, DeckFile) and not (read.name.pack or read.name.language)
    )
    return tuple(sorted(decks, key=lambda deck: (deck.title.casefold(), deck.id)))


def _sheets(found: tuple[Read, ...], config: Config, today: datetime.date) -> tuple[Sheet, ...]:
    sheets = []
    for read in found:
        value, pack = read.part.value, read.name.pack
        if isinstance(value, Worksheet) and not read.name.language:
            id_ = f"{pack}/{read.name.id}" if pack else read.name.id
            due = is_due(value.reviewed, value.review_by, config.review_after, today)
            sheets.append(Sheet(id_, value, read.part.path, pack, due=due))
    return tuple(sorted(sheets, key=lambda sheet: sheet.worksheet.title.casefold()))


def _pages(
    found: tuple[Read, ...], config: Config, today: datetime.date
) -> tuple[list[Page], tuple[Held, ...]]:
    digests = {r.part.path: r.part.digest for r in found}
    pages: list[Page] = []
    held: list[Held] = []
    for read in found:
        value = read.part.value
        if isinstance(value, PageFile):
            why = held_back(value.head, today)
            if why:
                held.append(Held(read.part.path, why))
            else:
                source = digests.get(f"content/{read.name.id}.md", "")
                pages.append(_page(read, value, config, today, source))
    languages: dict[str, list[Page]] = {}
    for page in pages:
        languages.setdefault(page.id, []).append(page)
    return [_with_languages(page, languages[page.id]) for page in pages], tuple(held)


def _with_languages(page: Page, pages: list[Page]) -> Page:
    others = tuple((other.language, other.key) for other in pages if other.key != page.key)
    return replace(page, translations=others)


def key_of(name: Name) -> str:
    """Return the key of a page in the routes."""
    if name.id == "index":
        return f"home@{name.language}" if name.language else "home"
    return f"page:{name.id}@{name.language}" if name.language else f"page:{name.id}"


def _page(read: Read, value: PageFile, config: Config, today: datetime.date, source: str) -> Page:
    """Return a page; `source` is the digest of the file that it may be a translation of."""
    head = value.head
    return Page(
        id=read.name.id,
        language=read.name.language or head.language or config.language,
        path=read.part.path,
        head=head,
        text=value.text,
        key=key_of(read.name),
        due=is_due(head.reviewed, head.review_by, config.review_after, today),
        stale=bool(head.translation_of) and not source.startswith(head.translation_of),
    )


def held_back(head: Head, today: datetime.date) -> str:
    """Return why a page is not published; empty where it is."""
    if head.draft:
        return "a draft"
    if head.published is not None and head.published > today:
        return f"dated {head.published.isoformat()}"
    if head.expires is not None and head.expires <= today:
        return f"expired on {head.expires.isoformat()}"
    return ""


def _in_order(page: Page) -> tuple[int, str, str]:
    return page.head.order, page.head.title.casefold(), page.key


def _newest_first(page: Page) -> tuple[int, str, str]:
    published = page.head.published or datetime.date.min
    return -published.toordinal(), page.head.title.casefold(), page.key
