"""Lengths and times as text: M:SS for a turn, HH:MM on the wall, H:MM since the start."""

from __future__ import annotations

MINUTE = 60
"""Seconds in a minute, and minutes in an hour."""
DAY = 24 * 60
"""Minutes in a day."""


def seconds(text: str) -> int:
    """Return the seconds of a length written M:SS, as in `each: 1:30`."""
    minutes, rest = text.split(":")
    return int(minutes) * MINUTE + int(rest)


def minutes_seconds(length: int) -> str:
    """Return a length in seconds as M:SS, the way an author writes it."""
    return f"{length // MINUTE}:{length % MINUTE:02}"


def clock_time(start: str, minutes: int) -> str:
    """Return what the clock on the wall says so many minutes after `start`, past midnight too."""
    hours, rest = start.split(":")
    now = (int(hours) * MINUTE + int(rest) + minutes) % DAY
    return f"{now // MINUTE:02}:{now % MINUTE:02}"


def elapsed(minutes: int) -> str:
    """Return minutes since the start as H:MM, for an agenda whose start time nobody knows yet."""
    return f"{minutes // MINUTE}:{minutes % MINUTE:02}"
