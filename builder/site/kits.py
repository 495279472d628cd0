"""Put each pack together with its texts, cards, worksheets, local notes and files."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from builder.model.pack import Pack
from builder.model.page import Text
from builder.model.part import AssetFile, DeckFile, LocalFile
from builder.model.series import Series
from builder.model.site import Deck, File, Kit, Local, Programme
from builder.site.dates import is_due

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterator

    from builder.model.config import Config
    from builder.model.part import Read
    from builder.model.site import Exercise, Sheet


@dataclass(frozen=True, slots=True)
class Shared:
    """What packs take from the rest of the site."""

    sheets: tuple[Sheet, ...]
    activities: tuple[Exercise, ...]
    files: dict[str, File]
    """Every source file by its path."""


def kits(
    found: tuple[Read, ...],
    config: Config,
    sheets: tuple[Sheet, ...],
    activities: tuple[Exercise, ...],
    today: datetime.date,
) -> tuple[Kit, ...]:
    """Return every pack whose `pack.yaml` could be read, by title."""
    by_pack: dict[str, list[Read]] = {}
    for read in found:
        if read.name.pack:
            by_pack.setdefault(read.name.pack, []).append(read)
    locals_ = {r.name.id: r for r in found if isinstance(r.part.value, LocalFile)}
    shared = Shared(sheets, activities, {r.part.path: file_of(r) for r in found})
    made = []
    for id_, reads in sorted(by_pack.items()):
        main = next((r for r in reads if r.name.what == "pack"), None)
        if main is not None and isinstance(main.part.value, Pack):
            kit = _kit(id_, main, main.part.value, reads, shared)
            made.append(
                replace(
                    kit,
                    language=kit.pack.language or config.language,
                    local=_local(locals_.get(id_), kit.pack),
                    due=is_due(kit.pack.reviewed, kit.pack.review_by, config.review_after, today),
                )
            )
    return tuple(sorted(made, key=lambda kit: (kit.pack.title.casefold(), kit.id)))


def _kit(id_: str, main: Read, pack: Pack, reads: list[Read], shared: Shared) -> Kit:
    """Return a pack as its own folder makes it."""
    texts = {r.name.what: r.part.value for r in reads if not r.name.language}
    kit = Kit(
        id=id_,
        pack=pack,
        language="",
        path=main.part.path,
        texts=_segments(reads),
        prepare=_text(texts.get("prepare")),
        follow_up=_text(texts.get("follow-up")),
        key_idea=_text(texts.get("key-idea")),
        decks=_decks(reads),
        sheets=tuple(dict.fromkeys(_sheet_ids(id_, pack, reads, shared.sheets))),
        assets=tuple(shared.files[r.part.path] for r in reads if r.name.what == "asset"),
    )
    return replace(kit, files=_sources(kit, reads, shared))


def file_of(read: Read) -> File:
    """Return a source file as it is."""
    value = read.part.value if isinstance(read.part.value, AssetFile) else AssetFile()
    facts = value.width, value.height, value.kind, value.turn
    return File(read.part.path, read.part.digest, read.part.size, *facts)


def _text(value: object) -> Text | None:
    return value if isinstance(value, Text) else None


def _segments(reads: list[Read]) -> dict[str, Text]:
    return {
        r.name.id: r.part.value
        for r in reads
        if r.name.what == "segment" and not r.name.language and isinstance(r.part.value, Text)
    }


def _decks(reads: list[Read]) -> tuple[Deck, ...]:
    return tuple(
        deck_of(r.name.id, r.part.value, r.part.path)
        for r in reads
        if isinstance(r.part.value, DeckFile) and not r.name.language
    )


def deck_of(id_: str, file: DeckFile, path: str) -> Deck:
    """Return a deck as its file has it."""
    return Deck(id_, file.title, file.cards, file.head, path)


def _sheet_ids(id_: str, pack: Pack, reads: list[Read], sheets: tuple[Sheet, ...]) -> Iterator[str]:
    """Give the ids of the worksheets a pack uses: of its segments, texts and list, and its own."""
    known = {sheet.id for sheet in sheets}
    named: list[str] = []
    texts = {
        r.name.id: r.part.value
        for r in reads
        if isinstance(r.part.value, Text) and not r.name.language
    }
    for segment in pack.segments:
        named += segment.worksheet
        text = texts.get(segment.id)
        named += [box.arg for box in text.boxes if box.name == "worksheet"] if text else []
    named += pack.worksheets
    named += [sheet.id for sheet in sheets if sheet.pack == id_]
    for name in named:
        if name in known:
            yield name


def _local(read: Read | None, pack: Pack) -> Local:
    if read is None or not isinstance(read.part.value, LocalFile):
        return Local()
    ids = {segment.id for segment in pack.segments}
    sections = read.part.value.sections
    return Local(
        page=next((s.text for s in sections if not s.segment and not s.text.is_empty), None),
        segments=tuple((s.segment, s.text) for s in sections if s.segment in ids),
        moved=tuple(s.text for s in sections if s.segment and s.segment not in ids),
    )


def _sources(kit: Kit, reads: list[Read], shared: Shared) -> tuple[File, ...]:
    """Return the files that a zip carries as source: all that the pack is made of."""
    paths = {read.part.path for read in reads if read.name.what != "unknown"}
    paths |= {sheet.path for sheet in shared.sheets if sheet.id in kit.sheets}
    paths |= {f"content/people/{author}.md" for author in kit.pack.authors}
    wanted = {segment.activity for segment in kit.pack.segments}
    for activity in shared.activities:
        if activity.id in wanted:
            paths.add(activity.path)
            folder = posixpath.dirname(activity.path)
            images = [link.href for link in activity.text.links if link.image]
            paths |= {posixpath.normpath(posixpath.join(folder, href)) for href in images}
    return tuple(shared.files[path] for path in sorted(paths) if path in shared.files)


def programmes(
    found: tuple[Read, ...], config: Config, packs: tuple[Kit, ...]
) -> tuple[Programme, ...]:
    """Return every series, with the packs of it that are there."""
    there = {kit.id for kit in packs}
    made = []
    for read in found:
        series = read.part.value
        if isinstance(series, Series) and not read.name.language:
            made.append(
                Programme(
                    id=read.name.id,
                    series=series,
                    language=series.language or config.language,
                    path=read.part.path,
                    digest=read.part.digest,
                    size=read.part.size,
                    packs=tuple(id_ for id_ in series.packs if id_ in there),
                )
            )
    return tuple(sorted(made, key=lambda programme: programme.series.title.casefold()))
