"""People: those who have a page of their own, by consent, and what each of them wrote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.site import Kit, Member, Page, Site
from builder.model.view import Body, Frame
from builder.plan import Output
from builder.site.lists import cut, page_key, written
from builder.site.pager import Pager, page_title, pager
from builder.site.rows import Row, kit_row, page_row, present
from builder.site.scope import Scope
from builder.theme import Theme


@dataclass(frozen=True, slots=True)
class Card:
    """A person in the index."""

    name: str
    url: str
    summary: str
    offers: tuple[str, ...]
    place: str


@dataclass(frozen=True, slots=True)
class PeopleView:
    """The index of people."""

    frame: Frame
    people: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class PersonView:
    """One person."""

    frame: Frame
    name: str
    summary: str
    offers: tuple[str, ...]
    interest: str
    place: str
    body: Body | None
    packs: tuple[Row, ...]
    """The session packs they wrote."""
    pages: tuple[Row, ...]
    """The pages and notes they wrote."""
    pager: Pager | None
    """Where that takes several pages; only the first says who they are."""


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give the index of people and a page for each."""
    t = scope.t()
    path = scope.path("people")
    if path is not None:
        cards = tuple(_card(scope, member, path) for member in site.people)
        view = PeopleView(scope.frame("people", t("People"), path=path), cards)
        yield Output(path, theme.template("people.html", site.config.language), view)
    works = written(site)
    for member in site.people:
        language = member.person.language or site.config.language
        template = theme.template("person.html", language)
        pages = cut(works[member.id], site.config.per_page)
        for number, things in enumerate(pages, 1):
            path = scope.path(page_key(f"person:{member.id}", number))
            if path is not None:
                shown = Shown(member, things, number, len(pages))
                yield Output(path, template, _view(scope, shown, path, language))


@dataclass(frozen=True, slots=True)
class Shown:
    """What one page about a person lists."""

    member: Member
    things: tuple[Kit | Page, ...]
    page: int
    pages: int


def _card(scope: Scope, member: Member, start: str) -> Card:
    person = member.person
    url = scope.url(f"person:{member.id}", start) or ""
    return Card(person.title, url, person.summary, person.offers, person.place)


def _view(scope: Scope, shown: Shown, path: str, language: str) -> PersonView:
    member, person, key = shown.member, shown.member.person, f"person:{shown.member.id}"
    first = shown.page == 1
    kits = [kit for kit in shown.things if isinstance(kit, Kit)]
    pages = [page for page in shown.things if isinstance(page, Page)]
    return PersonView(
        frame=scope.frame(
            page_key(key, shown.page),
            page_title(scope, person.title, shown.page, shown.pages, language),
            path=path,
            description=person.summary,
            language=language,
            crumbs=((scope.t(language)("People"), "people"),),
            source=member.path,
        ),
        name=person.title,
        summary=person.summary,
        offers=person.offers if first else (),
        interest=person.interest if first else "",
        place=person.place if first else "",
        body=scope.body(member.text, path) if first and not member.text.is_empty else None,
        packs=present(kit_row(scope, kit, path, language) for kit in kits),
        pages=present(page_row(scope, page, path, language) for page in pages),
        pager=pager(scope, key, shown.page, shown.pages, language),
    )
