"""What the print kit should show on a guide: reckoned by the builder's clock, row by row."""

from __future__ import annotations

from pathlib import Path

from builder.clock import Agenda, clock_time, halves, minutes_seconds, reckon
from builder.model.pack import Pack
from builder.source.decode import read_yaml

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
