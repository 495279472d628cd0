"""What tests of printed documents share: documents of a site, set without the rest of it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from builder.build import Project, look, make
from builder.plan import HOSTED, Made
from builder.problems import Problem
from builder.store import Store
from builder.work import Here
from tests.conftest import ROOT, TODAY, SiteFolder


@dataclass(frozen=True)
class Printed:
    """What came of setting some documents."""

    files: dict[str, bytes]
    pages: dict[str, int]
    problems: tuple[Problem, ...]

    def text(self, path: str, folder: Path) -> list[str]:
        """Return the words of each page of a document, a space between any two."""
        return [" ".join(page.split()) for page in self.lines(path, folder)]

    def lines(self, path: str, folder: Path) -> list[str]:
        """Return each page of a document as it is laid out."""
        said = run(["pdftotext", "-layout"], self.files[path], folder, "-")
        return said.split("\f")[:-1]


def run(command: list[str], data: bytes, folder: Path, *more: str) -> str:
    """Return what a program says of a document."""
    file = folder / "document.pdf"
    file.write_bytes(data)
    done = subprocess.run([*command, str(file), *more], capture_output=True, check=True)
    return done.stdout.decode()


Print = Callable[..., Printed]


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


@pytest.fixture(scope="session")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the site of this repository."""
    root = tmp_path_factory.mktemp("own")
    for name in ("content", "sessions"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "site.yaml", root)
    return root


@pytest.fixture(scope="session")
def begin_well(own: Path) -> Printed:
    """Give the documents of `begin-well`, and all sheets on A4."""
    return set_documents(own, r"begin-well|worksheets/.*-a4")
