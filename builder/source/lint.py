"""Words that peer sessions do without, because they judge, or come from another trade."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from builder.problems import Problem, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

INSTEAD = {
    "accountability partner": "peer partner",
    "assessor": "observer or visitor",
    "attendee": "participant",
    "attendees": "participants",
    "buddy": "peer partner",
    "delegate": "participant",
    "delegates": "participants",
    "deliverable": "action commitment",
    "deliverables": "action commitments",
    "dashboard": "tracker or review",
    "evaluation form": "plus and change",
    "feedback session": "debrief",
    "guru": "trainer",
    "happy sheet": "plus and change",
    "homework": "action commitment",
    "ice-breaker": "opening",
    "icebreaker": "opening",
    "incomplete": "part done, or not yet",
    "inspector": "visitor",
    "KPI": "goal",
    "KPIs": "goals",
    "non-compliant": "say what happened instead",
    "observee": "host teacher",
    "overdue": "date has passed: keep, move or let go?",
    "performance plan": "individual learning plan",
    "improvement plan": "individual learning plan",
    "push notification": "nudge",
    "stand-up": "check-in",
    "superuser": "editor",
    "warm-up": "check-in or opening",
}
"""What to say instead of each avoided word."""

WORDS = re.compile(
    r"(?<![\w-])("
    + "|".join(sorted(map(re.escape, INSTEAD), key=len, reverse=True))
    + r")(?![\w-])",
    re.IGNORECASE,
)
LOWER = {word.lower(): better for word, better in INSTEAD.items()}


MANY = 500
"""So many avoided words of one file are told at once."""


def avoided_words(path: str, text: str) -> Iterator[Problem]:
    """Give a warning for each avoided word of a text, as many as are told at once."""
    return islice(_all(path, text), MANY)


def _all(path: str, text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        for match in WORDS.finditer(line):
            where = Span(path, number, match.start() + 1, len(match[0]))
            message = f"peer sessions do without the word '{match[0]}'"
            hint = f"say '{LOWER[match[0].lower()]}'"
            yield Problem(where, "avoided-word", message, hint, "warning")
