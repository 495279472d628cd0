"""What `pack.yaml` says of other lengths of a session: versions, and the split in two."""

from __future__ import annotations

from typing import Annotated, Literal

from builder.model.record import Between, Id, MinutesSeconds, keyed, record

Outside = Literal["prepare", "follow-up"]
Act = Literal["change", "drop", "prepare", "follow-up"]

Minutes = Annotated[int, Between(0, 1000)]


@record
class Change:
    """What a version does with a segment; a number, `drop`, `prepare` or `follow-up` will do."""

    segment: Id
    """The segment's id."""
    act: Act = "change"
    """Whether it is changed, dropped, or moved before or after the session."""
    minutes: Minutes | None = None
    """Its new length at the best number of people; turns are shortened in steps of five seconds."""
    each: MinutesSeconds | None = None
    """The new length of one turn, as M:SS."""
    turns: Annotated[int, Between(1, 60)] | None = None
    """The new number of turns."""
    rest: Outside | None = None
    """Where the part that no longer fits goes."""

    @staticmethod
    def shorthand(text: str) -> dict[str, str]:
        """Let a change be written as a number of minutes, or as one word."""
        return {"minutes": text} if text.isdigit() else {"act": text}


@record
class Version:
    """Another length of the session, such as `short`."""

    name: Id
    """What it is called; the key in `versions`."""
    minutes: Annotated[int, Between(1, 1000)]
    """Its total, which the changes must give."""
    why: str = ""
    """When to take it, in one sentence."""
    changes: tuple[Change, ...] = keyed("segment")
    """What is done with which segment."""


@record
class Split:
    """How the session is held as two meetings."""

    after: Id
    """The last segment of the first meeting."""
    close: Minutes
    """Minutes to close the first meeting."""
    re_entry: Minutes
    """Minutes to come back in at the second."""
    minutes: tuple[Minutes, ...]
    """The two lengths, which must be what the segments give."""
