"""The glossary: each word of the site with the one meaning it has here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from builder.model.lists import Term
from builder.model.site import Site
from builder.model.view import Frame
from builder.plan import Output
from builder.site.scope import Scope
from builder.site.terms import named, plain
from builder.theme import Theme


@dataclass(frozen=True, slots=True)
class Entry:
    """One word."""

    id: str
    term: str
    meaning: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letter:
    """The words that begin with one letter."""

    letter: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    """The glossary."""

    frame: Frame
    count: int
    letters: tuple[Letter, ...]


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give the glossary."""
    path = scope.path("glossary")
    if path is not None:
        frame = scope.frame("glossary", scope.t()("Glossary"), path=path)
        view = GlossaryView(frame, len(site.terms), letters(site.terms))
        yield Output(path, theme.template("glossary.html", site.config.language), view)


def letters(terms: tuple[Term, ...]) -> tuple[Letter, ...]:
    """Return the words by their first letter; a letter with a mark stands with the plain one."""
    entries = [Entry(id_, term.term, term.meaning, term.also) for id_, term in named(terms)]
    groups = groupby(entries, key=lambda entry: plain(entry.term)[:1].upper())
    return tuple(Letter(letter, tuple(group)) for letter, group in groups)
