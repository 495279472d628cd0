"""Cards on paper, a pack's or a deck for anybody: eight to a sheet, with lines to cut along."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.paper import PaperFrame, Passage
from builder.model.site import Deck, Kit, Site
from builder.pdf import press
from builder.plan import Output
from builder.site import facts, paper
from builder.site.paper import Copy
from builder.site.scope import Scope
from builder.theme import Theme
from builder.theme.design import design


@dataclass(frozen=True, slots=True)
class DeckPaper:
    """One deck of cards."""

    title: str
    cards: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class CardsPaper:
    """All cards of a pack, or one deck; each deck begins a sheet."""

    frame: PaperFrame
    short: str
    decks: tuple[DeckPaper, ...]


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give the cards of every pack of the scope that has some, and its decks, on each paper."""
    for kit in site.all_kits:
        for copy in paper.copies(scope, "cards", kit.id):
            look = design(theme.folders, site.config.theme_options)
            maker = press("cards.typ", look, theme.words.of(kit.language))
            yield Output(copy.path, maker, cards_paper(kit, scope, copy))
    for deck in site.decks:
        for copy in paper.copies(scope, "deck", deck.id):
            look = design(theme.folders, site.config.theme_options)
            maker = press("cards.typ", look, theme.words.of(site.config.language))
            yield Output(copy.path, maker, deck_paper(deck, scope, copy))


def cards_paper(kit: Kit, scope: Scope, copy: Copy) -> CardsPaper:
    """Return what the cards show: what participants see, and nothing else."""
    short = facts.short_title(kit.pack)
    title = scope.t(kit.language)("Cards: {title}", title=short)
    return CardsPaper(
        frame=paper.frame(
            scope,
            copy,
            title=title,
            language=kit.language,
            foot=(),
            key="",
            source=kit.path,
            authors=paper.authors(kit, scope),
            date=paper.published(kit),
        ),
        short=short,
        decks=tuple(DeckPaper(deck.title, _cards(deck, scope)) for deck in kit.decks),
    )


def deck_paper(deck: Deck, scope: Scope, copy: Copy) -> CardsPaper:
    """Return what the cards of a deck for anybody show; each bears the title of the deck."""
    return CardsPaper(
        frame=paper.frame(
            scope,
            copy,
            title=deck.title,
            language=scope.site.config.language,
            foot=(),
            key="",
            source=deck.path,
        ),
        short=deck.title,
        decks=(DeckPaper("", _cards(deck, scope)),),
    )


def _cards(deck: Deck, scope: Scope) -> tuple[Passage, ...]:
    cards = (paper.passage(card, scope, "participant") for card in deck.cards)
    return tuple(card for card in cards if card is not None)
