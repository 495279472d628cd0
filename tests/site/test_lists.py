"""Long lists are cut into pages that miss nothing, and a month becomes a table of its days."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.site.lists import cut, is_further, page_key, pages_of
from builder.site.month import Day, month_of
from builder.site.pager import near
from builder.site.rows import Row
from builder.words import Translator

ENGLISH = Translator("en")
SIZES = st.integers(0, 300), st.integers(1, 60)


@given(*SIZES)
def test_every_thing_is_on_one_page_in_its_order(count: int, per_page: int) -> None:
    pages = cut(range(count), per_page)
    assert [one for page in pages for one in page] == list(range(count))
    assert all(len(page) == per_page for page in pages[:-1])


@given(*SIZES)
def test_there_are_as_many_addresses_as_pages(count: int, per_page: int) -> None:
    assert len(cut(range(count), per_page)) == pages_of(count, per_page)


def test_the_first_page_of_a_list_has_the_lists_own_key() -> None:
    assert [page_key("notes", number) for number in (1, 2, 14)] == ["notes", "notes:2", "notes:14"]


def test_a_further_page_is_known_by_its_key() -> None:
    further = [
        "notes:2",
        "archive:2026:2",
        "category:listening:13",
        "category:2026:2",
        "person:a:2",
    ]
    assert all(map(is_further, further))
    first = [
        "notes",
        "archive:2026",
        "archive:2026-11",
        "category:2026",
        "person:a",
        "page:notes/2",
    ]
    assert not any(map(is_further, first))


@pytest.mark.parametrize(
    "number,of,shown",
    [
        (1, 2, [1, 2]),
        (1, 9, [1, 2, 3, 0, 9]),
        (3, 9, [1, 2, 3, 4, 5, 0, 9]),
        (5, 9, [1, 2, 3, 4, 5, 6, 7, 8, 9]),
        (6, 14, [1, 0, 4, 5, 6, 7, 8, 0, 14]),
        (14, 14, [1, 0, 12, 13, 14]),
    ],
)
def test_pages_near_by_and_at_the_ends_have_links(number: int, of: int, shown: list[int]) -> None:
    """A gap of a single page shows that page."""
    assert list(near(number, of)) == shown


@given(st.integers(1, 400).flatmap(lambda of: st.tuples(st.integers(1, of), st.just(of))))
def test_neighbours_of_a_page_are_always_among_its_links(place: tuple[int, int]) -> None:
    number, of = place
    shown = [one for one in near(number, of) if one]
    assert shown == sorted(set(shown))
    assert {1, of, number, max(1, number - 1), min(of, number + 1)} <= set(shown)


def row(day: int, title: str = "A note") -> Row:
    return Row(title, f"../{day}.html", day=datetime.date(2026, 11, day))


class TestAMonth:
    def test_its_weeks_begin_on_mondays(self) -> None:
        month = month_of(2026, 11, [row(6)], ENGLISH)
        assert month.caption == "November 2026, day by day"
        assert [long for long, _ in month.weekdays][::6] == ["Monday", "Sunday"]
        assert month.weeks[0] == (None,) * 6 + (Day(1, None),)  # the first was a Sunday
        assert [day.number if day else 0 for day in month.weeks[-1]] == [30, 0, 0, 0, 0, 0, 0]

    def test_a_day_with_one_note_leads_to_it(self) -> None:
        month = month_of(2026, 11, [row(6, "We met")], ENGLISH)
        linked = [day for week in month.weeks for day in week if day and day.link]
        assert [(day.number, day.link.label, day.link.url) for day in linked if day.link] == [
            (6, "We met", "../6.html")
        ]

    def test_a_day_with_several_leads_to_where_they_stand(self) -> None:
        month = month_of(2026, 11, [row(6, "B"), row(6, "A")], ENGLISH)
        (link,) = [day.link for week in month.weeks for day in week if day and day.link]
        assert (link.label, link.url) == ("2 notes", "#day-6")

    @given(st.integers(1, 9999), st.integers(1, 12))
    def test_every_day_stands_once_under_its_weekday(self, year: int, month: int) -> None:
        weeks = month_of(year, month, (), ENGLISH).weeks
        days = [(column, day.number) for week in weeks for column, day in enumerate(week) if day]
        assert [number for _, number in days] == list(range(1, len(days) + 1))
        assert all(datetime.date(year, month, n).weekday() == column for column, n in days)
