"""What `pack.LANGUAGE.yaml` says: the words of a pack in another language, and nothing else.

Minutes, groupings and everything else that the clock goes by stand in `pack.yaml` alone, so that a
translation cannot change a session.
"""

from __future__ import annotations

from typing import Annotated

from builder.model.page import Reference
from builder.model.record import Between, Id, keyed, record


@record
class SegmentWords:
    """The words of one segment."""

    id: Id
    """The segment's id; the key in `segments`."""
    title: str = ""
    """What it is called."""
    steps: tuple[str, ...] = ()
    """The names of its steps, in order: as many as the original has."""
    odd: str = ""
    """What a left-over person does."""
    purpose: str = ""
    """Why it is there, in one line."""
    output: str = ""
    """What comes out of it."""
    materials: tuple[str, ...] = ()
    """What it needs on the table."""
    lead: str = ""
    """Who leads it where that is not the facilitator-in-turn."""


@record
class VersionWords:
    """The words of another length of the session."""

    name: Id
    """The version's name; the key in `versions`."""
    why: str = ""
    """When to take it, in one sentence."""


@record
class PackWords:
    """A pack's words in another language; what is left out stays in the pack's own."""

    translation_of: str = ""
    """The digest of the `pack.yaml` it was made from, to tell when it is stale."""
    note: str = ""
    """Said at the head of the pack: who translated it, or that nobody has read it through yet."""
    title: str
    """The title."""
    promise: str = ""
    """What people get from it, in one sentence."""
    question: str = ""
    """The central question."""
    objectives: tuple[str, ...] = ()
    """What people can do or have afterwards, in order: as many as the original has."""
    reviewer: str = ""
    """Who read it through and tried it, in the words of this language."""
    sources: tuple[Reference, ...] = ()
    """What it rests on, in order: as many as the original has."""
    topics: tuple[str, ...] = ()
    """What it is about."""
    needs: tuple[str, ...] = ()
    """What a group wants when it takes this pack."""
    why: str = ""
    """Why to take it, in one sentence."""
    when_not: str = ""
    """When not to use it."""
    room: tuple[str, ...] = ()
    """The room, in words."""
    materials: tuple[str, ...] = ()
    """What to bring."""
    copies: tuple[str, ...] = ()
    """What to copy, and how many."""
    segments: tuple[SegmentWords, ...] = keyed("id")
    """The words of each segment, by its id."""
    versions: tuple[VersionWords, ...] = keyed("name")
    """The words of each other length, by its name."""
    try_it: str = ""
    """The task each takes home."""
    partner: str = ""
    """What partners do for each other in between."""
    nudges: tuple[Annotated[str, Between(1, 160)], ...] = ()
    """The short reminders, in order: as many as the original has."""
    access: str = ""
    """What makes it work for everyone."""
    care: str = ""
    """What to take care of in this session."""
