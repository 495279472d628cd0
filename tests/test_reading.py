"""The library's own texts: they can be said in their time, read with ease, and traced.

Nothing is built: the files are read as a build reads them, and looked at.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from builder.build import gather
from builder.markdown.text import plain, said, words
from builder.markdown.tree import Tree, load, walk
from builder.model.page import Text
from builder.model.part import ActivityFile, DeckFile, PageFile, Read
from builder.model.site import Kit, Site
from builder.model.worksheet import Worksheet
from builder.site.assemble import assemble
from builder.source import scan
from builder.store import Blobs, Store
from builder.work import Here
from tests.conftest import ROOT, TODAY
from tests.reading import measure, minutes_aloud, syllables

ALOUD = frozenset({"prompt", "script", "key-idea"})
"""Containers that somebody reads to the group: the facilitator a prompt, participants the rest."""
EASY = 60
OWN = ("content/handbook/", "content/notes/", "content/stories/")
"""Pages that rest on nothing but this project: what it does, what is new, made-up stories."""
WAYS = {"index.md", "about.md", "privacy.md", "join-a-group.md", "start-a-group.md"}
WAYS |= {"flyer.md", "invitation.md", "run-a-session.md", "question-cards.md"}
"""Names of pages that lead on, invite or promise, and claim nothing from outside."""


@dataclass(frozen=True)
class Library:
    """What this repository publishes, read and not built."""

    site: Site
    reads: tuple[Read, ...]
    blobs: Blobs

    def tree(self, text: Text) -> Tree:
        """Return the content tree of a text."""
        return load(self.blobs.read(text.digest))


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Read the sources of this repository."""
    with contextlib.closing(Store(tmp_path_factory.mktemp("reading"))) as store:
        sources, files, _ = scan.scan(ROOT)
        reads, _, _ = gather(ROOT, sources, store, Here())
        site, _ = assemble(reads, files, TODAY)
        assert len(site.kits) > 10
        yield Library(site, reads, store.blobs)


def aloud(tree: Tree) -> int:
    """Count the words that are spoken in a segment: by the facilitator, and read out by anybody.

    That is what stands in SAY; prompts, once; scripts; and key ideas. What people say of their own
    in their turns is not in the text, and is what the rest of the minutes are for.
    """
    boxes = (node for node in walk(tree) if node["t"] == "box" and node["kind"] in ALOUD)
    return words(said(tree)) + sum(words(plain([box])) for box in boxes)


def segments(kit: Kit, library: Library) -> Iterator[tuple[str, int, int]]:
    """Give each segment with its minutes and the words that are read aloud in it.

    The page of the pack's key idea is read in the first segment of that kind.
    """
    idea = kit.key_idea
    for segment in kit.pack.segments:
        texts = [kit.texts.get(segment.id)]
        exercise = library.site.exercise(segment.activity)
        texts += [exercise.text] if exercise else []
        count = sum(aloud(library.tree(text)) for text in texts if text is not None)
        if idea is not None and "key-idea" in segment.kind:
            count, idea = count + words(plain(library.tree(idea))), None
        yield segment.id, segment.minutes, count
    assert idea is None, f"{kit.id} has a key idea and no segment in which it is read"


def participants(kit: Kit, library: Library) -> Iterator[str]:
    """Give the lines of all that participants of a pack read."""
    parts = (kit.prepare, kit.key_idea, kit.follow_up, *kit.texts.values())
    for text in parts:
        if text is not None:
            yield from plain(library.tree(text)).splitlines()
    yield from (kit.pack.promise, kit.pack.question, *kit.pack.objectives)


def test_what_is_read_aloud_fits_the_minutes_of_its_segment(library: Library) -> None:
    """At 130 words a minute."""
    late = [
        f"{kit.id}/{id_}: {count} words take {minutes_aloud(count):.1f} of {minutes} minutes"
        for kit in library.site.kits
        for id_, minutes, count in segments(kit, library)
        if minutes_aloud(count) > minutes
    ]
    assert late == []


def test_there_is_something_to_read_aloud_in_every_pack(library: Library) -> None:
    """So that the test above cannot pass by finding nothing."""
    for kit in library.site.kits:
        assert sum(count for _, _, count in segments(kit, library)) > 100, kit.id


def test_participants_of_every_pack_read_plain_english(library: Library) -> None:
    """Flesch's reading ease, over all that they are given to read."""
    hard = {}
    for kit in library.site.kits:
        found = measure(participants(kit, library))
        assert found.words > 200, kit.id
        if found.ease < EASY:
            hard[kit.id] = round(found.ease, 1)
    assert hard == {}


def pages(library: Library) -> Iterator[tuple[str, PageFile]]:
    for read in library.reads:
        if isinstance(read.part.value, PageFile):
            yield read.part.path, read.part.value


def test_every_page_says_what_it_is_for_who_wrote_it_and_when_it_was_read(library: Library) -> None:
    """The handbook too; a note is news, and nobody reads it through again."""
    for path, page in pages(library):
        head = page.head
        assert head.summary, f"{path} has no summary"
        assert head.authors, f"{path} has no authors"
        assert head.reviewed or path.startswith("content/notes/"), f"{path} was never reviewed"


def test_every_page_that_claims_something_says_what_it_rests_on(library: Library) -> None:
    """The handbook, notes and stories are our own; some pages only lead on."""
    unsourced = [
        path
        for path, page in pages(library)
        if not page.head.sources and not path.startswith(OWN) and path.split("/")[-1] not in WAYS
    ]
    assert unsourced == []


def test_every_pack_sheet_and_activity_has_a_licence_and_says_where_it_comes_from(
    library: Library,
) -> None:
    """So that whoever takes one along knows what they may do with it."""
    for kit in library.site.kits:
        assert kit.pack.licence, kit.id
        assert kit.pack.authors, kit.id
        assert kit.pack.sources, kit.id
    for read in library.reads:
        value = read.part.value
        if isinstance(value, Worksheet):
            assert value.licence, read.part.path
            assert value.source, read.part.path
        if isinstance(value, ActivityFile | DeckFile) and not read.name.pack:  # else: its pack's
            assert value.head, read.part.path
            assert value.head.licence, read.part.path
            assert value.head.sources, read.part.path


RIGHT = {
    1: "we time take takes taste asked you said years through their paid each wished rules there "
    "once gives used helped stopped goal week friend cream field tongue league belle called",
    2: "question people table tables quiet changes wanted happens lesson student being create "
    "doing Māori colleague listen agreed reading hundred ended reason sentence science poet "
    "client patient lion partner’s settled",
    3: "idea agreement another remember video usual diary together area history everyone evidence "
    "beginning decided created notices",
    4: "conversation reality confidential community experience material",
    5: "facilitator individual",
}
WRONG = {"someone": 2, "something": 2, "useful": 2, "plea": 1, "sometimes": 2, "naked": 2}
"""Words with an `e` inside that is silent, and a few others: the spelling does not tell."""


@pytest.mark.parametrize("count,known", RIGHT.items())
def test_syllables_are_counted_by_the_spelling(count: int, known: str) -> None:
    """English has more exceptions than rules; common ones are known."""
    counted = {word: syllables(word) for word in known.split()}
    assert counted == dict.fromkeys(counted, count)


def test_words_that_the_spelling_does_not_tell_are_wrong_by_one() -> None:
    """So that a wrong count moves the reading ease of a text by little."""
    assert {word: abs(syllables(word) - n) for word, n in WRONG.items()} == dict.fromkeys(WRONG, 1)


def test_short_words_in_short_sentences_are_easy_and_long_ones_are_not() -> None:
    """Reading ease is a number, and the number is right for known counts."""
    easy = measure(["We sat in a ring. One of us spoke, and the rest heard it out."])
    assert (easy.words, easy.sentences, easy.syllables) == (15, 2, 15)
    assert easy.ease == pytest.approx(206.835 - 1.015 * 7.5 - 84.6)
    hard = measure(
        ["Organisational implementation necessitates comprehensive collaborative accountability."]
    )
    assert hard.ease < 0 < EASY < easy.ease


def test_lines_and_lists_end_a_sentence() -> None:
    """A heading or an item has no full stop, and is read as one."""
    assert measure(["One thing", "Another thing: this one", ""]).sentences == 3


def test_what_is_said_and_read_out_is_counted_and_what_is_done_is_not() -> None:
    """The clock of reading aloud sees SAY, prompts, scripts and key ideas."""

    def box(kind: str, text: str) -> Tree:
        return [
            {
                "t": "box",
                "kind": kind,
                "arg": "",
                "c": [{"t": "p", "tight": False, "c": [{"t": "text", "s": text}]}],
            }
        ]

    assert aloud(box("say", "one two three")) == 3
    assert aloud(box("prompt", "one two")) == 2
    assert aloud(box("key-idea", "one")) == 1
    assert aloud(box("do", "one two three")) == 0
    assert minutes_aloud(260) == 2
