"""Examples in `fixtures/`: title, `.`, Markdown, `.`, what is made of it, `.`; a few lines run all.

`participant.md` and `facilitator.md` hold the HTML of their part, `problems.md` the problems, the
other files the HTML of a plain page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from builder.markdown.audience import Part
from builder.markdown.html import render
from builder.markdown.parse import Parsed, parse

FOLDER = Path(__file__).parent / "fixtures"
PARTS: dict[str, Part] = {"participant": "participant", "facilitator": "facilitator"}
EXAMPLE = re.compile(
    r"^(?P<title>\S.*)\n\.\n(?P<source>(?:.*\n)*?)\.\n(?P<made>(?:.*\n)*?)\.$", re.MULTILINE
)


@dataclass(frozen=True)
class Example:
    """One example of a fixture file."""

    title: str
    source: str
    made: str


def examples(path: Path) -> Iterator[Example]:
    """Read the examples of a file; a middle dot stands for a space at the end of a line."""
    for found in EXAMPLE.finditer(path.read_text(encoding="utf-8")):
        yield Example(found["title"], found["source"], found["made"])


def made(kind: str, source: str) -> str:
    """Return what is made of an example in the file of a kind."""
    parsed = parse("a.md", source.replace("·", " "))
    if kind == "problems":
        return shown(parsed)
    urls: dict[str, str | None] = {link.href: f"to/{link.href}" for link in parsed.text.links}
    urls["worksheet:gap-review"] = "to/gap-review.html"
    return render(parsed.tree, part=PARTS.get(kind, "all"), links=urls)


def shown(parsed: Parsed) -> str:
    """Return problems as lines: where, what, and the hint."""
    return "".join(
        f"{problem.where.line}:{problem.where.column}+{problem.where.width} "
        f"{problem.level}[{problem.code}]: {problem.message}\n  hint: {problem.hint}\n"
        for problem in parsed.problems
    )


CASES = [
    pytest.param(path.stem, example, id=f"{path.stem}: {example.title}")
    for path in sorted(FOLDER.glob("*.md"))
    for example in examples(path)
]


@pytest.mark.parametrize("kind,example", CASES)
def test_example(kind: str, example: Example) -> None:
    """What is made of an example is what stands below it."""
    assert made(kind, example.source) == example.made


def test_examples_are_found() -> None:
    """A fixture file whose examples cannot be read would pass unseen."""
    for path in FOLDER.glob("*.md"):
        dots = path.read_text(encoding="utf-8").split("\n").count(".")
        assert dots == 3 * len(list(examples(path))), path.name
