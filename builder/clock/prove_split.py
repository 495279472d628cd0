"""Prove the split into two meetings: where it cuts, and its two sums."""

from __future__ import annotations

from collections.abc import Iterator

from builder.clock.reckon import meetings
from builder.model.pack import Pack
from builder.model.part import Marks
from builder.problems import Problem, did_you_mean

CODE = "split-does-not-add-up"


def prove_split(pack: Pack, marks: Marks) -> Iterator[Problem]:
    """Yield what is wrong in the split; a sum off by what the pack's own is off by is no news."""
    split = pack.split
    if split is None:
        return
    parts = meetings(pack)
    if parts is None:
        hint = did_you_mean(split.after, (segment.id for segment in pack.segments))
        place = marks.at("split", "after")
        yield Problem(place, "unknown-segment", f"the pack has no segment '{split.after}'", hint)
        return
    if not parts[1]:
        message = f"nothing is left for the second meeting after '{split.after}'"
        hint = "name the last segment of the first meeting"
        yield Problem(marks.at("split", "after"), CODE, message, hint)
        return
    place = marks.at("split", "minutes")
    first, second = (sum(segment.minutes for segment in part) for part in parts)
    sums = (first + split.close, second + split.re_entry)
    hint = f"write 'minutes: [{sums[0]}, {sums[1]}]'"
    if len(split.minutes) != len(sums):
        yield Problem(place, CODE, "a split has two meetings, so 'minutes' has two numbers", hint)
        return
    known = {0, first + second - pack.minutes}
    if any(made - said not in known for made, said in zip(sums, split.minutes, strict=True)):
        message = (
            f"the two meetings take {sums[0]} and {sums[1]} minutes, "
            f"but the split says {split.minutes[0]} and {split.minutes[1]}"
        )
        yield Problem(place, CODE, message, hint)
