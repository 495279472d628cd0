"""Starters: each one builds as it stands, and writing one never overwrites anything."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.cli import main
from builder.markdown.containers import CONTAINERS
from builder.model.names import name
from builder.new import STARTERS, New, plain
from builder.problems import Wrong
from builder.source.schema import fields
from tests.conftest import TODAY, SiteFolder

EDITORS = "content/people/editors.md"
OPENER = re.compile(r"^::: ([a-z-]+)", re.MULTILINE)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """Give a new site, built once; tests only look at it."""
    site = SiteFolder(tmp_path_factory.mktemp("new") / "hill-school")
    New(Path(), TODAY).make("site", str(site.root))
    assert site.build().problems == ()
    return site


def new(site: SiteFolder, what: str, id_: str) -> list[str]:
    """Write a starter into a site, and return what the person is told."""
    return New(site.root, TODAY).make(what, id_)


def test_a_new_site_builds_with_no_problem(begun: SiteFolder) -> None:
    """It has pages, a note, a person, and a pack with its guide and its own sheet."""
    assert begun.problems() == ()
    built = begun.tree()
    for path in ("index.html", "about.html", "privacy.html", "join-a-group.html"):
        assert path in built
    for path in ("index.html", "guide.html", "handout.html", "worksheets/slip.html"):
        assert f"sessions/our-first-session/{path}" in built
    assert "notes/welcome.html" in built
    assert "people/editors.html" in built


def test_a_new_site_is_named_after_its_folder(begun: SiteFolder) -> None:
    """With an id to keep for ever, and a title to write over."""
    settings = (begun.root / "site.yaml").read_text(encoding="utf-8").splitlines()
    assert "id: hill-school" in settings
    assert "title: Hill school" in settings
    assert (begun.root / ".gitignore").read_text(encoding="utf-8").endswith("/.peerpress/\n")


def test_no_placeholder_and_no_comment_is_left_on_a_page(begun: SiteFolder) -> None:
    """Comments are for authors: the program takes them out."""
    kinds = {".md", ".yaml", ".yml", ".txt", ".toml"}
    sources = [path for path in begun.root.rglob("*") if path.suffix in kinds]
    for path in sources:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\$(ID|TITLE|TODAY|AUTHOR|VERSION)\b|_id_|/dot-", text), path
    guide = begun.page("sessions/our-first-session/guide.html")
    assert "nobody else sees them" not in guide
    assert "nobody else sees them" in (STARTERS / "pack/segments/open.md").read_text("utf-8")


def yaml_names(text: str) -> set[str]:
    """Return every field at the top of a file, switched on or off."""
    return set(re.findall(r"^(?:# )?([a-z_]+):(?= |$)", text, re.MULTILINE))


@pytest.mark.parametrize(
    "file,kind",
    [
        ("site/site.yaml", "site"),
        ("pack/pack.yaml", "pack"),
        ("worksheet/_id_.yaml", "worksheet"),
        ("page/_id_.md", "page"),
    ],
)
def test_a_starter_names_every_field(file: str, kind: str) -> None:
    """Switched on, or commented out with a word on what it is for."""
    named = yaml_names((STARTERS / file).read_text(encoding="utf-8"))
    needless = {
        "template",  # a pack with no set content is another kind of thing
        "worksheets",  # segments name them
        "permission_note",  # for other people's sheets
        "translation_of",  # for a translation, which has a file of its own
    }
    wanted = {doc.name for doc in fields(kind) if "." not in doc.name} - needless
    assert wanted - named == set()


def test_the_pack_starter_shows_every_container() -> None:
    """So that an author has seen each of them once."""
    texts = [path.read_text(encoding="utf-8") for path in (STARTERS / "pack").rglob("*.md")]
    shown = {match for text in texts for match in OPENER.findall(text)}
    assert shown == set(CONTAINERS)


def test_the_worksheet_starter_shows_several_kinds_of_field(site: SiteFolder) -> None:
    """Lines, figures, words to choose from, and tables."""
    new(site, "worksheet", "what-i-noticed")
    text = (site.root / "content/worksheets/what-i-noticed.yaml").read_text(encoding="utf-8")
    assert len(set(re.findall(r"kind: ([a-z]+)", text))) >= 6


@pytest.mark.parametrize(
    "what,id_,path",
    [
        ("pack", "listen-for-ten-minutes", "sessions/listen-for-ten-minutes/index.html"),
        ("page", "when-we-meet-again", "when-we-meet-again.html"),
        ("page", "notes/first-term", "notes/first-term.html"),
        ("page", "a/b/c", "a/b/c.html"),
        ("worksheet", "what-i-noticed", "worksheets/what-i-noticed.html"),
    ],
)
def test_each_starter_builds_with_no_problem(
    site: SiteFolder, what: str, id_: str, path: str
) -> None:
    """In a site that has other things already."""
    told = new(site, what, id_)
    assert site.build().problems == ()
    words = id_.rpartition("/")[2].replace("-", " ").capitalize()
    assert words in site.page(path)
    assert told[-1].startswith("Now open ")
    assert (site.root / told[-1].split()[2]).is_file()


@pytest.mark.parametrize("what,id_", [("pack", "listen-first"), ("page", "when-we-meet")])
def test_a_starter_names_a_person_of_the_site_as_its_author(
    site: SiteFolder, what: str, id_: str
) -> None:
    """The first one, whom the author then replaces."""
    new(site, what, id_)
    main_file = {"pack": f"sessions/{id_}/pack.yaml", "page": f"content/{id_}.md"}[what]
    assert "authors: [ana]" in (site.root / main_file).read_text(encoding="utf-8")
    assert not (site.root / EDITORS).exists()


@pytest.mark.parametrize("what", ["pack", "page"])
def test_in_a_site_without_people_a_starter_brings_its_editors(
    empty: SiteFolder, what: str
) -> None:
    """Since a pack without an author is refused."""
    told = new(empty, what, "first")
    assert f"wrote {EDITORS}" in told
    assert empty.problems() == ()
    told = new(empty, what, "second")
    assert f"wrote {EDITORS}" not in told
    assert empty.build().problems == ()


def test_the_two_packs_of_one_starter_do_not_get_in_each_others_way(empty: SiteFolder) -> None:
    """Each names its own sheet."""
    new(empty, "pack", "first")
    new(empty, "pack", "second")
    assert empty.build().problems == ()
    assert "second/slip" in (empty.root / "sessions/second/pack.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("what,id_", [("pack", "hello"), ("page", "about"), ("page", "dates")])
def test_what_is_there_is_never_written_over(site: SiteFolder, what: str, id_: str) -> None:
    """Nor is half of a starter written."""
    before = {path: path.read_bytes() for path in site.root.rglob("*") if path.is_file()}
    with pytest.raises(Wrong, match="exists already"):
        new(site, what, id_)
    assert {path: path.read_bytes() for path in site.root.rglob("*") if path.is_file()} == before


def test_one_file_that_is_there_keeps_the_whole_starter_back(site: SiteFolder) -> None:
    """A pack half old and half new helps nobody."""
    site.write({"sessions/new-one/follow-up.md": "ours"})
    with pytest.raises(Wrong, match=r"sessions/new-one/follow-up\.md exists already"):
        new(site, "pack", "new-one")
    assert [path.name for path in (site.root / "sessions/new-one").iterdir()] == ["follow-up.md"]


@pytest.mark.parametrize(
    "what,id_,hint",
    [
        ("pack", "Listen First", "'listen-first'"),
        ("pack", "../outside", "'outside'"),
        ("pack", "a/b", "'a-b'"),
        ("pack", "", "'my-pack'"),
        ("pack", "Kōrero tahi", "'korero-tahi'"),
        ("worksheet", "日本", "'my-worksheet'"),
        ("page", "notes/First Term", "'notes/first-term'"),
        ("page", "/etc/passwd", "'etc/passwd'"),
        ("page", "../../x", "'x'"),
        ("page", "about.mi", "'about-mi'"),
    ],
)
def test_an_id_that_cannot_be_one_is_refused_with_one_that_can(
    site: SiteFolder, what: str, id_: str, hint: str
) -> None:
    """And nothing is written anywhere."""
    before = sorted(site.root.parent.rglob("*"))
    with pytest.raises(Wrong) as wrong:
        new(site, what, id_)
    assert wrong.value.problem.code == "wrong-use"
    assert hint in wrong.value.problem.hint
    assert sorted(site.root.parent.rglob("*")) == before


@pytest.mark.parametrize(
    "what,id_",
    [
        ("pack", "series"),
        ("pack", "con"),
        ("worksheet", "nul"),
        ("page", "notes/aux"),
        ("page", "people/tomas"),
        ("page", "local/hello"),
        ("page", "activities/walk"),
    ],
)
def test_an_id_that_means_something_else_is_refused(site: SiteFolder, what: str, id_: str) -> None:
    """What the check would refuse is not begun."""
    with pytest.raises(Wrong) as wrong:
        new(site, what, id_)
    assert wrong.value.problem.hint
    assert site.problems() == ()


@pytest.mark.parametrize(
    "folder,id_",
    [("Hill School", "hill-school"), ("Kōwhai", "kowhai"), ("日本", "my-site"), ("9", "9")],
)
def test_a_site_has_an_id_whatever_its_folder_is_called(
    tmp_path: Path, folder: str, id_: str
) -> None:
    """Also where the folder is named in another script."""
    New(tmp_path, TODAY).make("site", str(tmp_path / folder))
    assert f"\nid: {id_}\n" in (tmp_path / folder / "site.yaml").read_text(encoding="utf-8")


def fill(folder: Path) -> None:
    """Put somebody's file there."""
    folder.mkdir()
    (folder / "theirs.txt").write_text("theirs", encoding="utf-8")


def be_a_file(folder: Path) -> None:
    """Put a file in the folder's place."""
    folder.write_text("theirs", encoding="utf-8")


@pytest.mark.parametrize("make", [fill, be_a_file])
def test_a_site_is_not_begun_where_something_is(
    tmp_path: Path, make: Callable[[Path], None]
) -> None:
    """It would be hard to tell afterwards what is whose."""
    make(tmp_path / "site")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(Wrong):
        New(tmp_path, TODAY).make("site", str(tmp_path / "site"))
    assert sorted(tmp_path.rglob("*")) == before


def test_a_site_may_be_begun_in_an_empty_repository(tmp_path: Path) -> None:
    """`git init` may come first."""
    (tmp_path / "site/.git").mkdir(parents=True)
    New(tmp_path, TODAY).make("site", str(tmp_path / "site"))
    assert SiteFolder(tmp_path / "site").problems() == ()


@pytest.mark.parametrize("what", ["pack", "page", "worksheet"])
def test_outside_of_a_site_nothing_is_begun(tmp_path: Path, what: str) -> None:
    """The hint says where to go."""
    with pytest.raises(Wrong, match=r"no site\.yaml"):
        New(tmp_path, TODAY).make(what, "first")
    assert list(tmp_path.iterdir()) == []


def test_a_starter_bears_the_day_on_which_it_was_written(site: SiteFolder) -> None:
    """So that a note is news, and a review has a beginning."""
    New(site.root, datetime.date(2031, 2, 3)).make("page", "notes/later")
    text = (site.root / "content/notes/later.md").read_text(encoding="utf-8")
    assert "published: 2031-02-03" in text


def test_every_starter_is_read_as_what_it_is() -> None:
    """By the same rule as the files that people write; the rest is for hosts, and never read."""
    starters = {
        path.relative_to(STARTERS / "site").as_posix()
        for path in (STARTERS / "site").rglob("*")
        if path.is_file()
    }
    sources = {path for path in starters if path.startswith(("content/", "site.yaml"))}
    assert {name(path).what for path in sources} == {
        "config",
        "page",
        "person",
        "tools",
        "glossary",
    }
    assert starters - sources == {
        "dot-gitattributes",
        "dot-github/workflows/publish.yml",
        "dot-gitignore",
        "dot-gitlab-ci.yml",
        "hosting/_headers",
        "hosting/dot-htaccess",
        "netlify.toml",
        "requirements.txt",
    }


def test_what_a_new_site_brings_for_hosts_is_never_published(begun: SiteFolder) -> None:
    """Nor is any name in it left with its `dot-`."""
    names = {path.name for path in begun.root.rglob("*") if path.is_file()}
    assert {".gitlab-ci.yml", ".htaccess", "publish.yml", "_headers"} <= names
    assert not any(name.startswith("dot-") for name in names)
    published = {Path(path).name for path in begun.tree()}
    assert not published & {".gitlab-ci.yml", ".htaccess", "publish.yml", "_headers"}


@pytest.mark.parametrize(
    "words,id_", [("Über uns", "uber-uns"), ("  a  B ", "a-b"), ("?", ""), ("x_y.z", "x-y-z")]
)
def test_words_become_an_id(words: str, id_: str) -> None:
    """Lower case, no accents, hyphens."""
    assert plain(words) == id_


def test_new_says_what_it_wrote_and_ends_well(
    site: SiteFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    """The last line says what to do next."""
    assert main(["new", "page", "fresh", "--site", str(site.root)]) == 0
    told = capsys.readouterr().out
    assert told == "wrote content/fresh.md\nNow open content/fresh.md and write over it.\n"


def test_new_in_the_wrong_place_ends_with_2(
    site: SiteFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the reason and a hint, on the channel for errors."""
    assert main(["new", "page", "about", "--site", str(site.root)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == ("peerpress: content/about.md exists already\n  hint: choose another id\n")
