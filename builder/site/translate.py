"""Packs in other languages: the words of a translation over the clock of the original.

A pack is published in a language once `pack.LANGUAGE.yaml` is there. What has no translation yet
is shown in the pack's own language and marked so; what has changed in the original since is told.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, TypeVar

from builder.model.pack import FollowUp, Pack, Segment
from builder.model.page import Text
from builder.model.part import ActivityFile, DeckFile, PageFile
from builder.model.site import Exercise, File, Kit, Sheet, Translation
from builder.model.translation import PackWords, SegmentWords
from builder.model.worksheet import Worksheet
from builder.site.kits import file_of

if TYPE_CHECKING:
    from builder.model.names import Name
    from builder.model.part import Read, Value

T = TypeVar("T")
State = Literal["fresh", "stale", "missing", "undated"]


def translations(found: Iterable[Read]) -> tuple[Translation, ...]:
    """Return each file that has a translation, or lacks one that its pack has, with its state."""
    reads = tuple(found)
    by_name = {_whole(read.name): read for read in reads if not read.name.language}
    made = {(_whole(read.name), read.name.language) for read in reads if read.name.language}
    languages: dict[str, set[str]] = {}
    for read in reads:
        if isinstance(read.part.value, PackWords):
            languages.setdefault(read.name.pack, set()).add(read.name.language)
    states = [
        _state(read, by_name[_whole(read.name)])
        for read in reads
        if read.name.language and _whole(read.name) in by_name
    ]
    states += [
        Translation(read.part.path, "", language, "missing")
        for whole, read in by_name.items()
        for language in languages.get(read.name.pack, ())
        if read.name.what in TRANSLATED and (whole, language) not in made
    ]
    return tuple(sorted(states, key=lambda one: (one.original, one.language)))


TRANSLATED = frozenset({"segment", "prepare", "follow-up", "key-idea", "cards", "worksheet"})
"""What a pack has words in, beside `pack.yaml`."""


def _whole(name: Name) -> tuple[str, str, str]:
    """Return what a file and its translations share."""
    what = "pack" if name.what == "pack-words" else name.what
    return what, name.pack, "pack" if what == "pack" else name.id


def _state(read: Read, original: Read) -> Translation:
    of = translation_of(read.part.value)
    state: State = "undated"
    if of:
        state = "fresh" if original.part.digest.startswith(of) else "stale"
    return Translation(original.part.path, read.part.path, read.name.language, state)


def translation_of(value: Value | None) -> str:
    """Return the digest of the original that a translation was made from, as far as it says."""
    if isinstance(value, PageFile | ActivityFile):
        return value.head.translation_of
    if isinstance(value, DeckFile):
        return value.head.translation_of if value.head else ""
    if isinstance(value, Text | Worksheet | PackWords):
        return value.translation_of
    return ""


def sheets(found: Iterable[Read]) -> Iterator[Sheet]:
    """Give the translated worksheets: their ids end in `@LANGUAGE`."""
    for read in found:
        if isinstance(read.part.value, Worksheet) and read.name.language:
            pack, language = read.name.pack, read.name.language
            id_ = f"{pack}/{read.name.id}@{language}" if pack else f"{read.name.id}@{language}"
            worksheet = replace(read.part.value, language=language)
            yield Sheet(id_, worksheet, read.part.path, pack)


def activities(found: Iterable[Read]) -> Iterator[Exercise]:
    """Give the translated activities: their ids end in `@LANGUAGE`, as those of sheets do."""
    for read in found:
        value, name = read.part.value, read.name
        if isinstance(value, ActivityFile) and name.language:
            yield Exercise(f"{name.id}@{name.language}", value.head, value.text, read.part.path)


def editions(
    originals: Iterable[Kit],
    found: tuple[Read, ...],
    translated: Iterable[Sheet | Exercise],
    states: Iterable[Translation],
) -> tuple[Kit, ...]:
    """Return the packs in other languages, with the sheets and activities they share."""
    by_pack: dict[str, list[Read]] = {}
    for read in found:
        if read.name.pack:
            by_pack.setdefault(read.name.pack, []).append(read)
    files = {read.part.path: file_of(read) for read in found}
    shared = {one.id: files[one.path] for one in translated}
    stale = {one.path for one in states if one.state == "stale"}
    made = []
    for kit in originals:
        for read in by_pack.get(kit.id, ()):
            if isinstance(read.part.value, PackWords):
                own = [r for r in by_pack[kit.id] if r.name.language == read.name.language]
                edition = _edition(kit, read.part.value, own, shared)
                late = any(r.part.path in stale for r in own)
                made.append(replace(edition, stale=late, path=read.part.path))
    return tuple(made)


def with_languages(kits: Iterable[Kit]) -> tuple[Kit, ...]:
    """Return packs that know the languages they are there in."""
    found = tuple(kits)
    by_name: dict[str, list[Kit]] = {}
    for kit in found:
        by_name.setdefault(kit.name, []).append(kit)
    return tuple(
        replace(
            kit,
            translations=tuple(
                (other.language, f"pack:{other.id}")
                for other in by_name[kit.name]
                if other.id != kit.id
            ),
        )
        for kit in found
    )


def _edition(kit: Kit, words: PackWords, own: list[Read], shared: dict[str, File]) -> Kit:
    language = own[0].name.language
    texts = {r.name.id: r.part.value for r in own if r.name.what == "segment"}
    parts = {r.name.what: r.part.value for r in own if isinstance(r.part.value, Text)}
    decks = {r.name.id: r.part.value for r in own if isinstance(r.part.value, DeckFile)}
    segments = {id_: text for id_, text in texts.items() if isinstance(text, Text)}
    pack = _with_activities(_pack(kit.pack, words), language, shared)
    sheets = tuple(_in_language(id_, language, shared) for id_ in kit.sheets)
    named = (*sheets, *(segment.activity for segment in pack.segments))
    files = {*kit.files, *(shared[id_] for id_ in named if id_ in shared)}
    return replace(
        kit,
        id=f"{kit.id}@{language}",
        language=language,
        pack=pack,
        texts={id_: segments.get(id_, text) for id_, text in kit.texts.items()},
        prepare=_text(parts.get("prepare"), kit.prepare),
        follow_up=_text(parts.get("follow-up"), kit.follow_up),
        key_idea=_text(parts.get("key-idea"), kit.key_idea),
        decks=tuple(
            replace(deck, title=file.title, cards=file.cards)
            if (file := decks.get(deck.id))
            else deck
            for deck in kit.decks
        ),
        sheets=sheets,
        files=tuple(sorted(files, key=lambda file: file.path)),
        untranslated=frozenset(kit.texts) - frozenset(segments),
        own_language=kit.language,
        note=words.note,
    )


def _in_language(id_: str, language: str, shared: Container[str]) -> str:
    """Return the id of the translation of a sheet or an activity, or its own where it has none."""
    return f"{id_}@{language}" if f"{id_}@{language}" in shared else id_


def _with_activities(pack: Pack, language: str, shared: Container[str]) -> Pack:
    """Return a pack whose segments name the activities of their language."""
    return replace(
        pack,
        segments=tuple(
            replace(one, activity=_in_language(one.activity, language, shared))
            if one.activity
            else one
            for one in pack.segments
        ),
    )


def _text(translated: object, original: Text | None) -> Text | None:
    return translated if isinstance(translated, Text) else original


def _pack(pack: Pack, words: PackWords) -> Pack:
    """Return a pack with the words of a translation; what has none keeps its own."""
    by_id = {one.id: one for one in words.segments}
    whys = {one.name: one.why for one in words.versions}
    prep = pack.prep
    return replace(
        pack,
        title=words.title,
        promise=words.promise or pack.promise,
        question=words.question or pack.question,
        objectives=_as_many(words.objectives, pack.objectives),
        reviewer=words.reviewer or pack.reviewer,
        sources=_as_many(words.sources, pack.sources),
        topics=words.topics or pack.topics,
        needs=words.needs or pack.needs,
        why=words.why or pack.why,
        when_not=words.when_not or pack.when_not,
        prep=replace(
            prep,
            room=words.room or prep.room,
            materials=words.materials or prep.materials,
            copies=words.copies or prep.copies,
        ),
        segments=tuple(_segment(one, by_id.get(one.id)) for one in pack.segments),
        versions=tuple(replace(v, why=whys.get(v.name) or v.why) for v in pack.versions),
        follow_up=_follow_up(pack.follow_up, words) if pack.follow_up else None,
        access=words.access or pack.access,
        care=words.care or pack.care,
    )


def _segment(segment: Segment, words: SegmentWords | None) -> Segment:
    if words is None:
        return segment
    names = _as_many(words.steps, tuple(step.name for step in segment.steps))
    return replace(
        segment,
        title=words.title or segment.title,
        steps=tuple(
            replace(step, name=name) for step, name in zip(segment.steps, names, strict=True)
        ),
        odd=words.odd or segment.odd,
        purpose=words.purpose or segment.purpose,
        output=words.output or segment.output,
        materials=words.materials or segment.materials,
        lead=words.lead or segment.lead,
    )


def _follow_up(after: FollowUp, words: PackWords) -> FollowUp:
    texts = _as_many(words.nudges, tuple(nudge.text for nudge in after.nudges))
    return replace(
        after,
        try_it=words.try_it or after.try_it,
        partner=words.partner or after.partner,
        nudges=tuple(
            replace(nudge, text=text) for nudge, text in zip(after.nudges, texts, strict=True)
        ),
    )


def _as_many(words: tuple[T, ...], original: tuple[T, ...]) -> tuple[T, ...]:
    """Return the words where there are as many as in the original; else the original's."""
    return words if len(words) == len(original) else original
