"""People: those who have a page of their own, by consent, and what each of them wrote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.site import Member, Site
from builder.model.view import Body, Frame
from builder.plan import Output
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


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give the index of people and a page for each."""
    t = scope.t()
    path = scope.path("people")
    if path is not None:
        cards = tuple(_card(scope, member, path) for member in site.people)
        view = PeopleView(scope.frame("people", t("People"), path=path), cards)
        yield Output(path, theme.template("people.html", site.config.language), view)
    for member in site.people:
        path = scope.path(f"person:{member.id}")
        if path is not None:
            language = member.person.language or site.config.language
            template = theme.template("person.html", language)
            yield Output(path, template, _view(site, scope, member, path))


def _card(scope: Scope, member: Member, start: str) -> Card:
    person = member.person
    url = scope.url(f"person:{member.id}", start) or ""
    return Card(person.title, url, person.summary, person.offers, person.place)


def _view(site: Site, scope: Scope, member: Member, path: str) -> PersonView:
    person = member.person
    language = person.language or site.config.language
    kits = [kit for kit in site.kits if member.id in kit.pack.authors]
    pages = [
        page
        for page in (*site.pages, *site.notes)
        if member.id in page.head.authors and "@" not in page.key and page.key != "home"
    ]
    return PersonView(
        frame=scope.frame(
            f"person:{member.id}",
            person.title,
            path=path,
            description=person.summary,
            language=language,
            crumbs=((scope.t(language)("People"), "people"),),
        ),
        name=person.title,
        summary=person.summary,
        offers=person.offers,
        interest=person.interest,
        place=person.place,
        body=None if member.text.is_empty else scope.body(member.text, path),
        packs=present(kit_row(scope, kit, path, language) for kit in kits),
        pages=present(page_row(scope, page, path, language) for page in pages),
    )
