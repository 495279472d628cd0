"""One run tells of every mistake, each at its place, and leaves the published site alone."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from builder.cli import GOOD, PROBLEMS, main
from tests.conftest import ROOT, TODAY, SiteFolder

MISTAKES = (
    ("sessions/listen/pack.yaml", "minutes: 8\n", "minutes: 3\n"),
    ("content/worksheets/slip.yaml", "label: What", "lable: What"),
    ("sessions/listen/segments/pairs.md", "::: say", "::: sya"),
    ("content/index.md", "on Thursdays", "on [Thursdays](people/anna.md)"),
    ("site.yaml", "id: hill\n", "id: hill\nid: dale\n"),
    ("sessions/listen/pack.yaml", "licence: CC-BY-4.0\n", ""),
)
"""Five minutes taken from a segment, a field misspelt, a container unknown, a link broken, a key
given twice, a licence left out.
"""
TOLD = """\
error[broken-link]: 'people/anna.md' leads nowhere
  --> content/index.md:4:24
   4 | We meet on [Thursdays](people/anna.md) to talk about our work.
                              ^^^^^^^^^^^^^^
  hint: did you mean 'people/ana.md'?

error[unknown-field]: a question has no field 'lable'
  --> content/worksheets/slip.yaml:5:5
   5 |     lable: What I will do
           ^^^^^
  hint: did you mean 'label'?

error[no-licence]: the pack has no licence
  --> sessions/listen/pack.yaml:1:1
   1 | format: 1
       ^^^^^^
  hint: write, for example, `licence: CC-BY-4.0`

error[minutes-do-not-add-up]: the segments take 25 minutes, but the pack says 30
  --> sessions/listen/pack.yaml:9:10
   9 | minutes: 30
                ^^
  hint: write 'minutes: 25', or make the segments longer by 5

error[unknown-container]: there is no container 'sya'
  --> sessions/listen/segments/pairs.md:3:5
   3 | ::: sya
           ^^^
  hint: did you mean 'say'?

error[duplicate-key]: 'id' is given twice
  --> site.yaml:2:1
   2 | id: dale
       ^^
  hint: it stands in line 1 already; keep one of them

6 errors
"""

Files = dict[str, tuple[bytes, int]]


@pytest.fixture
def published(tmp_path: Path) -> SiteFolder:
    """Give a small clean site that has been built."""
    shutil.copytree(ROOT / "tests/problems/base", tmp_path / "site")
    folder = SiteFolder(tmp_path / "site")
    assert run(folder, "build") == GOOD
    return folder


def run(folder: SiteFolder, command: str) -> int:
    """Run a command on a site."""
    return main([command, "--site", str(folder.root), "--as-of", TODAY.isoformat(), "--jobs", "1"])


def spoil(folder: SiteFolder) -> None:
    """Make six mistakes."""
    for path, old, new in MISTAKES:
        folder.replace(path, old, new)


def files(folder: SiteFolder) -> Files:
    """Return what is published, with the time at which each file was written."""
    tree = folder.tree()
    return {name: (data, (folder.out / name).stat().st_mtime_ns) for name, data in tree.items()}


@pytest.mark.parametrize("command", ["build", "check"])
def test_six_mistakes_are_told_in_one_run(
    command: str, published: SiteFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each with its file, line and column, and with what to write instead; none follows on."""
    spoil(published)
    capsys.readouterr()
    assert run(published, command) == PROBLEMS
    assert capsys.readouterr().err == TOLD


def test_a_build_with_mistakes_leaves_the_site_alone(published: SiteFolder) -> None:
    """Byte for byte, and no file is written again."""
    before = files(published)
    spoil(published)
    assert run(published, "build") == PROBLEMS
    assert files(published) == before


def test_a_second_run_tells_the_same(
    published: SiteFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    """What the store remembers of a file, it remembers with its mistakes."""
    spoil(published)
    run(published, "build")
    capsys.readouterr()
    assert run(published, "build") == PROBLEMS
    assert capsys.readouterr().err == TOLD


def test_mistakes_mended_one_by_one_are_told_no_more(
    published: SiteFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    """Mending one brings up no other, and with the last one the site is built as it was."""
    before = published.tree()
    spoil(published)
    for left, (path, old, new) in reversed(list(enumerate(MISTAKES))):
        capsys.readouterr()
        if new:
            published.replace(path, new, old)
        else:
            published.replace(path, "sources:", f"{old}sources:")
        assert run(published, "build") == (PROBLEMS if left else GOOD)
        assert capsys.readouterr().err.count("error[") == left
    assert published.tree() == before
