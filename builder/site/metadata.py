"""What pages tell programs about themselves: Open Graph, Dublin Core, and schema.org's words.

Search engines, catalogues of open teaching material and messengers read these from the head of a
page. Only pages of the published site have them: a page in a zip has no address to be known by.
"""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.model.config import Config

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class About:
    """What a page knows of its text, beside the title and the language that every page has."""

    authors: tuple[str, ...] = ()
    """Names."""
    published: datetime.date | None = None
    modified: datetime.date | None = None
    subjects: tuple[str, ...] = ()
    licence: str = ""
    """The address of its licence, or the licence's name."""
    data: str = ""
    """Its description in the words of schema.org, as JSON that may stand in a page."""


NOTHING = About()


def open_graph(  # noqa: PLR0913 - what a preview shows, by name
    *, site: str, title: str, description: str, language: str, url: str | None, about: About
) -> Pairs:
    """Return what a messenger shows of a page: property and content.

    Source: the Open Graph protocol, https://ogp.me/.
    """
    dated = about.published is not None
    pairs = (
        ("og:type", "article" if dated else "website"),
        ("og:title", title),
        ("og:description", description),
        ("og:url", url or ""),
        ("og:site_name", site),
        ("og:locale", language.replace("-", "_")),
        ("article:published_time", about.published.isoformat() if about.published else ""),
        ("article:modified_time", about.modified.isoformat() if about.modified else ""),
    )
    return tuple((name, content) for name, content in pairs if content)


def dublin_core(language: str, about: About) -> Pairs:
    """Return what libraries ask of a text: name and content, for texts with an author or a date.

    Source: DCMI Metadata Terms.
    """
    if not (about.authors or about.published):
        return ()
    return tuple(_terms(language, about))


def _terms(language: str, about: About) -> Iterator[tuple[str, str]]:
    for author in about.authors:
        yield "dcterms.creator", author
    if about.published:
        yield "dcterms.issued", about.published.isoformat()
    if about.modified:
        yield "dcterms.modified", about.modified.isoformat()
    yield "dcterms.language", language
    if about.licence:
        yield "dcterms.license", about.licence
    for subject in about.subjects:
        yield "dcterms.subject", subject


def publisher(config: Config) -> str:
    """Return who publishes the site."""
    return config.organisation.name or config.title


def article(*, title: str, summary: str, url: str | None, language: str, about: About) -> str:
    """Describe a page or note as an Article of schema.org."""
    return in_page(
        {
            "@context": "https://schema.org",
            "@type": "Article",
            "headline": title,
            "description": summary,
            "url": url,
            "inLanguage": language,
            "license": about.licence,
            "author": [{"@type": "Person", "name": name} for name in about.authors],
            "datePublished": about.published and about.published.isoformat(),
            "dateModified": about.modified and about.modified.isoformat(),
            "keywords": list(about.subjects),
        }
    )


def in_page(value: dict[str, Any]) -> str:
    """Return JSON that may stand in the text of a page: nothing in it ends a script or begins one.

    What is empty is left out.
    """
    said = {name: content for name, content in value.items() if content not in (None, "", [], {})}
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return text
