"""Categories: an index of them, and for each a list of its pages, notes and packs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.site import Kit, Page, Site
from builder.model.view import Frame, NavLink
from builder.plan import Output
from builder.site.lists import categories, cut, filed, page_key
from builder.site.pager import Pager, page_title, pager
from builder.site.rows import Row, kit_row, page_row, present
from builder.site.scope import Scope
from builder.site.tags import Tag, used
from builder.theme import Theme


@dataclass(frozen=True, slots=True)
class CategoriesView:
    """The index of categories, those used most first."""

    frame: Frame
    categories: tuple[NavLink, ...]


@dataclass(frozen=True, slots=True)
class CategoryView:
    """What is filed under one category."""

    frame: Frame
    title: str
    count: int
    """How many things there are on all of its pages."""
    pager: Pager | None
    packs: tuple[Row, ...]
    pages: tuple[Row, ...]
    notes: tuple[Row, ...]
    others: tuple[NavLink, ...]
    """The other categories, those used most."""
    feeds: tuple[NavLink, ...]
    """Where what is new in it can be followed."""


MANY = 20
"""So many other categories stand beside each; the index has them all."""


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give the index and a page for each category."""
    path = scope.path("categories")
    if path is None:
        return
    language = site.config.language
    tags = used(categories(site))
    frame = scope.frame("categories", scope.t()("Categories"), path=path)
    links = _links(scope, tags, path)
    template = theme.template("categories.html", language)
    yield Output(path, template, CategoriesView(frame, links))
    template = theme.template("category.html", language)
    files = filed(site)
    for tag in tags:
        pages = cut(files[tag.slug], site.config.per_page)
        for number, things in enumerate(pages, 1):
            path = scope.path(page_key(f"category:{tag.slug}", number))
            if path is not None:
                others = _links(scope, tuple(other for other in tags if other != tag)[:MANY], path)
                shown = Shown(tag, things, number, len(pages), len(files[tag.slug]))
                yield Output(path, template, _view(scope, shown, others, path))


@dataclass(frozen=True, slots=True)
class Shown:
    """What one page of a category lists."""

    tag: Tag
    things: tuple[Kit | Page, ...]
    page: int
    pages: int
    count: int
    """How many things there are on all pages."""


def _view(scope: Scope, shown: Shown, others: tuple[NavLink, ...], path: str) -> CategoryView:
    language = scope.site.config.language
    tag, key = shown.tag, f"category:{shown.tag.slug}"
    crumbs = ((scope.t()("Categories"), "categories"),)
    title = page_title(scope, tag.label, shown.page, shown.pages, language)
    pages = [page for page in shown.things if isinstance(page, Page)]
    notes = [page for page in pages if page.is_note]
    kits = [kit for kit in shown.things if isinstance(kit, Kit)]
    return CategoryView(
        frame=scope.frame(page_key(key, shown.page), title, path=path, crumbs=crumbs),
        title=tag.label,
        count=shown.count,
        pager=pager(scope, key, shown.page, shown.pages, language),
        packs=present(kit_row(scope, kit, path, language) for kit in kits),
        pages=present(page_row(scope, p, path, language) for p in pages if not p.is_note),
        notes=present(page_row(scope, note, path, language) for note in notes),
        others=others,
        feeds=tuple(
            NavLink(words, url)
            for words, key in (("Atom", "feed"), ("JSON Feed", "feed-json"))
            if scope.path(f"{key}:{tag.slug}") and (url := scope.url(f"{key}:{tag.slug}", path))
        ),
    )


def _links(scope: Scope, tags: tuple[Tag, ...], start: str) -> tuple[NavLink, ...]:
    return tuple(
        NavLink(tag.label, scope.url(f"category:{tag.slug}", start) or "", note=str(tag.count))
        for tag in tags
    )
