"""The proof that a whole pack can be had in another language: ours to begin with, in Arabic.

What is read are the files alone, so this takes no build.
"""

from __future__ import annotations

import datetime
import functools
import re
from pathlib import Path

import pytest

from builder.model.names import name
from builder.model.part import DeckFile, Read
from builder.model.site import Site
from builder.model.source import Source
from builder.model.worksheet import Worksheet
from builder.site.assemble import assemble
from builder.site.check_translation import check_translations
from builder.site.translate import TRANSLATED
from builder.source import scan
from builder.source.read import read
from builder.store import Blobs

ROOT = Path(__file__).resolve().parents[1]
PACK = "begin-well"
LANGUAGE = "ar"
SHEETS = ("working-agreement", "schedule-and-rota", "between-sessions", "confidence-check")
SHARED = (*SHEETS, "good-groups")
"""What the pack takes from the rest of the site: sheets, and an activity."""
ARABIC = re.compile(r"[\u0621-\u064a]")
LATIN = re.compile(r"[A-Za-z]{2,}")
NAMED = re.compile(r"^:::.*$|^translation_of:.*$|\]\([^)]*\)", re.MULTILINE)
"""What stays in any language: names of containers, the digest of the original, addresses."""


@functools.cache
def reads(folder: Path) -> tuple[Read, ...]:
    """Return the files of the pack, with the sheets and activities it takes from the site."""
    found = []
    blobs = Blobs(str(folder))
    for pattern in (f"sessions/{PACK}/**/*", "content/worksheets/*", "content/activities/*"):
        for path in sorted(ROOT.glob(pattern)):
            at = path.relative_to(ROOT).as_posix()
            ours = name(at).pack or name(at).id in SHARED
            if path.is_file() and ours:
                source = scan.load(ROOT, at)
                assert isinstance(source, Source), source
                found.append(Read(name(at), read(source, blobs)))
    return tuple(found)


@pytest.fixture(scope="session")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[Read, ...]:
    """Give what is read of the pack, in both languages."""
    return reads(tmp_path_factory.mktemp("proof"))


@pytest.fixture(scope="session")
def site(found: tuple[Read, ...]) -> Site:
    """Give the site that these files alone make."""
    return assemble(found, (), datetime.date(2026, 11, 6))[0]


def texts() -> list[Path]:
    """Return every Arabic text of the pack: what is read aloud and handed out."""
    return sorted((ROOT / "sessions" / PACK).rglob(f"*.{LANGUAGE}.md"))


def test_every_file_of_the_pack_and_what_it_shares_is_translated_from_what_is_there_now(
    found: tuple[Read, ...], site: Site
) -> None:
    states = {one.original: one.state for one in site.translations if one.language == LANGUAGE}
    ours = {
        one.part.path
        for one in found
        if not one.name.language and one.name.what in {*TRANSLATED, "pack", "activity"}
    }
    assert len(ours) >= 14, "the files of the pack are not where they are looked for"
    assert ours <= states.keys()
    assert set(states.values()) == {"fresh"}, states


def test_nothing_is_wrong_with_any_of_the_translations(found: tuple[Read, ...], site: Site) -> None:
    wrong = [problem for one in found for problem in one.part.problems]
    assert [*wrong, *check_translations(found, site.translations)] == []


def test_the_translated_pack_has_its_own_segments_sheets_and_activities(site: Site) -> None:
    kit = site.kit(f"{PACK}@{LANGUAGE}")
    assert kit is not None
    assert kit.untranslated == frozenset()
    assert kit.sheets
    assert all(id_.endswith(f"@{LANGUAGE}") for id_ in kit.sheets), kit.sheets
    named = [one.activity for one in kit.pack.segments if one.activity]
    assert named == [f"good-groups@{LANGUAGE}"]
    exercise = site.exercise(named[0])
    assert exercise is not None
    assert ARABIC.search(exercise.activity.title)


def test_its_zip_carries_the_translations_it_shares(site: Site) -> None:
    kit = site.kit(f"{PACK}@{LANGUAGE}")
    assert kit is not None
    carried = {file.path for file in kit.files}
    assert {f"content/worksheets/{id_}.{LANGUAGE}.yaml" for id_ in SHEETS} <= carried
    assert f"content/activities/good-groups.{LANGUAGE}.md" in carried


def test_the_clock_is_that_of_the_original_and_the_words_are_not(site: Site) -> None:
    kit, original = site.kit(f"{PACK}@{LANGUAGE}"), site.kit(PACK)
    assert kit is not None
    assert original is not None
    pairs = list(zip(kit.pack.segments, original.pack.segments, strict=True))
    for ours, theirs in pairs:
        assert (ours.id, ours.minutes, ours.grouping) == (
            theirs.id,
            theirs.minutes,
            theirs.grouping,
        )
        assert [step.minutes for step in ours.steps] == [step.minutes for step in theirs.steps]
        said = (ours.title, ours.purpose, ours.output, *(step.name for step in ours.steps))
        assert all(ARABIC.search(words) and not LATIN.search(words) for words in said), said


def test_it_says_that_a_machine_made_it_and_that_no_speaker_has_read_it(site: Site) -> None:
    kit = site.kit(f"{PACK}@{LANGUAGE}")
    assert kit is not None
    assert "آليًّا" in kit.note
    assert "لم يقرأها" in kit.note
    translated = [sheet for sheet in site.translated_sheets if f"@{LANGUAGE}" in sheet.id]
    assert len(translated) == len(SHEETS) + 1
    for sheet in translated:
        assert any("ترجمة آلية" in one.text for one in sheet.worksheet.source), sheet.id


@pytest.mark.parametrize("path", texts(), ids=lambda path: str(path.name))
def test_a_text_has_no_english_left_but_what_the_program_reads(path: Path) -> None:
    text = NAMED.sub("", path.read_text(encoding="utf-8")).replace("title:", "")
    assert ARABIC.search(text)
    assert LATIN.findall(text) == []


@pytest.mark.parametrize("path", texts(), ids=lambda path: str(path.name))
def test_a_text_has_the_same_containers_in_the_same_order(path: Path) -> None:
    original = path.with_name(path.name.replace(f".{LANGUAGE}.", "."))
    fences = re.compile(r"^:::.*$", re.MULTILINE)
    ours, theirs = (fences.findall(one.read_text(encoding="utf-8")) for one in (path, original))
    assert ours == theirs


def test_answers_have_the_same_ids_in_both_languages(found: tuple[Read, ...]) -> None:
    """So that what is ticked on one sheet opens on the other."""
    sheets = [one for one in found if isinstance(one.part.value, Worksheet)]
    originals = {(one.name.pack, one.name.id): one for one in sheets if not one.name.language}
    translated = [one for one in sheets if one.name.language == LANGUAGE]
    assert translated
    for one in translated:
        assert ids_of(one) == ids_of(originals[one.name.pack, one.name.id]), one.part.path


def ids_of(one: Read) -> list[tuple[str, str, tuple[str, ...], int | None]]:
    """Return what a sheet's answers are filed under, and how each is written."""
    worksheet = one.part.value
    assert isinstance(worksheet, Worksheet)
    return [
        (
            field.id,
            field.visibility,
            tuple(item.id for item in (*field.options, *field.items, *field.columns)),
            field.lines,
        )
        for field in worksheet.fields
    ]


def test_there_are_as_many_cards_as_in_the_original(found: tuple[Read, ...]) -> None:
    decks = [one.part.value for one in found if isinstance(one.part.value, DeckFile)]
    assert [len(deck.cards) for deck in decks] == [3, 3]
