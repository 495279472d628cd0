"""An agenda as pages show it: its rows, how long everything takes, and how to make it shorter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from builder.clock import Agenda, elapsed, minutes_seconds, reckon
from builder.model.pack import Grouping, Pack, Segment
from builder.model.page import Text
from builder.model.site import Kit
from builder.site import line
from builder.words import Translator

HOUR = 60


@dataclass(frozen=True, slots=True)
class Row:
    """One segment of an agenda."""

    id: str
    """Its id; `split.close` and the like are no segments."""
    title: str
    start: int
    """When it begins, in minutes after the start of the session."""
    minutes: int
    at: str
    """When it begins, as `0:25`."""
    what: str
    """What happens, in a line."""
    groupings: tuple[Grouping, ...]
    """Who thinks together, in order; none in a break."""
    together: str
    """The same in words: `pairs, then all`."""
    short: str
    """The same in fewer: `pairs, all`."""
    turns: int = 0
    """How many turns are taken one after another; 0 without turns."""
    each: str = ""
    """The length of one turn, as `1:00`."""

    @property
    def stretch(self) -> line.Stretch:
        """What is drawn of it."""
        return line.Stretch(self.start, self.minutes, self.groupings)


@dataclass(frozen=True, slots=True)
class Takes:
    """What a session really takes of one person's time."""

    before: int
    together: int
    after: int
    words: str
    """All of it, as `1 h 45`."""
    spare: int
    """How much shorter it is than the longest it is drawn beside."""


@dataclass(frozen=True, slots=True)
class Shorter:
    """Another length of the session, and what is done to get there."""

    name: str
    minutes: int
    why: str
    steps: tuple[str, ...]
    """One sentence for each change."""


def rows(kit: Kit, t: Translator, agenda: Agenda | None = None) -> tuple[Row, ...]:
    """Return the rows of a pack's agenda: of the full one, for the best number of people."""
    agenda = agenda or reckon(kit.pack, kit.pack.group.best)
    segments = {segment.id: segment for segment in kit.pack.segments}
    found = []
    for lap in agenda.laps:
        segment = segments.get(lap.id)
        groupings = line.stretch(segment, 0, 0).groupings if segment else ("all",)
        what = happening(segment, kit.texts.get(lap.id), t, lap.each) if segment else ""
        found.append(
            Row(
                id=lap.id,
                title=lap.title,
                start=lap.start,
                minutes=lap.minutes,
                at=elapsed(lap.start),
                what=what,
                groupings=groupings,
                together=together(groupings, t),
                short=in_short(groupings, t),
                turns=lap.turns,
                each=minutes_seconds(lap.each) if lap.turns else "",
            )
        )
    return tuple(found)


def stretches(pack: Pack) -> tuple[line.Stretch, ...]:
    """Return what is drawn of a pack's full agenda."""
    laps = reckon(pack, pack.group.best).laps
    segments = {segment.id: segment for segment in pack.segments}
    return tuple(line.stretch(segments[lap.id], lap.start, lap.minutes) for lap in laps)


def small_line(pack: Pack, full: int = line.FULL_SCALE) -> line.Small:
    """Return the small line of a pack, on a scale that has so many minutes in its full width."""
    return line.small(stretches(pack), full)


def happening(segment: Segment, text: Text | None, t: Translator, each: int = 0) -> str:
    """Say in a line what happens: the steps, else the first sentence participants read."""
    if segment.steps:
        return " ".join(sentence(step.name) for step in segment.steps)
    words = sentence((text.summary if text else "") or segment.output or segment.purpose)
    if each:
        turn = t("{length} for each turn.", length=minutes_seconds(each))
        return f"{words} {turn}".strip()
    return words


def sentence(words: str) -> str:
    """Close a line with a full stop where it has no mark of its own."""
    words = words.strip()
    return words if not words or words[-1] in ".?!…:;" else f"{words}."


def grouping_words(t: Translator) -> dict[Grouping, str]:
    """Return what each grouping is called."""
    return {
        "solo": t("alone"),
        "pairs": t("pairs"),
        "trios": t("trios"),
        "fours": t("fours"),
        "all": t("all"),
    }


def together(groupings: Sequence[Grouping], t: Translator) -> str:
    """Say who thinks together, in order."""
    if not groupings:
        return t("break")
    names = grouping_words(t)
    words = names[groupings[0]]
    for grouping in groupings[1:]:
        words = t("{first}, then {next}", first=words, next=names[grouping])
    return words


def in_short(groupings: Sequence[Grouping], t: Translator) -> str:
    """Say who thinks together in as few words as there are."""
    names = grouping_words(t)
    return t.listed(names[grouping] for grouping in groupings) or t("break")


def duration(minutes: int, t: Translator) -> str:
    """Return a length of time in words: `45 min`, `2 h`, `1 h 45`."""
    hours, rest = divmod(minutes, HOUR)
    if not hours:
        return t("{n} min", n=rest)
    if not rest:
        return t("{n} h", n=hours)
    return t("{hours} h {minutes}", hours=hours, minutes=f"{rest:02}")


def takes(pack: Pack, t: Translator) -> tuple[Takes, Takes]:
    """Return what it really takes to lead a session, and to take part in it."""
    after = pack.follow_up.minutes if pack.follow_up else 0
    before = (pack.prep.facilitator, pack.prep.participant)
    longest = max(before) + pack.minutes + after
    lead, part = (
        Takes(
            minutes,
            pack.minutes,
            after,
            duration(minutes + pack.minutes + after, t),
            longest - minutes - pack.minutes - after,
        )
        for minutes in before
    )
    return lead, part


def shorter(pack: Pack, t: Translator) -> tuple[Shorter, ...]:
    """Return the pack's other versions, each change being explained in a sentence."""
    found = []
    for version in pack.versions:
        agenda = reckon(pack, pack.group.best, version.name)
        steps = tuple(t(note.message, **note.values) for note in agenda.notes)
        found.append(Shorter(version.name, agenda.minutes, version.why, steps))
    return tuple(found)


def two_meetings(pack: Pack, t: Translator) -> str:
    """Say how the session is held as two meetings; empty where the pack does not."""
    split = pack.split
    if split is None or len(split.minutes) != 2:  # noqa: PLR2004 - two meetings
        return ""
    title = next((s.title for s in pack.segments if s.id == split.after), split.after)
    first, second = split.minutes
    return t(
        "In two meetings: {first} and {second} minutes, with the break after “{title}”.",
        first=first,
        second=second,
        title=title,
    )
