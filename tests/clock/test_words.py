"""The sentences of the clock, word for word."""

from __future__ import annotations

import string

import pytest

from builder.clock import MESSAGES, Note, NoteKind, reckon
from tests.clock.packs import pack, segment, version


@pytest.mark.parametrize(
    "kind,before,after,words",
    [
        ("change", 10, 5, "Plan takes 5 minutes instead of 10: saves 5."),
        ("change", 10, 1, "Plan takes 1 minute instead of 10: saves 9."),
        ("change", 10, 12, "Plan takes 12 minutes instead of 10: longer by 2."),
        (
            "change-prepare",
            10,
            5,
            "Plan takes 5 minutes instead of 10, and the rest is done before the session: saves 5.",
        ),
        (
            "change-follow-up",
            3,
            1,
            "Plan takes 1 minute instead of 3, and the rest is done after the session: saves 2.",
        ),
        ("leave-out", 10, 0, "Plan is left out: saves 10."),
        ("prepare", 10, 0, "Plan is done before the session: saves 10."),
        ("follow-up", 10, 0, "Plan is done after the session: saves 10."),
        ("people", 10, 8, "For a group of 4, Plan takes 8 minutes instead of 10: saves 2."),
        ("people", 3, 1, "For a group of 4, Plan takes 1 minute instead of 3: saves 2."),
        ("people", 1, 3, "For a group of 4, Plan takes 3 minutes instead of 1: longer by 2."),
        ("shorten", 10, 8, "Plan takes 8 minutes instead of 10: saves 2."),
        ("shorten", 10, 1, "Plan takes 1 minute instead of 10: saves 9."),
        ("lengthen", 20, 22, "Plan takes 22 minutes instead of 20: longer by 2."),
        ("drop", 10, 0, "Plan is dropped to end on time: saves 10."),
        ("early", 75, 72, "The session ends 3 minutes early."),
        ("early", 75, 74, "The session ends 1 minute early."),
        (
            "over",
            60,
            62,
            "The session takes 62 minutes at the shortest: longer by 2 than the 60 there are.",
        ),
    ],
)
def test_every_change_is_told_in_one_sentence(
    kind: NoteKind, before: int, after: int, words: str
) -> None:
    """Time saved is saved, time added makes it longer; no sign, and one minute is one."""
    assert Note(kind, "plan", "Plan", before, after, people=4).words == words


def test_every_message_can_be_translated() -> None:
    """Its placeholders are among those a note gives, and nothing has a minus."""
    known = set(Note("change", "plan", "Plan", 10, 5).values)
    for message in MESSAGES.values():
        names = {name for _, name, _, _ in string.Formatter().parse(message) if name}
        assert names <= known
        assert "-{" not in message
        assert message.endswith(".")


def test_a_title_with_braces_stays_as_it_is() -> None:
    """Only the message has placeholders, never what the author wrote."""
    assert Note("drop", "a", "The {plan}", 5, 0).words.startswith("The {plan} is dropped")


def test_notes_come_in_the_order_of_reckoning() -> None:
    """The version first, then the people, then what fitting did."""
    made = pack(
        segment("check-in", 10, per="person", each="1:00"),
        segment("one", 20, least=15),
        segment("two", 5),
        versions=(version("short", 30, two="drop"),),
    )
    assert [note.words for note in reckon(made, 8, "short").notes] == [
        "Two is left out: saves 5.",
        "For a group of 8, Check in takes 12 minutes instead of 10: longer by 2.",
        "One takes 18 minutes instead of 20: saves 2.",
    ]


def test_a_session_that_ends_at_another_time_says_so() -> None:
    """The ending is told apart from the notes, which account for the minutes."""
    made = pack(segment("work", 30))
    early, late = reckon(made, 6, minutes=31).ending, reckon(made, 6, minutes=20).ending
    assert early is not None
    assert early.words == "The session ends 1 minute early."
    assert late is not None
    assert late.words == (
        "The session takes 30 minutes at the shortest: longer by 10 than the 20 there are."
    )
