"""Write what was taken of a lesson as the files of a pack; what nobody wrote is marked a draft."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.new import plain
from builder.travel.pieces import Piece, Taken

CHECK_IN, CLOSE = 5, 10
"""Minutes of the drafts at both ends."""
LEAST, MOST = 2, 4
"""How many objectives a pack has."""
DRAFT_OBJECTIVE = "Draft: say what people can do or have afterwards, that can be seen"


@dataclass(frozen=True, slots=True)
class About:
    """What `pack.yaml` says beside the agenda."""

    title: str
    licence: str
    author: str
    source: str
    topics: tuple[str, ...]
    today: datetime.date


def pack_files(about: About, taken: Taken, pictures: dict[str, bytes]) -> dict[str, bytes]:
    """Return the files of the pack's folder."""
    ids = _ids(taken.pieces)
    texts = {
        "segments/check-in.md": CHECK_IN_TEXT,
        **{
            f"segments/{id_}.md": "\n\n".join(piece.blocks) + "\n"
            for id_, piece in zip(ids, taken.pieces, strict=True)
        },
        "segments/close.md": CLOSE_TEXT,
        "pack.yaml": "\n".join(_pack(about, taken, ids)) + "\n",
    }
    if taken.key_points:
        texts["key-idea.md"] = "\n\n".join(taken.key_points) + "\n"
    if taken.prepare:
        texts["prepare.md"] = "\n\n".join(taken.prepare) + "\n"
    made = {path: text.encode() for path, text in texts.items()}
    return made | {f"assets/{name}": data for name, data in pictures.items()}


def _ids(pieces: Sequence[Piece]) -> list[str]:
    """Return an id for each part: its title, or its number where that has no plain letters."""
    used = {"check-in", "close"}
    made = []
    for number, piece in enumerate(pieces, 1):
        stem = plain(piece.title)[:40].strip("-") or f"part-{number}"
        id_, again = stem, 1
        while id_ in used:
            again += 1
            id_ = f"{stem}-{again}"
        used.add(id_)
        made.append(id_)
    return made


def quoted(text: str) -> str:
    """Return a text as YAML takes it whatever it holds."""
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def _pack(about: About, taken: Taken, ids: list[str]) -> Iterator[str]:
    total = CHECK_IN + CLOSE + sum(piece.minutes for piece in taken.pieces)
    objectives = [*taken.objectives[:MOST], *[DRAFT_OBJECTIVE] * (LEAST - len(taken.objectives))]
    question = taken.questions[0] if taken.questions else "Draft: write the central question."
    yield "# Made of a lesson by `peerpress import`. What is marked as a draft is for you to write:"
    yield "# people are to work here with nobody in charge."
    yield "format: 1"
    yield f"title: {quoted(about.title)}"
    yield 'promise: "Draft: write in one sentence what people get from it."'
    yield f"question: {quoted(question)}"
    yield "objectives:"
    yield from (f"  - {quoted(one)}" for one in objectives)
    yield f"authors: [{about.author}]"
    yield 'version: "0.1"'
    yield f"published: {about.today.isoformat()}"
    yield f"licence: {about.licence}"
    yield "# Draft: name those who wrote the lesson, as its licence asks, and where it is."
    yield "sources:"
    yield f"  - {quoted(about.source)}"
    if about.topics:
        yield f"topics: [{', '.join(map(quoted, about.topics))}]"
    yield "# Draft: for how many people?"
    yield "group: {min: 3, best: 6, max: 12}"
    yield "modes: {in-person: yes, video: no, phone: no, messages: no, alone: no}"
    yield f"minutes: {total}"
    yield "segments:"
    yield from _segment("check-in", "Check-in", "opening, check-in", CHECK_IN, draft=True)
    for id_, piece in zip(ids, taken.pieces, strict=True):
        yield from _segment(id_, piece.title, piece.kind, piece.minutes)
    yield from _segment("close", "Commit and close", "commitment, closing", CLOSE, draft=True)
    yield "follow_up:"
    yield '  try_it: "Draft: the smallest safe version of something new, to be tried once."'


def _segment(
    id_: str, title: str, kind: str, minutes: int, *, draft: bool = False
) -> Iterator[str]:
    yield f"  - id: {id_}"
    yield f"    title: {quoted(f'{title} (draft)' if draft else title)}"
    yield f"    kind: [{kind}]"
    yield f"    minutes: {minutes}"
    if draft:
        yield "    priority: must"
    if draft or kind == "practice":
        yield "    may_pass: true"


CHECK_IN_TEXT = """**Draft.** The lesson has no check-in; write yours over this one.

::: prompt
Your name, and one thing that you bring to this from your work. Anyone may pass.
:::

::: say
We have this time for ourselves. One after another, one sentence each; whoever likes may pass.
:::
"""
CLOSE_TEXT = """**Draft.** The lesson has no commitment and no closing; write yours over this one.

::: prompt
What is one small thing that I will try, by when, and who will ask me about it?
:::

::: write lines=3
:::

::: say
Say your one thing aloud if you like. Then one word each, and we are done.
:::
"""
