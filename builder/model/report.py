"""The editor's report as a value: tables, so that one more is no more work to write or to read."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """One thing that an editor looks after, file by file."""

    id: str
    """Its name in the data."""
    title: str
    said: str
    """What is listed, and what is not, in a sentence."""
    columns: tuple[str, ...]
    """What each column says; also the names in the data."""
    rows: tuple[tuple[str, ...], ...]
    """As many words as there are columns; a place is `path` or `path:line`."""


@dataclass(frozen=True, slots=True)
class Report:
    """What an editor looks through once a term."""

    title: str
    """The name of the site."""
    today: datetime.date
    """The day it is about: that of the build."""
    tables: tuple[Table, ...]
