"""What tests of printed documents share: documents of a site, set without the rest of it."""

from __future__ import annotations

import functools
import pickle
import re
import shutil
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from builder.build import Project, look, make
from builder.plan import HOSTED, Made
from builder.problems import Problem
from builder.store import Store
from builder.work import Here
from tests.conftest import ROOT, TODAY, SiteFolder

PATIENCE = 300
"""How many seconds another worker may take to set the documents."""


@dataclass(frozen=True)
class Printed:
    """What came of setting some documents."""

    files: dict[str, bytes]
    pages: dict[str, int]
    problems: tuple[Problem, ...]

    def text(self, path: str) -> list[str]:
        """Return the words of each page of a document, a space between any two."""
        return [" ".join(page.split()) for page in self.lines(path)]

    def lines(self, path: str) -> list[str]:
        """Return each page of a document as it is laid out."""
        return said("pdftotext -layout", self.files[path], "-").split("\f")[:-1]

    def letters(self, path: str) -> str:
        """Return letters and figures of a document, in the order in which they are read."""
        return bare(said("pdftotext -raw", self.files[path], "-"))


@functools.cache
def said(command: str, data: bytes, *more: str) -> str:
    """Return what a program says of a document."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "document.pdf")
        file.write_bytes(data)
        done = subprocess.run([*command.split(), str(file), *more], capture_output=True, check=True)
    return done.stdout.decode()


def bare(words: str) -> str:
    """Return letters and figures alone: lines break, and marks are set, as they please."""
    return re.sub(r"\W+", "", words)


@pytest.fixture
def site(site: SiteFolder) -> SiteFolder:
    """Give the small site with its printed documents, which other tests do without."""
    return site.replace("site.yaml", "editions: {pdf: false}\n", "")


def set_documents(root: Path, wanted: str, scope: str = HOSTED) -> Printed:
    """Set the documents of a site whose path a pattern finds, and the sheets that guides count."""
    store = Store(root / ".peerpress-pdf")
    try:
        checked = look(Project(root, root / "public", TODAY), store, Here())
        assert checked.plan is not None, checked.problems
        plan = checked.plan
        kept = [
            place
            for place in plan.outputs
            if place.scope == scope
            and place.path.endswith(".pdf")
            and re.search(wanted, place.path)
        ]
        needed = [other for place in kept for _, other in plan.needs(place)]
        known: dict[str, Made] = {}
        plan.outputs = {place: plan.outputs[place] for place in dict.fromkeys((*needed, *kept))}
        _, problems = make(plan, known, store, Here())
        made = {p.path: known[plan.fingerprint(p)] for p in kept if plan.fingerprint(p) in known}
        files = {path: store.blobs.read(one.digest) for path, one in made.items()}
        return Printed(files, {path: one.pages for path, one in made.items()}, tuple(problems))
    finally:
        store.close()


@dataclass(frozen=True)
class Own:
    """The site of this repository, copied, and every document of it."""

    root: Path
    printed: Printed


@pytest.fixture(scope="session")
def own(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Own:
    """Give all documents of this repository's site, set once for all workers."""
    base = tmp_path_factory.getbasetemp()
    shared = (base if worker_id == "master" else base.parent) / "printed"
    root = shared / "site"
    try:
        shared.mkdir()
    except FileExistsError:
        return Own(root, _set_by_another(shared))
    try:
        for name in ("content", "sessions"):
            shutil.copytree(ROOT / name, root / name)
        shutil.copy(ROOT / "site.yaml", root)
        printed = set_documents(root, ".")
        (shared / "documents").write_bytes(pickle.dumps(printed))
    finally:
        (shared / "over").touch()
    return Own(root, printed)


def _set_by_another(shared: Path) -> Printed:
    """Wait for the worker that came first."""
    end = time.monotonic() + PATIENCE
    while not (shared / "over").exists():
        assert time.monotonic() < end, "another worker did not set the documents"
        time.sleep(0.2)
    data = (shared / "documents").read_bytes()
    printed = pickle.loads(data)  # noqa: S301 - written by the worker that came first
    assert isinstance(printed, Printed)
    return printed
