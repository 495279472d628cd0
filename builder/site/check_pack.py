"""What a pack must have, and what it had better have: the refusals and warnings of the format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.clock import prove
from builder.model.pack import Pack
from builder.model.page import Text
from builder.problems import Problem, did_you_mean, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from builder.model.part import Marks, Read

Steps = tuple[str | int, ...]

NEEDED = (
    ("check-in", "no-check-in", "how each person begins, with a report on commitments"),
    ("commitment", "no-commitment", "what each will do, by when, said aloud"),
    ("closing", "no-closing", "the last words"),
)
"""Kinds of segment that make a session of a list of activities."""
SITTING = 60
"""Minutes in a row after which people need a break or to move."""
SHARING = frozenset({"check-in", "practice", "protocol", "debrief"})
"""Kinds of segment in which people speak of themselves."""
REMOTE = ("video", "phone", "messages", "alone")


def check_pack(read: Read, reads: Iterable[Read], known: Known) -> Iterator[Problem]:
    """Give every problem of one pack that its file alone, or its folder, shows."""
    pack = read.part.value
    if not isinstance(pack, Pack):
        return
    marks = read.part.marks
    texts = {r.name.id: r for r in reads if r.name.what == "segment" and not r.name.language}
    yield from _identity(read, pack, marks, known)
    yield from _parts(pack, marks)
    yield from _objectives(pack, marks)
    yield from _names(pack, marks, known)
    yield from _segment_files(pack, marks, texts)
    yield from prove(pack, marks)
    yield from _comfort(pack, marks)
    yield from _modes(pack, marks, [r.part.value for r in texts.values()])


class Known:
    """The ids that a pack may name; what could not be read counts as known."""

    def __init__(self, reads: Iterable[Read]) -> None:
        """Collect them from the names of all files."""
        self.people: set[str] = set()
        self.packs: set[str] = set()
        self.sheets: set[str] = set()
        self.activities: set[str] = set()
        for read in reads:
            name = read.name
            if name.what == "person":
                self.people.add(name.id)
            elif name.what == "pack":
                self.packs.add(name.pack)
            elif name.what == "activity":
                self.activities.add(name.id)
            elif name.what == "worksheet":
                self.sheets.add(f"{name.pack}/{name.id}" if name.pack else name.id)


def _identity(read: Read, pack: Pack, marks: Marks, known: Known) -> Iterator[Problem]:
    id_ = read.name.pack
    if id_ == "series":
        hint = "rename the folder: `sessions/series/` holds the series"
        yield Problem(marks.at(), "id-mismatch", "a pack cannot have the id 'series'", hint)
    if not pack.licence.strip():
        hint = "write, for example, `licence: CC-BY-4.0`"
        yield Problem(marks.at("licence"), "no-licence", "the pack has no licence", hint)
    if not pack.authors:
        hint = "write `authors: [name]`, with a page for them at `content/people/name.md`"
        yield Problem(marks.at("authors"), "no-author", "the pack has no author", hint)
    if not pack.sources:
        hint = "write what it rests on, or `sources: [Own work]`"
        yield Problem(marks.at("sources"), "no-source", "the pack has no source", hint)
    for index, author in enumerate(pack.authors):
        if author not in known.people:
            yield _unknown(marks, ("authors", index), "unknown-author", author, known.people)


def _parts(pack: Pack, marks: Marks) -> Iterator[Problem]:
    kinds = {kind for segment in pack.segments for kind in segment.kind}
    for kind, code, what in NEEDED:
        if kind not in kinds:
            message = f"no segment is a {kind}"
            hint = f"add `{kind}` to the `kind` of a segment: {what}"
            yield Problem(marks.at("segments"), code, message, hint)
    if not pack.template and (pack.follow_up is None or not pack.follow_up.try_it.strip()):
        hint = "write `follow_up: {try_it: …}`: the smallest safe version of something new"
        yield Problem(marks.at("follow_up"), "no-try-it", "the pack has no try-it task", hint)


def _objectives(pack: Pack, marks: Marks) -> Iterator[Problem]:
    count = len(pack.objectives)
    if not pack.template and not 2 <= count <= 4:  # noqa: PLR2004 - as the format says
        stated = f"{count or 'no'} objective{'' if count == 1 else 's'}"
        message = f"the pack has {stated}, and needs two to four"
        hint = "say what people can do or have afterwards, that can be seen"
        yield Problem(marks.at("objectives"), "no-objectives", message, hint)
    served = {number for segment in pack.segments for number in segment.objectives}
    for number in range(1, count + 1):
        if number not in served:
            message = f"no segment serves objective {number}"
            hint = f"write `objectives: [{number}]` in the segment that does"
            where = marks.at("objectives", number - 1)
            yield Problem(where, "objective-unserved", message, hint, "warning")
    for index, segment in enumerate(pack.segments):
        for place, number in enumerate(segment.objectives):
            if number > count:
                message = f"there is no objective {number}"
                where = marks.at("segments", index, "objectives", place)
                yield Problem(where, "out-of-range", message, f"they are numbered 1 to {count}")


def _names(pack: Pack, marks: Marks, known: Known) -> Iterator[Problem]:
    for index, other in enumerate(pack.after):
        if other not in known.packs:
            yield _unknown(marks, ("after", index), "unknown-pack", other, known.packs)
    for index, sheet in enumerate(pack.worksheets):
        if sheet not in known.sheets:
            spot: Steps = ("worksheets", index)
            yield _unknown(marks, spot, "unknown-worksheet", sheet, known.sheets)
    met: dict[str, int] = {}
    for index, segment in enumerate(pack.segments):
        where = marks.at("segments", index, "id")
        first = met.setdefault(segment.id, index)
        if first != index:
            message = f"two segments have the id '{segment.id}'"
            line = marks.at("segments", first, "id").line
            hint = f"the other one is in line {line}; give one of them another id"
            yield Problem(where, "duplicate-id", message, hint)
        for place, sheet in enumerate(segment.worksheet):
            if sheet not in known.sheets:
                spot = ("segments", index, "worksheet", place)
                yield _unknown(marks, spot, "unknown-worksheet", sheet, known.sheets)
        if segment.activity and segment.activity not in known.activities:
            spot = ("segments", index, "activity")
            yield _unknown(marks, spot, "unknown-activity", segment.activity, known.activities)


def _segment_files(pack: Pack, marks: Marks, texts: dict[str, Read]) -> Iterator[Problem]:
    ids = {segment.id for segment in pack.segments}
    left = texts.keys() - ids
    for index, segment in enumerate(pack.segments):
        if segment.id not in texts and "break" not in segment.kind:
            message = f"there is no file 'segments/{segment.id}.md' for this segment"
            hint = "write its words there"
            meant = nearest(segment.id, left)
            if meant:  # one slip, so one problem: the file is not told of again
                left.discard(meant)
                hint = f"rename 'segments/{meant}.md', or write `id: {meant}`"
            yield Problem(marks.at("segments", index, "id"), "missing-segment-file", message, hint)
    for id_ in sorted(left):
        message = f"no segment of the pack has the id '{id_}'"
        hint = "name it in pack.yaml, or remove the file"
        yield Problem(texts[id_].part.marks.at(), "unnamed-segment-file", message, hint)


def _comfort(pack: Pack, marks: Marks) -> Iterator[Problem]:
    passive = sum(s.minutes for s in pack.segments if set(s.kind) == {"key-idea"})
    if passive * 2 > pack.minutes:
        message = f"people only listen for {passive} of {pack.minutes} minutes"
        hint = "give at least half of the time to talking, writing and practising"
        yield Problem(marks.at("segments"), "mostly-passive", message, hint, "warning")
    sitting = 0
    for index, segment in enumerate(pack.segments):
        sitting = 0 if segment.moves or "break" in segment.kind else sitting + segment.minutes
        if sitting >= SITTING and sitting - segment.minutes < SITTING:
            message = f"people have sat for {sitting} minutes by the end of this segment"
            hint = "add a break, or `moves: true` where they get up"
            where = marks.at("segments", index, "minutes")
            yield Problem(where, "sitting-too-long", message, hint, "warning")
    for index, segment in enumerate(pack.segments):
        if SHARING & set(segment.kind) and not segment.may_pass and segment.grouping != ("solo",):
            message = f"people speak of themselves in '{segment.title}', and nobody may pass"
            where = marks.at("segments", index)
            yield Problem(where, "no-may-pass", message, "write `may_pass: true`", "warning")


def _modes(pack: Pack, marks: Marks, texts: list[object]) -> Iterator[Problem]:
    for mode in REMOTE:
        if getattr(pack.modes, mode) == "no":
            continue
        if not any(_has(text, mode) for text in texts):
            message = (
                f"the pack can be run by {mode}"
                if mode != "alone"
                else ("the pack can be done alone")
            )
            hint = f"add `::: {mode}` notes to its segments, or write `{mode}: no`"
            where = marks.at("modes", mode)
            text = f"{message}, but no segment says how"
            yield Problem(where, "no-mode-notes", text, hint, "warning")


def _has(text: object, box: str) -> bool:
    return isinstance(text, Text) and text.has(box)


def _unknown(marks: Marks, steps: Steps, code: str, word: str, known: set[str]) -> Problem:
    message = f"there is no {code.removeprefix('unknown-')} '{word}'"
    return Problem(marks.at(*steps), code, message, did_you_mean(word, known))
