"""A deck of cards that belongs to no pack: a page to read, and sheets to cut apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.page import Reference
from builder.model.site import Deck, Site
from builder.model.view import Body, Frame
from builder.plan import Need, Output
from builder.site.printed import Printed, printed
from builder.site.scope import Scope
from builder.theme import Theme

ON_A_SHEET = 8
"""How many cards stand on one sheet of paper."""


@dataclass(frozen=True, slots=True)
class DeckView:
    """A deck of cards."""

    frame: Frame
    title: str
    summary: str
    count: int
    sheets: tuple[tuple[Body, ...], ...]
    """The cards, as many together as stand on one sheet of paper."""
    printed: tuple[Printed, ...]
    """The sheets to cut apart, on each paper."""
    sources: tuple[Reference, ...]


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give the page of every deck of the scope."""
    for deck in site.decks:
        path = scope.path(f"deck:{deck.id}")
        if path is not None:
            view = deck_view(deck, scope, path)
            needs = tuple(Need(scope.name, one.path) for one in view.printed)
            yield Output(path, theme.template("deck.html", site.config.language), view, needs)


def deck_view(deck: Deck, scope: Scope, path: str) -> DeckView:
    """Return what the page of a deck shows."""
    head = deck.head
    summary = head.summary if head else ""
    bodies = [scope.body(card, path, f"card{n}-") for n, card in enumerate(deck.cards, 1)]
    cards = tuple(body for body in bodies if body is not None)
    return DeckView(
        frame=scope.frame(
            f"deck:{deck.id}",
            deck.title,
            path=path,
            description=summary,
            crumbs=((scope.t()("Worksheets"), "sheets"),),
            licence=(head.licence if head else "") or scope.site.config.licence,
        ),
        title=deck.title,
        summary=summary,
        count=len(cards),
        sheets=tuple(cards[n : n + ON_A_SHEET] for n in range(0, len(cards), ON_A_SHEET)),
        printed=printed(f"deck:{deck.id}", scope, path),
        sources=head.sources if head else (),
    )
