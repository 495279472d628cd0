"""Every kind of mistake, with the exact text that the terminal shows for it.

`problems/base/` is a small clean site. Each other folder is named by a code and makes that mistake
in it: its files are laid over the base, and the lines of `edit.txt` are changed there.
`expected.txt` is what is shown; `pytest --golden` writes it anew, and the diff is for reading.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from pathlib import Path

import pytest

from builder.build import Built, Checked, Project, build, look
from builder.new import New
from builder.outputs import KINDS
from builder.problems import BuildFailed, Wrong
from builder.show import file_lines, report
from builder.store import Store
from builder.work import Here
from tests.codes import code_arguments, documented
from tests.conftest import ROOT, TODAY, SiteFolder
from tests.photos import photo, tags

PROBLEMS = ROOT / "tests/problems"
BASE = PROBLEMS / "base"
HANDBOOK = ROOT / "content/handbook/problems.md"
OWN = {"edit.txt", "expected.txt"}
"""Files of a folder that are no part of the site."""

Command = Callable[[Project, Store, Executor], Built | Checked]
Golden = Callable[[Path, str], None]


def folders() -> list[str]:
    """Return the codes that have a folder."""
    return sorted(path.name for path in PROBLEMS.iterdir() if path.name != BASE.name)


def lay_over(site: SiteFolder, folder: Path) -> None:
    """Put a folder's files over a site, and make its edits."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if name not in OWN:
            site.write({name: path.read_bytes()})
    if (folder / "edit.txt").is_file():
        for edit in (folder / "edit.txt").read_text(encoding="utf-8").split("\n\n"):
            change(site, *edit.strip("\n").split("\n"))


def change(site: SiteFolder, path: str, *rows: str) -> None:
    """Change a file: lines behind `-` are taken out, lines behind `+` stand there instead."""
    old = "".join(f"{row[2:]}\n" for row in rows if row.startswith("-"))
    new = "".join(f"{row[2:]}\n" for row in rows if row.startswith("+"))
    text = "\n" + (site.root / path).read_text(encoding="utf-8")
    assert text.count(f"\n{old}") == 1, f"{old!r} stands {text.count(old)} times in {path}"
    site.write({path: text.replace(f"\n{old}", f"\n{new}").removeprefix("\n")})


def collide(site: SiteFolder) -> None:
    """Name files so that some systems take them for one."""
    page = "---\ntitle: About\n---\nWe are here.\n"
    site.write({"content/About.md": page, "content/about.md": page})
    site.write({"content/caf\u00e9.md": page, "content/cafe\u0301.md": page})


def reserve(site: SiteFolder) -> None:
    """Name files as Windows does not let one."""
    page = "---\ntitle: Why\n---\nBecause.\n"
    site.write({"content/why?.md": page, "content/nul.md": page, "content/why.": page})


def link(site: SiteFolder) -> None:
    """Lay links that lead out of the site, to a folder and to nothing."""
    (site.root.parent / "ring.jpg").write_bytes(b"")
    (site.root / "content/ring.jpg").symlink_to("../../ring.jpg")
    (site.root / "content/gone.jpg").symlink_to("nowhere.jpg")
    (site.root / "content/friends").symlink_to("people")


def misname(site: SiteFolder) -> None:
    """Name a file in Latin 1, as an old archive does."""
    Path(os.fsdecode(os.fsencode(site.root) + b"/content/k\xf5whai.md")).write_bytes(b"---\n")


def unlink_settings(site: SiteFolder) -> None:
    """Take the settings away."""
    site.write({"site.yaml": None})


def enlarge(site: SiteFolder) -> None:
    """Make files larger than a text, a YAML file and a picture may be."""
    site.write({"content/index.md": "---\ntitle: Welcome\n---\n" + "words\n" * 50_000})
    site.write({"content/tools.yaml": "# words\n" * 150_000, "content/ring.jpg": bytes(11_000_000)})


def refer(site: SiteFolder) -> None:
    """Use a long address more often than its definition is long."""
    text = "---\ntitle: Welcome\n---\n" + "[x][a] " * 200 + f"\n\n[a]: https://{'e' * 2000}.org\n"
    site.write({"content/index.md": text})


def leave_open(site: SiteFolder) -> None:
    """Leave more brackets open than anyone does."""
    site.write({"content/index.md": "---\ntitle: Welcome\n---\nSome words.\n\n" + "[" * 1001})


def save_as_latin(site: SiteFolder) -> None:
    """Save a page in another encoding, and another in two bytes a letter."""
    text = "---\ntitle: Welcome\n---\nMeet at K\u00f6whai.\n"
    site.write({"content/index.md": text.encode("latin-1")})
    site.write({"content/about.md": "---\ntitle: About\n---\n".encode("utf-16")})


def write_no_character(site: SiteFolder) -> None:
    """Write what is a number of Unicode's, and no character."""
    site.write({"content/index.md": "---\ntitle: Welcome\n---\nBegin\ufdd0well.\n"})


def photograph(site: SiteFolder) -> None:
    """Publish a photograph that tells where it was taken."""
    site.write({"content/ring.jpg": photo(60, 40, exif=tags(latitude=(36.0, 50.0, 12.0)))})


def break_off(site: SiteFolder) -> None:
    """Show a photograph of which half has arrived, and ask for smaller copies."""
    whole = photo(800, 600)
    site.write({"content/ring.jpg": whole[: len(whole) // 2]})


MADE: dict[str, Callable[[SiteFolder], None]] = {
    "image-says-where": photograph,
    "name-collision": collide,
    "no-site": unlink_settings,
    "not-utf8": save_as_latin,
    "odd-character": write_no_character,
    "reserved-name": reserve,
    "symlink": link,
    "too-large": enlarge,
    "too-many-references": refer,
    "unreadable-image": break_off,
    "unreadable-name": misname,
    "unreadable-text": leave_open,
}
"""Mistakes that no folder of this repository can hold, or only as a heap of bytes."""
ELSEWHERE = {
    "no-image-tools": "it is told where a library is missing: see tests/outputs/test_images.py",
    "not-carried": "it is told by `peerpress import`, of a lesson: see tests/travel",
    "refused-zip": "it is told by `peerpress add`, of a zip: see tests/travel",
    "wrong-use": "it is told by `peerpress new` and `import`, not of a file",
}
"""Codes that no site shows, and why."""
WHILE_MAKING = {"no-glyph", "pdf", "unreadable-image"}
"""Codes that show only while files are made, and not in a check."""
NOT_ON = {
    "win32": {"name-collision", "reserved-name", "symlink", "unreadable-name"},
    "darwin": {"name-collision", "unreadable-name"},
}
"""Systems that cannot hold such names."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Give one store to all, so that what they share is read once."""
    with contextlib.closing(Store(tmp_path_factory.mktemp("store"))) as store:
        yield store


@pytest.fixture
def base(tmp_path: Path) -> SiteFolder:
    """Give the clean site."""
    shutil.copytree(BASE, tmp_path / "site")
    return SiteFolder(tmp_path / "site")


def shown(site: SiteFolder, store: Store, command: Command = look) -> str:
    """Return what the terminal shows of a site."""
    try:
        problems = command(site.project(), store, Here()).problems
    except BuildFailed as failed:
        problems = failed.problems
    return report(problems, file_lines(site.root))


def test_the_site_beneath_is_clean(base: SiteFolder, store: Store) -> None:
    """So all that a folder shows comes from its own mistake."""
    assert shown(base, store) == ""


@pytest.mark.parametrize("code", [code for code in folders() if code not in ELSEWHERE])
def test_a_mistake_is_told_with_its_place_and_what_to_write(
    code: str, base: SiteFolder, store: Store, golden: Golden
) -> None:
    """File, line, column, caret and hint are what stands in `expected.txt`."""
    if code in NOT_ON.get(sys.platform, set()):
        pytest.skip(f"{sys.platform} cannot hold such names")
    if code in WHILE_MAKING and not any("pdf" in kind.__module__ for kind in KINDS):
        pytest.skip("nothing is printed yet")
    lay_over(base, PROBLEMS / code)
    if code in MADE:
        MADE[code](base)
    text = shown(base, store, build if code in WHILE_MAKING else look)
    assert re.search(rf"^(error|warning)\[{code}\]: ", text, re.MULTILINE), text
    golden(PROBLEMS / code / "expected.txt", f"{text}\n")


def test_a_name_that_cannot_be_used_is_told_by_the_command(tmp_path: Path, golden: Golden) -> None:
    """`peerpress new` tells of wrong names, and of what is there already."""
    new = New(tmp_path / "site", TODAY)
    inside = New(BASE, TODAY)
    told = []
    for maker, what, name in (
        (new, "pack", "listen"),
        (new, "site", str(BASE)),
        (inside, "pack", "Listen for ten minutes"),
        (inside, "pack", "series"),
        (inside, "pack", "listen"),
    ):
        with pytest.raises(Wrong) as caught:
            maker.make(what, name)
        problem = caught.value.problem
        assert problem.code == "wrong-use"
        told.append(f"{problem.message}\n  hint: {problem.hint}".replace(str(BASE), "my-centre"))
    golden(PROBLEMS / "wrong-use/expected.txt", "\n\n".join(told) + "\n")


@pytest.fixture(scope="module")
def found() -> list[tuple[str, str | None]]:
    """Give each place in the source that names a code, with the code."""
    return list(code_arguments(ROOT / "builder"))


def test_every_code_stands_in_the_source_as_a_text(found: list[tuple[str, str | None]]) -> None:
    """So that one can search for it, and this list is whole."""
    assert not [place for place, code in found if code is None]


def test_every_code_has_a_folder_and_a_section_in_the_handbook(
    found: list[tuple[str, str | None]],
) -> None:
    """And no folder or section tells of a code that nothing shows any more."""
    codes = {code for _, code in found}
    assert codes == set(folders())
    assert codes == documented(HANDBOOK)


def test_every_code_that_is_shown_has_a_folder() -> None:
    """Also those that come along with another mistake."""
    for path in sorted(PROBLEMS.glob("*/expected.txt")):
        codes = set(
            re.findall(r"^(?:error|warning)\[([\w-]+)\]", path.read_text("utf-8"), re.MULTILINE)
        )
        assert codes <= set(folders()), path.parent.name
