"""Bring a built site up to date with its sources, doing only the work that changed.

scan → read → assemble → plan → make → publish. The first four are about what is to be, and find
every problem; nothing is made while an error stands, and nothing is published until everything is
made.
"""

from __future__ import annotations

import itertools
from concurrent.futures import Executor, Future
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from builder import outputs
from builder.engine import engine
from builder.model.names import name
from builder.model.part import Marks, Part, Read
from builder.pictures import check as tools
from builder.plan import HOSTED, Made, Paper, Place, Plan
from builder.problems import BuildFailed, Problem, Wrong, in_order
from builder.publish import finish, publish
from builder.site.assemble import assemble
from builder.site.check import check
from builder.site.check_links import texts_of
from builder.site.check_paths import check_paths
from builder.site.scope import Scope, open_scope
from builder.source import scan
from builder.theme import load
from builder.themes import chain

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Iterable, Iterator

    from builder.model.site import Site
    from builder.model.source import Source
    from builder.plan import Output
    from builder.store import Blobs, Store
    from builder.theme import Theme

BATCHES = 8
"""Batches of work for each worker, so that the last ones end together."""
FEW = 12
"""So little work is done in this process: sending it away would take longer."""


@dataclass(frozen=True, slots=True)
class Project:
    """Where a site is, where it goes, and the date it is built for."""

    root: Path
    out: Path
    today: datetime.date


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did."""

    made: tuple[Place, ...]
    """Outputs that were made, and not found in the store."""
    written: tuple[str, ...]
    removed: tuple[str, ...]
    read: tuple[str, ...]
    """Source files that were read, and not found in the store."""
    outputs: int
    problems: tuple[Problem, ...]
    """The warnings that remain."""
    finished: bool = False
    """Whether a publish that had been cut short was finished first."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A site that was read and checked, with its plan."""

    site: Site
    plan: Plan | None
    """None where errors stand."""
    problems: tuple[Problem, ...]
    read: tuple[str, ...]
    keys: tuple[str, ...]
    """The store's keys of the parts that the site is made of."""
    digests: frozenset[str]
    """Of the bodies and files that the site is made of."""
    reads: tuple[Read, ...]
    """What was read of each file."""


def build(project: Project, store: Store, executor: Executor, *, strict: bool = False) -> Built:
    """Bring the published site up to date, or raise BuildFailed and leave it alone.

    With `strict`, a warning stops the build as an error does.
    """
    finished = finish(store, project.out)
    checked = look(project, store, executor)
    plan = checked.plan
    if plan is None or (strict and checked.problems):
        raise BuildFailed(checked.problems)
    known = store.made()
    made, problems = make(plan, known, store, executor)
    if problems:
        raise BuildFailed((*checked.problems, *problems))
    target = {
        path: known[plan.fingerprint(place)].digest for path, place in plan.published().items()
    }
    done = publish(target, store, project.out)
    _remember(plan, store)
    live = {plan.fingerprint(place) for place in plan.outputs}
    kept = {known[fingerprint].digest for fingerprint in live}
    store.sweep(checked.keys, live, kept | checked.digests)
    return Built(
        tuple(made),
        done.written,
        done.removed,
        checked.read,
        len(target),
        checked.problems,
        finished is not None,
    )


def look(project: Project, store: Store, executor: Executor) -> Checked:
    """Read and check a site and plan its outputs; every mistake in the content is a problem."""
    sources, files, found = scan.scan(project.root)
    problems = list(found)
    reads, fresh, keys = gather(project.root, sources, store, executor)
    problems += (problem for read in reads for problem in read.part.problems)
    theme, scope, across = together(project, reads, files, store.blobs)
    problems += across
    site = scope.site
    plan = None
    if not any(problem.is_error for problem in problems):
        plan = Plan(engine(), _bound(site, theme, scope))
        problems += plan.problems
        if plan.problems:
            plan = None
    digests = {read.part.digest for read in reads} | set(_bodies(reads))
    return Checked(site, plan, in_order(problems), fresh, keys, frozenset(digests), reads)


def together(
    project: Project, reads: tuple[Read, ...], files: tuple[str, ...], blobs: Blobs
) -> tuple[Theme, Scope, list[Problem]]:
    """Put what was read together; return the theme, the site's scope, and what shows only now."""
    site, held = assemble(reads, files, project.today)
    marks = next((r.part.marks for r in reads if r.name.what == "config"), Marks("", {}))
    folders, problems = chain(project.root, site.config.theme, marks.at("theme"), blobs)
    theme = load(folders, site.config.theme_options)
    scope = open_scope(site, theme.names(), theme.words, HOSTED)
    found = [*problems, *check(site, reads, held, scope.places), *tools(site.config, marks)]
    return theme, scope, [*found, *check_paths(reads, scope.routes.table, scope.places)]


def _bodies(reads: Iterable[Read]) -> Iterator[str]:
    return (text.digest for read in reads for text in texts_of(read.part.value))


def _bound(site: Site, theme: Theme, hosted: Scope) -> Callable[[str], Iterable[Output]]:
    def kinds(name: str) -> Iterable[Output]:
        scope = hosted if name == HOSTED else open_scope(site, theme.names(), theme.words, name)
        return itertools.chain.from_iterable(kind(site, theme, scope) for kind in outputs.KINDS)

    return kinds


def gather(
    root: Path, sources: tuple[Source, ...], store: Store, executor: Executor
) -> tuple[tuple[Read, ...], tuple[str, ...], tuple[str, ...]]:
    """Return every file, read: from the store where it has not changed, else anew."""
    base = engine()
    keys = [f"{base}:{source.path}:{source.digest}" for source in sources]
    parts: dict[str, Part] = {}
    stale: list[Source] = []
    for source, key in zip(sources, keys, strict=True):
        part = store.part(key)
        if isinstance(part, Part) and _has_bodies(part, store.blobs):
            parts[source.path] = part
        else:
            stale.append(source)
    if stale:
        with store.together():
            for part in _in_batches(executor, _read_all, stale, root, store.blobs):
                parts[part.path] = part
                if part.digest:
                    store.keep_part(f"{base}:{part.path}:{part.digest}", part)
    reads = tuple(Read(name(source.path), parts[source.path]) for source in sources)
    return reads, tuple(source.path for source in stale), tuple(keys)


def _has_bodies(part: Part, blobs: Blobs) -> bool:
    there = part.value is None or blobs.has(part.digest)
    return there and all(blobs.has(text.digest) for text in texts_of(part.value))


def _read_all(sources: list[Source], root: Path, blobs: Blobs) -> list[Part]:
    """Read files as they are now, whatever they were when they were found."""
    from builder.source.read import lost, read

    parts = []
    for source in sources:
        now = scan.load(root, source.path)
        parts.append(lost(now) if isinstance(now, Problem) else read(now, blobs))
    return parts


def make(
    plan: Plan, known: dict[str, Made], store: Store, executor: Executor
) -> tuple[list[Place], list[Problem]]:
    """Make what the store does not have, wave after wave; add it to `known` and to the store."""
    made: list[Place] = []
    problems: list[Problem] = []
    failed: set[str] = set()

    def is_stale(fingerprint: str) -> bool:
        there = known.get(fingerprint)
        return there is None or not store.blobs.has(there.digest)

    for wave in plan.waves(is_stale):
        jobs = []
        for place in wave:
            needed = [(path, plan.fingerprint(other)) for path, other in plan.needs(place)]
            if any(fingerprint in failed for _, fingerprint in needed):
                failed.add(plan.fingerprint(place))
                continue
            output = plan.outputs[place]
            needs = {path: known[fingerprint] for path, fingerprint in needed}
            jobs.append((plan.fingerprint(place), output.make, output.view, needs))
        made += wave
        with store.together():
            for fingerprint, result in _in_batches(executor, _make_all, jobs, store.blobs):
                if isinstance(result, Problem):
                    problems.append(result)
                    failed.add(fingerprint)
                else:
                    known[fingerprint] = result
                    store.keep_made(fingerprint, result)
    return made, problems


Job = tuple[str, Any, object, dict[str, Made]]


class Shelf:
    """What a maker may read, in whichever process it runs."""

    def __init__(self, blobs: Blobs, needs: dict[str, Made]) -> None:
        """Bind the store's bytes and the handles of what is needed."""
        self.needs = needs
        self.read = blobs.read


def _make_all(jobs: list[Job], blobs: Blobs) -> list[tuple[str, Made | Problem]]:
    results: list[tuple[str, Made | Problem]] = []
    for fingerprint, maker, view, needs in jobs:
        try:
            made = maker(view, Shelf(blobs, needs))
        except Wrong as wrong:
            results.append((fingerprint, wrong.problem))
        else:
            data, pages = (made.data, made.pages) if isinstance(made, Paper) else (made, 0)
            results.append((fingerprint, Made(blobs.write(data), len(data), pages)))
    return results


def _in_batches(executor: Executor, work: Any, jobs: list[Any], *rest: object) -> Iterator[Any]:
    """Run a list of jobs in batches, so that sending them costs less than doing them."""
    if not jobs:
        return
    if len(jobs) <= FEW and not any(_is_slow(job) for job in jobs):
        yield from work(jobs, *rest)
        return
    workers: int = getattr(executor, "_max_workers", 1)
    size = max(1, -(-len(jobs) // (workers * BATCHES)))
    futures: list[Future[list[Any]]] = [
        executor.submit(work, jobs[start : start + size], *rest)
        for start in range(0, len(jobs), size)
    ]
    for future in futures:
        yield from future.result()


def _is_slow(job: Any) -> bool:
    """Whether a job is worth a process of its own: its maker says so."""
    return isinstance(job, tuple) and getattr(job[1], "slow", False)


def _remember(plan: Plan, store: Store) -> None:
    """Keep what each published output is made of, for saying later why it was made again."""
    known = store.remembered()
    with store.together():
        for path, place in plan.published().items():
            fingerprint = plan.fingerprint(place)
            if known.get(path) != fingerprint:
                store.keep_reasons(path, fingerprint, plan.parts(place))
