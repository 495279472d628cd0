"""Reckon an agenda: the version first, then the people, then the minutes there are."""

from __future__ import annotations

from collections.abc import Sequence

from builder.clock.agenda import Agenda, Lap, Note
from builder.clock.fit import Slot, fitted, fixed, giving_way, slot
from builder.clock.versions import FULL, Edition, edition
from builder.model.pack import Pack, Segment

CLOSE = "split.close"
"""The lap that ends the first of two meetings; no segment can have this id."""
RE_ENTRY = "split.re-entry"
"""The lap that begins the second of two meetings."""
TITLES: dict[str, str] = {CLOSE: "Close for today", RE_ENTRY: "Come back in"}
"""The English titles of the laps that no author named, for a catalogue to translate."""


def reckon(pack: Pack, people: int, version: str = FULL, minutes: int | None = None) -> Agenda:
    """Return the agenda for so many people, in so many minutes (else the version's own total).

    Any number of people from one up can be asked for, also outside of `group`, and any number of
    minutes. A version the pack does not have is a LookupError.
    """
    return reckon_edition(edition(pack, version), people, pack.group.best, minutes)


def reckon_edition(source: Edition, people: int, best: int, minutes: int | None = None) -> Agenda:
    """Return the agenda of a version that is already applied, as `reckon` does."""
    slots = tuple(slot(segment, people, best) for segment in source.segments)
    return _agenda(source, slots, people, source.minutes if minutes is None else minutes)


def halves(pack: Pack, people: int | None = None) -> tuple[Agenda, Agenda] | None:
    """Return the two meetings of a pack held in two, each fitted to its stated minutes.

    The first ends with the minutes to close, the second begins with those to come back in; both
    are laps of their own and never change. `people` is the best number where it is left out. The
    build proves the two sums for the best number; with more people a meeting that has nothing to
    shorten may not fit, and says so. None where the pack is not split, or its split is unusable.
    """
    parts = meetings(pack)
    if pack.split is None or parts is None or len(pack.split.minutes) != len(parts):
        return None
    best = pack.group.best
    count = best if people is None else people
    first, second = (tuple(slot(one, count, best) for one in part) for part in parts)
    close = (fixed(CLOSE, TITLES[CLOSE], pack.split.close),) if pack.split.close else ()
    back = (fixed(RE_ENTRY, TITLES[RE_ENTRY], pack.split.re_entry),) if pack.split.re_entry else ()
    one, two = (
        Edition(FULL, minutes, part)
        for minutes, part in zip(pack.split.minutes, parts, strict=True)
    )
    return (
        _agenda(one, (*first, *close), count, one.minutes),
        _agenda(two, (*back, *second), count, two.minutes),
    )


def meetings(pack: Pack) -> tuple[tuple[Segment, ...], tuple[Segment, ...]] | None:
    """Return the segments of the two meetings; None where `after` names no segment."""
    ids = [segment.id for segment in pack.segments]
    if pack.split is None or pack.split.after not in ids:
        return None
    cut = ids.index(pack.split.after) + 1
    return pack.segments[:cut], pack.segments[cut:]


def _agenda(source: Edition, slots: tuple[Slot, ...], people: int, wanted: int) -> Agenda:
    lengths = fitted(slots, wanted)
    gone = tuple(one.id for one, now in zip(slots, lengths, strict=True) if now is None)
    notes = (*source.notes, *_people_notes(slots, people), *_fit_notes(slots, lengths))
    laps = _laps(slots, lengths)
    return Agenda(
        people, source.name, wanted, laps, source.moved, source.dropped + gone, tuple(notes)
    )


def _laps(slots: Sequence[Slot], lengths: Sequence[int | None]) -> tuple[Lap, ...]:
    laps: list[Lap] = []
    start = 0
    for one, minutes in zip(slots, lengths, strict=True):
        if minutes is not None:
            laps.append(Lap(one.id, one.title, start, minutes, one.turns, one.each_in(minutes)))
            start += minutes
    return tuple(laps)


def _people_notes(slots: Sequence[Slot], people: int) -> list[Note]:
    return [
        Note("people", one.id, one.title, one.stated, one.minutes, people)
        for one in slots
        if one.minutes != one.stated
    ]


def _fit_notes(slots: Sequence[Slot], lengths: Sequence[int | None]) -> list[Note]:
    """Say what fitting came to in the end: shortened, then dropped, then lengthened."""
    order = giving_way(slots)
    shorter: list[Note] = []
    dropped: list[Note] = []
    longer: list[Note] = []
    for index in order:
        one, now = slots[index], lengths[index]
        if now is None:
            dropped.append(Note("drop", one.id, one.title, one.minutes, 0))
        elif now < one.minutes:
            shorter.append(Note("shorten", one.id, one.title, one.minutes, now))
        elif now > one.minutes:
            longer.insert(0, Note("lengthen", one.id, one.title, one.minutes, now))
    return [*shorter, *dropped, *longer]
