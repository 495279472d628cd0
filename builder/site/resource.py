"""A pack as catalogues of open teaching material know it: a learning resource.

Twice the same facts: in the words of schema.org for search engines, in the page itself; and in the
profile AMB (*Allgemeines Metadatenprofil für Bildungsressourcen*, version 2023-10-19) that German
and international collections harvest, as a file beside it.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from builder.site.frame import LICENCES
from builder.site.metadata import About, in_page, publisher

if TYPE_CHECKING:
    from builder.model.site import Kit
    from builder.site.scope import Scope

AMB = "https://w3id.org/kim/amb/context.jsonld"
LESSON_PLAN = "https://w3id.org/kim/hcrt/lesson_plan"
"""The nearest kind in the list that AMB asks for."""
ACCESSIBLE = ("readingOrder", "structuralNavigation", "alternativeText")
"""What every page of a pack offers, in the words of schema.org's accessibility terms."""


@dataclass(frozen=True, slots=True)
class Resource:
    """The facts about a pack that catalogues ask for."""

    title: str
    description: str
    url: str
    """The address of its page; empty where the site has none."""
    zip: str
    """The address of its zip; empty where there is none."""
    language: str
    licence: str
    """The address of its licence, or its SPDX identifier where it has no known address."""
    minutes: int
    teaches: tuple[str, ...]
    authors: tuple[str, ...]
    publisher: str
    published: datetime.date | None
    modified: datetime.date | None
    subjects: tuple[str, ...]
    version: str
    series: tuple[tuple[str, str], ...]
    """Title and address of each series it is in."""
    large_print: bool


def resource(kit: Kit, scope: Scope) -> Resource:
    """Return what is to be known of a pack."""
    pack, site = kit.pack, scope.site
    members = (site.member(id_) for id_ in pack.authors)
    programmes = (site.programme(id_) for id_ in kit.series)
    return Resource(
        title=pack.title,
        description=" ".join(words for words in (pack.question, pack.promise) if words),
        url=scope.routes.absolute(f"pack:{kit.id}") or "",
        zip=scope.routes.absolute(f"zip:{kit.id}") or "",
        language=kit.language,
        licence=LICENCES.get(pack.licence, pack.licence),
        minutes=pack.minutes,
        teaches=pack.objectives,
        authors=tuple(member.person.title for member in members if member),
        publisher=publisher(site.config),
        published=pack.published,
        modified=pack.reviewed,
        subjects=pack.topics,
        version=pack.version,
        series=tuple(
            (one.series.title, url)
            for one in programmes
            if one and (url := scope.routes.absolute(f"series:{one.id}"))
        ),
        large_print=site.config.print.large_print,
    )


def about(known: Resource) -> About:
    """Return what the head of a pack's page says."""
    return About(
        authors=known.authors,
        published=known.published,
        modified=known.modified,
        subjects=known.subjects,
        licence=known.licence,
        data=schema_org(known),
    )


def schema_org(known: Resource) -> str:
    """Describe a pack as a LearningResource of schema.org, as JSON that may stand in its page."""
    features = (*ACCESSIBLE, *(("largePrint",) if known.large_print else ()))
    return in_page(
        {
            "@context": "https://schema.org",
            "@type": "LearningResource",
            "name": known.title,
            "description": known.description,
            "url": known.url,
            "inLanguage": known.language,
            "license": known.licence,
            "learningResourceType": ["lesson plan", "group activity"],
            "educationalUse": "professional development",
            "audience": {"@type": "EducationalAudience", "educationalRole": "professional"},
            "timeRequired": f"PT{known.minutes}M",
            "teaches": list(known.teaches),
            "isAccessibleForFree": True,
            "author": [{"@type": "Person", "name": name} for name in known.authors],
            "publisher": {"@type": "Organization", "name": known.publisher},
            "datePublished": known.published and known.published.isoformat(),
            "dateModified": known.modified and known.modified.isoformat(),
            "keywords": list(known.subjects),
            "version": known.version,
            "accessMode": ["textual", "visual"],
            "accessModeSufficient": {
                "@type": "ItemList",
                "itemListElement": ["textual"],
            },
            "accessibilityFeature": list(features),
            "accessibilityHazard": ["none"],
            "isPartOf": [
                {"@type": "CreativeWork", "name": title, "url": url} for title, url in known.series
            ],
            "encoding": [
                {
                    "@type": "MediaObject",
                    "contentUrl": known.zip,
                    "encodingFormat": "application/zip",
                }
            ]
            if known.zip
            else [],
        }
    )


def amb(known: Resource) -> dict[str, Any]:
    """Describe a pack in the profile AMB; only what its rules allow, and nothing empty."""
    language = known.language.partition("-")[0].lower()
    value = {
        "@context": [AMB, {"@language": language}],
        "id": known.url,
        "type": ["LearningResource"],
        "name": known.title,
        "description": known.description,
        "inLanguage": [language],
        "license": {"id": known.licence} if known.licence.startswith("https://") else None,
        "learningResourceType": [{"type": "Concept", "id": LESSON_PLAN}],
        "creator": [{"type": "Person", "name": name} for name in known.authors],
        "publisher": [{"type": "Organization", "name": known.publisher}],
        "datePublished": known.published and known.published.isoformat(),
        "dateModified": known.modified and known.modified.isoformat(),
        "keywords": list(known.subjects),
        "isAccessibleForFree": True,
        "isPartOf": [{"id": url, "name": title} for title, url in known.series],
        "mainEntityOfPage": [{"id": known.url, "type": "WebContent"}],
        "encoding": [
            {
                "type": "MediaObject",
                "contentUrl": known.zip,
                "encodingFormat": "application/zip",
            }
        ]
        if known.zip
        else [],
    }
    return {name: content for name, content in value.items() if content not in (None, "", [])}
