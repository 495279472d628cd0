"""The page of a series: its packs in order, how often to meet, and how to come back in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.site import Kit, Programme, Site
from builder.model.view import Frame
from builder.plan import HOSTED, Need, Output
from builder.site import agenda, facts, line
from builder.site.printed import Printed, printed
from builder.site.scope import Scope
from builder.theme import Theme


@dataclass(frozen=True, slots=True)
class Part:
    """A pack of a series."""

    n: int
    title: str
    url: str | None
    question: str
    minutes: int
    line: line.Small
    people: str
    language: str


@dataclass(frozen=True, slots=True)
class SeriesView:
    """The page of a series."""

    frame: Frame
    title: str
    promise: str
    parts: tuple[Part, ...]
    total: str
    """How long all sessions take together."""
    cadence: str
    re_entry: str
    planner: tuple[Printed, ...]
    """The wall planner, on each paper."""
    zip: str | None
    zip_path: str
    """The output whose size is shown; empty where the scope has no zip."""
    cartridge: str | None
    cartridge_path: str
    """The same of the cartridge for learning platforms."""


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give the page of every series of the scope."""
    for programme in site.series:
        path = scope.path(f"series:{programme.id}")
        if path is None:
            continue
        view = series_view(site, programme, scope, path)
        needs = [Need(HOSTED, one) for one in (view.zip_path, view.cartridge_path) if one]
        needs += [Need(scope.name, one.path) for one in view.planner]
        yield Output(
            path, theme.template("series.html", programme.language), view, needs=tuple(needs)
        )


def series_view(site: Site, programme: Programme, scope: Scope, path: str) -> SeriesView:
    """Return what the page of a series shows."""
    series = programme.series
    t = scope.t(programme.language)
    kits = [kit for kit in map(site.kit, programme.packs) if kit is not None]
    full = line.scale(kit.pack.minutes for kit in site.kits)
    zip_path = scope.path(f"series-zip:{programme.id}") or ""
    cartridge_path = scope.path(f"cartridge-series:{programme.id}") or ""
    return SeriesView(
        frame=scope.frame(
            f"series:{programme.id}",
            series.title,
            path=path,
            description=series.promise,
            language=programme.language,
            crumbs=((t("Sessions"), "library"),),
        ),
        title=series.title,
        promise=series.promise,
        parts=tuple(
            _part(n, kit, scope, path, full, programme.language) for n, kit in enumerate(kits, 1)
        ),
        total=agenda.duration(sum(kit.pack.minutes for kit in kits), t),
        cadence=series.cadence,
        re_entry=series.re_entry,
        planner=printed(f"planner:{programme.id}", scope, path),
        zip=scope.url(f"series-zip:{programme.id}", path) if zip_path else None,
        zip_path=zip_path,
        cartridge=scope.url(f"cartridge-series:{programme.id}", path) if cartridge_path else None,
        cartridge_path=cartridge_path,
    )


def _part(n: int, kit: Kit, scope: Scope, path: str, full: int, language: str) -> Part:  # noqa: PLR0913, PLR0917
    pack = kit.pack
    return Part(
        n=n,
        title=pack.title,
        url=scope.url(f"pack:{kit.id}", path),
        question=pack.question or pack.promise,
        minutes=pack.minutes,
        line=agenda.small_line(pack, full),
        people=facts.people(pack.group),
        language=kit.language if kit.language != language else "",
    )
