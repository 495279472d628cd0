"""`peerpress import`: a lesson in Carpentries Markdown becomes a pack, and says what was lost."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from builder.new import EDITORS, ID, PEOPLE, STARTERS
from builder.problems import Problem, Wrong, in_order
from builder.source.scan import RESERVED
from builder.travel.carry import Carrier
from builder.travel.examine import examine
from builder.travel.lesson import Episode, Lesson, load, wrong
from builder.travel.loss import Losses
from builder.travel.pieces import Piece, Taken, share
from builder.travel.put import Put, put
from builder.travel.tidy import Tidy
from builder.travel.told import Told
from builder.travel.write import CHECK_IN, CLOSE, LEAST, MOST, About, pack_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.build import Project

GUESS = 5
"""Minutes of a part for which the lesson gives none."""
LONG = 120
"""Minutes after which a session is better held as several."""
NOTHING = "Nothing was written."


@dataclass(frozen=True, slots=True)
class Order:
    """What was asked for."""

    lesson: Path
    id: str
    licence: str = ""
    author: str = ""


def bring(project: Project, order: Order) -> Told:
    """Make a pack of a lesson; where it cannot be, nothing is written."""
    losses = Losses()
    try:
        _check(project.root, order)
        lesson = load(order.lesson, losses)
        licence = order.licence or lesson.licence
        if not licence:
            hint = "ask whose it is, and then name the licence, such as --licence CC-BY-4.0"
            raise wrong("the lesson does not say what its licence is", hint)
    except Wrong as problem:
        return Told((NOTHING,), (problem.problem,), good=False)
    author = order.author or _author(project.root)
    taken, pictures = _taken(lesson, losses)
    whole = f" of “{lesson.whole}”" if lesson.whole not in ("", lesson.title) else ""
    source = f"Adapted from “{lesson.title}”{whole}, under {licence}"
    about = About(lesson.title, licence, author, source, lesson.topics, project.today)
    files = pack_files(about, taken, pictures)
    shared = _editors(project.root, author)
    folder = f"sessions/{order.id}"
    texts = {episode.shown: episode.data for episode in lesson.episodes}
    new = {f"{folder}/{path}": data for path, data in files.items()} | shared
    problems = examine(project, new)
    if problems:
        lines = ("The pack that was made of it does not hold, as said above.", NOTHING)
        return Told(lines, problems, {**texts, **new}, good=False)
    put(project.root, Put(order.id, files, shared))
    found = in_order(losses.found)
    return Told(tuple(_done(folder, taken, found, shared)), found, texts)


def _check(root: Path, order: Order) -> None:
    """Refuse an id that cannot be one, or is taken."""
    if not (root / "site.yaml").is_file():
        raise wrong("there is no site.yaml here", "go to the folder of your site, or give --site")
    if not ID.fullmatch(order.id) or order.id in RESERVED or order.id == "series":
        hint = "write lower-case words with hyphens, such as 'listen-for-ten-minutes'"
        raise wrong(f"'{order.id}' cannot be the id of a pack", hint)
    if (root / "sessions" / order.id).exists():
        raise wrong(f"sessions/{order.id} exists already", "choose another id")
    if order.author and not (root / PEOPLE / f"{order.author}.md").is_file():
        hint = f"write a page for them at {PEOPLE}/{order.author}.md, or name somebody else"
        raise wrong(f"there is no person '{order.author}'", hint)


def _author(root: Path) -> str:
    """Return whom to name: the first person of the site, who can be changed in one line."""
    people = sorted(path.stem for path in (root / PEOPLE).glob("*.md"))
    return next(filter(ID.fullmatch, people), EDITORS)


def _editors(root: Path, author: str) -> dict[str, bytes]:
    """Return a page that stands for its authors, where a site has nobody's yet."""
    path = f"{PEOPLE}/{author}.md"
    if (root / path).is_file():
        return {}
    return {path: (STARTERS / "site" / PEOPLE / f"{EDITORS}.md").read_bytes()}


def _taken(lesson: Lesson, losses: Losses) -> tuple[Taken, dict[str, bytes]]:
    """Carry every episode over, each with its own minutes."""
    taken, pictures = Taken(), dict[str, bytes]()
    for episode in lesson.episodes:
        tidy = Tidy(episode.shown, episode.path, lesson.root, losses)
        tidy.pictures = pictures
        before = len(taken.pieces)
        Carrier(episode, tidy, lesson.links, losses).take(taken)
        pieces = taken.pieces[before:]
        told, tried = (
            [one for one in pieces if one.kind == kind] for kind in ("key-idea", "practice")
        )
        _clock(episode, told, ("teaching", episode.teaching), losses)
        _clock(episode, tried, ("exercises", episode.exercises), losses)
    first = lesson.episodes[0]
    for many, most, what in (
        (taken.questions, 1, "question"),
        (taken.objectives, MOST, "objective"),
    ):
        for words in many[most:]:
            losses.add(first.shown, 0, f"one more {what}: '{words}'", "left out")
    return taken, pictures


def _clock(
    episode: Episode, pieces: list[Piece], said: tuple[str, int | None], losses: Losses
) -> None:
    """Give each part of one kind its minutes, and say where that is not what was stated."""
    kind, minutes = said
    stated = GUESS * len(pieces) if minutes is None else minutes
    for piece, length in zip(pieces, share(stated, [one.words for one in pieces]), strict=True):
        piece.minutes = length
    total = sum(piece.minutes for piece in pieces)
    if minutes is None and pieces:
        what = f"the header gives no minutes of {kind}"
        losses.add(episode.shown, 1, what, f"{total} minutes, a guess")
    elif minutes and not pieces:
        what = f"{minutes} minutes of {kind}, and nothing to fill them"
        losses.add(episode.shown, 1, what, "left out")
    elif minutes is not None and total != minutes:
        what = f"the minutes of {kind} ({minutes}) are fewer than its parts"
        losses.add(episode.shown, 1, what, f"one minute for each part, {total} in all")


def _done(
    folder: str, taken: Taken, found: tuple[Problem, ...], shared: dict[str, bytes]
) -> Iterator[str]:
    practice = sum(piece.kind == "practice" for piece in taken.pieces)
    minutes = sum(piece.minutes for piece in taken.pieces)
    yield (
        f"Wrote {folder}: parts {len(taken.pieces)}, of them practice {practice}; "
        f"minutes {minutes}, and {CHECK_IN + CLOSE} for check-in and closing."
    )
    yield from (f"Wrote {path}, which stands for its authors." for path in shared)
    if found:
        yield f"Not as it was in the lesson, and listed above: {len(found)}."
    yield "Check-in, commitment, closing, promise and try-it task are drafts: look for 'Draft'."
    if len(taken.objectives) < LEAST:
        yield "A pack has two to four objectives, and the lesson has fewer."
    if minutes > LONG:
        yield f"{minutes} minutes are much for one session: import the episodes one at a time."
    yield f"Now open {folder}/pack.yaml, write over the drafts, and run `peerpress check`."
