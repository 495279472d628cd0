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
    day = due_on(reviewed, review_by, months)
    return day is not None and day <= today


def due_on(
    reviewed: datetime.date | None, review_by: datetime.date | None, months: int
) -> datetime.date | None:
    """Return the day on which a review is due; None where nobody has read the text through yet."""
    if review_by is not None:
        return review_by
    return months_after(reviewed, months) if reviewed is not None else None


def months_after(day: datetime.date, months: int) -> datetime.date:
    """Return the same day so many months later, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > datetime.MAXYEAR:
        return datetime.date.max
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last))
