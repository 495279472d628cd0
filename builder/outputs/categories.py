"""Categories: an index of them, and for each a list of its pages, notes and packs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.site import Kit, Page, Site
from builder.model.view import Frame, NavLink
from builder.plan import Output
from builder.site.routes import categories, slug
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
    packs: tuple[Row, ...]
    pages: tuple[Row, ...]
    notes: tuple[Row, ...]
    others: tuple[NavLink, ...]
    """The other categories, those used most."""


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
    files = _filed(site)
    for tag in tags:
        path = scope.path(f"category:{tag.slug}")
        if path is not None:
            others = _links(scope, tuple(other for other in tags if other != tag)[:MANY], path)
            yield Output(path, template, _view(scope, tag, files[tag.slug], others, path))


def _filed(site: Site) -> dict[str, list[Kit | Page]]:
    """Return what is filed under each category, each thing once."""
    files: dict[str, dict[int, Kit | Page]] = {}
    for kit in site.kits:
        for topic in kit.pack.topics:
            files.setdefault(slug(topic), {})[id(kit)] = kit
    for page in (*site.pages, *site.notes):
        for tag in page.head.tags:
            files.setdefault(slug(tag), {})[id(page)] = page
    return {name: list(things.values()) for name, things in files.items()}


def _view(
    scope: Scope, tag: Tag, things: list[Kit | Page], others: tuple[NavLink, ...], path: str
) -> CategoryView:
    language = scope.site.config.language
    crumbs = ((scope.t()("Categories"), "categories"),)
    pages = [page for page in things if isinstance(page, Page)]
    notes = [page for page in pages if page.is_note]
    return CategoryView(
        frame=scope.frame(f"category:{tag.slug}", tag.label, path=path, crumbs=crumbs),
        title=tag.label,
        count=len(things),
        packs=present(
            kit_row(scope, kit, path, language) for kit in things if isinstance(kit, Kit)
        ),
        pages=present(page_row(scope, p, path, language) for p in pages if not p.is_note),
        notes=present(page_row(scope, note, path, language) for note in notes),
        others=others,
    )


def _links(scope: Scope, tags: tuple[Tag, ...], start: str) -> tuple[NavLink, ...]:
    return tuple(
        NavLink(tag.label, scope.url(f"category:{tag.slug}", start) or "", note=str(tag.count))
        for tag in tags
    )
