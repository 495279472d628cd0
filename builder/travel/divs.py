"""What each container of a lesson becomes in a pack."""

from __future__ import annotations

import re
from collections.abc import Iterator

from builder.markdown.outline import Block
from builder.travel.pieces import Piece, Reader, Taken

HELP = frozenset({"solution", "hint"})
"""What is kept from those who work, until they are stuck."""
TITLES = {
    "callout": "",
    "caution": "Take care",
    "checklist": "Check",
    "discussion": "Talk about it",
    "spoiler": "More",
    "tab": "",
    "group-tab": "",
}
"""Containers that become a quotation or stay in place, and their titles where they have none."""
SAID = re.compile(
    r"^(?:[\"“‘'].*[\"”’'][.!?]?|(?:say|tell them|read aloud)\b.*)$", re.IGNORECASE | re.DOTALL
)
DONE = re.compile(
    r"^(?:ask|bring|check|collect|demonstrate|distribute|draw|encourage|explain|give|go|hand|have|"
    r"introduce|invite|leave|let|make|open|pause|point|project|put|remind|run|set|show|start|stop|"
    r"take|type|use|walk|write)\b",
    re.IGNORECASE,
)


def name_of(block: Block) -> str:
    """Return what a container is called."""
    return block.name.split()[0]


def apart(reader: Reader, block: Block, taken: Taken) -> str:
    """Take what has a place of its own in a pack; return what stays where it is."""
    match name_of(block):
        case "questions":
            taken.questions += _items(reader, block)
        case "objectives":
            taken.objectives += _items(reader, block)
        case "keypoints":
            taken.key_points.append(reader.all(block.inside))
        case "prereq":
            taken.prepare.append(reader.all(block.inside))
        case _:
            return reader.text(block)
    return ""


def _items(reader: Reader, block: Block) -> list[str]:
    """Return what is listed in a container; other words in it are one item each."""
    items: list[str] = []
    for inside in block.inside:
        items += inside.items or ([inside.words] if inside.words else [])
        if inside.kind in ("code", "container"):
            reader.lose(inside, f"{inside.kind} among {name_of(block)}", "left out")
    return items


def challenge(reader: Reader, block: Block, section: str) -> Piece:
    """Return a challenge as a part of the session: what to do, and help for the facilitator."""
    head = next((one for one in block.inside if one.kind == "heading"), None)
    piece = Piece((head.words if head else "") or section, "practice", reader.line(block))
    task = [one for one in block.inside if one is not head and not _is_help(one)]
    words = reader.all(task)
    if words:
        piece.blocks.append(f"::: prompt\n{words}\n:::")
    piece.words = len(words.split())
    for inside in block.inside:
        if _is_help(inside):
            piece.blocks.append(reader.text(inside))
    if not piece.blocks:
        reader.lose(block, "a challenge without words", "an empty prompt, to be written")
        piece.blocks.append("::: prompt\nDraft: write what is to be done here.\n:::")
    return piece


def _is_help(block: Block) -> bool:
    return block.kind == "container" and name_of(block) in {*HELP, "instructor"}


def within(reader: Reader, block: Block) -> str:
    """Return a container that stays where it is."""
    name = name_of(block)
    if name == "instructor":
        return "\n\n".join(_notes(reader, block))
    title, inside = _titled(block)
    words = reader.all(inside)
    if name in HELP:
        head = f"**{title}**\n\n" if title else ""
        reader.lose(block, f"a {name}", "only the facilitator sees it, under IF STUCK")
        return f"::: if-stuck\n{head}{words}\n:::" if words or head else ""
    if name == "testimonial":
        return f"::: example\n{words}\n:::" if words else ""
    if name in ("questions", "objectives", "keypoints", "prereq"):
        reader.lose(block, f"'{name}' within something else", "it stays there, as text")
        return words
    if name == "challenge":
        reader.lose(block, "a challenge within something else", "it stays there, as a prompt")
        head = f"**{title}**\n\n" if title else ""
        return f"::: prompt\n{head}{words}\n:::" if words or head else ""
    return _other(reader, block, title, words)


def _other(reader: Reader, block: Block, title: str, words: str) -> str:
    """Return a container for which we have none as a quotation, or as text in its place."""
    name = name_of(block)
    title = title or TITLES.get(name, "")
    head = f"**{title}**" if title else ""
    boxes = any(one.kind == "container" for one in block.inside)
    if name in ("callout", "caution", "spoiler") and not boxes:
        became = "a quotation; it is open from the start" if name == "spoiler" else "a quotation"
        reader.lose(block, f"'{name}'", became)
        return _quoted("\n\n".join(filter(None, (head, words))))
    if name == "discussion":
        return f"::: prompt\n{head}\n\n{words}\n:::"
    if name == "checklist":
        reader.lose(block, "'checklist'", "a list with tick boxes")
        words = re.sub(r"(?m)^([-*+] )(?!\[[ xX]\] )", r"\1[ ] ", words)
    elif name in ("tab", "group-tab"):
        reader.lose(block, f"'{name}'", "its parts stand one below the other")
    elif name not in TITLES or boxes:
        reader.lose(block, f"'{name}', which packs do not have", "its words stay in place")
    return "\n\n".join(filter(None, (head, words)))


def _titled(block: Block) -> tuple[str, list[Block]]:
    """Return a container's title and what is below it; tabs keep a title each."""
    inside = list(block.inside)
    if inside and inside[0].kind == "heading" and name_of(block) not in ("tab", "group-tab"):
        return inside[0].words, inside[1:]
    return "", inside


def _quoted(text: str) -> str:
    return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _notes(reader: Reader, block: Block) -> Iterator[str]:
    """Give notes for who leads as SAY, DO and WATCH.

    A list is to be done, and so is what begins with a verb; quoted words are said; the rest is to
    be kept in mind.
    """
    title, inside = _titled(block)
    if title:
        reader.lose(block, f"the title '{title}' of notes for who leads", "left out")
    last, run = "", list[str]()
    for one in inside:
        text = reader.text(one)
        kind = "watch"
        if one.kind == "list" or DONE.match(text):
            kind = "do"
        elif SAID.match(text):
            kind = "say"
        if kind != last and run:
            yield f"::: {last}\n" + "\n\n".join(run) + "\n:::"
            run = []
        last = kind
        run += [f"- {text}" if kind == "do" and one.kind == "text" and "\n\n" not in text else text]
    if run:
        yield f"::: {last}\n" + "\n\n".join(run) + "\n:::"
