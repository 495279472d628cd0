"""What tests share: small sites made of texts, built and looked into."""

from __future__ import annotations

import datetime
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from builder.build import Built, Project, build, look
from builder.problems import Problem
from builder.show import file_lines, report
from builder.store import Store
from builder.work import Here
from tests.once import once

ROOT = Path(__file__).parent.parent
settings.register_profile("ours", deadline=None)  # a busy machine is no fault of the code's
settings.load_profile("ours")
TODAY = datetime.date(2026, 11, 21)
PUBLISHED = re.compile(r"^published: (\d{4}-\d{2}-\d{2})$", re.MULTILINE)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let golden files be refreshed: `pytest --golden`, then read the diff."""
    parser.addoption("--golden", action="store_true", help="write golden files anew")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the browser tests out where that was asked for; a missing browser is a failure."""
    if os.environ.get("SKIP_BROWSER") == "1":
        for item in items:
            if item.get_closest_marker("browser"):
                item.add_marker(pytest.mark.skip(reason="SKIP_BROWSER is set"))


@dataclass(frozen=True)
class SiteFolder:
    """A site in a folder, told as a story: write, build, look."""

    root: Path
    today: datetime.date = TODAY

    @property
    def out(self) -> Path:
        """Where it is published."""
        return self.root / "public"

    def write(self, files: dict[str, str | bytes | None]) -> SiteFolder:
        """Write files by path; None removes one."""
        for name, content in files.items():
            path = self.root / name
            if content is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return self

    def replace(self, name: str, old: str, new: str) -> SiteFolder:
        """Change a text that stands in a file exactly once."""
        text = (self.root / name).read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        return self.write({name: text.replace(old, new)})

    def project(self) -> Project:
        """Return what a build is given."""
        return Project(self.root, self.out, self.today)

    def build(self) -> Built:
        """Build it in this process."""
        store = Store(self.root / ".peerpress")
        try:
            return build(self.project(), store, Here())
        finally:
            store.close()

    def problems(self) -> tuple[Problem, ...]:
        """Check it."""
        store = Store(self.root / ".peerpress")
        try:
            return look(self.project(), store, Here()).problems
        finally:
            store.close()

    def report(self) -> str:
        """Check it, and return what the terminal would show."""
        return report(self.problems(), file_lines(self.root))

    def page(self, name: str) -> str:
        """Return a published file."""
        return (self.out / name).read_text(encoding="utf-8")

    def tree(self) -> dict[str, bytes]:
        """Return every published file."""
        return {
            path.relative_to(self.out).as_posix(): path.read_bytes()
            for path in sorted(self.out.rglob("*"))
            if path.is_file()
        }


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    """Give a small whole site: a page, a note, a person, a pack with its sheet, a series."""
    shutil.copytree(ROOT / "tests/projects/small", tmp_path / "site")
    return SiteFolder(tmp_path / "site")


@pytest.fixture
def empty(tmp_path: Path) -> SiteFolder:
    """Give a site with settings and nothing else."""
    folder = SiteFolder(tmp_path / "site")
    return folder.write({"site.yaml": "id: test\ntitle: Test\n"})


@pytest.fixture(scope="session")
def own_site(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """Give the site of this repository, built once for all workers: nobody writes into it."""
    return SiteFolder(once(tmp_path_factory, "peerpress", build_own), newest(ROOT))


def build_own(root: Path) -> None:
    """Build the site of this repository in another folder."""
    for name in ("site.yaml", "content", "sessions"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, root / name)
    SiteFolder(root, newest(root)).build()


def newest(root: Path) -> datetime.date:
    """Return the day by which everything in a site has come out, so that nothing is left out."""
    texts = [path.read_text(encoding="utf-8") for path in root.glob("[cs]*/**/*.[my][da]*")]
    found = (PUBLISHED.search(text) for text in texts)  # what comes after the head is an example
    return max(datetime.date.fromisoformat(match[1]) for match in found if match)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Give a comparison with a golden file, which `--golden` writes anew."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def story(tmp_path: Path) -> SiteFolder:
    """Give an empty folder for a site that the test writes itself."""
    return SiteFolder(tmp_path / "story")
