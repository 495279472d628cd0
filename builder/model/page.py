"""What the front matter of pages, notes, people and local notes says, and the body below it."""

from __future__ import annotations

from dataclasses import dataclass, field

from builder.model.record import Day, Id, Language, Web, record


@record
class Reference:
    """A source that a text rests on; a plain line of text is enough."""

    text: str
    """Author, year and title, as it is to be printed."""
    url: Web | None = None
    """Where it can be read."""

    @staticmethod
    def shorthand(text: str) -> dict[str, str]:
        """Let a reference be written as one line of text."""
        return {"text": text}


@record
class Head:
    """The front matter of a page or note."""

    title: str
    """The title, shown as the page's heading."""
    summary: str = ""
    """One or two sentences that say what the page is for."""
    authors: tuple[Id, ...] = ()
    """Ids of the people in `content/people/` who wrote it."""
    published: Day | None = None
    """The date of publication; a date to come keeps the page back. A note must have one."""
    reviewed: Day | None = None
    """When someone last read it through."""
    review_by: Day | None = None
    """When it should be read through again; from `review_after` where it is left out."""
    tags: tuple[str, ...] = ()
    """The categories it is found under."""
    aliases: tuple[str, ...] = ()
    """Former addresses that lead here, such as `old/name.html`."""
    draft: bool = False
    """A draft is checked and never published."""
    expires: Day | None = None
    """From this date on the page is no longer published."""
    order: int = 0
    """Its place among its neighbours in lists; lower comes first, equal ones by title."""
    language: Language | None = None
    """The language of the text where it is not the site's."""
    translation_of: str = ""
    """For a translation: the digest of the source file it was made from, to tell when it is stale.
    """
    sources: tuple[Reference, ...] = ()
    """The sources it rests on."""


@record
class Person:
    """The front matter of a person's page, published only with their consent."""

    title: str
    """The name, as the person likes it written."""
    summary: str = ""
    """One line about them."""
    offers: tuple[str, ...] = ()
    """What they offer to others."""
    interest: str = ""
    """A study or interest declared, shown under what they wrote."""
    place: str = ""
    """Where they are, if they wish to say."""
    language: Language | None = None
    """The language of the text where it is not the site's."""
    translation_of: str = ""
    """For a translation: the digest of the source file it was made from."""


@record
class Activity:
    """The front matter of an exercise that any segment may name."""

    title: str
    """What the exercise is called."""
    summary: str = ""
    """One sentence about it."""
    licence: str = ""
    """Its licence, as an SPDX identifier; the site's where it is left out."""
    sources: tuple[Reference, ...] = ()
    """The sources it rests on."""
    translation_of: str = ""
    """For a translation: the digest of the source file it was made from."""


@record
class Translated:
    """The front matter of a pack's text in another language."""

    translation_of: str = ""
    """The digest of the source file it was made from, to tell when it is stale."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link or image that a text makes."""

    href: str
    """The address as written."""
    line: int
    column: int
    width: int
    image: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a text."""

    level: int
    id: str
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Box:
    """A container of a text, such as `say` or `write`."""

    name: str
    arg: str
    line: int
    column: int = field(default=0, compare=False)
    """Where its argument stands, or its name where it has none."""
    width: int = field(default=1, compare=False)


@dataclass(frozen=True, slots=True)
class Text:
    """The facts of a Markdown body; its content tree lies in the store under `digest`."""

    digest: str
    """Where the content tree is in the store."""
    source: str
    """The file it came from, relative to the site's root: its links are relative to it."""
    links: tuple[Link, ...] = ()
    headings: tuple[Heading, ...] = ()
    boxes: tuple[Box, ...] = ()
    words: int = 0
    """How many words participants read."""
    says: int = 0
    """How many words a facilitator says aloud."""
    summary: str = ""
    """The first sentence participants read, without markup."""
    translation_of: str = ""
    """For a translation: the digest of the file it was made from."""

    @property
    def is_empty(self) -> bool:
        """Whether it has nothing for participants: no words, picture or lines to write on."""
        return not (self.words or self.links or self.boxes)

    def has(self, *names: str) -> bool:
        """Whether it has a container of one of these names."""
        return any(box.name in names for box in self.boxes)


@dataclass(frozen=True, slots=True)
class Section:
    """One `## heading` of a local note, with the text below it."""

    segment: str
    """The id that the heading names; empty for the text before the first heading."""
    line: int
    text: Text
