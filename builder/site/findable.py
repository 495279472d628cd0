"""What can be found: every thing of the published site as an entry for search.

What is held back never enters a site, so it is never here. Of packs it is what participants read:
the facilitator's own words are cut off when the bodies are taken in.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from builder.model.search import Entry, FindKind, Passage
from builder.site.routes import relative
from builder.site.terms import named

if TYPE_CHECKING:
    from builder.model.lists import Term
    from builder.model.page import Text
    from builder.model.site import Deck, Kit, Member, Page, Programme, Sheet, Site
    from builder.model.worksheet import Field

Paths = dict[str, str]
"""The published path of each thing, by its key."""


def findable(site: Site, paths: Paths) -> Iterator[Entry]:
    """Give every entry, with links from the page of search; `paths` are of the hosted scope."""
    for kit in site.all_kits:
        yield _pack(site, kit, paths)
    for programme in site.series:
        yield _series(programme, paths)
    for sheet in site.all_sheets:
        if f"sheet:{sheet.id}" in paths:
            yield _sheet(site, sheet, paths)
    for deck in site.decks:
        yield _deck(site, deck, paths)
    for page in (*site.pages, *site.notes):
        yield _page(page, paths)
    yield from _tools(site, paths)
    yield from _terms(site, paths)
    for member in site.people:
        yield _person(site, member, paths)


def synonyms(terms: tuple[Term, ...]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of words for one thing that the glossary gives."""
    return tuple((term.term, *term.also) for _, term in named(terms) if term.also)


def _link(paths: Paths, key: str, fragment: str = "") -> str:
    return relative(paths[key], paths["search"]) + (f"#{fragment}" if fragment else "")


def _words(*texts: str) -> str:
    return " · ".join(text for text in texts if text)


def _page(page: Page, paths: Paths) -> Entry:
    lead = Passage("", "", page.head.summary, page.text.digest, parted=True)
    kind: FindKind = "note" if page.is_note else "page"
    url = _link(paths, page.key)
    return Entry(page.key, kind, page.head.title, url, page.language, 0, (lead,))


def _pack(site: Site, kit: Kit, paths: Paths) -> Entry:
    pack = kit.pack
    facts = (*pack.objectives, pack.why, pack.when_not, *pack.topics, *pack.needs)
    lead = Passage("", "", _words(pack.promise, pack.question, *facts))
    minutes = pack.minutes
    passages = (lead, *_segments(site, kit, paths), *_around(kit))
    key = f"pack:{kit.id}"
    return Entry(key, "pack", pack.title, _link(paths, key), kit.language, minutes, passages)


def _segments(site: Site, kit: Kit, paths: Paths) -> Iterator[Passage]:
    """Give the participants' pages, which stand in the handout."""
    for segment in kit.pack.segments:
        text = site.text_of(kit, segment)
        link = _link(paths, f"handout:{kit.id}", f"part-{segment.id}")
        yield Passage(segment.title, link, segment.purpose, _digest(text))


def _around(kit: Kit) -> Iterator[Passage]:
    """Give what stands on the pack's own page around the session."""
    after = kit.pack.follow_up
    tried = _words(after.try_it, after.partner) if after and kit.follow_up is None else ""
    for text, words, place in (
        (kit.prepare, "", "before"),
        (kit.key_idea, "", "during"),
        (kit.follow_up, tried, "after"),
    ):
        if text is not None or words:
            yield Passage("", f"#{place}", words, _digest(text))


def _digest(text: Text | None) -> str:
    return text.digest if text is not None and text.words else ""


def _series(programme: Programme, paths: Paths) -> Entry:
    key = f"series:{programme.id}"
    lead = Passage("", "", programme.series.promise)
    title, language = programme.series.title, programme.language
    return Entry(key, "series", title, _link(paths, key), language, 0, (lead,))


def _sheet(site: Site, sheet: Sheet, paths: Paths) -> Entry:
    worksheet = sheet.worksheet
    asked = (_asked(field) for field in worksheet.fields)
    lead = Passage("", "", _words(worksheet.intro, *asked))
    language = worksheet.language or site.config.language
    key = f"sheet:{sheet.id}"
    return Entry(key, "sheet", worksheet.title, _link(paths, key), language, 0, (lead,))


def _deck(site: Site, deck: Deck, paths: Paths) -> Entry:
    lead = Passage("", "", deck.head.summary if deck.head else "")
    cards = (Passage("", "", "", card.digest) for card in deck.cards)
    key = f"deck:{deck.id}"
    url, language = _link(paths, key), site.config.language
    return Entry(key, "deck", deck.title, url, language, 0, (lead, *cards))


def _asked(field: Field) -> str:
    items = (*field.options, *field.items, *field.columns)
    return _words(field.label, field.help, *(item.label for item in items))


def _tools(site: Site, paths: Paths) -> Iterator[Entry]:
    for tool in site.tools:
        if not tool.retired:
            lead = Passage("", "", _words(tool.why, *tool.purpose, tool.when_not, tool.paper))
            url = _link(paths, "tools", tool.id)
            language = site.config.language
            yield Entry(f"tool:{tool.id}", "tool", tool.name, url, language, 0, (lead,))


def _terms(site: Site, paths: Paths) -> Iterator[Entry]:
    for id_, term in named(site.terms):
        lead = Passage("", "", term.meaning)  # other words for it are synonyms, told apart
        url = _link(paths, "glossary", id_)
        language = site.config.language
        yield Entry(f"term:{id_}", "term", term.term, url, language, 0, (lead,))


def _person(site: Site, member: Member, paths: Paths) -> Entry:
    person = member.person
    words = _words(person.summary, *person.offers, person.interest, person.place)
    digest = "" if member.text.is_empty else member.text.digest
    lead = Passage("", "", words, digest, parted=True)
    key = f"person:{member.id}"
    language = person.language or site.config.language
    return Entry(key, "person", person.title, _link(paths, key), language, 0, (lead,))
