"""The sentences that explain a change of time, with placeholders, so that they can be translated.

Placeholders: {title} of the segment, {before} and {after} in minutes, {difference} between them
without a sign, {people}. Nothing is ever written with a minus: time saved is "saves 5", time added
is "longer by 2". A key ending in `-longer` is for a step that adds time, `-one` for one minute.
"""

from __future__ import annotations

from typing import Literal

NoteKind = Literal[
    "change",
    "change-prepare",
    "change-follow-up",
    "leave-out",
    "prepare",
    "follow-up",
    "people",
    "shorten",
    "lengthen",
    "drop",
    "early",
    "over",
]
"""By the version: another length (its rest going nowhere, before or after), left out, or moved.

By the number of people: `people`. By fitting: `shorten`, `lengthen`, `drop`. About the session as
a whole: `early`, `over`.
"""

MESSAGES: dict[str, str] = {
    "change": "{title} takes {after} minutes instead of {before}: saves {difference}.",
    "change-one": "{title} takes 1 minute instead of {before}: saves {difference}.",
    "change-longer": "{title} takes {after} minutes instead of {before}: longer by {difference}.",
    "change-prepare": (
        "{title} takes {after} minutes instead of {before}, "
        "and the rest is done before the session: saves {difference}."
    ),
    "change-prepare-one": (
        "{title} takes 1 minute instead of {before}, "
        "and the rest is done before the session: saves {difference}."
    ),
    "change-follow-up": (
        "{title} takes {after} minutes instead of {before}, "
        "and the rest is done after the session: saves {difference}."
    ),
    "change-follow-up-one": (
        "{title} takes 1 minute instead of {before}, "
        "and the rest is done after the session: saves {difference}."
    ),
    "leave-out": "{title} is left out: saves {difference}.",
    "prepare": "{title} is done before the session: saves {difference}.",
    "follow-up": "{title} is done after the session: saves {difference}.",
    "people": (
        "For a group of {people}, {title} takes {after} minutes instead of {before}: "
        "saves {difference}."
    ),
    "people-one": (
        "For a group of {people}, {title} takes 1 minute instead of {before}: saves {difference}."
    ),
    "people-longer": (
        "For a group of {people}, {title} takes {after} minutes instead of {before}: "
        "longer by {difference}."
    ),
    "shorten": "{title} takes {after} minutes instead of {before}: saves {difference}.",
    "shorten-one": "{title} takes 1 minute instead of {before}: saves {difference}.",
    "lengthen": "{title} takes {after} minutes instead of {before}: longer by {difference}.",
    "drop": "{title} is dropped to end on time: saves {difference}.",
    "early": "The session ends {difference} minutes early.",
    "early-one": "The session ends 1 minute early.",
    "over": (
        "The session takes {after} minutes at the shortest: "
        "longer by {difference} than the {before} there are."
    ),
}
"""English sentences by key; other languages translate the sentence, not the key."""


def key(kind: NoteKind, before: int, after: int) -> str:
    """Return the key of the sentence for a step from `before` to `after` minutes."""
    longer = f"{kind}-longer"
    if after > before and longer in MESSAGES:
        return longer
    one = f"{kind}-one"
    counted = before - after if kind == "early" else after
    return one if counted == 1 and one in MESSAGES else kind
