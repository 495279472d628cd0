"""A Markdown body, read once: its content tree, the facts about it, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from builder.digest import of_bytes
from builder.markdown import parser
from builder.markdown import text as words_of
from builder.markdown.checks import check_containers
from builder.markdown.containers import CONTAINERS, match
from builder.markdown.convert import Converter
from builder.markdown.places import Places
from builder.markdown.report import Report
from builder.markdown.tree import Tree, dump
from builder.model.page import Text
from builder.problems import Problem

_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Control characters and what is no character at all: neither HTML nor PDF may hold them."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What one body gives."""

    tree: Tree
    """The content tree; empty where nothing can be made of the text."""
    data: bytes
    """The tree serialised, to be kept in the store under `text.digest`."""
    text: Text
    """The facts about it."""
    problems: tuple[Problem, ...]
    """What is wrong, in the order of lines."""


def parse(
    path: str, body: str, first_line: int = 1, *, allowed: Collection[str] = CONTAINERS.keys()
) -> Parsed:
    """Read the body of a file that begins at a line of it; only these containers are allowed."""
    report = Report(path, first_line)
    lines = _clean(body, report)
    stream = parser.read("\n".join(lines), match(lines))
    converter = Converter(stream, Places(lines), report)
    tree: Tree = []
    if stream.failed:
        message = "the Markdown near this line cannot be read"
        hint = "look for unusual brackets or nesting here, and write it more simply"
        report.add("unreadable-text", stream.line, message, hint)
    else:
        for number in stream.crowded:
            message = "a thousand square brackets are left open in this paragraph"
            report.add("unreadable-text", number, message, "close them, or part the paragraph")
        check_containers(stream, lines, allowed, report)
        tree = converter.tree()
    if converter.inline.overspent:
        tree = []
    return _parsed(path, tree, converter, report)


def _parsed(path: str, tree: Tree, converter: Converter, report: Report) -> Parsed:
    data = dump(tree)
    text = Text(
        digest=of_bytes(data),
        source=path,
        links=tuple(converter.inline.links),
        headings=tuple(converter.headings),
        boxes=tuple(converter.boxes),
        words=words_of.words(words_of.plain(tree)),
        says=words_of.words(words_of.said(tree)),
        summary=words_of.summary(tree),
    )
    return Parsed(tree, data, text, tuple(dict.fromkeys(sorted(report.problems, key=_place))))


def _place(problem: Problem) -> tuple[int, int, str]:
    return problem.where.line, problem.where.column, problem.code


def _clean(body: str, report: Report) -> Sequence[str]:
    """Return the lines of a body, with a sign in place of what no output can hold."""
    lines = body.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not _ODD.search(body.replace("\r", "\n")):
        return lines
    for number, line in enumerate(lines):
        found = _ODD.search(line)
        if found:
            message = f"a character that cannot be shown, U+{ord(found[0]):04X}, is here"
            report.add("odd-character", number, message, "take it out", column=found.start() + 1)
            lines[number] = _ODD.sub("\ufffd", line)
    return lines
