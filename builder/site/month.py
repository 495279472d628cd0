"""A month as a table: its weeks, and on each day the way to the notes of that day."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from typing import TYPE_CHECKING

from builder.model.view import NavLink
from builder.words import DAYS_OF_THE_WEEK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from builder.site.rows import Row
    from builder.words import Translator

WEEKS = calendar.Calendar(firstweekday=calendar.MONDAY)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the month."""

    number: int
    link: NavLink | None
    """To its note, or to where its notes stand on the same page."""


@dataclass(frozen=True, slots=True)
class Month:
    """A month, week by week, Mondays first."""

    caption: str
    weekdays: tuple[tuple[str, str], ...]
    """The name of each day of the week, and a short form of it."""
    weeks: tuple[tuple[Day | None, ...], ...]
    """Seven days each; None for days of the month before or after."""


def month_of(year: int, month: int, rows: Sequence[Row], t: Translator) -> Month:
    """Return the table of a month; `rows` are its notes, with their days and anchors."""
    by_day: dict[int, list[Row]] = {}
    for row in rows:
        if row.day is not None:
            by_day.setdefault(row.day.day, []).append(row)
    return Month(
        caption=t("{month} {year}, day by day", month=t.month(month), year=year),
        weekdays=tuple((t.weekday(n), t.weekday(n, short=True)) for n in range(DAYS_OF_THE_WEEK)),
        weeks=tuple(
            tuple(Day(n, _link(by_day.get(n, []), t)) if n else None for n in week)
            for week in WEEKS.monthdayscalendar(year, month)
        ),
    )


def _link(rows: list[Row], t: Translator) -> NavLink | None:
    if not rows:
        return None
    if len(rows) == 1:
        return NavLink(rows[0].title, rows[0].url, language=rows[0].language)
    return NavLink(t.plural("one note", "{n} notes", len(rows)), f"#{anchor(rows[0])}")


def anchor(row: Row) -> str:
    """Return the id of a row that begins its day on the page of a month."""
    return f"day-{row.day.day}" if row.day else ""
