"""`peerpress add`: a pack of another site comes into this one, checked and whole, or not at all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from builder.problems import Problem, Span, Wrong
from builder.travel import catalogue
from builder.travel.bundle import Bundle, bundle, read_file
from builder.travel.compare import Change, compare, facts, told
from builder.travel.examine import LACKING, examine
from builder.travel.licences import notes
from builder.travel.put import Put, put, spare
from builder.travel.told import Told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.build import Project
    from builder.model.pack import Pack

NOTHING = "Nothing was written."


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for."""

    name: str
    """A zip, a catalogue, or the id of a pack in the catalogue `source`."""
    source: str = ""
    update: bool = False
    overwrite: bool = False
    anyway: bool = False


def add(project: Project, wish: Wish) -> Told:
    """Do what was asked for, or raise Wrong where a file is refused; then nothing is written."""
    shown, id_ = Path(wish.source or wish.name), wish.name if wish.source else ""
    try:
        _check_site(project.root)
        if not id_ and shown.suffix != ".json":
            data = read_file(shown)
        else:
            found = catalogue.read(shown)
            if not id_:
                return Told(tuple(catalogue.listed(found, project.root)))
            shown, data = catalogue.fetch(found, shown, id_)
        came = bundle(data)
        return _add(project, compare(project.root, came), wish)
    except Wrong as wrong:
        problem = wrong.problem
        if not problem.where.path:
            problem = replace(problem, where=Span(str(shown)))
        return Told((NOTHING,), (problem,), good=False)


def _check_site(root: Path) -> None:
    if not (root / "site.yaml").is_file():
        hint = "go to the folder of your site, or name it with --site"
        raise Wrong(Problem(Span("site.yaml"), "no-site", "there is no site.yaml here", hint))


def _add(project: Project, change: Change, wish: Wish) -> Told:
    came = change.bundle
    name = f"'{came.title}' ({came.id}), version {came.version}"
    if change.is_same and not change.missing:
        return Told((f"{name} is already here, the same. {NOTHING}", *_kept(change)))
    why = _held_back(change, wish)
    if why:
        return Told((*why, NOTHING), good=False)
    new = {f"{came.folder}/{path}": data for path, data in came.pack.items()}
    shared = {path: came.shared[path] for path in change.missing}
    gone = {f"{came.folder}/{path}": None for path in change.here or {} if path not in came.pack}
    problems = examine(project, {**new, **shared, **gone})
    lacking = [problem for problem in problems if problem.code in LACKING]
    if len(lacking) < len(problems) or (problems and not wish.anyway):
        lines = tuple(_refused(name, len(lacking) == len(problems)))
        return Told(lines, problems, {**new, **shared}, good=False)
    keep = spare(project.root, came.id) if change.local and not change.is_same else ""
    put(project.root, Put(came.id, {} if change.is_same else change.pack_files(), shared, keep))
    return Told(tuple(_done(project, change, keep)), problems, {**new, **shared})


def _held_back(change: Change, wish: Wish) -> list[str]:
    """Return why a pack that is here stays as it is; nothing where it may be written."""
    if change.here is None or change.is_same:
        return []
    came = change.bundle
    if change.added is None:
        return [
            f"This site has a pack of its own at {came.folder}, which was not added from a zip.",
            f"Rename that folder, and then add '{came.title}'.",
        ]
    lines = [f"'{came.title}' is here already. The zip differs from {came.folder}:", *told(change)]
    if change.local:
        lines.append("What this site has changed since it was added, and an update takes back:")
        lines += (f"  {one}" for one in change.local)
    if change.local and not (wish.update and wish.overwrite):
        lines.append("To update, give --update --overwrite: what is here is kept as a copy.")
    elif not wish.update:
        lines.append("To update, give --update.")
    else:
        return []
    return lines


def _refused(name: str, only_lacking: bool) -> Iterator[str]:  # noqa: FBT001 - the one thing to know
    if only_lacking:
        yield f"{name} is whole, but points to what this site does not have."
        yield "Add the packs it names first; or give --anyway, and mend these places after."
    else:
        yield f"{name} would break this site. Tell those who made it what is said above."
    yield NOTHING


def _done(project: Project, change: Change, keep: str) -> Iterator[str]:
    came = change.bundle
    pack = facts(f"{came.folder}/pack.yaml", came.pack)
    minutes = f", {pack.minutes} minutes" if pack else ""
    done = "Updated" if change.here is not None else "Added"
    if change.is_same:
        yield f"'{came.title}' was here already; what it uses was missing."
    else:
        yield f"{done} '{came.title}' in {came.folder}: version {came.version}{minutes}."
        yield from told(change) if change.here is not None else ()
    if keep:
        yield f"What you had changed is kept in sessions/{keep}, which no build looks at."
    yield from (f"Added {path}, which it uses." for path in change.missing)
    yield from _kept(change)
    if pack is not None:
        yield from _licence(project, came, pack)
    yield f"Now run `peerpress check`, and read {came.folder}/pack.yaml."


def _kept(change: Change) -> Iterator[str]:
    for path, how in change.kept:
        yield f"Kept this site's {path}, which is not the pack's: {how}."
        if path.startswith("content/people/"):
            yield "  Is it the same person? Packs name their authors by this id."


def _licence(project: Project, came: Bundle, pack: Pack) -> Iterator[str]:
    site = catalogue.licence_of(project.root)
    for note in notes(f"'{came.title}'", pack.licence, site):
        yield f"Licence: {note}."
