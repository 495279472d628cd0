"""What reading one source file gives: its facts, where each stands, and the file's problems."""

from __future__ import annotations

from dataclasses import dataclass

from builder.model.config import Config
from builder.model.lists import Term, Tool
from builder.model.names import Name
from builder.model.pack import Pack
from builder.model.page import Activity, Head, Person, Section, Text
from builder.model.series import Series
from builder.model.theme import ThemeFile
from builder.model.translation import PackWords
from builder.model.worksheet import Worksheet
from builder.problems import Problem, Span

Step = str | int
Place = tuple[int, int, int]
"""Line, column and width, as in a Span."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Where each value of a YAML file stands: the way to a line and column for a later check."""

    path: str
    """The file."""
    places: dict[tuple[Step, ...], Place]
    """Keys of mappings and indices of lists, in the names of the model, to a place."""

    def at(self, *steps: Step) -> Span:
        """Return the place of a value, or of the nearest thing around it in the file."""
        for end in range(len(steps), -1, -1):
            place = self.places.get(steps[:end])
            if place is not None:
                return Span(self.path, *place)
        return Span(self.path, 1, 1)

    def has(self, *steps: Step) -> bool:
        """Whether the author wrote this value."""
        return steps in self.places


@dataclass(frozen=True, slots=True)
class PageFile:
    """A page or a note."""

    head: Head
    text: Text


@dataclass(frozen=True, slots=True)
class PersonFile:
    """A person's page."""

    head: Person
    text: Text


@dataclass(frozen=True, slots=True)
class ActivityFile:
    """An exercise that segments may name."""

    head: Activity
    text: Text


@dataclass(frozen=True, slots=True)
class LocalFile:
    """A host's additions to a pack."""

    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class DeckFile:
    """One deck of cards: each card is a text."""

    title: str
    head: Activity | None
    """What its front matter says; None where it has none."""
    cards: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class AssetFile:
    """A file that is copied as it is; its bytes lie in the store under the source's digest."""

    width: int = 0
    """In pixels as it is shown, for an image; 0 where it has none."""
    height: int = 0
    kind: str = ""
    """`jpeg`, `png` or `webp` for a picture that stands still."""
    turn: int = 1
    """How it is to be turned before it is shown: 1 to 8, as Exif counts."""


@dataclass(frozen=True, slots=True)
class ToolsFile:
    """The tools directory."""

    tools: tuple[Tool, ...]


@dataclass(frozen=True, slots=True)
class GlossaryFile:
    """The glossary."""

    terms: tuple[Term, ...]


Value = (
    Config
    | ThemeFile
    | Pack
    | PackWords
    | Series
    | Worksheet
    | Text
    | PageFile
    | PersonFile
    | ActivityFile
    | LocalFile
    | DeckFile
    | ToolsFile
    | GlossaryFile
    | AssetFile
)


@dataclass(frozen=True, slots=True)
class Part:
    """One source file, read: what it says, where it says it, and what is wrong in it alone."""

    path: str
    digest: str
    """The digest of the file's bytes."""
    size: int
    """In bytes."""
    value: Value | None
    """What it says; None where it could not be read."""
    marks: Marks
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Read:
    """A part together with what its path says of it."""

    name: Name
    part: Part


@dataclass(frozen=True, slots=True)
class Held:
    """A page that is not published, and why."""

    path: str
    why: str
