"""A lesson as its authors wrote it: which files it has, and what their headers say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from builder.problems import Problem, Span, Wrong
from builder.source.front_matter import cut
from builder.source.nodes import Listing, Mapping, Node, Scalar
from builder.source.scan import TEXT_LIMIT
from builder.source.text import decode_text
from builder.source.yaml_nodes import parse
from builder.travel.bundle import read_file
from builder.travel.loss import Losses

EPISODES = ("episodes", "_episodes")
"""The folders in which lessons keep what is taught."""
TEXTS = (".md", ".rmd", ".markdown")
ASIDE = frozenset(
    [
        "code_of_conduct",
        "contributing",
        "index",
        "license",
        "licence",
        "links",
        "news",
        "readme",
        "reference",
    ]
)
"""Files of a lesson's folder that are no part of what is taught."""
USED = frozenset({"title", "teaching", "exercises"})
"""Fields of a header that are carried."""
FORMER = re.compile(r"cc[ -]?(by(?:-nc)?(?:-sa|-nd)?)[ -]?(\d\.\d)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Episode:
    """One file of a lesson."""

    path: Path
    shown: str
    """Its path as messages name it."""
    data: bytes
    title: str
    teaching: int | None
    """Minutes; None where the header does not say."""
    exercises: int | None
    body: str
    line: int
    """The line of the file in which the body begins."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is to become a pack."""

    title: str
    licence: str
    """As an SPDX identifier where it could be told; empty where nothing is said."""
    topics: tuple[str, ...]
    root: Path
    """The folder that nothing outside of is read from."""
    whole: str
    """What the whole is called that the episodes are part of; empty where nothing says."""
    episodes: tuple[Episode, ...]
    links: str
    """Addresses that all episodes share, as `[label]: address`."""


def load(place: Path, losses: Losses) -> Lesson:
    """Return a lesson from an episode or a folder, or raise Wrong."""
    if not place.exists():
        raise wrong(f"there is no file or folder {place}", "name an episode, or a lesson's folder")
    folder = place if place.is_dir() else place.parent
    root = folder.parent if folder.name in EPISODES else folder
    config = _config(root)
    paths = _episodes(place, config, losses) if place.is_dir() else [place]
    if not paths:
        raise wrong(f"there is no episode in {place}", "name the folder with `episodes` in it")
    episodes = tuple(_episode(path, losses) for path in paths)
    links = root / "links.md"
    return Lesson(
        title=(_text(config.get("title")) if len(episodes) > 1 else "") or episodes[0].title,
        licence=_licence(_text(config.get("license"))),
        topics=tuple(word.strip() for word in _words(config.get("keywords")) if word.strip()),
        root=root,
        whole=_text(config.get("title")),
        episodes=episodes,
        links=_read(links)[1] if links.is_file() else "",
    )


def wrong(message: str, hint: str) -> Wrong:
    """Return what stops an import before it begins."""
    return Wrong(Problem(Span(""), "wrong-use", message, hint))


def _config(root: Path) -> dict[str, Node]:
    for name in ("config.yaml", "_config.yml"):
        if (root / name).is_file():
            text = _read(root / name)[1]
            return _fields(parse(name, text).node)
    return {}


def _fields(node: Node | None) -> dict[str, Node]:
    return {key.text: value for key, value in node.pairs} if isinstance(node, Mapping) else {}


def _text(node: Node | None) -> str:
    return node.text.strip() if isinstance(node, Scalar) and not node.empty else ""


def _words(node: Node | None) -> list[str]:
    if isinstance(node, Listing):
        return [_text(item) for item in node.items]
    return _text(node).split(",")


def _licence(words: str) -> str:
    """Return a licence as an SPDX identifier: lessons write `CC-BY 4.0`."""
    found = FORMER.match(words)
    if found:
        return f"CC-{found[1].upper()}-{found[2] or '4.0'}"
    return "CC0-1.0" if words.lower().startswith(("cc0", "cc-0")) else ""


def _episodes(place: Path, config: dict[str, Node], losses: Losses) -> list[Path]:
    """Return the files of a folder in the order they are taught; tell of the others."""
    folder = next((place / name for name in EPISODES if (place / name).is_dir()), place)
    there = [path for path in sorted(folder.iterdir()) if path.suffix.lower() in TEXTS]
    there = [path for path in there if path.stem.lower() not in ASIDE]
    named = [folder / name for name in _words(config.get("episodes")) if name]
    taken = [path for path in named if path in there] or there
    every = sorted(path for path in place.rglob("*") if path.suffix.lower() in TEXTS)
    for path in every:
        if path not in taken and path.stem.lower() not in ASIDE - {"reference"}:
            losses.add(str(path), 0, "this file is no episode", "it is left where it is")
    return taken


def _episode(path: Path, losses: Losses) -> Episode:
    data, text = _read(path)
    header, problems = cut(str(path), text)
    for problem in problems:
        raise Wrong(problem)
    parsed = parse(str(path), header.yaml, header.yaml_line)
    for problem in parsed.problems:
        if problem.is_error:
            raise Wrong(problem)
    fields = _fields(parsed.node)
    for key, _ in parsed.node.pairs if isinstance(parsed.node, Mapping) else ():
        if key.text not in USED:
            losses.add(str(path), key.line, f"the field '{key.text}'", "left out")
    title = _text(fields.get("title")) or path.stem.replace("-", " ").capitalize()
    teaching = _minutes(str(path), "teaching", fields, losses)
    exercises = _minutes(str(path), "exercises", fields, losses)
    body = header.body, header.body_line
    return Episode(path, str(path), data, title, teaching, exercises, *body)


def _minutes(path: str, name: str, fields: dict[str, Node], losses: Losses) -> int | None:
    node = fields.get(name)
    words = _text(node)
    if words.isdecimal() and int(words) < 1000:  # noqa: PLR2004 - the most that a pack may take
        return int(words)
    if node is not None:
        losses.add(path, node.line, f"'{name}: {words}' is no number of minutes", "guessed anew")
    return None


def _read(path: Path) -> tuple[bytes, str]:
    data = read_file(path)
    text, problems = decode_text(str(path), data, TEXT_LIMIT)
    if text is None:
        raise Wrong(problems[0])
    return data, text
