"""The same sources give the same bytes, wherever and with however many hands they are built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from builder.build import build
from builder.store import Store
from builder.work import Lazy
from tests.conftest import ROOT, SiteFolder


def built_elsewhere(folder: Path, jobs: int, **environment: str) -> dict[str, bytes]:
    """Build this repository's site in a folder and process of its own; return what it publishes."""
    folder.mkdir()
    for name in ("site.yaml", "content", "sessions"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    command = [sys.executable, "-m", "builder", "build", "--site", str(folder), "--as-of"]
    command += ["2026-11-21", "--jobs", str(jobs)]
    clean = {key: value for key, value in os.environ.items() if key != "SOURCE_DATE_EPOCH"}
    subprocess.run(command, check=True, cwd=ROOT, env=clean | environment, capture_output=True)
    return SiteFolder(folder).tree()


def test_two_folders_two_hash_seeds_two_zones_two_job_counts(tmp_path: Path) -> None:
    """Not one byte differs, zips included."""
    one = built_elsewhere(tmp_path / "a", 1, PYTHONHASHSEED="1", TZ="Pacific/Auckland", LANG="C")
    two = built_elsewhere(
        tmp_path / "another place", 2, PYTHONHASHSEED="2", TZ="America/Lima", LANG="de_DE.UTF-8"
    )
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []


def test_any_executor_will_do(site: SiteFolder, tmp_path: Path) -> None:
    """Threads and processes give what this process alone gives."""
    site.build()
    alone = site.tree()
    for name, executor in (("threads", ThreadPoolExecutor(3)), ("processes", Lazy(2))):
        other = SiteFolder(tmp_path / name)
        shutil.copytree(
            site.root, other.root, ignore=shutil.ignore_patterns("public", ".peerpress")
        )
        store = Store(other.root / ".peerpress")
        with executor:
            build(other.project(), store, executor)
        store.close()
        assert other.tree() == alone, name


def test_the_date_enters_only_the_views_that_show_it(site: SiteFolder) -> None:
    """A build a day later makes nothing again where nothing has come due."""
    site.build()
    tomorrow = SiteFolder(site.root, site.today.replace(day=site.today.day + 1))
    assert tomorrow.build().made == ()
