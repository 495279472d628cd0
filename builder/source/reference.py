"""The field reference of the handbook, from the sentences that stand after the model's fields."""

from __future__ import annotations

from collections.abc import Iterator

from builder.markdown.containers import CONTAINERS
from builder.source.schema import fields

FILES = {
    "site": "`site.yaml`",
    "page": "the front matter of pages and notes",
    "person": "the front matter of people",
    "activity": "the front matter of activities and decks of cards",
    "pack": "`sessions/ID/pack.yaml`",
    "pack-words": "`sessions/ID/pack.LANGUAGE.yaml`",
    "series": "`sessions/series/ID.yaml`",
    "worksheet": "worksheets",
    "tools": "each entry of `content/tools.yaml`",
    "glossary": "each entry of `content/glossary.yaml`",
    "theme": "`themes/NAME/theme.yaml`",
}
"""What each kind of YAML text is called in the handbook."""
AUDIENCES = {
    "participant": "Everyone sees it.",
    "facilitator": "Only the facilitator sees it.",
    "mode": "Only the facilitator sees it, where the session is run in this way.",
}
HEAD = """---
title: Every field and container
summary: What can be written where, with what it takes and what it is when it is left out.
authors: [peerpress-editors]
published: 2026-10-05
reviewed: 2026-10-05
tags: [handbook]
order: 90
sources: [Own work]
---
This page is made from the sentences in the code itself, so it says what is so.
The same sentences are in the schemas that `peerpress schema KIND` prints for your editor.
Fields marked *needed* cannot be left out.
"""


def reference() -> str:
    """Return the page `content/handbook/fields.md`."""
    return HEAD + "".join(_pieces())


def _pieces() -> Iterator[str]:
    for kind, file in FILES.items():
        yield f"\n## Fields of {kind}\n\nIn {file}.\n\n"
        for doc in fields(kind):
            yield f"`{doc.name}`\n:   {_sentence(doc.sentence)}\n"
            default = f" Left out: {doc.default}." if doc.default else ""
            yield f"    Takes {doc.type}{', *needed*' if doc.required else ''}.{default}\n\n"
    yield "\n## Containers\n\nIn the Markdown of segments: `::: name`, "
    yield "and a line of colons to end it.\n\n"
    for name, container in CONTAINERS.items():
        yield f"`{name}`\n:   {container.sentence} {AUDIENCES[container.audience]}\n\n"


def _sentence(sentence: str) -> str:
    """Return a sentence as Markdown: what looks like markup in it is meant as it stands."""
    return sentence.replace("*", "\\*").replace("<", "&lt;").replace("[", "\\[")
