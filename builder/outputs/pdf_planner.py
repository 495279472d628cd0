"""The wall planner of a series: one sheet with its sessions, and room for dates and names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.paper import PaperFrame
from builder.model.site import Kit, Programme, Site
from builder.pdf import press
from builder.plan import Output
from builder.site import facts, paper
from builder.site.paper import Copy
from builder.site.scope import Scope
from builder.theme import Theme
from builder.theme.design import design
from builder.words import Translator


@dataclass(frozen=True, slots=True)
class Meeting:
    """One session of a series."""

    n: int
    title: str
    question: str
    minutes: int
    bring: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlannerPaper:
    """The planner of a series."""

    frame: PaperFrame
    title: str
    promise: str
    cadence: str
    re_entry: str
    parts: tuple[Meeting, ...]


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give the planner of every series of the scope, on each paper."""
    for programme in site.series:
        for copy in paper.copies(scope, "planner", programme.id):
            look = design(theme.folders, site.config.theme_options)
            maker = press("planner.typ", look, theme.words.of(programme.language))
            yield Output(copy.path, maker, planner_paper(site, programme, scope, copy))


def planner_paper(site: Site, programme: Programme, scope: Scope, copy: Copy) -> PlannerPaper:
    """Return what a planner shows."""
    series = programme.series
    t = scope.t(programme.language)
    kits = [kit for kit in map(site.kit, programme.packs) if kit is not None]
    return PlannerPaper(
        frame=paper.frame(
            scope,
            copy,
            title=t("Planner: {title}", title=series.title),
            language=programme.language,
            foot=(),
            key=f"series:{programme.id}",
            source=programme.path,
        ),
        title=series.title,
        promise=series.promise,
        cadence=series.cadence,
        re_entry=series.re_entry,
        parts=tuple(_meeting(n, kit, t) for n, kit in enumerate(kits, 1)),
    )


def _meeting(n: int, kit: Kit, t: Translator) -> Meeting:
    pack = kit.pack
    own = (t("{n} min of preparation", n=pack.prep.participant),) if pack.prep.participant else ()
    return Meeting(
        n=n,
        title=facts.short_title(pack),
        question=pack.question or pack.promise,
        minutes=pack.minutes,
        bring=(*own, *pack.prep.materials),
    )
