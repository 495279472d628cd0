"""Adding a pack: what is written, what is left alone, and what is said of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from builder.cli import main
from builder.travel.add import Wish, add
from builder.travel.told import Told
from tests.conftest import SiteFolder
from tests.travel.archives import sources, zipped

SITE = "id: other\ntitle: Other\n"
PACK = "source/sessions/hello/pack.yaml"
HELLO = "sessions/hello/pack.yaml"
ONE, OTHER = 'version: "1.0"', 'version: "1.1"'
NC, OWN = "CC-BY-NC-SA-4.0", "it keeps its own, on its pages and in its zip."
NAME = "'Hello' (hello), version 1.0"
SLIP = "sessions/hello/worksheets/slip.yaml"
LOOK_BACK = "content/worksheets/look-back.yaml"


PAGES = (
    "content/about.md",
    "content/dates.md",
    "content/index.md",
    "content/tools.yaml",
    "content/glossary.yaml",
    "sessions/series/first-steps.yaml",
)
"""What the settings of the small site name, and what its pages are linked from."""


@pytest.fixture
def other(tmp_path: Path) -> SiteFolder:
    """Give another site, with settings and nothing else."""
    return SiteFolder(tmp_path / "other").write({"site.yaml": SITE})


def tree(site: SiteFolder) -> dict[str, bytes]:
    """Return every file of a site's folder."""
    return {
        path.relative_to(site.root).as_posix(): path.read_bytes()
        for path in sorted(site.root.rglob("*"))
        if path.is_file()
    }


def take(site: SiteFolder, data: bytes | None = None, *leave: str) -> Told:
    """Add a zip to a site, with leave to `update`, `overwrite` or take it `anyway`."""
    path = site.root.parent / "pack.zip"
    path.write_bytes(zipped() if data is None else data)
    return add(site.project(), Wish(str(path), "", *(word in leave for word in LEAVES)))


LEAVES = ("update", "overwrite", "anyway")


def newer() -> bytes:
    """Return the zip of a newer version of the pack."""
    files = sources()
    text = files[PACK].decode().replace('version: "1.0"', 'version: "1.1"')
    files[PACK] = text.replace("title: Close\n", "title: Close well\n").encode()
    files["source/sessions/hello/assets/plan.png"] = files[
        "source/sessions/hello/assets/chairs.png"
    ]
    del files["source/sessions/hello/key-idea.md"]
    return zipped(files, version="1.1")


def test_a_pack_comes_with_all_that_it_is_made_of(other: SiteFolder) -> None:
    """Its own folder, the shared sheets and activities it names, and its authors' pages."""
    told = take(other)
    assert told.good
    assert told.problems == ()
    after = tree(other)
    for path, data in sources().items():
        assert after.pop(path.removeprefix("source/")) == data
    assert sorted(after) == ["sessions/hello/.added.json", "site.yaml"]
    assert other.report() == ""
    assert told.lines == (
        "Added 'Hello' in sessions/hello: version 1.0, 30 minutes.",
        "Added content/activities/equal-turns.md, which it uses.",
        "Added content/people/ana.md, which it uses.",
        f"Added {LOOK_BACK}, which it uses.",
        "Now run `peerpress check`, and read sessions/hello/pack.yaml.",
    )


def test_a_pack_goes_round_and_stays_the_same(site: SiteFolder, other: SiteFolder) -> None:
    """Its zip, added to a site of the same settings and built again, has the same bytes."""
    site.write({"content/local/hello.md": None, "content/notes/first-meeting.md": None})
    site.build()
    data = site.tree()["sessions/hello.zip"]
    other.write({"site.yaml": (site.root / "site.yaml").read_bytes()})
    other.write({name: (site.root / name).read_bytes() for name in PAGES})
    assert take(other, data).good
    other.build()
    assert other.tree()["sessions/hello.zip"] == data


def test_adding_twice_changes_nothing(other: SiteFolder) -> None:
    """Nor does adding it with every leave to write."""
    take(other)
    before = tree(other)
    stamps = {path: path.stat().st_mtime_ns for path in other.root.rglob("*")}
    for leave in ((), LEAVES):
        told = take(other, None, *leave)
        assert told.good
        assert told.lines == (
            "'Hello' (hello), version 1.0 is already here, the same. Nothing was written.",
        )
    assert tree(other) == before
    assert {path: path.stat().st_mtime_ns for path in other.root.rglob("*")} == stamps


def test_a_newer_version_is_shown_first_and_written_with_update(other: SiteFolder) -> None:
    """What differs is told in lines, the same before and after."""
    take(other)
    before = tree(other)
    told = take(other, newer())
    assert not told.good
    differs = (
        "  version: 1.0 here, 1.1 in the zip",
        "  + assets/plan.png",
        "  - key-idea.md",
        f"  ~ pack.yaml: 2 lines differ, first line 10: here '{ONE}', in the pack '{OTHER}'",
    )
    assert told.lines == (
        "'Hello' is here already. The zip differs from sessions/hello:",
        *differs,
        "To update, give --update.",
        "Nothing was written.",
    )
    assert tree(other) == before
    told = take(other, newer(), "update")
    assert told.good
    assert told.lines[:5] == (
        "Updated 'Hello' in sessions/hello: version 1.1, 30 minutes.",
        *differs,
    )
    after = tree(other)
    assert "sessions/hello/key-idea.md" not in after
    assert sorted(path for path in after if after[path] != before.get(path)) == [
        "sessions/hello/.added.json",
        "sessions/hello/assets/plan.png",
        HELLO,
    ]
    assert json.loads(after["sessions/hello/.added.json"])["version"] == "1.1"


def test_what_a_site_has_changed_is_not_lost_in_an_update(other: SiteFolder) -> None:
    """It is named; only with both words it gives way, and then it is kept beside."""
    take(other)
    other.replace(SLIP, "title: ", "title: Our ")
    other.write({"sessions/hello/cards/ours.md": "A card of ours.\n"})
    before = tree(other)
    for leave in ((), ("update",), ("overwrite",)):
        told = take(other, newer(), *leave)
        assert not told.good
        lost = told.lines.index(
            "What this site has changed since it was added, and an update takes back:"
        )
        assert told.lines[lost + 1 :] == (
            "  added cards/ours.md",
            "  changed worksheets/slip.yaml",
            "To update, give --update --overwrite: what is here is kept as a copy.",
            "Nothing was written.",
        )
        assert tree(other) == before
    told = take(other, newer(), "update", "overwrite")
    assert "What you had changed is kept in sessions/hello~, which no build looks at." in told.lines
    after = tree(other)
    for path, data in before.items():
        if path.startswith("sessions/hello/"):
            assert after[path.replace("sessions/hello/", "sessions/hello~/")] == data
    assert after[SLIP] == sources()[f"source/{SLIP}"]
    assert other.report() == ""
    other.replace(SLIP, "title: ", "title: Our own ")
    take(other, zipped(), "update", "overwrite")
    assert (other.root / "sessions/hello-2~/pack.yaml").is_file()


def test_a_pack_of_the_sites_own_is_never_touched(site: SiteFolder) -> None:
    """Whatever leave is given: it was not added from a zip."""
    (site.root / "sessions/hello/key-idea.md").write_text("Our own words.\n", encoding="utf-8")
    before = tree(site)
    told = take(site, None, *LEAVES)
    assert not told.good
    assert told.lines[0].startswith("This site has a pack of its own at sessions/hello")
    assert tree(site) == before


def test_files_that_no_build_looks_at_stay_where_they_are(other: SiteFolder) -> None:
    """Such as notes whose names begin with a dot, and copies that editors leave."""
    take(other)
    other.write({"sessions/hello/.mine": "x", "sessions/hello/segments/pairs.md~": "y"})
    assert take(other, newer(), "update").good
    assert tree(other)["sessions/hello/.mine"] == b"x"
    assert tree(other)["sessions/hello/segments/pairs.md~"] == b"y"


def test_a_shared_sheet_that_is_another_here_stays(other: SiteFolder) -> None:
    """And how it differs is told; so is an author's page."""
    own = sources()[f"source/{LOOK_BACK}"].decode()
    title = next(line for line in own.split("\n") if line.startswith("title:"))
    other.write({LOOK_BACK: own.replace(title, "title: As we do it")})
    other.write({"content/people/ana.md": "---\ntitle: Ana of our school\n---\n"})
    told = take(other)
    assert told.good
    (line,) = [line for line in told.lines if line.startswith(f"Kept this site's {LOOK_BACK}")]
    assert f"1 line differs, line 2: here 'title: As we do it', in the pack '{title}'" in line
    assert "  Is it the same person? Packs name their authors by this id." in told.lines
    assert b"As we do it" in tree(other)[LOOK_BACK]
    assert b"Ana of our school" in tree(other)["content/people/ana.md"]


def test_local_notes_are_never_touched(other: SiteFolder) -> None:
    """They may be there before the pack is, and stay when it is updated."""
    note = "Room 4.\n\n## pairs\n\nUse the corridor.\n"
    other.write({"content/local/hello.md": note})
    take(other)
    take(other, newer(), "update")
    assert tree(other)["content/local/hello.md"] == note.encode()
    assert other.report() == ""


def test_a_pack_that_cannot_be_read_is_refused_with_its_places(other: SiteFolder) -> None:
    """The lines shown are the pack's, though they lie nowhere yet."""
    files = sources()
    files[PACK] = files[PACK].replace(b"minutes: 30\n", b"minutes: 31\n")
    before = tree(other)
    told = take(other, zipped(files))
    assert not told.good
    (problem,) = told.problems
    assert problem.code == "minutes-do-not-add-up"
    assert told.source_lines(problem.where.path)[problem.where.line - 1] == "minutes: 31"
    assert told.lines == (
        f"{NAME} would break this site. Tell those who made it what is said above.",
        "Nothing was written.",
    )
    assert tree(other) == before
    assert not take(other, zipped(files), "anyway").good
    assert tree(other) == before


def test_what_a_pack_points_to_and_a_site_lacks_is_named(other: SiteFolder) -> None:
    """It is taken all the same where that is asked for."""
    files = sources()
    files[PACK] += b"after: [begin-well]\n"
    before = tree(other)
    told = take(other, zipped(files))
    assert [problem.code for problem in told.problems] == ["unknown-pack"]
    assert not told.good
    assert tree(other) == before
    told = take(other, zipped(files), "anyway")
    assert told.good
    assert "error[unknown-pack]: there is no pack 'begin-well'" in other.report()


def test_mistakes_that_a_site_has_already_are_not_the_packs(other: SiteFolder) -> None:
    """They do not keep a good pack out."""
    other.write({"content/index.md": "---\ntitle: Welcome\n---\n[Gone](gone.md)\n"})
    assert take(other).good


def test_a_pack_whose_name_differs_only_in_case_is_refused(other: SiteFolder) -> None:
    """On some systems the two would be one folder."""
    other.write({"sessions/Hello/assets/x.png": b""})
    before = tree(other)
    told = take(other, None, "anyway")
    assert not told.good
    assert "name-collision" in {problem.code for problem in told.problems}
    assert tree(other) == before


def test_a_licence_that_is_not_the_sites_is_named(other: SiteFolder) -> None:
    """With what it means; nothing that is lawful is refused."""
    files = sources()
    files[PACK] = files[PACK].replace(b"CC-BY-4.0", NC.encode())
    told = take(other, zipped(files))
    assert told.good
    named = [line.removeprefix("Licence: ") for line in told.lines if line.startswith("Licence")]
    assert [line.partition(": ") for line in named] == [
        (f"'Hello' is under {NC}, and this site under CC-BY-4.0", ": ", OWN),
        (NC, ": ", "nobody may use it to earn money, whatever the rest of the site allows."),
        (NC, ": ", f"who passes on a changed version does so under {NC} as well."),
    ]


def test_what_a_pack_uses_is_brought_back_when_it_is_missing(other: SiteFolder) -> None:
    """The pack itself being the same."""
    take(other)
    (other.root / LOOK_BACK).unlink()
    told = take(other)
    assert told.lines[0] == "'Hello' was here already; what it uses was missing."
    assert other.report() == ""


def test_an_empty_folder_is_no_pack(other: SiteFolder) -> None:
    """Nor is one with nothing but what a system left in it."""
    other.write({"sessions/hello/.DS_Store": "x"})
    assert take(other).good
    assert (other.root / "sessions/hello/.DS_Store").is_file()
    assert other.report() == ""


def test_there_must_be_a_site(tmp_path: Path) -> None:
    """A folder without settings is none."""
    told = take(SiteFolder(tmp_path / "nothing"))
    assert [problem.code for problem in told.problems] == ["no-site"]


def test_the_command_says_what_it_did_and_ends_with_0_or_1(
    other: SiteFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    """Problems go to the channel for errors, with their lines."""
    path = other.root.parent / "pack.zip"
    path.write_bytes(zipped())
    where = ("--site", str(other.root))
    assert main(["add", str(path), *where]) == 0
    assert capsys.readouterr().out.startswith("Added 'Hello' in sessions/hello")
    path.write_bytes(newer())
    assert main(["add", str(path), *where]) == 1
    assert main(["add", str(path), *where, "--yes"]) == 0
    path.write_bytes(b"words")
    capsys.readouterr()
    assert main(["add", str(path), *where]) == 1
    said = capsys.readouterr()
    assert said.out == "Nothing was written.\n"
    assert said.err.startswith("error[refused-zip]: the zip is damaged, or is no zip\n  --> ")
    assert main(["add", str(path), "--site", str(other.root / "nowhere")]) == 2
