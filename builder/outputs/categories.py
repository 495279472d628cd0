"""Categories: an index of them, and for each a list of its pages, notes and packs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.site import Site
from builder.model.view import Frame, NavLink
from builder.plan import Output
from builder.site.routes import categories
from builder.site.rows import Row, kit_row, page_row, present
from builder.site.scope import Scope
from builder.site.tags import Tag, filed, used
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
    """The other categories."""


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
    for tag in tags:
        path = scope.path(f"category:{tag.slug}")
        if path is not None:
            yield Output(path, template, _view(site, scope, tag, tags, path))


def _view(site: Site, scope: Scope, tag: Tag, tags: tuple[Tag, ...], path: str) -> CategoryView:
    language = site.config.language
    packs = [kit for kit in site.kits if filed(kit.pack.topics, tag.slug)]
    pages = [page for page in site.pages if filed(page.head.tags, tag.slug)]
    notes = [note for note in site.notes if filed(note.head.tags, tag.slug)]
    key = f"category:{tag.slug}"
    t = scope.t()
    return CategoryView(
        frame=scope.frame(
            key, tag.label, path=path, crumbs=((t("Categories"), "categories"),)
        ),
        title=tag.label,
        count=len(packs) + len(pages) + len(notes),
        packs=present(kit_row(scope, kit, path, language) for kit in packs),
        pages=present(page_row(scope, page, path, language) for page in pages),
        notes=present(page_row(scope, note, path, language) for note in notes),
        others=_links(scope, tuple(other for other in tags if other != tag), path),
    )


def _links(scope: Scope, tags: tuple[Tag, ...], start: str) -> tuple[NavLink, ...]:
    return tuple(
        NavLink(tag.label, scope.url(f"category:{tag.slug}", start) or "", note=str(tag.count))
        for tag in tags
    )
