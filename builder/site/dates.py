"""When a text is due for review: never the clock's date, always the build's."""

from __future__ import annotations

import calendar
import datetime


def is_due(
    reviewed: datetime.date | None,
    review_by: datetime.date | None,
    months: int,
    today: datetime.date,
) -> bool:
    """Whether a review is due: by the text's own date, else so many months after the last one."""
    if review_by is not None:
        return review_by <= today
    return reviewed is not None and months_after(reviewed, months) <= today


def months_after(day: datetime.date, months: int) -> datetime.date:
    """Return the same day so many months later, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > datetime.MAXYEAR:
        return datetime.date.max
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last))
