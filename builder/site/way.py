"""The way through the packs: which come first, what each asks in all, and whom and what it fits.

The script of the library asks the same of a pack (`client/src/page/filter.ts`); the lists on the
page, which need no script, are made by what stands here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from builder.model.pack import Mode, Pack
from builder.model.site import Kit
from builder.site import facts
from builder.site.slugs import slug

STEP = 30
"""Minutes from one choice of a time in all to the next."""


def in_order(kits: Iterable[Kit]) -> tuple[Kit, ...]:
    """Return packs in an order to meet them in: by trust, then what others come after, by title."""
    kits = tuple(kits)
    known = {kit.id: kit for kit in kits}
    return tuple(
        sorted(
            kits,
            key=lambda kit: (kit.pack.trust, depth(kit.id, known), kit.pack.title.casefold()),
        )
    )


def depth(id_: str, known: dict[str, Kit], seen: frozenset[str] = frozenset()) -> int:
    """Return how many packs in a row come before one; a ring of them is cut where it closes."""
    seen = seen | {id_}
    before = (one for one in known[id_].pack.after if one in known and one not in seen)
    return max((1 + depth(one, known, seen) for one in before), default=0)


def lengths(pack: Pack) -> tuple[int, ...]:
    """Return the minutes in which it can be held, the shortest first."""
    return tuple(sorted({pack.minutes, *(version.minutes for version in pack.versions)}))


def in_all(pack: Pack) -> int:
    """Return the minutes that taking part asks: before, together and after."""
    return pack.prep.participant + pack.minutes + (pack.follow_up.minutes if pack.follow_up else 0)


def to_lead(pack: Pack) -> int:
    """Return the minutes that leading it asks: before, together and after."""
    return in_all(pack) - pack.prep.participant + pack.prep.facilitator


def fits_people(pack: Pack, fewest: int, most: int | None) -> bool:
    """Whether it is for so many people; for one, a pack that can be done alone is."""
    if fewest == 1 and "alone" in facts.possible(pack.modes):
        return True
    return pack.group.max >= fewest and (most is None or pack.group.min <= most)


def fits_time(pack: Pack, minutes: int) -> bool:
    """Whether it is no longer, or has a version of just that length."""
    return pack.minutes <= minutes or minutes in lengths(pack)


def fits_mode(pack: Pack, mode: Mode) -> bool:
    """Whether it can be held in this way, with changes or without."""
    return mode in facts.possible(pack.modes)


def needs(kits: Iterable[Kit]) -> dict[str, str]:
    """Return what groups want, by its name in addresses, in the order of the packs for it."""
    found: dict[str, str] = {}
    for kit in kits:
        for need in kit.pack.needs:
            found.setdefault(slug(need), need)
    return found


def wanted(pack: Pack) -> tuple[str, ...]:
    """Return the names of the needs that a pack answers, the one it is made for first."""
    return tuple(dict.fromkeys(slug(need) for need in pack.needs))


def by_need(kits: Iterable[Kit]) -> dict[str, tuple[Kit, ...]]:
    """Return the packs for each need: those made for it, then those that help with it too."""
    made: dict[str, list[Kit]] = {}
    helping: dict[str, list[Kit]] = {}
    for kit in kits:
        for index, name in enumerate(wanted(kit.pack)):
            (helping if index else made).setdefault(name, []).append(kit)
    return {name: (*made.get(name, ()), *helping.get(name, ())) for name in {**made, **helping}}


def times(kits: Iterable[Kit]) -> tuple[int, ...]:
    """Return the lengths in which packs can be held."""
    return tuple(sorted({minutes for kit in kits for minutes in lengths(kit.pack)}))


def times_in_all(kits: Sequence[Kit]) -> tuple[int, ...]:
    """Return half hours up to one in which every pack fits, each letting in one pack more."""
    steps = {-(-in_all(kit.pack) // STEP) * STEP for kit in kits}
    return tuple(sorted(steps))
