"""The page of a pack: the promise, what it really takes, the agenda as a picture and a table."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.pack import FollowUp, Prep
from builder.model.page import Reference
from builder.model.site import Kit, Site
from builder.model.view import Body, Frame, NavLink
from builder.plan import HOSTED, Need, Output
from builder.site import agenda, facts, line, pack_parts
from builder.site import resource as resources
from builder.site.printed import Printed, printed
from builder.site.scope import Scope
from builder.theme import Theme
from builder.words import Translator


@dataclass(frozen=True, slots=True)
class Facts:
    """A pack's facts in words."""

    people: str
    trust: str
    where: str
    advice: str


@dataclass(frozen=True, slots=True)
class Ways:
    """Where a pack's other pages are."""

    guide: str | None
    handout: str | None
    run: str | None
    zip: str | None
    zip_path: str
    """The output whose size is shown; empty where the scope has no zip."""
    cartridge: str | None
    cartridge_path: str
    """The same of the cartridge for learning platforms."""
    workbook: str | None
    """The plan and the journal, for between sessions."""


@dataclass(frozen=True, slots=True)
class Document:
    """A row of what can be taken away."""

    title: str
    audience: str
    url: str | None
    """Its page, where it has one."""
    word: str
    """What that page is called."""
    printed: tuple[Printed, ...]


@dataclass(frozen=True, slots=True)
class PackView:
    """The page of a pack."""

    frame: Frame
    told: pack_parts.Told | None
    """For a translation: what readers should know of it."""
    title: str
    question: str
    promise: str
    minutes: int
    facts: Facts
    ways: Ways
    rows: tuple[agenda.Row, ...]
    paper: line.Paper
    ticks: str
    lead: agenda.Takes
    part: agenda.Takes
    objectives: tuple[str, ...]
    shorter: tuple[agenda.Shorter, ...]
    two_meetings: str
    when_not: str
    first: tuple[NavLink, ...]
    """Packs to do first."""
    local: tuple[Body, ...]
    prep: Prep
    prepare: Body | None
    key_idea: Body | None
    follow_up: Body | None
    after: FollowUp | None
    access: str
    care: str
    documents: tuple[Document, ...]
    sources: tuple[Reference, ...]
    authors: tuple[pack_parts.Author, ...]
    reviewer: str
    version: str
    published: datetime.date | None
    reviewed: datetime.date | None
    due: bool
    series: tuple[pack_parts.SeriesPart, ...]


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give the page of every pack of the scope."""
    for kit in site.all_kits:
        path = scope.path(f"pack:{kit.id}")
        if path is None:
            continue
        view = pack_view(kit, scope, path)
        needs = [Need(HOSTED, one) for one in (view.ways.zip_path, view.ways.cartridge_path) if one]
        prints = (one.path for document in view.documents for one in document.printed)
        needs += [Need(scope.name, one) for one in prints]
        yield Output(path, theme.template("pack.html", kit.language), view, needs=tuple(needs))


def pack_view(kit: Kit, scope: Scope, path: str) -> PackView:
    """Return what the page of a pack shows."""
    pack = kit.pack
    t = scope.t(kit.language)
    rows = agenda.rows(kit, t)
    lead, part = agenda.takes(pack, t)
    key = f"pack:{kit.id}"
    return PackView(
        frame=scope.frame(
            key,
            pack.title,
            path=path,
            description=pack.promise or pack.question,
            language=kit.language,
            crumbs=tuple(pack_parts.crumbs(kit, scope, t)),
            licence=pack.licence,
            translations=pack_parts.in_languages(kit, "pack"),
            about=resources.about(resources.resource(kit, scope)),
            source=kit.path,
        ),
        told=pack_parts.told(kit, scope, path),
        title=pack.title,
        question=pack.question,
        promise=pack.promise,
        minutes=pack.minutes,
        facts=pack_facts(kit, t),
        ways=_ways(kit, scope, path),
        rows=rows,
        paper=line.paper([row.stretch for row in rows]),
        ticks=line.ticks(pack.minutes),
        lead=lead,
        part=part,
        objectives=pack.objectives,
        shorter=agenda.shorter(pack, t),
        two_meetings=agenda.two_meetings(pack, t),
        when_not=pack.when_not,
        first=_first(kit, scope, path),
        local=_local(kit, scope, path),
        prep=pack.prep,
        prepare=scope.body(kit.prepare, path, "before-"),
        key_idea=scope.body(kit.key_idea, path, "idea-"),
        follow_up=scope.body(kit.follow_up, path, "after-"),
        after=pack.follow_up,
        access=pack.access,
        care=pack.care,
        documents=tuple(_documents(kit, scope, path, pack_parts.sheet_links(kit, scope, path))),
        sources=pack.sources,
        authors=pack_parts.authors(kit, scope, path),
        reviewer=pack.reviewer,
        version=pack.version,
        published=pack.published,
        reviewed=pack.reviewed,
        due=kit.due and scope.is_hosted,
        series=pack_parts.series_parts(kit, scope, path),
    )


def pack_facts(kit: Kit, t: Translator) -> Facts:
    """Return a pack's facts in words."""
    pack = kit.pack
    return Facts(
        people=facts.people(pack.group),
        trust=facts.trust(pack.trust, t),
        where=facts.where(pack.modes, t),
        advice=facts.advice(pack.advice, t),
    )


def _ways(kit: Kit, scope: Scope, path: str) -> Ways:
    zip_path = scope.path(f"zip:{kit.id}") or ""
    cartridge_path = scope.path(f"cartridge:{kit.id}") or ""
    return Ways(
        guide=scope.url(f"guide:{kit.id}", path),
        handout=scope.url(f"handout:{kit.id}", path),
        run=scope.url(f"run:{kit.id}", path),
        zip=scope.url(f"zip:{kit.id}", path) if zip_path else None,
        zip_path=zip_path,
        cartridge=scope.url(f"cartridge:{kit.id}", path) if cartridge_path else None,
        cartridge_path=cartridge_path,
        workbook=scope.workbook(path, "plan"),
    )


def _first(kit: Kit, scope: Scope, path: str) -> tuple[NavLink, ...]:
    links = (pack_parts.pack_link(id_, scope, path) for id_ in kit.pack.after)
    return tuple(link for link in links if link is not None)


def _local(kit: Kit, scope: Scope, path: str) -> tuple[Body, ...]:
    bodies = (
        scope.body(text, path, f"here-{index}-")
        for index, text in enumerate(pack_parts.local_notes(kit, scope))
    )
    return tuple(body for body in bodies if body is not None)


def _documents(
    kit: Kit, scope: Scope, path: str, sheets: tuple[pack_parts.SheetLink, ...]
) -> Iterator[Document]:
    """Give what can be taken away: each document with its page and its printed forms."""
    t = scope.t(kit.language)
    all_ = t("for each person")
    guide, handout = scope.url(f"guide:{kit.id}", path), scope.url(f"handout:{kit.id}", path)
    rows = (
        ("guide", t("Facilitator guide"), t("for the one who leads"), guide, t("Guide")),
        ("handout", t("Handout"), all_, handout, t("Handout")),
        ("large", t("Handout, large print"), t("for whoever asks for it"), None, ""),
        ("cards", t("Cards"), t("to cut apart"), None, ""),
    )
    for what, title, audience, url, word in rows:
        prints = printed(f"{what}:{kit.id}", scope, path)
        if url or prints:
            yield Document(title, audience, url, word, prints)
    for sheet in sheets:
        prints = printed(f"sheet:{sheet.id}", scope, path)
        yield Document(sheet.title, sheet.audience, sheet.url, t("Sheet"), prints)
