"""What a cartridge holds: a pack, or the packs of a series, for a learning platform.

Common Cartridge 1.1, the version that Moodle and Canvas both read. Platforms strip scripts from
pages, so the pages are plain; worksheets are links to their pages on the published site, where
they keep what is typed; what is for the facilitator alone is marked so and comes hidden.
Source: IMS Common Cartridge profile 1.1, and how Moodle and Canvas import it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from builder.model.site import Kit, Site
from builder.model.view import Body
from builder.plan import Output
from builder.site import agenda, facts, pack_parts
from builder.site.frame import LICENCES, direction
from builder.site.routes import kit_images
from builder.site.scope import Scope
from builder.theme import Theme

Form = Literal["page", "file", "link", "topic"]


@dataclass(frozen=True, slots=True)
class PlainPart:
    """One segment, for everyone or for the facilitator."""

    row: agenda.Row
    body: Body | None
    key_idea: Body | None
    sheets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlainView:
    """A page without scripts and frame: the session, its handout or its guide."""

    language: str
    direction: str
    title: str
    pack: str
    """The pack's title, where the page is not its own."""
    question: str
    promise: str
    minutes: int
    people: str
    where: str
    objectives: tuple[str, ...]
    rows: tuple[agenda.Row, ...]
    parts: tuple[PlainPart, ...]
    try_it: str
    url: str | None
    """The pack's page on the published site."""
    version: str
    licence: str
    licence_url: str | None


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link to a page of the published site."""

    title: str
    url: str


@dataclass(frozen=True, slots=True)
class TopicView:
    """A question to talk over in a forum."""

    title: str
    question: str
    text: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that pages show."""

    id: str
    path: str


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in the cartridge, in the order in which the platform shows it."""

    id: str
    title: str
    form: Form
    path: str
    images: tuple[Image, ...] = ()
    """What a page shows."""
    leads: bool = False
    """Whether it is for the facilitator alone."""


@dataclass(frozen=True, slots=True)
class Part:
    """A pack in the cartridge: a section of the course."""

    id: str
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class ManifestView:
    """The list of everything, as the platform reads it."""

    id: str
    title: str
    description: str
    language: str
    keywords: tuple[str, ...]
    licence: str
    parts: tuple[Part, ...]
    images: tuple[Image, ...]


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give what the cartridge of this scope holds; nothing in any other scope."""
    path = scope.path("cartridge-manifest")
    if path is None:
        return
    parts = []
    for kit in site.all_kits:
        if scope.path(f"cartridge-session:{kit.id}"):
            yield from _pages(site, theme, scope, kit)
            parts.append(Part(f"pack-{kit.name}", kit.pack.title, tuple(_items(kit, scope))))
    view = _manifest(site, scope, tuple(_in_order(site, scope, parts)))
    yield Output(path, theme.template("cartridge/imsmanifest.xml", view.language), view)


def _in_order(site: Site, scope: Scope, parts: list[Part]) -> list[Part]:
    """Put the packs of a series in its order."""
    programme = site.programme(scope.name.rpartition(":")[2])
    if programme is None or not scope.name.startswith("cartridge-series:"):
        return parts
    places = {f"pack-{id_}": place for place, id_ in enumerate(programme.packs)}
    return sorted(parts, key=lambda part: places[part.id])


def _pages(site: Site, theme: Theme, scope: Scope, kit: Kit) -> Iterator[Output]:
    for name in ("session", "handout", "guide"):
        path = scope.path(f"cartridge-{name}:{kit.id}")
        if path is not None:
            view = _plain(site, kit, scope, path, name)
            yield Output(path, theme.template(f"cartridge/{name}.html", kit.language), view)
    link = theme.template("cartridge/link.xml", kit.language)
    for title, url, path in _links(kit, scope):
        yield Output(path, link, LinkView(title, url))
    path = scope.path(f"cartridge-topic:{kit.id}")
    if path is not None:
        topic = TopicView(kit.pack.title, kit.pack.question, kit.pack.promise)
        yield Output(path, theme.template("cartridge/topic.xml", kit.language), topic)


def _links(kit: Kit, scope: Scope) -> Iterator[tuple[str, str, str]]:
    """Give title, address and path of each link: the sheets, and the workbook at the end."""
    for id_ in kit.sheets:
        sheet = scope.site.sheet(id_)
        path = scope.path(f"cartridge-link:{kit.id}:{id_}")
        url = scope.routes.absolute(f"sheet:{id_}")
        if sheet is not None and path is not None and url is not None:
            yield sheet.worksheet.title, url, path
    path = scope.path(f"cartridge-link:{kit.id}:workbook")
    url = scope.routes.absolute("workbook")
    if path is not None and url is not None:
        yield scope.t(kit.language)("Workbook: your plan and journal"), url, path


def _plain(site: Site, kit: Kit, scope: Scope, path: str, name: str) -> PlainView:
    pack = kit.pack
    t = scope.t(kit.language)
    rows = agenda.rows(kit, t)
    titles = {
        "session": pack.title,
        "handout": t("Handout: {title}", title=facts.short_title(pack)),
        "guide": t("Facilitator guide: {title}", title=facts.short_title(pack)),
    }
    return PlainView(
        language=kit.language,
        direction=direction(kit.language),
        title=titles[name],
        pack="" if name == "session" else pack.title,
        question=pack.question,
        promise=pack.promise,
        minutes=pack.minutes,
        people=facts.people(pack.group),
        where=facts.where(pack.modes, t),
        objectives=pack.objectives,
        rows=rows,
        parts=() if name == "session" else tuple(_parts(site, kit, scope, path, rows)),
        try_it=pack.follow_up.try_it if pack.follow_up else "",
        url=scope.routes.absolute(f"pack:{kit.id}"),
        version=pack.version,
        licence=pack.licence,
        licence_url=LICENCES.get(pack.licence),
    )


def _parts(
    site: Site, kit: Kit, scope: Scope, path: str, rows: tuple[agenda.Row, ...]
) -> Iterator[PlainPart]:
    by_id = {row.id: row for row in rows}
    sheets = {sheet.id: sheet for sheet in pack_parts.sheet_links(kit, scope, path)}
    idea = kit.idea_segment
    for segment in kit.pack.segments:
        text = site.text_of(kit, segment)
        yield PlainPart(
            row=by_id[segment.id],
            body=scope.body(text, path, f"{segment.id}_"),
            key_idea=scope.body(kit.key_idea, path, "idea_") if segment.id == idea else None,
            sheets=tuple(one.title for one in pack_parts.unnamed(segment, text, sheets)),
        )


def _items(kit: Kit, scope: Scope) -> Iterator[Item]:
    """Give what a pack has for the platform, in the order of its use, the guide last."""
    t = scope.t(kit.language)
    short = facts.short_title(kit.pack)
    images = _images(kit, scope)
    pages = [
        ("session", t("About this session"), (), False),
        ("handout", t("Handout: {title}", title=short), images, False),
    ]
    for name, title, shown, leads in pages:
        path = scope.path(f"cartridge-{name}:{kit.id}")
        if path is not None:
            yield Item(f"{kit.name}-{name}", title, "page", path, shown, leads)
    yield from _printed(kit, scope, "handout", t("Handout to print (PDF)"), leads=False)
    for title, _, path in _links(kit, scope):
        name = path.rpartition("/")[2].removesuffix(".xml")
        yield Item(f"{kit.name}-link-{name}", title, "link", path)
    path = scope.path(f"cartridge-topic:{kit.id}")
    if path is not None:
        yield Item(f"{kit.name}-topic", t("Talk it over: {title}", title=short), "topic", path)
    path = scope.path(f"cartridge-guide:{kit.id}")
    if path is not None:
        title = t("Facilitator guide: {title}", title=short)
        yield Item(f"{kit.name}-guide", title, "page", path, images, leads=True)
    yield from _printed(kit, scope, "guide", t("Facilitator guide to print (PDF)"), leads=True)


def _printed(kit: Kit, scope: Scope, what: str, title: str, *, leads: bool) -> Iterator[Item]:
    for name in scope.site.config.print.paper:
        path = scope.path(f"pdf:{what}:{kit.id}:{name.lower()}")
        if path is not None:
            yield Item(f"{kit.name}-{what}-{name.lower()}", title, "file", path, leads=leads)


def _images(kit: Kit, scope: Scope) -> tuple[Image, ...]:
    """Return the pictures of a pack and of the activities it uses."""
    named = sorted({*(asset.path for asset in kit.assets), *kit_images(scope.site, kit)})
    paths = (scope.path(f"asset:{path}") for path in named)
    found = [path for path in paths if path is not None]
    return tuple(Image(f"image-{kit.name}-{n}", path) for n, path in enumerate(found))


def _manifest(site: Site, scope: Scope, parts: tuple[Part, ...]) -> ManifestView:
    kind, _, id_ = scope.name.partition(":")
    kits = [kit for kit in site.all_kits if scope.path(f"cartridge-session:{kit.id}")]
    programme = site.programme(id_) if kind == "cartridge-series" else None
    kit = kits[0]
    pictures = (image for part in parts for item in part.items for image in item.images)
    topics = dict.fromkeys(topic for one in kits for topic in one.pack.topics)
    return ManifestView(
        id=f"{site.config.id}-{kind}-{id_}".replace("@", "-"),
        title=programme.series.title if programme else kit.pack.title,
        description=programme.series.promise if programme else kit.pack.promise,
        language=programme.language if programme else kit.language,
        keywords=tuple(topics),
        licence=", ".join(dict.fromkeys(one.pack.licence for one in kits)),
        parts=parts,
        images=tuple(dict.fromkeys(pictures)),
    )
