"""The line above all rooms says what is true: saved once it is, and how old the last file is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.client.model import Model, listening

ENTRY = """
import { fileWords, keptWords } from './src/ui/shell/state';
const at = (moment) => (moment === null ? null : new Date(moment));
export const kept = (state, moment, kind, now) => {
  const { bold, rest } = keptWords({ state, at: at(moment), why: '' }, kind, false, at(now));
  return [bold, rest].filter(Boolean).join(' ');
};
export const file = (backup, now) => fileWords(backup, at(now));
"""
NOW = "2026-11-05T16:00:00"
"""On the wall, where the test says it is: a Thursday."""


@pytest.fixture(scope="module", params=["Pacific/Auckland", "Pacific/Pago_Pago"])
def model(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Model]:
    """Give the words of the line, far to the east and far to the west."""
    with listening(ENTRY, tmp_path_factory.mktemp("state"), request.param) as found:
        yield found


def test_saved_names_the_time(model: Model) -> None:
    said = model("kept", "saved", "2026-11-05T15:52:00", "indexeddb", NOW)
    assert said == "Saved in this browser at 15:52"


def test_another_day_is_named_by_its_weekday_and_an_older_one_by_its_date(model: Model) -> None:
    tuesday = model("kept", "saved", "2026-11-03T08:05:00", "indexeddb", NOW)
    assert tuesday == "Saved in this browser on Tuesday at 08:05"
    older = model("kept", "saved", "2026-10-29T23:59:00", "indexeddb", NOW)
    assert older == "Saved in this browser on 29 Oct at 23:59"


def test_nothing_is_called_saved_before_it_is(model: Model) -> None:
    for kind in ("indexeddb", "localstorage", "memory"):
        for state in ("saving", "failed", "empty"):
            assert "Saved" not in model("kept", state, "2026-11-05T15:52:00", kind, NOW)


def test_what_a_closed_page_would_lose_is_never_called_saved(model: Model) -> None:
    said = model("kept", "saved", "2026-11-05T15:52:00", "memory", NOW)
    assert said == "On this page only. Save to a file before you close it."


def test_what_could_not_be_kept_says_what_to_do(model: Model) -> None:
    said = model("kept", "failed", None, "indexeddb", NOW)
    assert said == "Not saved. Save to a file now."


@pytest.mark.parametrize(
    "backup,words,old",
    [
        (None, "not saved to a file yet", False),
        ("never", "not saved to a file yet", False),
        ("2026-11-05T09:00:00", "last saved to a file today", False),
        ("2026-11-03T09:00:00", "last saved to a file on Tuesday", False),
        ("2026-10-22T09:00:00", "last saved to a file on 22 Oct", False),
        ("2026-10-20T09:00:00", "last saved to a file on 20 Oct", True),
    ],
)
def test_the_age_of_the_last_file_is_said_and_an_old_one_stands_out(
    model: Model, backup: Any, words: str, *, old: bool
) -> None:
    assert model("file", backup, NOW) == {"words": words, "old": old}
