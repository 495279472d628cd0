"""Cut a file of cards apart at its `---` lines."""

from __future__ import annotations

import re

from builder.markdown.containers import Fences

_CUT = re.compile(r"-{3,}[ \t]*")


def split_cards(body: str, first_line: int = 1) -> list[tuple[str, int]]:
    """Return each card's body with the line it begins at; cards without words are left out.

    A cut is a line of three or more hyphens and nothing else, outside fenced code.
    """
    cards: list[tuple[str, int]] = []
    fences = Fences()
    card: list[str] = []
    start = first_line
    lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(lines, first_line):
        if not fences.inside(line) and _CUT.fullmatch(line):
            cards.append(("\n".join(card), start))
            card, start = [], number + 1
        else:
            card.append(line)
    cards.append(("\n".join(card), start))
    return [(text, line) for text, line in cards if text.strip()]
