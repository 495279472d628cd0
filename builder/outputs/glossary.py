"""The glossary: each word of the site with the one meaning it has here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from unicodedata import normalize

from builder.model.lists import Term
from builder.model.site import Site
from builder.model.view import Frame
from builder.plan import Output
from builder.site.routes import slug
from builder.site.scope import Scope
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
    taken: set[str] = set()
    entries = [_entry(term, taken) for term in sorted(terms, key=_in_order)]
    groups = groupby(entries, key=lambda entry: _plain(entry.term)[:1].upper())
    return tuple(Letter(letter, tuple(group)) for letter, group in groups)


def _in_order(term: Term) -> tuple[str, str]:
    return _plain(term.term), term.term


def _plain(text: str) -> str:
    apart = normalize("NFKD", text.casefold())
    return "".join(c for c in apart if c.isalnum() or c.isspace()) or text


def _entry(term: Term, taken: set[str]) -> Entry:
    id_ = f"term-{slug(term.term)}"
    while id_ in taken:
        id_ += "-more"
    taken.add(id_)
    return Entry(id_, term.term, term.meaning, term.also)
