"""What reckoning gives: laps with their times, what was left out, and a reason for every change."""

from __future__ import annotations

from dataclasses import dataclass

from builder.clock.words import MESSAGES, NoteKind, key
from builder.model.version import Outside


@dataclass(frozen=True, slots=True)
class Lap:
    """One segment as it will run."""

    id: str
    """The id of its segment; `split.close` and `split.re-entry` are no segments."""
    title: str
    start: int
    """When it begins, in minutes after the start of the session."""
    minutes: int
    """How long it takes."""
    turns: int = 0
    """How many turns are taken one after another; 0 without turns."""
    each: int = 0
    """The length of one turn in seconds; 0 without turns."""

    @property
    def end(self) -> int:
        """When it ends, in minutes after the start of the session."""
        return self.start + self.minutes


@dataclass(frozen=True, slots=True)
class Moved:
    """What a version puts before or after the session: a segment, or the rest of one."""

    segment: str
    """The id of the segment."""
    title: str
    to: Outside
    """`prepare` or `follow-up`."""
    minutes: int
    """The minutes it no longer takes in the session."""
    whole: bool
    """Whether all of the segment goes there; otherwise only the rest of it."""


@dataclass(frozen=True, slots=True)
class Note:
    """Why a segment takes another time: one step of the reckoning, as data and in words."""

    kind: NoteKind
    """What was done, see `builder.clock.words`."""
    segment: str
    """The id of the segment; empty where it is about the session as a whole."""
    title: str
    before: int
    """Minutes before this step; for the session as a whole, the minutes there are."""
    after: int
    """Minutes after this step; 0 where it was left out."""
    people: int = 0
    """For how many people, in notes that turn on it."""

    @property
    def message(self) -> str:
        """The English sentence with its {placeholders}: what a catalogue translates."""
        return MESSAGES[key(self.kind, self.before, self.after)]

    @property
    def values(self) -> dict[str, str | int]:
        """What the placeholders stand for."""
        return {
            "title": self.title,
            "before": self.before,
            "after": self.after,
            "difference": abs(self.after - self.before),
            "people": self.people,
        }

    @property
    def words(self) -> str:
        """The sentence in English."""
        return self.message.format(**self.values)


@dataclass(frozen=True, slots=True)
class Agenda:
    """A session with its times, for a number of people, a version and the minutes there are.

    The notes account for every minute: the full version's minutes, plus `after - before` of each
    note, are the agenda's minutes.
    """

    people: int
    version: str
    """`full`, or the name of a version."""
    wanted: int
    """The minutes it was fitted to."""
    laps: tuple[Lap, ...]
    moved: tuple[Moved, ...] = ()
    """What goes before or after the session, in the order of the agenda."""
    dropped: tuple[str, ...] = ()
    """Ids of segments left out altogether: by the version, then to fit; each in agenda order."""
    notes: tuple[Note, ...] = ()
    """What the version does, then what the people change, then what fitting did, in its order."""

    @property
    def minutes(self) -> int:
        """How long the session takes."""
        return sum(lap.minutes for lap in self.laps)

    @property
    def fits(self) -> bool:
        """Whether it is over in the minutes wanted."""
        return self.minutes <= self.wanted

    @property
    def ends_early(self) -> int:
        """How many minutes are left at the end; 0 when it ends on time or does not fit."""
        return max(0, self.wanted - self.minutes)

    @property
    def over(self) -> int:
        """How many minutes too long it is even at its shortest; 0 when it fits."""
        return max(0, self.minutes - self.wanted)

    @property
    def ending(self) -> Note | None:
        """What to say when it ends early or does not fit; None when it ends on time."""
        if self.minutes == self.wanted:
            return None
        kind: NoteKind = "early" if self.fits else "over"
        return Note(kind, "", "", self.wanted, self.minutes, self.people)
