"""Days are those of the calendar on the wall, wherever that is."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.client.conftest import Bundled, Calls

SOURCE = """
import { today, sayTime } from './src/core/dates';
import { site } from './src/core/site';
export const todayAt = (moment: string): string => today(new Date(moment));
export const timeAt = (moment: string): string => sayTime(new Date(moment));
export const speak = (language: string, words: object): void => {
  Object.assign(site, { language, words });
};
export { isDay, plusDays, plusMonths, sayDay, sayMonth, sayWeekday } from './src/core/dates';
"""
PLACES = {
    "Pacific/Niue": "2026-11-04",  # eleven hours behind
    "Europe/London": "2026-11-05",
    "Pacific/Auckland": "2026-11-05",
    "Pacific/Kiritimati": "2026-11-06",  # fourteen hours ahead
}
"""What day it is there at five past ten in the morning of 5 November, in UTC."""
DAYS = st.dates(datetime.date(1970, 1, 1), datetime.date(2100, 1, 1))


@pytest.fixture(scope="module")
def dates(bundled: Bundled) -> Calls:
    """Give the days of the workbook."""
    return bundled(SOURCE)


@pytest.fixture(params=PLACES)
def place(request: pytest.FixtureRequest) -> Iterator[str]:
    """Be somewhere else."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "TZ", request.param)
        yield request.param


@pytest.mark.promise("day-off-by-one")
def test_today_is_the_day_on_the_wall(dates: Calls, place: str) -> None:
    assert dates([["todayAt", "2026-11-05T10:05:00Z"]]) == [PLACES[place]]


@pytest.mark.promise("day-off-by-one")
def test_a_day_stays_that_day_when_it_is_said_and_reckoned_with(dates: Calls, place: str) -> None:
    """Wherever the person is, and over a change of the clocks."""
    said, later, month = dates(
        [
            ["sayDay", "2026-11-05", "short"],
            ["plusDays", "2026-09-26", 1],
            ["plusMonths", "2027-01-31", 1],
        ]
    )
    assert said.startswith("5 "), place
    assert (later, month) == ("2026-09-27", "2027-02-28")


@settings(max_examples=20)
@given(st.lists(st.tuples(DAYS, st.integers(-800, 800)), min_size=20, max_size=20))
def test_days_later_are_those_of_the_calendar(
    dates: Calls, asked: list[tuple[datetime.date, int]]
) -> None:
    found = dates([["plusDays", day.isoformat(), days] for day, days in asked])
    assert found == [(day + datetime.timedelta(days)).isoformat() for day, days in asked]


def test_only_a_day_that_exists_is_one(dates: Calls) -> None:
    asked = ["2026-02-28", "2026-02-29", "2028-02-29", "2026-13-01", "26-01-01", "today", ""]
    assert dates([["isDay", one] for one in asked]) == [True, False, True, *[False] * 4]


WORDS = {
    "November": "Mun 11",
    "Thursday": "Dei 4",
    "{day} {month}": "{day} bilong {month}",
    "{day} {month} {year}": "{day} bilong {month} {year}",
}
SAID = [["sayDay", "2026-11-05"], ["sayDay", "2026-11-05", "short"], ["sayMonth", "2026-11"]]
SAID += [["sayWeekday", "2026-11-05"]]


@pytest.mark.parametrize("language", ["tpi", "no language"])
def test_a_language_that_the_browser_lacks_is_said_in_the_words_of_the_page(
    dates: Calls, place: str, language: str
) -> None:
    """Not in those of the device, which may be any."""
    said = dates([["speak", language, WORDS], *SAID])[1:]
    in_words = ["Dei 4 5 bilong Mun 11 2026", "5 bilong Mun 11", "Mun 11 2026", "Dei 4"]
    assert said == in_words, place


def test_without_words_of_its_own_it_is_said_in_plain_english(dates: Calls) -> None:
    calls = [["speak", "tpi", {}], *SAID, ["timeAt", "2026-11-05T15:52:00"]]
    english = ["Thursday 5 November 2026", "5 November", "November 2026", "Thursday", "15:52"]
    assert dates(calls)[1:] == english


def test_a_language_that_the_browser_knows_is_left_to_it(dates: Calls) -> None:
    said = dates([["speak", "de", WORDS], *SAID])[1:]
    assert said[0] == "Donnerstag, 5. November 2026"
    assert said[2:] == ["November 2026", "Donnerstag"]
