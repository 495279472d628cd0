"""Calendar files say what calendars read: checked by reading them back with a library of others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from tests.client.model import Model, listening

ENTRY = """
import { calendar as made } from './src/io/ics';
import { isZone, momentOf, wallOf as shown } from './src/model/zones';
export { isZone };
export const calendar = (events, about) => made(events, { ...about, now: new Date(about.now) });
export const moment = (...asked) => momentOf(...asked).toISOString();
export const wallOf = (moment, zone) => shown(new Date(moment), zone);
"""
AUCKLAND, LONDON = "Pacific/Auckland", "Europe/London"
ABOUT = {"site": "kowhai", "title": "Our group", "now": "2026-11-22T01:02:03.456Z"}
MEETING: dict[str, Any] = {
    "uid": "5c-7a",
    "sequence": 0,
    "title": "Peer group",
    "day": "2026-11-05",
    "time": "15:45",
    "zone": AUCKLAND,
    "minutes": 75,
    "place": "B12",
    "text": "Ana leads.",
    "alarms": [],
}


@pytest.fixture(scope="module")
def ics(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Model]:
    """Give the writer of calendars."""
    with listening(ENTRY, tmp_path_factory.mktemp("ics"), zone="America/Los_Angeles") as model:
        yield model


def written(ics: Model, *changes: dict[str, Any]) -> str:
    """Write the meeting with each of these changes."""
    text: str = ics("calendar", [{**MEETING, **change} for change in changes], ABOUT)
    return text


def read(text: str) -> list[Component]:
    """Read the events of a calendar file."""
    return Calendar.from_ical(text).walk("VEVENT")


def begins(ics: Model, day: str, time: str, zone: str) -> datetime:
    """Return when a meeting begins, as others read it."""
    (event,) = read(written(ics, {"day": day, "time": time, "zone": zone}))
    found = event.decoded("DTSTART")
    assert isinstance(found, datetime)
    return found


@pytest.mark.parametrize(
    "day,time,zone,moment",
    [
        ("2026-07-02", "15:45", AUCKLAND, "2026-07-02 03:45"),
        ("2026-09-24", "15:45", AUCKLAND, "2026-09-24 03:45"),
        ("2026-10-01", "15:45", AUCKLAND, "2026-10-01 02:45"),
        ("2026-01-05", "08:00", AUCKLAND, "2026-01-04 19:00"),
        ("2027-04-01", "15:45", AUCKLAND, "2027-04-01 02:45"),
        ("2027-04-08", "15:45", AUCKLAND, "2027-04-08 03:45"),
        ("2026-03-26", "15:45", LONDON, "2026-03-26 15:45"),
        ("2026-04-02", "15:45", LONDON, "2026-04-02 14:45"),
        ("2026-10-29", "15:45", LONDON, "2026-10-29 15:45"),
        ("2026-11-05", "16:15", "Asia/Kathmandu", "2026-11-05 10:30"),
    ],
)
@pytest.mark.promise("calendar-file")
def test_a_meeting_keeps_its_time_on_the_wall_when_clocks_change(
    ics: Model, day: str, time: str, zone: str, moment: str
) -> None:
    assert begins(ics, day, time, zone) == datetime.fromisoformat(f"{moment}+00:00")


@pytest.mark.parametrize(
    "day,time,zone,moment",
    [
        ("2026-09-27", "02:30", AUCKLAND, "2026-09-26 14:30"),  # there 03:30
        ("2026-03-29", "01:30", LONDON, "2026-03-29 01:30"),  # there 02:30
        ("2011-12-30", "12:00", "Pacific/Apia", "2011-12-30 22:00"),  # there a day later
    ],
)
def test_a_time_that_the_clocks_skip_moves_forward(
    ics: Model, day: str, time: str, zone: str, moment: str
) -> None:
    assert begins(ics, day, time, zone) == datetime.fromisoformat(f"{moment}+00:00")


@pytest.mark.parametrize(
    "day,time,zone,moment",
    [
        ("2026-04-05", "02:30", AUCKLAND, "2026-04-04 13:30"),
        ("2026-10-25", "01:30", LONDON, "2026-10-25 00:30"),
    ],
)
def test_a_time_that_the_clocks_show_twice_is_the_first(
    ics: Model, day: str, time: str, zone: str, moment: str
) -> None:
    assert begins(ics, day, time, zone) == datetime.fromisoformat(f"{moment}+00:00")


@given(
    minutes=st.integers(0, 24 * 60 * 365 * 46),
    zone=st.sampled_from(
        [AUCKLAND, LONDON, "America/St_Johns", "Australia/Lord_Howe", "Pacific/Chatham", "UTC"]
    ),
)
def test_every_time_on_the_wall_is_the_moment_that_others_reckon(
    ics: Model, minutes: int, zone: str
) -> None:
    wall = datetime.fromisoformat("1990-01-01T00:00") + timedelta(minutes=minutes)
    theirs = wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)
    ours = ics("moment", wall.date().isoformat(), wall.strftime("%H:%M"), zone)
    assert datetime.fromisoformat(ours) == theirs
    if theirs.astimezone(ZoneInfo(zone)).replace(tzinfo=None) == wall:
        assert ics("wallOf", ours, zone) == wall.strftime("%Y-%m-%d %H:%M")


def test_a_zone_that_nobody_knows_leaves_the_time_to_the_reader(ics: Model) -> None:
    assert not ics("isZone", "Pacific/Atlantis")
    found = begins(ics, "2026-11-05", "15:45", "Pacific/Atlantis")
    assert found == datetime.fromisoformat("2026-11-05T15:45")


def test_a_day_without_a_time_lasts_the_whole_day(ics: Model) -> None:
    for day in ("2026-11-05", "2026-02-28", "2026-12-31", "2028-02-29"):
        (event,) = read(written(ics, {"day": day, "time": None}))
        assert event.decoded("DTSTART") == date.fromisoformat(day)
        assert event.decoded("DTEND") == date.fromisoformat(day) + timedelta(days=1)


def test_a_meeting_ends_after_its_minutes(ics: Model) -> None:
    (event,) = read(written(ics, {}))
    assert event.decoded("DTEND") - event.decoded("DTSTART") == timedelta(minutes=75)


@pytest.mark.promise("calendar-file")
def test_a_meeting_has_a_name_for_good_and_says_when_it_changed(ics: Model) -> None:
    (event,) = read(written(ics, {"sequence": 3}))
    assert event["UID"] == "5c-7a@kowhai.peerpress"
    assert event["SEQUENCE"] == 3
    assert event.decoded("DTSTAMP") == datetime(2026, 11, 22, 1, 2, 3, tzinfo=UTC)


def test_each_meeting_is_an_entry_of_its_own_that_ends_with_its_alarms(ics: Model) -> None:
    text = written(ics, {"alarms": [1440, 30]}, {"uid": "5c-7b", "alarms": [1440]})
    assert "RRULE" not in text
    first, second = read(text)
    alarms = [one.decoded("TRIGGER") for one in first.walk("VALARM")]
    assert alarms == [timedelta(days=-1), timedelta(minutes=-30)]
    assert len(second.walk("VALARM")) == 1
    for event in text.split("END:VEVENT")[:-1]:
        assert event.endswith("END:VALARM\r\n")


def test_a_cancelled_meeting_is_struck_out_and_rings_no_more(ics: Model) -> None:
    (event,) = read(written(ics, {"cancelled": True, "alarms": [30]}))
    assert event["STATUS"] == "CANCELLED"
    assert event.walk("VALARM") == []


@pytest.mark.parametrize(
    "text",
    [
        "Ngā mihi ki a koutou katoa: kōrero, whakarongo, pātai. " * 5,
        "🧑‍🏫👩🏽‍🤝‍👨🏿🎉" * 20,
        'one; two, three \\ four: "five"\nsix\r\nseven',
        "END:VEVENT\nBEGIN:VEVENT\n",
        "\\n is not a line's end, nor is \\, a comma",
        "x" * 500,
        " leading, and trailing ",
    ],
)
def test_any_words_come_back_as_they_were(ics: Model, text: str) -> None:
    made = written(ics, {"title": text, "place": text, "text": text, "alarms": [5]})
    (event,) = read(made)
    expected = text.replace("\r\n", "\n")
    for field in ("SUMMARY", "LOCATION", "DESCRIPTION"):
        assert str(event[field]) == expected
    assert str(event.walk("VALARM")[0]["DESCRIPTION"]) == expected


@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=200))
def test_no_line_is_longer_than_75_octets_and_no_character_is_torn(ics: Model, text: str) -> None:
    made = written(ics, {"title": text, "text": f"{text}\n{text}"})
    *lines, last = made.encode().split(b"\r\n")
    assert last == b""
    assert max(map(len, lines)) <= 75
    for line in lines:
        assert b"\n" not in line
    (event,) = read(made)
    assert str(event["SUMMARY"]) == text


def test_signs_that_are_no_text_become_spaces(ics: Model) -> None:
    (event,) = read(written(ics, {"title": "a\u0000b\tc\u007fd"}))
    assert event["SUMMARY"] == "a b c d"
