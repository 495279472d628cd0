"""What the workbook is told of its site: sheets, packs, pages and words, as one script.

The client declares the same names in `core/site.ts` and `model/sheet.ts`. It is told what it shows
and nothing more, so that an edit elsewhere leaves the script as it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace

import builder
from builder.model.pack import Nudge
from builder.model.site import Kit, Page, Sheet, Site
from builder.model.worksheet import Carry, Field, Score
from builder.site.frame import direction
from builder.site.questions import questions
from builder.site.scope import Scope
from builder.words import COUNTED, form

FORMAT = 1
POINTED = ("boundaries", "coach", "mentor", "peer", "privacy", "question", "trainer", "workbook")
"""What a room of the workbook may point to a page about: a word in the name of the page's file."""
NAMES: dict[type, dict[str, str]] = {Carry: {"source": "from", "field": "to"}}
"""Fields that authors and the client call by words that Python keeps for itself."""
UNTOLD: dict[type, frozenset[str]] = {Field: frozenset({"required", "example"})}
"""Fields that only the page of a sheet needs."""
ESCAPES = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What would end a script, or a line of one."""


@dataclass(frozen=True, slots=True)
class ToldSheet:
    """A worksheet, with the room and the columns that its author left to us."""

    id: str
    version: str
    title: str
    audience: str
    intro: str
    after: str
    repeatable: bool
    language: str
    url: str | None
    """The blank sheet, from the workbook."""
    packs: tuple[str, ...]
    """The packs here that use it."""
    fields: tuple[Field, ...]
    scoring: tuple[Score, ...]
    carries: tuple[Carry, ...]


@dataclass(frozen=True, slots=True)
class ToldPack:
    """A pack, with what goes on after its session."""

    id: str
    title: str
    minutes: int
    url: str | None
    nudges: tuple[Nudge, ...]
    try_it: str


@dataclass(frozen=True, slots=True)
class ToldPage:
    """A page that a room may point to."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Told:
    """All that the workbook is told."""

    format: int
    id: str
    title: str
    version: str
    language: str
    direction: str
    timezone: str
    pack: str | None
    """The pack in whose zip it is."""
    goals: tuple[str, ...]
    organisation: str
    sheets: tuple[ToldSheet, ...]
    packs: tuple[ToldPack, ...]
    pages: dict[str, ToldPage]
    """By what they are about."""
    words: dict[str, str]
    """English sentences with their translations."""
    counted: dict[str, tuple[str, ...]]
    """The forms of what is counted, by the English for one."""
    forms: str
    """Which form each number takes, from 0 on: a digit each; empty where it is as in English."""


def told(site: Site, scope: Scope, sentences: Iterable[str]) -> Told:
    """Return what the workbook of a scope is told; `sentences` are what its scripts say."""
    config = site.config
    path = scope.path("workbook") or ""
    spoken = (site.kits, site.sheets) if scope.is_hosted else (site.all_kits, site.all_sheets)
    kits = [kit for kit in spoken[0] if scope.path(f"pack:{kit.id}")]
    kind, _, id_ = scope.name.partition(":")
    language = language_of(site, scope)
    known = scope.t(language).catalogue
    said = sorted(sentences)
    counted = {one: known.plurals[one] for one in said if one in known.plurals}
    return Told(
        format=FORMAT,
        id=config.id,
        title=config.title,
        version=builder.__version__,
        language=language,
        direction=direction(language),
        timezone=config.timezone,
        pack=id_.partition("@")[0] if kind == "pack" else None,
        goals=config.organisation_goals,
        organisation=config.organisation.name,
        sheets=tuple(
            _sheet(site, scope, sheet, kits, path)
            for sheet in spoken[1]
            if scope.path(f"sheet:{sheet.id}")
        ),
        packs=tuple(_pack(kit, scope, path) for kit in kits),
        pages=dict(_pages(site, scope, path)),
        words={one: known.messages[one] for one in said if one in known.messages},
        counted=counted,
        forms=_forms(known.rule, max(map(len, counted.values()))) if counted else "",
    )


def _forms(rule: str, most: int) -> str:
    return "".join(str(form(rule, n, most)) for n in range(COUNTED))


def language_of(site: Site, scope: Scope) -> str:
    """Return the language that the workbook of a scope speaks: the zip's, or the site's."""
    kind, _, id_ = scope.name.partition(":")
    found = {"pack": site.kit, "series": site.programme}.get(kind, lambda _: None)(id_)
    return found.language if found else site.config.language


def _sheet(site: Site, scope: Scope, sheet: Sheet, kits: list[Kit], path: str) -> ToldSheet:
    worksheet = sheet.worksheet
    language = worksheet.language or site.config.language
    return ToldSheet(
        id=sheet.name,
        version=worksheet.version,
        title=worksheet.title,
        audience=worksheet.audience,
        intro=worksheet.intro,
        after=worksheet.after,
        repeatable=worksheet.repeatable,
        language=language,
        url=scope.url(f"sheet:{sheet.id}", path),
        packs=tuple(kit.name for kit in kits if sheet.id in kit.sheets),
        fields=tuple(
            replace(asked.field, lines=asked.lines, columns=asked.columns)
            for asked in questions(worksheet, scope.t(language))
        ),
        scoring=worksheet.scoring,
        carries=worksheet.carries,
    )


def _pack(kit: Kit, scope: Scope, path: str) -> ToldPack:
    after = kit.pack.follow_up
    return ToldPack(
        id=kit.name,
        title=kit.pack.title,
        minutes=kit.pack.minutes,
        url=scope.url(f"pack:{kit.id}", path),
        nudges=after.nudges if after else (),
        try_it=after.try_it if after else "",
    )


def _pages(site: Site, scope: Scope, path: str) -> Iterator[tuple[str, ToldPage]]:
    """Give for each word the page with the shortest name that has it."""
    here = [page for page in site.pages if "@" not in page.key and scope.path(page.key)]
    for word in POINTED:
        about = [page for page in here if _is_about(page, word)]
        if about:
            page = min(about, key=lambda page: (len(page.id), page.id))
            yield word, ToldPage(page.head.title, scope.url(page.key, path) or "")


def _is_about(page: Page, word: str) -> bool:
    named = page.id.rpartition("/")[2].split("-")
    return word in named or f"{word}s" in named


def script(told: Told) -> str:
    """Return a classic script that tells it, and that no value in it can end."""
    text = json.dumps(_plain(told), ensure_ascii=False, separators=(",", ":"))
    for character, escaped in ESCAPES.items():
        text = text.replace(character, escaped)
    return f"window.peerpress = Object.freeze({text});\n"


def _plain(value: object) -> object:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if not is_dataclass(value) or isinstance(value, type):
        return value
    names = NAMES.get(type(value), {})
    untold = UNTOLD.get(type(value), frozenset())
    return {
        names.get(field.name, field.name): _plain(getattr(value, field.name))
        for field in fields(value)
        if field.name not in untold
    }
