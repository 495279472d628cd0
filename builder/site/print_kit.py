"""The print kit of a guide: what can be chosen, what is copied for whom, and all its words.

The client (`themes/default/client/src/kit/`) reckons from it; its `say.ts` declares the same words.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from builder.clock import MESSAGES, TITLES
from builder.model.site import Kit
from builder.site import facts
from builder.site.printed import Printed, printed
from builder.site.scope import Scope
from builder.site.timing import timing
from builder.words import Translator

Per = Literal["guide", "handout", "large", "self", "pair", "group", "cards"]


@dataclass(frozen=True, slots=True)
class Option:
    """One thing to choose."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Copied:
    """One document that a group needs copies of."""

    title: str
    per: Per
    """For whom it is copied."""
    printed: tuple[Printed, ...]
    """On each paper."""
    cut: int = 1
    """How many people have a piece of one copy, for what is cut apart."""


@dataclass(frozen=True, slots=True)
class PrintKit:
    """What the form of the kit shows and knows."""

    timing: str
    """What the clock needs to know of the pack, as JSON."""
    words: str
    """All sentences of the kit in the language of the page, as JSON."""
    least: int
    best: int
    most: int
    versions: tuple[Option, ...]
    modes: tuple[Option, ...]
    papers: tuple[Option, ...]
    large: bool
    """Whether there is a handout in large print."""
    written: bool
    """Whether the author counted copies, which then hold for the best number of people."""
    copied: tuple[Copied, ...]
    script: str | None


def print_kit(kit: Kit, scope: Scope, start: str) -> PrintKit:
    """Return the kit of a pack's guide, the page at the path `start`."""
    pack = kit.pack
    t = scope.t(kit.language)
    names = facts.mode_words(t)
    paper = dict.fromkeys(scope.site.config.print.paper)
    return PrintKit(
        timing=timing(pack),
        words=words(t),
        least=pack.group.min,
        best=pack.group.best,
        most=pack.group.max,
        versions=tuple(_versions(kit, t)),
        modes=tuple(Option(mode, names[mode]) for mode in facts.possible(pack.modes)),
        papers=tuple(Option(name.lower(), name) for name in paper),
        large=scope.site.config.print.large_print,
        written=any(character.isdigit() for line in pack.prep.copies for character in line),
        copied=tuple(_copied(kit, scope, start)),
        script=scope.framer.asset("guide.js", start),
    )


def needs(kit: PrintKit) -> tuple[str, ...]:
    """Return the paths of the outputs whose pages the kit counts."""
    return tuple(one.path for copied in kit.copied for one in copied.printed)


def _versions(kit: Kit, t: Translator) -> Iterator[Option]:
    """Give the full version, the others, and the two meetings."""
    pack = kit.pack
    yield Option("full", t("{n} min", n=pack.minutes))
    for version in pack.versions:
        yield Option(version.name, t("{n} min", n=version.minutes))
    if pack.split is not None and len(pack.split.minutes) == 2:  # noqa: PLR2004 - two meetings
        first, second = pack.split.minutes
        yield Option("split.first", t("first half, {n} min", n=first))
        yield Option("split.second", t("second half, {n} min", n=second))


def _copied(kit: Kit, scope: Scope, start: str) -> Iterator[Copied]:
    """Give what is copied: the guide, the handouts, each sheet for its people, the cards."""
    t = scope.t(kit.language)
    yield Copied(t("Guide"), "guide", printed(f"guide:{kit.id}", scope, start))
    yield Copied(t("Handout"), "handout", printed(f"handout:{kit.id}", scope, start))
    if scope.site.config.print.large_print:
        large = printed(f"large:{kit.id}", scope, start)
        yield Copied(t("Handout, large print"), "large", large)
    for id_ in kit.sheets:
        sheet = scope.site.sheet(id_)
        if sheet is not None:
            worksheet = sheet.worksheet
            done = printed(f"sheet:{id_}", scope, start)
            yield Copied(worksheet.title, worksheet.audience, done, worksheet.per_sheet)
    if kit.decks:
        yield Copied(t("Cards"), "cards", printed(f"cards:{kit.id}", scope, start))


def words(t: Translator) -> str:
    """Return all that the kit says, as JSON: sentences with their places still open."""
    found = {
        "messages": {key: t(message) for key, message in MESSAGES.items()},
        "titles": {id_: t(title) for id_, title in TITLES.items()},
        "gone": {
            "before": t("before the session"),
            "after": t("after the session"),
            "out": t("left out"),
        },
        "say": _sentences(t),
    }
    return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _sentences(t: Translator) -> dict[str, str]:
    return {
        "min": t("{n} min"),
        "people": t("{n} people"),
        "people-one": t("1 person"),
        "turns": t("{n} turns of {each}"),
        "turns-one": t("1 turn of {each}"),
        "sheets": t("{n} sheets"),
        "sheets-one": t("1 sheet"),
        "copies": t("{n} copies"),
        "copies-one": t("1 copy"),
        "times": t("{n} × {sheets}"),
        "session": t("{people}, {minutes} minutes."),
        "timed": t("{people}, {minutes} minutes, {start} to {end}."),
        "misfit": t("It does not fit in {n} minutes."),
        "first": t("The first of two meetings."),
        "second": t("The second of two meetings."),
        "for": t("for {people}"),
        "for-at": t("for {people}, start {start}"),
        "bring": t("Bring, for {n} people"),
        "bring-written": t("Bring (counted for {n} people)"),
    }
