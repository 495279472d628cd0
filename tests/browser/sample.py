"""A workbook in use, as a file: a plan, a journal, self-checks and a group, of people made up."""

from __future__ import annotations

import hashlib
import json
from typing import Any

LONG = " ".join(f"Word {number} of an answer that is long." for number in range(120))
CONFIDENCE = (
    "keep-trying",
    "keep-time",
    "ask-for-help",
    "listen-first",
    "be-watched",
    "find-out",
    "unfamiliar-tool",
    "lead-peers",
)
GOAL = f"{1:032x}"
OTHER = f"{2:032x}"


def sample(**more: Any) -> str:
    """Return the file as the workbook itself would write it."""
    return workbook_file(_bodies(), **more)


def workbook_file(bodies: list[tuple[str, dict[str, Any], str | None]], **more: Any) -> str:
    """Return a file with records of these types, bodies and sheets, their ids counted from 1."""
    records = [_record(number, *one) for number, one in enumerate(bodies, 1)]
    text = json.dumps(records, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    envelope = {
        "format": "peerpress-workbook",
        "site": "peerpress",
        "app": "0.1.0",
        "schema": 1,
        "exported": "2026-11-20T02:00:00.000Z",
        "records": records,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
    }
    return json.dumps(envelope | more, ensure_ascii=False)


def _record(number: int, type_: str, body: dict[str, Any], sheet: str | None) -> dict[str, Any]:
    return {
        "id": f"{number:032x}",
        "type": type_,
        "sheet": sheet,
        "sheet_version": "1.0" if sheet else None,
        "pack": None,
        "rev": f"{number + 4096:032x}",
        "ancestors": [],
        "updated": "2026-11-20T02:00:00.000Z",
        "body": body,
    }


def _bodies() -> list[tuple[str, dict[str, Any], str | None]]:
    goal = {
        "different": "Friday’s lesson starts within three minutes of the bell.",
        "who": "Sam and Lea, who set out the cards.",
        "by": "2026-12-12",
        "hinders": LONG,
        "if": "lunch duty keeps me out of the room",
        "then": "two pupils set it out",
        "help": ["mentor", "peer"],
        "partner": "Ana",
        "status": "active",
        "order": 0,
        "strengths": [f"{5:032x}"],
        "reviews": ["2026-12-01", "2027-02-01"],
        "ladder": {"zero": "they begin within three minutes", "m1": "ten minutes"},
    }
    other = {"different": "A private goal", "private": True, "status": "active", "order": 1}
    vision = {"lens": "me", "horizon": "two", "mine": "Calm starts", "fit": "agree"}
    gap = {"part": "Quiet starts", "importance": 5, "now": 3, "wanted": 8, "order": 0}
    steps = (
        ("Write one card for each desk", "done", "2026-11-05"),
        ("Ask Sam and Lea to set out the cards", "started", "2027-11-13"),
        ("Keep quiet for the first three minutes", "planned", "2020-11-07"),
    )
    checks = (("2026-09-01", 3), ("2026-10-01", 5), ("2026-11-01", 8))
    return [
        ("goal", goal, None),
        ("goal", other, None),
        ("vision", vision, None),
        ("gap", gap, None),
        ("strength", {"words": "I know every student’s name by the second week"}, None),
        ("need", {"lens": "students", "words": "Time to begin quietly"}, None),
        *(
            ("step", {"goal": GOAL, "words": words, "status": status, "by": by, "order": at}, None)
            for at, (words, status, by) in enumerate(steps)
        ),
        ("activity", {"goal": GOAL, "kind": "visit", "words": "Visit Mele", "hours": 2}, None),
        ("activity", {"goal": GOAL, "kind": "self-study", "words": "Read", "hours": 3}, None),
        ("evidence", {"goal": GOAL, "kind": "seen", "words": "Two pupils began"}, None),
        *(
            ("progress", {"goal": GOAL, "date": day, "sure": sure, "words": f"It was {sure}"}, None)
            for day, sure in checks
        ),
        ("entry", {"date": "2026-11-02", "mark": "setback", "words": "The bell was late."}, None),
        ("cycle", {"date": "2026-11-03", "happened": "They talked on.", "trial": "Wait"}, None),
        ("question", {"words": "What was on the desks?", "date": "2026-11-04"}, None),
        ("next-time", {"words": "Bring the cards", "date": "2026-11-04"}, None),
        ("agreement", {"purpose": "To try small things", "quiet": "after 18:00"}, None),
        ("member", {"name": "Ana"}, None),
        ("member", {"name": "Mele"}, None),
        ("member", {"name": "Tomas"}, None),
        ("offer", {"name": "Ana", "mine": True, "times": ["after"], "channels": ["room"]}, None),
        ("answers", _check("2026-09-01", "start", (5, 3, 4, 6, 2, 5, 4, 3)), "confidence-check"),
        ("answers", _check("2026-11-01", "now", (8, 4, 7, 6, 6, 5, 6, 7)), "confidence-check"),
        ("answers", _roles(), "role-profile"),
    ]


def _check(day: str, moment: str, figures: tuple[int, ...]) -> dict[str, Any]:
    return {
        "date": day,
        "moment": moment,
        "confidence": dict(zip(CONFIDENCE, figures, strict=True)),
    }


def _roles() -> dict[str, Any]:
    mentor = {"lend": 3, "doors": 2, "tell": 2, "stay": 2}
    coach = {"ask": 3, "silence": 2, "step": 2, "little": 2}
    return {"date": "2026-11-01", "ways": {"explain": 1, **mentor, **coach}}
