"""What the print kit should show on a guide: reckoned by the builder's clock, row by row."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from builder.clock import Agenda, clock_time, halves, minutes_seconds, reckon
from builder.model.pack import Pack
from builder.site.timing import timing
from builder.source.decode import read_yaml
from tests.client.conftest import script_of
from tests.client.test_clock_twin import agenda_of
from tests.clock.packs import cases, pack_of, told

START = "15:45"
ROWS = """[...document.querySelectorAll('.clock-table tbody tr:not([hidden])')].map((row) =>
  [...row.cells].slice(0, 3).map((cell) => cell.textContent.trim()).join(' | '))"""
"""Each row of the agenda: when, how long, what."""
PARTS = """[...document.querySelectorAll('section[data-lap]:not([hidden], .gone)')].map((part) =>
  ['h2', '.figure', '[data-min]', '[data-turns]']
    .map((name) => part.querySelector(name)?.textContent.trim() ?? '').join(' | '))"""
"""Each segment that takes place: its title, when, how long, its turns."""
AFTER = f"""(hash) => new Promise((done) => {{
  addEventListener('hashchange', () => done({{ rows: {ROWS}, parts: {PARTS} }}), {{ once: true }});
  location.hash = hash;
}})"""
"""The same after another address."""
EVERY_CASE = """(asked) => asked.map(([plain, ...rest]) => ({
  agenda: tested.reckon(plain, ...rest), halves: tested.halves(plain, rest[0]) }))"""
"""What the clock of a page says to each question."""


def pack_at(folder: Path) -> Pack:
    """Read a pack as an author wrote it."""
    path = folder / "pack.yaml"
    made = read_yaml(Pack, path.name, path.read_text(encoding="utf-8")).value
    assert made is not None
    return made


def address(people: int, version: str, minutes: int | None = None) -> str:
    """Return what the address of a guide says of a choice."""
    more = f"&minutes={minutes}" if minutes else ""
    return f"#people={people}&start={START}&version={version}{more}"


def agenda(pack: Pack, people: int, version: str, minutes: int | None = None) -> Agenda:
    """Reckon what is chosen."""
    if version.startswith("split."):
        both = halves(pack, people)
        assert both is not None
        return both[version == "split.second"]
    return reckon(pack, people, version, minutes)


def rows(pack: Pack, found: Agenda, *, split: bool) -> list[str]:
    """Return the rows of the agenda; what is in the other of two meetings is not among them."""
    laps = {lap.id: lap for lap in found.laps}
    own = {segment.id for segment in pack.segments}
    order = [(segment.id, segment.title) for segment in pack.segments]
    order = [one for one in order if one[0] in laps or not split]
    first, last = found.laps[0], found.laps[-1]
    if first.id not in own:
        order.insert(0, (first.id, first.title))
    if last.id not in own:
        order.append((last.id, last.title))
    made = [
        f"{clock_time(START, laps[id_].start)} | {laps[id_].minutes} | {title}"
        if id_ in laps
        else f" |  | {title}"
        for id_, title in order
    ]
    return [*made, f"{clock_time(START, found.minutes)} | {found.minutes} | End"]


def parts(pack: Pack, found: Agenda) -> list[str]:
    """Return what stands beside each segment that takes place."""
    own = {segment.id for segment in pack.segments}
    made = []
    for lap in found.laps:
        if lap.id in own:
            word = "turn" if lap.turns == 1 else "turns"
            turns = f"{lap.turns} {word} of {minutes_seconds(lap.each)}" if lap.turns else ""
            at = clock_time(START, lap.start)
            made.append(f"{lap.title} | {at} | {lap.minutes} min | {turns}")
    return made


def choices(pack: Pack) -> list[tuple[int, str, int | None]]:
    """Return every number of people with every version, and with some minutes."""
    versions = ["full", *(version.name for version in pack.versions)]
    if pack.split:
        versions += ["split.first", "split.second"]
    every = range(max(3, pack.group.min), min(12, pack.group.max) + 1)
    found: list[tuple[int, str, int | None]] = [
        (people, version, None) for people in every for version in versions
    ]
    return found + [(people, "full", n) for people in every for n in (40, 60, 70, 120)]


def clock_page(folder: Path) -> Path:
    """Make a page with the client's clock and nothing else."""
    script = script_of("export * from './src/clock';", folder)
    page = folder / "clock.html"
    page.write_text(
        f'<!doctype html><title>Clock</title><script src="{script.name}"></script>', "utf-8"
    )
    return page


def cases_asked() -> list[list[Any]]:
    """Return what the clock is asked for each of the cases that all clocks are tested with."""
    return [
        [
            json.loads(timing(pack_of(one["pack"]))),
            *(one[k] for k in ("people", "version", "minutes")),
        ]
        for one in cases()
    ]


def every_case_is_right(found: list[dict[str, Any]]) -> None:
    """Compare what the clock of a page said with what each case expects."""
    for one, said in zip(cases(), found, strict=True):
        made = told(agenda_of(said["agenda"]), one["start"])
        if said["halves"]:
            made["halves"] = [told(agenda_of(half), one["start"]) for half in said["halves"]]
        assert made == one["expect"], one["name"]
