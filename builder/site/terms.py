"""The words of the glossary in their order, with the names by which links lead to them."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

from builder.model.lists import Term
from builder.site.slugs import slug


def named(terms: tuple[Term, ...]) -> Iterator[tuple[str, Term]]:
    """Give each word with its name on the page; a letter with a mark stands with the plain one."""
    taken: set[str] = set()
    for term in sorted(terms, key=_in_order):
        id_ = f"term-{slug(term.term)}"
        while id_ in taken:
            id_ += "-more"
        taken.add(id_)
        yield id_, term


def plain(text: str) -> str:
    """Return a word as it is ordered: small letters without marks and signs."""
    apart = normalize("NFKD", text.casefold())
    return "".join(c for c in apart if c.isalnum() or c.isspace()) or text


def _in_order(term: Term) -> tuple[str, str]:
    return plain(term.term), term.term
