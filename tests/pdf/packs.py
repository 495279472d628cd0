"""The packs of this repository as they are in their sources, to compare printed documents with."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from builder.source.yaml_nodes import LOADER
from tests.conftest import ROOT

PACKS = tuple(sorted(path.parent.name for path in (ROOT / "sessions").glob("*/pack.yaml")))
PAPERS = ("a4", "letter")
OPEN_OR_CLOSE = re.compile(r"^:::+ *(\S*)")
FACILITATORS = ("say", "do", "watch", "if-short", "if-stuck")


@dataclass(frozen=True)
class Segment:
    """One segment of a pack, as its author wrote it."""

    part: int
    title: str
    at: str
    """When it begins, as `0:25`."""
    minutes: int
    sheets: tuple[str, ...]
    """The titles of its worksheets."""
    prompt: str
    """The first words of its prompt."""
    said: tuple[str, ...]
    """What is said aloud, sentence by sentence."""
    noted: tuple[str, ...]
    """All that is for the facilitator alone, sentence by sentence."""


@dataclass(frozen=True)
class Pack:
    """A pack, as its author wrote it."""

    minutes: int
    segments: tuple[Segment, ...]
    shared: str
    """All that participants may read in it."""


@functools.cache
def read(root: Path, name: str) -> Pack:
    """Read a pack of a site."""
    folder = root / "sessions" / name
    facts: dict[str, Any] = _yaml(folder / "pack.yaml")
    segments = []
    open_to_all = (folder / "pack.yaml", *folder.glob("cards/*"), *_sheets(root))
    shared = [path.read_text(encoding="utf-8") for path in open_to_all]
    clock = 0
    for part, one in enumerate(facts["segments"], 1):
        text = (folder / f"segments/{one['id']}.md").read_text(encoding="utf-8")
        boxes = list(_boxes(text))
        shared.append(" ".join(words for kind, words in boxes if kind not in FACILITATORS))
        prompt = next((words for kind, words in boxes if kind == "prompt"), "")
        segments.append(
            Segment(
                part=part,
                title=one["title"],
                at=f"{clock // 60}:{clock % 60:02}",
                minutes=one["minutes"],
                sheets=tuple(_title(root, id_) for id_ in one.get("worksheet", ())),
                prompt=next(_sentences(prompt), ""),
                said=tuple(_sentences(" ".join(w for kind, w in boxes if kind == "say"))),
                noted=tuple(_sentences(" ".join(w for k, w in boxes if k in FACILITATORS))),
            )
        )
        clock += one["minutes"]
    return Pack(facts["minutes"], tuple(segments), " ".join(shared))


def _boxes(text: str) -> Iterator[tuple[str, str]]:
    """Give the text of each box with its kind, and what is outside of any."""
    kinds = [""]
    lines: list[str] = []
    for line in text.splitlines():
        fence = OPEN_OR_CLOSE.match(line)
        if fence is None:
            lines.append(line)
            continue
        yield kinds[-1], "\n".join(lines)
        lines = []
        if fence[1]:
            kinds.append(fence[1])
        else:
            kinds.pop()
    yield "", "\n".join(lines)


def _sentences(words: str) -> Iterator[str]:
    plain = re.sub(r"[*_`]|^- ", "", words, flags=re.MULTILINE)
    return (one for one in re.split(r"(?<=[.?!:])\s+", plain.strip()) if one)


def _sheets(root: Path) -> Iterator[Path]:
    for pattern in ("content/worksheets/*.yaml", "sessions/*/worksheets/*.yaml"):
        yield from (path for path in root.glob(pattern) if "." not in path.stem)


@functools.cache
def _title(root: Path, id_: str) -> str:
    pack, _, name = id_.rpartition("/")
    folder = root / "sessions" / pack / "worksheets" if pack else root / "content/worksheets"
    facts = _yaml(folder / f"{name}.yaml")
    return str(facts["title"])


def _yaml(file: Path) -> Any:
    """Read a file with the parser that builds read it with."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=LOADER)  # noqa: S506 - it is the safe one
