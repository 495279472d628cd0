"""The clock: pure reckoning of an agenda for any group, version, length and start time.

`begin-well` takes 75 minutes with 6 people. With 8, its check-in (one minute a person) takes 12
minutes instead of 10, so the segment that could be shorter gives 2 back, and the end stays:

    agenda = reckon(pack, people=8)
    agenda.minutes                               75
    [note.words for note in agenda.notes]        For a group of 8, Check-in takes 12 minutes …
                                                 Good groups, bad groups takes 8 minutes instead …
    [clock_time("15:45", lap.start) for lap in agenda.laps]    15:45, 15:50, 16:02, 16:10 …

`reckon` applies the version (`versions`), counts turns for the people (`turns`), then fits to the
minutes there are (`fit`); `prove` shows that it comes out for every group the pack is for. Nothing
here reads a file or a clock. The client has a twin of it; `tests/clock/vectors.json` tests both.
"""

from __future__ import annotations

from builder.clock.agenda import Agenda, Lap, Moved, Note
from builder.clock.prove import prove
from builder.clock.reckon import TITLES, halves, reckon
from builder.clock.times import clock_time, elapsed, minutes_seconds, seconds
from builder.clock.turns import length, subgroup_size, turns
from builder.clock.versions import FULL, protected
from builder.clock.words import MESSAGES, NoteKind

__all__ = [
    "FULL",
    "MESSAGES",
    "TITLES",
    "Agenda",
    "Lap",
    "Moved",
    "Note",
    "NoteKind",
    "clock_time",
    "elapsed",
    "halves",
    "length",
    "minutes_seconds",
    "protected",
    "prove",
    "reckon",
    "seconds",
    "subgroup_size",
    "turns",
]
