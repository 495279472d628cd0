"""When a review is due."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.site.dates import is_due, months_after

DAY = datetime.date


@pytest.mark.parametrize(
    "day, months, then",
    [
        (DAY(2026, 1, 31), 1, DAY(2026, 2, 28)),
        (DAY(2024, 1, 31), 1, DAY(2024, 2, 29)),
        (DAY(2026, 10, 5), 24, DAY(2028, 10, 5)),
        (DAY(2026, 12, 1), 1, DAY(2027, 1, 1)),
        (DAY(2026, 11, 30), 3, DAY(2027, 2, 28)),
    ],
)
def test_months_later_is_the_same_day_or_the_months_last(
    day: datetime.date, months: int, then: datetime.date
) -> None:
    """As a calendar on the wall has it."""
    assert months_after(day, months) == then


@given(st.dates(DAY(2000, 1, 1), DAY(2100, 1, 1)), st.integers(1, 120))
def test_more_months_are_never_earlier(day: datetime.date, months: int) -> None:
    """Counting on only goes on."""
    assert months_after(day, months) < months_after(day, months + 1)


def test_a_texts_own_date_comes_before_the_sites_rule() -> None:
    """`review_by` is what its author chose."""
    today = DAY(2026, 11, 21)
    assert is_due(None, today, 24, today)
    assert not is_due(DAY(2000, 1, 1), DAY(2026, 11, 22), 24, today)
    assert is_due(DAY(2024, 11, 21), None, 24, today)
    assert not is_due(DAY(2024, 11, 22), None, 24, today)
    assert not is_due(None, None, 24, today)
