"""A whole site, assembled and checked: what the kinds of output are made from.

A site never enters a view. A view is made from it, and holds only what its page shows.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import Literal

from builder.model.config import Config
from builder.model.lists import Term, Tool
from builder.model.pack import Pack, Segment
from builder.model.page import Activity, Head, Person, Text
from builder.model.series import Series
from builder.model.worksheet import Worksheet


@dataclass(frozen=True, slots=True)
class Page:
    """A page or note that is published."""

    id: str
    """Its path in `content/` without suffix and language: `handbook/packs`, `notes/three-packs`."""
    language: str
    """The language of the text."""
    path: str
    """Its source file."""
    head: Head
    text: Text
    key: str
    """Its key in the routes: `page:ID`, or `page:ID@LANGUAGE` for a translation."""
    due: bool = False
    """Whether its review date is past."""
    stale: bool = False
    """For a translation: whether the source has changed since."""
    translations: tuple[tuple[str, str], ...] = ()
    """Its other languages: tag and key."""

    @property
    def is_note(self) -> bool:
        """Whether it is a dated note."""
        return self.id.startswith("notes/")


@dataclass(frozen=True, slots=True)
class Member:
    """A person with a page."""

    id: str
    person: Person
    text: Text
    path: str


@dataclass(frozen=True, slots=True)
class Exercise:
    """An activity that segments use."""

    id: str
    activity: Activity
    text: Text
    path: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A worksheet, shared or a pack's own."""

    id: str
    """`gap-review`, or `begin-well/slip` for a pack's own."""
    worksheet: Worksheet
    path: str
    pack: str = ""
    """The pack whose own it is."""
    due: bool = False
    """Whether its review date is past."""

    @property
    def name(self) -> str:
        """Its id in every language."""
        return self.id.partition("@")[0]


@dataclass(frozen=True, slots=True)
class Deck:
    """One deck of cards: a pack's, or one for anybody."""

    id: str
    title: str
    cards: tuple[Text, ...]
    head: Activity | None = None
    """What its front matter says."""
    path: str = ""
    """Its source file."""


@dataclass(frozen=True, slots=True)
class Local:
    """A host's additions to a pack."""

    page: Text | None = None
    """What goes to the pack page."""
    moved: tuple[Text, ...] = ()
    """What names a segment that the pack does not have: shown on the pack page too."""
    segments: tuple[tuple[str, Text], ...] = ()
    """What goes to a segment, by its id."""


@dataclass(frozen=True, slots=True)
class File:
    """A source file as it is: an asset, or a file that a zip carries along."""

    path: str
    digest: str
    size: int
    width: int = 0
    height: int = 0
    kind: str = ""
    """`jpeg`, `png` or `webp` for a picture that stands still."""
    turn: int = 1
    """How it is to be turned before it is shown: 1 to 8, as Exif counts."""


@dataclass(frozen=True, slots=True)
class Kit:
    """A session pack with all that belongs to it."""

    id: str
    pack: Pack
    language: str
    path: str
    """Its `pack.yaml`."""
    texts: dict[str, Text]
    """The words of each segment, by its id."""
    prepare: Text | None = None
    follow_up: Text | None = None
    key_idea: Text | None = None
    decks: tuple[Deck, ...] = ()
    local: Local = Local()
    sheets: tuple[str, ...] = ()
    """Ids of all the worksheets it uses, in the order of the agenda."""
    series: tuple[str, ...] = ()
    """Ids of the series it is in."""
    files: tuple[File, ...] = ()
    """Every source file it is made of, its shared sheets, activities and authors' pages too."""
    assets: tuple[File, ...] = ()
    """The images and files of its own folder."""
    due: bool = False
    """Whether its review date is past."""
    untranslated: frozenset[str] = frozenset()
    """For a translation: the segments whose words are still in the pack's own language."""
    own_language: str = ""
    """For a translation: the pack's own language."""
    note: str = ""
    """For a translation: what is said of it at its head."""
    stale: bool = False
    """For a translation: whether something in the original has changed since."""
    translations: tuple[tuple[str, str], ...] = ()
    """Its other languages: tag and key."""

    @property
    def name(self) -> str:
        """Its folder, and its id in every language; `id` ends in `@LANGUAGE` for a translation."""
        return self.id.partition("@")[0]

    @property
    def idea_segment(self) -> str:
        """The id of the segment that the key idea is read in; empty where none is for it."""
        return next((one.id for one in self.pack.segments if "key-idea" in one.kind), "")

    @property
    def is_translation(self) -> bool:
        """Whether it is another pack in another language."""
        return self.name != self.id

    def with_series(self, ids: tuple[str, ...]) -> Kit:
        """Return the pack, knowing which series it is in."""
        return replace(self, series=ids)


@dataclass(frozen=True, slots=True)
class Programme:
    """A series with its packs."""

    id: str
    series: Series
    language: str
    path: str
    digest: str
    size: int
    packs: tuple[str, ...]
    """Ids of the packs that are there."""


@dataclass(frozen=True, slots=True)
class Translation:
    """A file in another language, or one that is not there yet."""

    original: str
    """The path of the original."""
    path: str
    """Its own path; empty where it is missing."""
    language: str
    state: Literal["fresh", "stale", "missing", "undated"]
    """`stale` where the original has changed since; `undated` where it does not say what it is of.
    """


@dataclass(frozen=True, slots=True)
class Site:
    """Everything that is published, in the order in which lists show it."""

    config: Config
    today: datetime.date
    pages: tuple[Page, ...] = ()
    """Pages and their translations, without notes; by order, then title."""
    notes: tuple[Page, ...] = ()
    """Newest first."""
    people: tuple[Member, ...] = ()
    kits: tuple[Kit, ...] = ()
    """By title."""
    sheets: tuple[Sheet, ...] = ()
    decks: tuple[Deck, ...] = ()
    """Those of no pack, by title."""
    series: tuple[Programme, ...] = ()
    activities: tuple[Exercise, ...] = ()
    tools: tuple[Tool, ...] = ()
    terms: tuple[Term, ...] = ()
    assets: tuple[File, ...] = ()
    """Images and files in `content/`."""
    editions: tuple[Kit, ...] = ()
    """Packs in other languages."""
    translated_sheets: tuple[Sheet, ...] = ()
    """Worksheets in other languages."""
    translated_activities: tuple[Exercise, ...] = ()
    """Activities in other languages."""
    translations: tuple[Translation, ...] = ()
    """Every translated file with its state, and those that translated packs lack."""
    files: tuple[str, ...] = ()
    """The path of every source file, also of those that could not be read."""

    @property
    def all_kits(self) -> tuple[Kit, ...]:
        """The packs in every language."""
        return (*self.kits, *self.editions)

    @property
    def all_sheets(self) -> tuple[Sheet, ...]:
        """The worksheets in every language."""
        return (*self.sheets, *self.translated_sheets)

    @property
    def all_activities(self) -> tuple[Exercise, ...]:
        """The activities in every language."""
        return (*self.activities, *self.translated_activities)

    def kit(self, id_: str) -> Kit | None:
        """Return a pack, or a translation of one, by its id."""
        return next((kit for kit in self.all_kits if kit.id == id_), None)

    def sheet(self, id_: str) -> Sheet | None:
        """Return a worksheet, or a translation of one, by its id."""
        return next((sheet for sheet in self.all_sheets if sheet.id == id_), None)

    def deck(self, id_: str) -> Deck | None:
        """Return a deck of no pack by its id."""
        return next((deck for deck in self.decks if deck.id == id_), None)

    def member(self, id_: str) -> Member | None:
        """Return a person by their id."""
        return next((member for member in self.people if member.id == id_), None)

    def programme(self, id_: str) -> Programme | None:
        """Return a series by its id."""
        return next((series for series in self.series if series.id == id_), None)

    def text_of(self, kit: Kit, segment: Segment) -> Text | None:
        """Return what participants read in a segment: its words, else those of its activity."""
        text, exercise = kit.texts.get(segment.id), self.exercise(segment.activity)
        if (text is None or not text.words) and exercise is not None:
            return exercise.text
        return text

    def exercise(self, id_: str | None) -> Exercise | None:
        """Return an activity, or a translation of one, by its id."""
        return next((item for item in self.all_activities if item.id == id_), None)
