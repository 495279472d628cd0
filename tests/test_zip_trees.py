"""What is in a zip: a small whole site, the sources it was made of, a list to check it by."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

import pytest

from tests.conftest import SiteFolder
from tests.pages import pages, unpack

PACKS = ("begin-well", "gap-to-goal", "listen-then-ask")
ZIPS = (*(f"sessions/{id_}.zip" for id_ in PACKS), "sessions/series/first-half-term.zip")
WANTED = ("index.html", "HOW-TO-USE.txt", "LICENCE.txt", "manifest.json")


@pytest.fixture(scope="module")
def trees(own_site: SiteFolder, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Give every zip of our own site, unpacked."""
    return unpack(own_site.out, tmp_path_factory.mktemp("zips"))


@pytest.mark.parametrize("name", ZIPS)
def test_a_zip_has_what_a_group_needs(trees: dict[str, Path], name: str) -> None:
    """A page to open, how to use it, what is allowed, and a list of its files."""
    tree = trees[name]
    assert [wanted for wanted in WANTED if not (tree / wanted).stat().st_size] == []


@pytest.mark.parametrize("id_", PACKS)
def test_a_pack_has_its_guide_handout_and_sheets(
    trees: dict[str, Path], own_site: SiteFolder, id_: str
) -> None:
    """Its own sheets, and the shared ones that it names."""
    tree = trees[f"sessions/{id_}.zip"]
    sheets = (own_site.root / f"sessions/{id_}/worksheets").glob("*.yaml")
    own = {path.stem for path in sheets if "." not in path.stem}
    there = {path.stem for path in (tree / "worksheets").glob("*.html")}
    assert (tree / "guide.html").is_file()
    assert (tree / "handout.html").is_file()
    assert own < there


@pytest.mark.parametrize("name", ZIPS)
def test_the_manifest_lists_every_file_but_itself(trees: dict[str, Path], name: str) -> None:
    """With true sizes and SHA-256 sums."""
    tree = trees[name]
    manifest = json.loads((tree / "manifest.json").read_text(encoding="utf-8"))
    listed = {file["path"]: (file["size"], file["sha256"]) for file in manifest["files"]}
    found = {
        path.relative_to(tree).as_posix(): (
            path.stat().st_size,
            hashlib.sha256(path.read_bytes()).hexdigest(),
        )
        for path in tree.rglob("*")
        if path.is_file() and path != tree / "manifest.json"
    }
    assert listed == found


@pytest.mark.parametrize("name", ZIPS)
def test_the_sources_in_a_zip_are_the_bytes_of_their_authors(
    trees: dict[str, Path], own_site: SiteFolder, name: str
) -> None:
    """So that whoever takes a pack can build it again, and change it."""
    source = trees[name] / "source"
    files = [path for path in source.rglob("*") if path.is_file()]
    assert files
    for path in files:
        original = own_site.root / path.relative_to(source)
        assert path.read_bytes() == original.read_bytes(), path.relative_to(source)


@pytest.mark.parametrize("id_", PACKS)
def test_a_pack_has_all_its_sources_but_no_local_note(
    trees: dict[str, Path], own_site: SiteFolder, id_: str
) -> None:
    """The room and the cover of a host are not for others."""
    source = trees[f"sessions/{id_}.zip"] / "source"
    folder = own_site.root / "sessions" / id_
    wanted = {path.relative_to(own_site.root) for path in folder.rglob("*") if path.is_file()}
    there = {path.relative_to(source) for path in source.rglob("*") if path.is_file()}
    assert wanted <= there
    assert [path for path in there if path.is_relative_to("content/local")] == []


def test_no_word_of_a_local_note_enters_the_zip_of_its_pack(trees: dict[str, Path]) -> None:
    """Not in a page either, though the published page shows it."""
    words = b"Thursdays at 15:45"
    assert (trees["site.zip"] / "sessions/begin-well/guide.html").read_bytes().count(words) >= 1
    tree = trees["sessions/begin-well.zip"]
    assert [path for path in tree.rglob("*.html") if words in path.read_bytes()] == []


def test_the_zip_of_the_site_is_the_site_but_itself(
    trees: dict[str, Path], own_site: SiteFolder
) -> None:
    """Byte for byte, the zips of the packs in it too."""
    tree = trees["site.zip"]
    inside = {
        path.relative_to(tree).as_posix(): path.read_bytes()
        for path in tree.rglob("*")
        if path.is_file()
    }
    published = own_site.tree()
    del published["site.zip"]
    assert inside == published


@pytest.mark.parametrize("name", [*ZIPS, "site.zip"])
def test_a_zip_opens_anywhere(own_site: SiteFolder, name: str) -> None:
    """Plain names, no folder entries, no links, one date: any unpacker gives the same tree."""
    with zipfile.ZipFile(own_site.out / name) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names == sorted(names)
        assert len({name.casefold() for name in names}) == len(names)
        for info in archive.infolist():
            assert not info.filename.startswith("/")
            assert ".." not in info.filename.split("/")
            assert info.external_attr >> 16 == 0o100644
            assert info.date_time == (1980, 1, 1, 0, 0, 0)


@pytest.mark.parametrize("name", ZIPS)
def test_the_pages_of_a_zip_say_where_they_are_published(trees: dict[str, Path], name: str) -> None:
    """A page taken away still names its home, and links to nothing else by its address in full."""
    for page in pages(trees[name]):
        links = {link.get("rel"): link.get("href") for link in page.all("link")}
        assert links.get("canonical", "https://").startswith("https://"), page.path
