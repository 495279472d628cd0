"""A pack's facts in words: for how many people, how it can be run, what it asks and needs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.model.pack import Advice, Fits, Group, Mode, Modes, Pack
from builder.model.site import Kit, Site
from builder.words import Translator

MODES: tuple[Mode, ...] = ("in-person", "video", "phone", "messages", "alone")


@dataclass(frozen=True, slots=True)
class Copies:
    """How many of one sheet a group needs."""

    n: int
    title: str


def people(group: Group) -> str:
    """Return the range of people, as `4–8`."""
    return f"{group.min}" if group.min == group.max else f"{group.min}–{group.max}"


def mode_words(t: Translator) -> dict[Mode, str]:
    """Return what each way of meeting is called."""
    return {
        "in-person": t("in the room"),
        "video": t("video"),
        "phone": t("phone"),
        "messages": t("messages"),
        "alone": t("alone"),
    }


def fits(modes: Modes) -> dict[Mode, Fits]:
    """Return how well each way of meeting suits."""
    return {
        "in-person": modes.in_person,
        "video": modes.video,
        "phone": modes.phone,
        "messages": modes.messages,
        "alone": modes.alone,
    }


def possible(modes: Modes) -> tuple[Mode, ...]:
    """Return the ways of meeting that are possible, with changes or without."""
    return tuple(mode for mode, fit in fits(modes).items() if fit != "no")


def where(modes: Modes, t: Translator) -> str:
    """Say where it can be held: `in the room; video and phone with changes`."""
    names = mode_words(t)
    plain = [names[mode] for mode, fit in fits(modes).items() if fit == "yes"]
    changed = [names[mode] for mode, fit in fits(modes).items() if fit == "with changes"]
    parts = [listed(plain, t)] if plain else []
    if changed:
        parts.append(t("{modes} with changes", modes=listed(changed, t)))
    return t.rowed(parts)


def listed(words: Sequence[str], t: Translator) -> str:
    """Return words as a list in a sentence."""
    if not words:
        return ""
    if len(words) == 1:
        return words[0]
    return t("{words} and {last}", words=t.listed(words[:-1]), last=words[-1])


def trust(level: int, t: Translator) -> str:
    """Say how much trust a pack needs."""
    return t("{n} of 3: {meaning}", n=level, meaning=trust_words(level, t))


def trust_words(level: int, t: Translator) -> str:
    """Say when there is enough trust for a pack."""
    return (t("start anywhere"), t("after the agreement"), t("after several sessions"))[level - 1]


def advice(given: Advice, t: Translator) -> str:
    """Say whether advice is given."""
    words: dict[Advice, str] = {
        "none": t("none"),
        "on request": t("on request"),
        "at the end": t("at the end"),
    }
    return words[given]


def copies(kit: Kit, site: Site, t: Translator) -> tuple[Copies, ...]:
    """Reckon the copies for the best number of people: sheets for each, for each pair, or for all.

    Used where the author says nothing of copies.
    """
    best = kit.pack.group.best
    found = [Copies(best, t("Handout"))]
    for id_ in kit.sheets:
        sheet = site.sheet(id_)
        if sheet is not None:
            n = 1 if sheet.worksheet.audience == "group" else best
            found.append(Copies(n, sheet.worksheet.title))
    return tuple(found)


def bring(kit: Kit, site: Site, t: Translator) -> tuple[str, ...]:
    """Return what the facilitator brings: copies, then materials."""
    prep = kit.pack.prep
    if prep.copies:
        return (*prep.copies, *prep.materials)
    reckoned = (t("{n} × {title}", n=one.n, title=one.title) for one in copies(kit, site, t))
    return (*reckoned, *prep.materials)


def short_title(pack: Pack) -> str:
    """Return a title without what follows its colon, for footers and ways back."""
    head, _, _ = pack.title.partition(": ")
    return head
