"""The library's lists: the packs for each need, time, number of people and way of meeting.

Each list says beside a pack why it is on it. They are all there is without scripts, and on paper.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from builder.model.pack import Mode, Pack
from builder.model.site import Kit
from builder.model.view import NavLink
from builder.site import agenda, facts, way
from builder.words import Translator

Link = Callable[[Kit, str], NavLink | None]
"""Gives the link to a pack, with a word beside it."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A list of packs that share something."""

    id: str
    title: str
    choice: str
    """The same as the end of an address, `need=begin`; empty where no choice gives this list."""
    packs: tuple[NavLink, ...]
    """Each with the reason why it is here."""


@dataclass(frozen=True, slots=True)
class Group:
    """Shelves side by side: all needs, all times, all numbers of people, all ways of meeting."""

    title: str
    shelves: tuple[Shelf, ...]
    sentences: bool = False
    """Whether the reasons are sentences, which want more room than a word."""


def groups(kits: tuple[Kit, ...], link: Link, t: Translator) -> Iterator[Group]:
    """Give the lists of the library, leaving out those with nothing on them."""
    for title, shelves, sentences in (
        (t("By need"), _by_need(kits, link), True),
        (t("By time together"), _by_time(kits, link, t), False),
        (t("By time in all"), _by_time_in_all(kits, link, t), False),
        (t("By how many you are"), _by_people(kits, link, t), False),
        (t("By how you meet"), _by_mode(kits, link, t), False),
    ):
        filled = tuple(shelf for shelf in shelves if shelf.packs)
        if filled:
            yield Group(title, filled, sentences)


def capital(words: str) -> str:
    """Begin words with a capital letter."""
    return words[:1].upper() + words[1:]


def _shelf(
    name: tuple[str, str], title: str, choice: str, links: Iterable[NavLink | None]
) -> Shelf:
    found = tuple(link for link in links if link is not None)
    return Shelf("-".join(name), capital(title), choice, found)


def _by_need(kits: tuple[Kit, ...], link: Link) -> Iterator[Shelf]:
    answering = way.by_need(kits)
    for name, need in way.needs(kits).items():
        found = (link(kit, kit.pack.why) for kit in answering[name])
        yield _shelf(("need", name), need, f"need={name}", found)


def _by_time(kits: tuple[Kit, ...], link: Link, t: Translator) -> Iterator[Shelf]:
    for n in way.times(kits):
        found = (link(k, _room(k.pack, n, t)) for k in kits if way.fits_time(k.pack, n))
        yield _shelf(("time", f"{n}"), t("{n} minutes", n=n), f"time={n}", found)


def _room(pack: Pack, minutes: int, t: Translator) -> str:
    """Say how a pack fits a time: in its short version, exactly, or with minutes left over."""
    if pack.minutes > minutes:
        return t("in its short version")
    return t("leaves {n}", n=minutes - pack.minutes) if pack.minutes < minutes else ""


def _by_time_in_all(kits: tuple[Kit, ...], link: Link, t: Translator) -> Iterator[Shelf]:
    for n in way.times_in_all(kits):
        words = agenda.duration(n, t)
        found = (
            link(kit, agenda.duration(way.in_all(kit.pack), t))
            for kit in kits
            if way.in_all(kit.pack) <= n
        )
        yield _shelf(("all", f"{n}"), t("up to {time}", time=words), f"time=all-{n}", found)


def _by_people(kits: tuple[Kit, ...], link: Link, t: Translator) -> Iterator[Shelf]:
    crowds: tuple[tuple[int, int | None, str], ...] = (
        (1, 1, t("One person")),
        (2, 2, t("Two people, one to one")),
        (3, 3, t("Three people")),
        (4, 8, t("4 to 8 people")),
        (9, None, t("9 people or more")),
    )
    for low, high, words in crowds:
        chosen = [kit for kit in kits if way.fits_people(kit.pack, low, high)]
        found = (link(kit, facts.people(kit.pack.group)) for kit in chosen)
        yield _shelf(("people", f"{low}"), words, _one_size(kits, chosen, low, high), found)


def _one_size(kits: tuple[Kit, ...], chosen: list[Kit], low: int, high: int | None) -> str:
    """Return the choice of one number of people that gives the same list, where there is one."""
    middle = low if high is None else (low + high) // 2
    same = [kit for kit in kits if way.fits_people(kit.pack, middle, middle)] == chosen
    return f"people={middle}" if same else ""


def _by_mode(kits: tuple[Kit, ...], link: Link, t: Translator) -> Iterator[Shelf]:
    for mode, words in facts.mode_words(t).items():
        found = (link(k, _changed(k.pack, mode, t)) for k in kits if way.fits_mode(k.pack, mode))
        yield _shelf(("mode", mode), words, f"mode={mode}", found)


def _changed(pack: Pack, mode: Mode, t: Translator) -> str:
    return t("with changes") if facts.fits(pack.modes)[mode] == "with changes" else ""
