"""What `pack.yaml` says: who, why, and the agenda with its clock."""

from __future__ import annotations

from typing import Annotated, Literal

from builder.model.page import Reference
from builder.model.record import (
    Between,
    Day,
    Id,
    Language,
    MinutesSeconds,
    SheetId,
    keyed,
    named,
    record,
)
from builder.model.version import Minutes, Split, Version

Kind = Literal[
    "opening",
    "check-in",
    "key-idea",
    "work",
    "practice",
    "protocol",
    "debrief",
    "commitment",
    "closing",
    "break",
]
Grouping = Literal["solo", "pairs", "trios", "fours", "all"]
Priority = Literal["must", "should", "could"]
Per = Literal["person", "subgroup", "turn"]
Advice = Literal["none", "on request", "at the end"]
Fits = Literal["yes", "with changes", "no"]
Mode = Literal["in-person", "video", "phone", "messages", "alone"]

GROUP_SIZES: dict[str, int] = {"pairs": 2, "trios": 3, "fours": 4}
"""People in one subgroup of each grouping that has subgroups."""


@record
class Step:
    """One timed step of a turn."""

    name: str
    """What happens."""
    minutes: Annotated[int, Between(1, 1000)]
    """How long it takes; the steps sum to one turn, or to the segment where there are no turns."""


@record
class Segment:
    """One timed part of a session; its words are in `segments/<id>.md`."""

    id: Id
    """Its permanent id, also the name of its file."""
    title: str
    """What it is called."""
    kind: tuple[Kind, ...]
    """What it is for: one or more of opening, check-in, key-idea, work, practice, protocol,
    debrief, commitment, closing, break.
    """
    grouping: tuple[Grouping, ...] = ("all",)
    """Who thinks together, in order: solo, pairs, trios, fours, all."""
    odd: str = ""
    """What a left-over person does when the number of people does not divide."""
    minutes: Minutes
    """Its length in the full version with the best number of people."""
    per: Per | None = None
    """Where its length grows with turns: `person` (one after another), `subgroup` (subgroups report
    in turn) or `turn` (inside subgroups that work side by side).
    """
    each: MinutesSeconds | None = None
    """The length of one turn, as M:SS."""
    turns: Annotated[int, Between(1, 60)] | None = None
    """How many turns, with `per: turn`; the size of the subgroup where it is left out."""
    least: Minutes | None = None
    """The shortest it can be made when the session is fitted to a time."""
    most: Minutes | None = None
    """The longest it can be made when the session is fitted to a time."""
    steps: tuple[Step, ...] = ()
    """Timed steps that sum to one turn, or to the segment where there are no turns."""
    purpose: str = ""
    """Why it is there, in one line."""
    output: str = ""
    """What comes out of it."""
    objectives: tuple[Annotated[int, Between(1, 9)], ...] = ()
    """The numbers of the objectives it serves, counted from 1."""
    priority: Priority = "should"
    """Whether it must, should or could take place when time is short."""
    choice: bool = False
    """Whether participants choose between alternatives."""
    may_pass: bool = False
    """Whether anyone may pass; said on the page."""
    moves: bool = False
    """Whether people get up and move, so that nobody sits sixty minutes in a row."""
    materials: tuple[str, ...] = ()
    """What it needs on the table."""
    worksheet: tuple[SheetId, ...] = ()
    """The worksheets it uses: ids of shared ones, or `pack/sheet` for the pack's own."""
    activity: Id | None = None
    """An exercise from `content/activities/` that it uses."""
    lead: str = ""
    """Who leads it where that is not the facilitator-in-turn."""


@record
class Group:
    """For how many people."""

    min: Annotated[int, Between(1, 60)]
    """The fewest."""
    best: Annotated[int, Between(1, 60)]
    """The number that the minutes are reckoned for."""
    max: Annotated[int, Between(1, 60)]
    """The most."""


@record
class Modes:
    """How it can be run: each `yes`, `with changes` or `no`."""

    in_person: Fits = named("in-person", "yes")
    """In one room."""
    video: Fits = "no"
    """By video."""
    phone: Fits = "no"
    """By phone, with no shared screen."""
    messages: Fits = "no"
    """By messages or letters, each in their own time."""
    alone: Fits = "no"
    """By one person, with or without a distant partner."""


@record
class Prep:
    """What it takes before the session."""

    facilitator: Minutes = 15
    """Minutes the facilitator-in-turn needs."""
    participant: Minutes = 0
    """Minutes each participant needs."""
    room: tuple[str, ...] = ()
    """The room, in words."""
    materials: tuple[str, ...] = ()
    """What to bring."""
    copies: tuple[str, ...] = ()
    """What to copy, and how many."""


@record
class Nudge:
    """A short reminder between sessions, chosen by the person."""

    day: Annotated[int, Between(1, 400)] | None = None
    """On which day after the session; or use `before_next`."""
    before_next: Annotated[int, Between(1, 60)] | None = None
    """How many days before the next session; or use `day`."""
    text: Annotated[str, Between(1, 160)]
    """The words, 160 characters at most."""


@record
class FollowUp:
    """What comes after the session."""

    try_it: str = ""
    """The task each takes home: the smallest safe version of something new."""
    partner: str = ""
    """What partners do for each other in between."""
    nudges: tuple[Nudge, ...] = ()
    """Short reminders."""
    minutes: Minutes = 0
    """Minutes it takes in one's own time."""


@record
class Pack:
    """All that a group needs for one session."""

    format: Annotated[int, Between(1, 1)]
    """The version of this format: 1."""
    title: str
    """The title."""
    promise: str = ""
    """What people get from it, in one sentence."""
    question: str = ""
    """The central question."""
    objectives: tuple[str, ...] = ()
    """Two to four things people can do or have afterwards, that can be seen."""
    authors: tuple[Id, ...] = ()
    """Ids of the people in `content/people/` who wrote it."""
    reviewer: str = ""
    """Who read it through and tried it."""
    version: str = "1.0"
    """The version of the pack, printed in every footer."""
    published: Day | None = None
    """When this version came out."""
    reviewed: Day | None = None
    """When someone last read it through."""
    review_by: Day | None = None
    """When it should be read through again; from `review_after` where it is left out."""
    licence: str = ""
    """Its licence, as an SPDX identifier such as CC-BY-4.0; a pack without one is refused."""
    sources: tuple[Reference, ...] = ()
    """What it rests on; `own work` is an answer, nothing is not."""
    language: Language | None = None
    """The language of the pack where it is not the site's."""
    topics: tuple[str, ...] = ()
    """What it is about; also its categories."""
    needs: tuple[str, ...] = ()
    """What a group wants when it takes this pack, as it would say it: `begin as a group`."""
    why: str = ""
    """Why to take it, in one sentence, shown in the library when it fits."""
    when_not: str = ""
    """When not to use it."""
    trust: Annotated[int, Between(1, 3)] = 1
    """The trust it needs: 1 start anywhere, 2 after the agreement, 3 after several sessions."""
    advice: Advice = "none"
    """Whether advice is given: none, on request, at the end."""
    after: tuple[Id, ...] = ()
    """Packs to do first."""
    group: Group
    """For how many people."""
    modes: Modes = Modes()
    """How it can be run."""
    prep: Prep = Prep()
    """What it takes before the session."""
    minutes: Annotated[int, Between(1, 1000)]
    """The stated total, which the segments must give."""
    segments: tuple[Segment, ...]
    """The agenda, in order."""
    versions: tuple[Version, ...] = keyed("name")
    """Other lengths, such as `short`."""
    split: Split | None = None
    """How it is held as two meetings."""
    worksheets: tuple[SheetId, ...] = ()
    """Worksheets it uses beside those its segments name."""
    follow_up: FollowUp | None = None
    """What comes after the session."""
    access: str = ""
    """What makes it work for everyone: hearing, sight, language, pace."""
    care: str = ""
    """What to take care of in this session, printed in the care box."""
    template: bool = False
    """A pack with no set content, which needs no objectives and no try-it task."""
