"""The library: every pack, to be found by need, people, time and way of meeting.

The page itself holds all packs in an order to meet them in, and plain lists with a reason beside
each pack. The script fills in a sentence, and proposes three packs with their reasons.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from builder.model.pack import Mode, Pack
from builder.model.site import Kit, Site
from builder.model.view import Frame, NavLink
from builder.plan import Output
from builder.site import agenda, facts, line, way
from builder.site.scope import Scope
from builder.site.shelves import Group, capital, groups
from builder.theme import Theme
from builder.words import Translator

LEVELS = (1, 2, 3)
"""Of trust."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A pack in the library."""

    id: str
    title: str
    short: str
    """The title without what follows its colon, for use in a sentence."""
    url: str
    question: str
    why: str
    minutes: int
    others: tuple[int, ...]
    """Its other lengths."""
    in_all: int
    """Minutes that taking part asks: before, together and after."""
    takes: str
    """The same in words."""
    asks: str
    """The same for use in a sentence, with what leading it asks where that is something else."""
    line: line.Small
    people: str
    range: str
    """For how many people it is, for use in a sentence."""
    prepare: int
    trust: int
    modes: tuple[str, ...]
    """The keys of the ways in which it can be held."""
    changed: tuple[str, ...]
    """Those of them that need changes."""
    mode_words: str
    needs: tuple[str, ...]
    """The keys of the needs it answers."""
    made_for: str
    """The need it is made for, in words."""
    least: int
    most: int
    after: tuple[str, ...]
    """The ids of packs to do first."""
    first: tuple[NavLink, ...]
    """The same as links, with their short titles."""
    language: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: what the script compares, and the words."""

    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the sentence that is the filter: words, or a blank to fill."""

    words: str
    blank: str = ""
    """`need`, `people`, `time` or `mode`."""


@dataclass(frozen=True, slots=True)
class Level:
    """The packs that need the same trust."""

    id: str
    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class LibraryView:
    """The library."""

    frame: Frame
    count: int
    """How many packs there are."""
    levels: tuple[Level, ...]
    sentence: tuple[Piece, ...]
    need: tuple[Choice, ...]
    people: tuple[Choice, ...]
    time: tuple[Choice, ...]
    in_all: tuple[Choice, ...]
    """Times with what comes before and after."""
    mode: tuple[Choice, ...]
    groups: tuple[Group, ...]
    series: tuple[NavLink, ...]
    search: str | None


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give the library of the site."""
    path = scope.path("library")
    if path is not None:
        template = theme.template("library.html", site.config.language)
        yield Output(path, template, library_view(site, scope, path))


def library_view(site: Site, scope: Scope, path: str) -> LibraryView:
    """Return what the library shows."""
    t = scope.t()
    kits = way.in_order(site.kits)
    full = line.scale(kit.pack.minutes for kit in kits)
    return LibraryView(
        frame=scope.frame(
            "library",
            t("Find a session"),
            path=path,
            description=t("Every session pack, by need, by time, by people and by how you meet."),
        ),
        count=len(kits),
        levels=tuple(_levels(kits, scope, path, full)),
        sentence=tuple(_sentence(t)),
        need=(
            Choice("", t("see what there is")),
            *(Choice(name, words) for name, words in way.needs(kits).items()),
        ),
        people=(Choice("", t("any number of people")), *_sizes(kits, t)),
        time=(
            Choice("", t("any time")),
            *(Choice(f"{n}", t("{n} minutes", n=n)) for n in way.times(kits)),
        ),
        in_all=tuple(
            Choice(f"all-{n}", t("{time} in all", time=agenda.duration(n, t)))
            for n in way.times_in_all(kits)
        ),
        mode=(
            Choice("", t("in any way")),
            *(
                Choice(mode, words)
                for mode, words in _meeting(t).items()
                if any(way.fits_mode(kit.pack, mode) for kit in kits)
            ),
        ),
        groups=tuple(groups(kits, lambda kit, note: _link(kit, scope, path, note), t)),
        series=_series(site, scope, path),
        search=scope.url("search", path),
    )


def _levels(kits: tuple[Kit, ...], scope: Scope, path: str, full: int) -> Iterator[Level]:
    for level in LEVELS:
        entries = tuple(_entry(k, scope, path, full) for k in kits if k.pack.trust == level)
        if entries:
            words = facts.trust_words(level, scope.t())
            yield Level(f"level-{level}", capital(words), entries)


def _entry(kit: Kit, scope: Scope, path: str, full: int) -> Entry:
    pack = kit.pack
    t = scope.t()
    modes = facts.possible(pack.modes)
    before = (scope.site.kit(id_) for id_ in pack.after)
    links = (_link(one, scope, path) for one in before if one is not None)
    return Entry(
        id=kit.id,
        title=pack.title,
        short=facts.short_title(pack),
        url=scope.url(f"pack:{kit.id}", path) or "",
        question=pack.question or pack.promise,
        why=pack.why,
        minutes=pack.minutes,
        others=tuple(n for n in way.lengths(pack) if n != pack.minutes),
        in_all=way.in_all(pack),
        takes=agenda.duration(way.in_all(pack), t),
        asks=_asks(pack, t),
        line=agenda.small_line(pack, full),
        people=facts.people(pack.group),
        range=_range(pack.group.min, pack.group.max, t),
        prepare=pack.prep.facilitator,
        trust=pack.trust,
        modes=modes,
        changed=tuple(
            mode for mode, fit in facts.fits(pack.modes).items() if fit == "with changes"
        ),
        mode_words=_modes(modes, t),
        needs=way.wanted(pack),
        made_for=next(iter(pack.needs), ""),
        least=pack.group.min,
        most=pack.group.max,
        after=pack.after,
        first=tuple(link for link in links if link is not None),
        language=kit.language if kit.language != scope.site.config.language else "",
    )


def _link(kit: Kit, scope: Scope, path: str, note: str | None = None) -> NavLink | None:
    """Return the link to a pack: by its whole title where a word stands beside it."""
    url = scope.url(f"pack:{kit.id}", path)
    if url is None:
        return None
    label = facts.short_title(kit.pack) if note is None else kit.pack.title
    language = kit.language if kit.language != scope.site.config.language else ""
    return NavLink(label, url, note=note or "", language=language)


def _asks(pack: Pack, t: Translator) -> str:
    takes, leading = (agenda.duration(n, t) for n in (way.in_all(pack), way.to_lead(pack)))
    same = takes == leading
    return takes if same else t("{takes}, or {leading} to lead", takes=takes, leading=leading)


def _modes(modes: tuple[Mode, ...], t: Translator) -> str:
    """Say how it can be held; where every way will do, in as many words."""
    names = facts.mode_words(t)
    if len(modes) == len(names):
        return t("however you meet, or alone")
    return t.listed(names[mode] for mode in modes)


def _range(least: int, most: int, t: Translator) -> str:
    return f"{least}" if least == most else t("{least} to {most}", least=least, most=most)


def _sentence(t: Translator) -> Iterator[Piece]:
    """Cut the sentence at its blanks, wherever a language puts them."""
    cut = "\x00"
    blanks = {name: f"{cut}{name}{cut}" for name in ("need", "people", "time", "mode")}
    words = t("We want to {need}. We are {people} with {time}, meeting {mode}.", **blanks)
    for index, piece in enumerate(words.split(cut)):
        if piece:
            yield Piece("", piece) if index % 2 else Piece(piece)


def _meeting(t: Translator) -> dict[Mode, str]:
    """Return each end of `meeting …`."""
    return {
        "in-person": t("in the room"),
        "video": t("by video"),
        "phone": t("by phone"),
        "messages": t("by messages"),
        "alone": t("alone"),
    }


def _sizes(kits: tuple[Kit, ...], t: Translator) -> Iterator[Choice]:
    """Give the numbers of people for which there is a pack."""
    most = max((kit.pack.group.max for kit in kits), default=0)
    for n in range(1, most + 1):
        if any(way.fits_people(kit.pack, n, n) for kit in kits):
            yield Choice(f"{n}", t.plural("{n} person", "{n} people", n))


def _series(site: Site, scope: Scope, path: str) -> tuple[NavLink, ...]:
    links = (
        NavLink(one.series.title, url, note=f"{len(one.packs)}")
        for one in site.series
        if (url := scope.url(f"series:{one.id}", path)) is not None
    )
    return tuple(links)
