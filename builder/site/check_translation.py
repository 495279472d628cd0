"""What is wrong with a translation: as many things as the original has, under the same names.

A translation that is older than its original is a warning that names the digest to write once it
has been read against the original again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.model.pack import Pack
from builder.model.translation import PackWords
from builder.model.worksheet import Worksheet
from builder.problems import Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from builder.model.part import Read
    from builder.model.site import Translation

SHOWN = 8
"""So many digits of a digest tell two texts apart."""


def check_translations(reads: Iterable[Read], states: Iterable[Translation]) -> Iterator[Problem]:
    """Give every problem of the translated packs and worksheets, and each that is stale."""
    found = tuple(reads)
    by_path = {read.part.path: read for read in found}
    packs = {r.name.pack: r for r in found if r.name.what == "pack"}
    for state in states:
        read, original = by_path.get(state.path), by_path[state.original]
        if read is None:
            continue
        if state.state == "stale":
            yield _stale(read, original)
        if isinstance(read.part.value, Worksheet) and isinstance(original.part.value, Worksheet):
            yield from _sheet(read, read.part.value, original.part.value)
    for read in found:
        if isinstance(read.part.value, PackWords):
            main = packs.get(read.name.pack)
            if main is not None and isinstance(main.part.value, Pack):
                yield from _pack(read, read.part.value, main.part.value)


def _stale(read: Read, original: Read) -> Problem:
    digest = original.part.digest[:SHOWN]
    message = f"'{original.part.path}' has changed since this was translated from it"
    hint = f"read it against the original, then write `translation_of: {digest}`"
    where = read.part.marks.at("translation_of")
    return Problem(where, "stale-translation", message, hint, "warning")


def _pack(read: Read, words: PackWords, pack: Pack) -> Iterator[Problem]:
    marks = read.part.marks
    after = pack.follow_up
    pairs: list[tuple[tuple[str | int, ...], tuple[object, ...], tuple[object, ...], str]] = [
        (("objectives",), words.objectives, pack.objectives, "objectives"),
        (("sources",), words.sources, pack.sources, "sources"),
        (("nudges",), words.nudges, after.nudges if after else (), "nudges"),
    ]
    segments = {segment.id: segment for segment in pack.segments}
    versions = {version.name for version in pack.versions}
    for index, one in enumerate(words.segments):
        segment = segments.get(one.id)
        if segment is None:
            message = f"the pack has no segment '{one.id}'"
            where = marks.at("segments", index)
            yield Problem(where, "unknown-segment", message, did_you_mean(one.id, segments))
        else:
            pairs.append(
                (("segments", index, "steps"), one.steps, segment.steps, f"steps in '{one.id}'")
            )
    for index, version in enumerate(words.versions):
        if version.name not in versions:
            message = f"the pack has no version '{version.name}'"
            hint = did_you_mean(version.name, versions)
            yield Problem(marks.at("versions", index), "translation-differs", message, hint)
    for place, theirs, ours, what in pairs:
        if theirs and len(theirs) != len(ours):
            message = f"{what}: {len(theirs)} here, and {len(ours)} in the original"
            hint = "translate each of them, in the same order, or leave them all out"
            yield Problem(marks.at(*place), "translation-differs", message, hint)


def _sheet(read: Read, words: Worksheet, original: Worksheet) -> Iterator[Problem]:
    """A sheet keeps its questions in every language: what is written in one opens in another."""
    marks = read.part.marks
    ours = [(one.id, one.kind) for one in original.fields]
    theirs = [(one.id, one.kind) for one in words.fields]
    if ours != theirs:
        wrong = next(
            (n for n, (a, b) in enumerate(zip(theirs, ours, strict=False)) if a != b),
            min(len(ours), len(theirs)),
        )
        message = "the questions are not those of the original"
        hint = "keep each field's `id` and `kind`, in the same order, and translate the words"
        yield Problem(marks.at("fields", wrong), "translation-differs", message, hint)
    if words.version != original.version:
        message = f"this is version {words.version}, and the original is {original.version}"
        hint = f"write `version: {original.version}` once its words are the same"
        yield Problem(marks.at("version"), "translation-differs", message, hint, "warning")
