"""The library: every pack, to be found by people, time, way of meeting and need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.model.site import Kit, Site
from builder.model.view import Frame, NavLink
from builder.plan import Output
from builder.site import agenda, facts, line, pack_parts
from builder.site.routes import slug
from builder.site.scope import Scope
from builder.theme import Theme
from builder.words import Translator

HOUR = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """A pack in the library."""

    title: str
    url: str
    question: str
    why: str
    minutes: int
    others: tuple[int, ...]
    """Its other lengths."""
    line: line.Small
    people: str
    prepare: int
    trust: int
    modes: tuple[str, ...]
    """The keys of the ways in which it can be held."""
    mode_words: str
    needs: tuple[str, ...]
    """The keys of the needs it answers."""
    least: int
    most: int
    first: NavLink | None
    """A pack to do first."""
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
    """`people`, `time`, `mode` or `need`."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A list of packs that share something."""

    id: str
    title: str
    packs: tuple[NavLink, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Shelves side by side: all times, all needs, all ways of meeting."""

    title: str
    shelves: tuple[Shelf, ...]


@dataclass(frozen=True, slots=True)
class LibraryView:
    """The library."""

    frame: Frame
    entries: tuple[Entry, ...]
    sentence: tuple[Piece, ...]
    people: tuple[Choice, ...]
    time: tuple[Choice, ...]
    mode: tuple[Choice, ...]
    need: tuple[Choice, ...]
    groups: tuple[Group, ...]
    series: tuple[NavLink, ...]


def outputs(site: Site, theme: Theme, scope: Scope) -> Iterator[Output]:
    """Give the library of the site."""
    path = scope.path("library")
    if path is not None:
        template = theme.template("library.html", site.config.language)
        yield Output(path, template, library_view(site, scope, path))


def library_view(site: Site, scope: Scope, path: str) -> LibraryView:
    """Return what the library shows."""
    t = scope.t()
    kits = site.kits
    full = line.scale(kit.pack.minutes for kit in kits)
    modes = facts.mode_words(t)
    needs = sorted({need for kit in kits for need in kit.pack.needs}, key=str.casefold)
    times = sorted({minutes for kit in kits for minutes in _lengths(kit)})
    return LibraryView(
        frame=scope.frame(
            "library",
            t("Find a session"),
            path=path,
            description=t("Every session pack, by time, by need and by how you meet."),
        ),
        entries=tuple(_entry(kit, scope, path, full) for kit in kits),
        sentence=tuple(_sentence(t)),
        people=(Choice("", t("any number of")), *_sizes(kits)),
        time=(
            Choice("", t("any time")),
            *(Choice(f"{n}", t("{n} minutes", n=n)) for n in times),
        ),
        mode=(
            Choice("", t("in any way")),
            *(Choice(key, _meeting(key, t)) for key in modes if _held(kits, key)),
        ),
        need=(Choice("", t("see what there is")), *(Choice(slug(need), need) for need in needs)),
        groups=tuple(_groups(kits, scope, path, t)),
        series=_series(site, scope, path),
    )


def _entry(kit: Kit, scope: Scope, path: str, full: int) -> Entry:
    pack = kit.pack
    t = scope.t()
    names = facts.mode_words(t)
    modes = facts.possible(pack.modes)
    first = next((pack_parts.pack_link(id_, scope, path) for id_ in pack.after), None)
    return Entry(
        title=pack.title,
        url=scope.url(f"pack:{kit.id}", path) or "",
        question=pack.question or pack.promise,
        why=pack.why,
        minutes=pack.minutes,
        others=tuple(sorted(version.minutes for version in pack.versions)),
        line=agenda.small_line(pack, full),
        people=facts.people(pack.group),
        prepare=pack.prep.facilitator,
        trust=pack.trust,
        modes=modes,
        mode_words=", ".join(names[mode] for mode in modes),
        needs=tuple(slug(need) for need in pack.needs),
        least=pack.group.min,
        most=pack.group.max,
        first=first,
        language=kit.language if kit.language != scope.site.config.language else "",
    )


def _sentence(t: Translator) -> Iterator[Piece]:
    """Cut the sentence at its blanks, wherever a language puts them."""
    cut = "\x00"
    blanks = {name: f"{cut}{name}{cut}" for name in ("people", "time", "mode", "need")}
    words = t(
        "We are {people} people with {time}, meeting {mode}, and we want to {need}.", **blanks
    )
    for index, piece in enumerate(words.split(cut)):
        if piece:
            yield Piece("", piece) if index % 2 else Piece(piece)


def _meeting(mode: str, t: Translator) -> str:
    """Return the end of `meeting …`."""
    words = {
        "in-person": t("in the room"),
        "video": t("by video"),
        "phone": t("by phone"),
        "messages": t("by messages"),
        "alone": t("alone"),
    }
    return words[mode]


def _held(kits: Iterable[Kit], mode: str) -> bool:
    return any(mode in facts.possible(kit.pack.modes) for kit in kits)


def _lengths(kit: Kit) -> set[int]:
    return {kit.pack.minutes, *(version.minutes for version in kit.pack.versions)}


def _sizes(kits: tuple[Kit, ...]) -> Iterator[Choice]:
    most = max((kit.pack.group.max for kit in kits), default=0)
    least = min((kit.pack.group.min for kit in kits), default=1)
    for n in range(least, most + 1):
        yield Choice(f"{n}", f"{n}")


def _groups(kits: tuple[Kit, ...], scope: Scope, path: str, t: Translator) -> Iterator[Group]:
    def shelf(id_: str, title: str, chosen: Iterable[Kit]) -> Shelf:
        links = (pack_parts.pack_link(kit.id, scope, path) for kit in chosen)
        return Shelf(id_, title, tuple(link for link in links if link is not None))

    hour = [
        shelf("time-60", t("60 minutes or less"), [k for k in kits if min(_lengths(k)) <= HOUR])
    ]
    longer = sorted({kit.pack.minutes for kit in kits if kit.pack.minutes > HOUR})
    times = [
        shelf(f"time-{n}", t("{n} minutes", n=n), [k for k in kits if k.pack.minutes == n])
        for n in longer
    ]
    needs = sorted({need for kit in kits for need in kit.pack.needs}, key=str.casefold)
    wanted = [
        shelf(f"need-{slug(need)}", need, [k for k in kits if need in k.pack.needs])
        for need in needs
    ]
    people = [
        shelf(
            f"people-{low}",
            words,
            [k for k in kits if k.pack.group.min <= high and k.pack.group.max >= low],
        )
        for low, high, words in _crowds(t)
    ]
    modes = [
        shelf(f"mode-{key}", words, [k for k in kits if key in facts.possible(k.pack.modes)])
        for key, words in facts.mode_words(t).items()
    ]
    for title, shelves in (
        (t("By time"), hour + times),
        (t("By need"), wanted),
        (t("By how many you are"), people),
        (t("By how you meet"), modes),
    ):
        filled = tuple(one for one in shelves if one.packs)
        if filled:
            yield Group(title, filled)


def _crowds(t: Translator) -> tuple[tuple[int, int, str], ...]:
    """Return the sizes of group that the library tells apart: from, to, in words."""
    return (
        (1, 1, t("One person")),
        (2, 3, t("2 or 3 people")),
        (4, 8, t("4 to 8 people")),
        (9, 60, t("9 people or more")),
    )


def _series(site: Site, scope: Scope, path: str) -> tuple[NavLink, ...]:
    links = (
        NavLink(one.series.title, url, note=f"{len(one.packs)}")
        for one in site.series
        if (url := scope.url(f"series:{one.id}", path)) is not None
    )
    return tuple(links)
