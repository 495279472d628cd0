"""What guides and handouts of distinct packs cost, as a ratio to the same trees in bare Typst."""

from __future__ import annotations

import datetime
import itertools
import pickle
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Self
from unittest import mock

from builder import pdf
from builder.build import Project, build, look, make
from builder.plan import Made, Place, Plan
from builder.store import Store
from builder.work import Here

ROOT = Path(__file__).parent.parent.parent
TODAY = datetime.date(2026, 11, 21)
LETTERS = tuple(itertools.combinations("bcdfghklmnprstvwy", 2))
WANTED = ("-guide-a4.pdf", "-handout-a4.pdf")


def measure(packs: int) -> None:
    """Print CPU for each pack, ours and bare, and what packs cost that nobody touched."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "site"
        _site(root, packs)
        store = Store(root / ".peerpress")
        ours, bare = _side_by_side(Path(folder), root, store)
        project = Project(root, root / "public", TODAY)
        build(project, store, Here())
        again = build(project, store, Here()).made
        with (root / "sessions/pack-0/segments/first-draft.md").open("a", encoding="utf-8") as file:
            file.write("\nOne sentence more.\n")
        edited = [place.path for place in build(project, store, Here()).made]
        store.close()
    documents = [path for path in edited if path.endswith(".pdf")]
    others = [path for path in documents if "pack-0" not in path]
    print(f"guide + handout, A4   {ours / packs:.3f} a pack, {packs} packs")
    print(f"the same in Typst     {bare / packs:.3f} a pack; ratio {ours / bare:.2f}")
    print(f"nothing edited        {len(again)} outputs made again")
    print(f"one pack edited       {len(documents)} documents made again, {len(others)} of others")


def _site(root: Path, packs: int) -> None:
    """Write a site of packs of equal length without one paragraph in common, on A4 alone."""
    source = ROOT / "sessions/gap-to-goal"
    for name in ("content/people", "content/worksheets", "content/activities"):
        shutil.copytree(ROOT / name, root / name)
    for n, letters in zip(range(packs), itertools.cycle(LETTERS), strict=False):
        target = root / f"sessions/pack-{n}"
        shutil.copytree(source, target)
        for path in target.rglob("*.md"):
            words = path.read_text(encoding="utf-8").replace("gap-to-goal/", f"pack-{n}/")
            path.write_text(_told_differently(words, *letters), encoding="utf-8")
        text = (target / "pack.yaml").read_text(encoding="utf-8")
        text = text.replace("after: [begin-well]", "after: []").replace(
            "gap-to-goal/", f"pack-{n}/"
        )
        (target / "pack.yaml").write_text(text, encoding="utf-8")
        for path in target.glob("cards/*.md"):
            path.unlink()
    settings = "id: bench\ntitle: Bench\nprint: {paper: [A4], large_print: no}\n"
    (root / "site.yaml").write_text(settings, encoding="utf-8")


def _told_differently(words: str, one: str, other: str) -> str:
    """Change two letters for each other in all words, so that Typst knows no paragraph already."""
    changed = str.maketrans(one + other, other + one)
    markup = (":::", "[", "!")
    lines = words.splitlines(keepends=True)
    return "".join(
        line if line.startswith(markup) or "](" in line else line.translate(changed)
        for line in lines
    )


def _side_by_side(folder: Path, root: Path, store: Store) -> tuple[float, float]:
    """Return the CPU of making the documents, and of setting the same trees with Typst alone.

    The two take turns, some packs at a time: what else the machine does slows down both.
    """
    checked = look(Project(root, root / "public", TODAY), store, Here())
    if checked.plan is None:
        raise SystemExit(f"the packs have problems: {checked.problems[:3]}")
    plan = checked.plan
    every = plan.outputs
    kept = [p for p in every if p.scope == "hosted" and p.path.endswith(WANTED)]
    sheets = {other for place in kept for _, other in plan.needs(place)}
    known: dict[str, Made] = {}
    plan.outputs = {place: every[place] for place in sorted(sheets, key=str)}
    make(plan, known, store, Here())
    batches: dict[str, list[Place]] = {}
    for place in kept:
        batches.setdefault(place.path.split("/")[1][:-1], []).append(place)
    ours = bare = 0.0
    with _Bare(folder) as other:
        for batch in batches.values():
            plan.outputs = {place: every[place] for place in (*sheets, *batch)}
            cpu, jobs = _ours(plan, known, store)
            ours += cpu
            bare += other.cpu(jobs)
    return ours, bare


def _ours(plan: Plan, known: dict[str, Made], store: Store) -> tuple[float, list[pdf.Job]]:
    """Return the CPU of making what a plan lacks, and what Typst was given for it."""
    jobs: list[pdf.Job] = []
    inner = pdf.compile

    def noted(job: pdf.Job) -> pdf.Set:
        jobs.append(job)
        return inner(job)

    with mock.patch.object(pdf, "compile", noted):
        start = time.process_time()
        make(plan, known, store, Here())
        return time.process_time() - start, jobs


class _Bare:
    """A process that has Typst and nothing of ours."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        code = "from tests.benchmarks.pdf import bare; bare(__import__('sys').argv[1])"
        self._process = subprocess.Popen(
            [sys.executable, "-c", code, str(folder)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate()

    def cpu(self, jobs: list[pdf.Job]) -> float:
        """Return the CPU of setting the trees of some documents, each tree once."""
        for job in jobs:
            job.unpack(self._folder / "bare")
        trees = list(dict.fromkeys((job.design, job.given) for job in jobs))
        (self._folder / "trees").write_bytes(pickle.dumps((jobs[0].fonts, trees)))
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())


def bare(folder: str) -> None:
    """Set trees with nothing around them whenever a line comes in; answer with the CPU."""
    import typst

    root = Path(folder) / "bare"
    moment = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    fonts: Any = None
    for _ in sys.stdin:
        paths, trees = pickle.loads(Path(folder, "trees").read_bytes())  # noqa: S301 - ours
        folders = sorted({str(Path(path).parent) for path in paths})
        fonts = fonts or typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=folders
        )
        start = time.process_time()
        for design, given in trees:
            typst.compile(
                str(root / design),
                root=str(root),
                font_paths=fonts,
                sys_inputs={"data": given},
                pdf_standards=["ua-1"],
                timestamp=moment,
            )
        print(time.process_time() - start, flush=True)
