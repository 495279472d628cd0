"""An incremental build equals a clean one, and makes exactly what a change touches."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.plan import HOSTED
from builder.problems import BuildFailed
from tests.conftest import SiteFolder
from tests.photos import photo

PACK = "sessions/hello/"
SCOPED = ("sessions/hello.zip", "sessions/series/first-steps.zip", "site.zip")


def made(site: SiteFolder) -> set[str]:
    """Build, and return the published outputs that were made."""
    return {place.path for place in site.build().made if place.scope == HOSTED}


def clean(site: SiteFolder, where: Path) -> dict[str, bytes]:
    """Return what a build of the same sources with nothing remembered publishes."""
    shutil.copytree(site.root, where, ignore=shutil.ignore_patterns("public", ".peerpress"))
    fresh = SiteFolder(where)
    fresh.build()
    tree = fresh.tree()
    shutil.rmtree(where)
    return tree


def test_a_second_build_makes_nothing(site: SiteFolder) -> None:
    """Nothing changed, so nothing is read, made or written."""
    site.build()
    built = site.build()
    assert (built.read, built.made, built.written, built.removed) == ((), (), (), ())


def test_a_body_edit_makes_its_page_and_what_holds_it(site: SiteFolder) -> None:
    """The words of a page stand on that page, in the index of search, and in the zip of it all."""
    site.build()
    text = (site.root / "content/dates.md").read_text()
    site.write({"content/dates.md": text + "\nOne more sentence at the end.\n"})
    assert made(site) == {"dates.html", "assets/search.js", "site.zip"}


def test_a_title_edit_makes_every_page_that_shows_it(site: SiteFolder) -> None:
    """The title of a page stands in lists too."""
    site.build()
    site.replace("content/dates.md", "title: ", "title: New ")
    changed = made(site)
    assert {"dates.html", "complete.html", "site.zip"} <= changed
    assert f"{PACK}guide.html" not in changed
    assert f"{PACK}index.html" not in changed


def test_the_title_of_a_pack_reaches_what_the_workbook_is_told_and_not_its_page(
    site: SiteFolder,
) -> None:
    """The page of the workbook shows no pack; its script is told of all."""
    site.build()
    site.replace(f"{PACK}pack.yaml", "Hello: half an hour", "Welcome: half an hour")
    changed = made(site)
    assert {"workbook-data.js", f"{PACK}index.html", *SCOPED} <= changed
    assert not {"workbook.html", "rescue.html", "about.html"} & changed


def test_what_a_sheet_rests_on_is_nothing_to_the_workbook(site: SiteFolder) -> None:
    """It stands on the sheet, and in the zips that carry it."""
    site.build()
    site.replace("content/worksheets/look-back.yaml", "Own work", "Our own work")
    changed = made(site)
    assert "worksheets/look-back.html" in changed
    assert "workbook-data.js" not in changed


def test_a_comment_in_yaml_makes_only_what_carries_the_source(site: SiteFolder) -> None:
    """A comment says nothing to anyone; the zips carry the file itself."""
    site.build()
    text = (site.root / f"{PACK}pack.yaml").read_text()
    site.write({f"{PACK}pack.yaml": "# a remark\n" + text})
    built = site.build()
    pages = {place.path for place in built.made if place.path.endswith(".html")}
    assert pages <= {f"{PACK}index.html", "sessions/series/first-steps.html"}
    for page in pages:  # these two name the size of a zip, and only that
        assert page in ("sessions/hello/index.html", "sessions/series/first-steps.html")
    assert {place.path for place in built.made if place.scope == HOSTED} - pages <= {
        *SCOPED,
        "packs.json",
    }


def test_a_comment_in_the_settings_makes_nothing(site: SiteFolder) -> None:
    """The settings are in no zip of a pack."""
    site.build()
    text = (site.root / "site.yaml").read_text()
    site.write({"site.yaml": "# a remark\n" + text})
    assert site.build().made == ()


def test_a_template_edit_makes_the_pages_of_that_template(site: SiteFolder) -> None:
    """And no others: a template's digest covers what it extends and includes."""
    site.write({"themes/ours/theme.yaml": "extends: default\n"})
    site.replace("site.yaml", "id: small", "theme: ours\nid: small")
    glossary = '{% extends "default:glossary.html" %}\n'
    site.write({"themes/ours/templates/glossary.html": glossary})
    site.build()
    site.write({"themes/ours/templates/glossary.html": glossary + "{# a remark #}\n"})
    assert made(site) == {"glossary.html", "site.zip"}


def test_a_deleted_page_takes_its_output_along(site: SiteFolder) -> None:
    """Removing a source removes what was made of it."""
    site.write({"content/spare.md": "---\ntitle: Spare\n---\nA page nobody links to.\n"})
    site.build()
    assert (site.out / "spare.html").exists()
    site.write({"content/spare.md": None})
    built = site.build()
    assert built.removed == ("spare.html",)
    assert not (site.out / "spare.html").exists()


def test_a_translation_makes_itself_and_the_page_that_offers_it(site: SiteFolder) -> None:
    """Both name each other; lists in the site's language stay as they are."""
    site.build()
    text = (site.root / "content/dates.md").read_text()
    site.write({"content/dates.mi.md": text.replace("title: ", "title: Ngā ")})
    changed = made(site)
    assert {"mi/dates.html", "dates.html"} <= changed
    assert f"{PACK}guide.html" not in changed


def test_a_local_note_makes_the_pages_that_show_it_and_no_zip(site: SiteFolder) -> None:
    """A host's own words never leave with a pack."""
    site.write({"content/local/hello.md": "We meet in B12.\n"})
    site.build()
    site.write({"content/local/hello.md": "We meet in B13.\n"})
    changed = made(site)
    assert f"{PACK}index.html" in changed
    assert "sessions/hello.zip" not in changed
    assert changed <= {f"{PACK}index.html", f"{PACK}guide.html", "site.zip"}


def test_a_build_with_problems_leaves_the_site_alone(site: SiteFolder) -> None:
    """Not a byte of what is published changes while an error stands."""
    site.build()
    before = site.tree()
    site.replace("content/dates.md", "title: ", "titel: ")
    with pytest.raises(BuildFailed):
        site.build()
    assert site.tree() == before


def test_a_warning_comes_back_on_every_build(site: SiteFolder) -> None:
    """A remembered read keeps its problems."""
    site.write({"content/odd.yaml": "a: b\n"})
    first, second = site.build().problems, site.build().problems
    assert [problem.code for problem in first] == ["unknown-file"]
    assert first == second


PAGES = ("content/about.md", "content/dates.md", "content/notes/first-meeting.md")
TEXTS = (f"{PACK}segments/begin.md", f"{PACK}segments/pairs.md", f"{PACK}follow-up.md")
WORDS = st.sampled_from(("river", "kōwhai", "a *new* word", "[about](/about.md)", "> quoted"))
EDITS = st.one_of(
    st.tuples(st.just("append"), st.sampled_from(PAGES + TEXTS), WORDS),
    st.tuples(st.just("add"), st.sampled_from(("content/x.md", "content/sub/y.md")), WORDS),
    st.tuples(st.just("remove"), st.sampled_from(("content/x.md", "content/sub/y.md")), WORDS),
    st.tuples(st.just("translate"), st.sampled_from(PAGES), WORDS),
    st.tuples(st.just("title"), st.sampled_from(PAGES), WORDS),
    st.tuples(st.just("comment"), st.sampled_from((f"{PACK}pack.yaml", "site.yaml")), WORDS),
    st.tuples(st.just("tagline"), st.just("site.yaml"), WORDS),
    st.tuples(st.just("local"), st.just("content/local/hello.md"), WORDS),
    st.tuples(st.just("rename"), st.just("content/x.md"), st.just("content/z.md")),
    st.tuples(st.just("break"), st.sampled_from(PAGES), WORDS),
    st.tuples(st.just("theme"), st.sampled_from(("glossary.html", "page.html")), WORDS),
    st.tuples(st.just("token"), st.just("themes/ours/theme.yaml"), WORDS),
    st.tuples(st.just("picture"), st.just("content/hall.png"), WORDS),
    st.tuples(st.just("spoil"), st.sampled_from(("index.html", "site.zip")), WORDS),
    st.tuples(st.just("forget"), st.just(".peerpress/last.json"), WORDS),
)


def change(site: SiteFolder, edit: tuple[str, str, str]) -> None:  # noqa: C901 - a list of edits
    """Make one edit, such as people make."""
    what, name, words = edit
    path = site.root / name
    if what == "append":
        path.write_text(path.read_text() + f"\n{words}\n")
    elif what == "add":
        site.write({name: f"---\ntitle: {name.title()}\ntags: [new]\n---\n{words}\n"})
    elif what == "remove":
        path.unlink(missing_ok=True)
    elif what == "translate":
        rows = [row for row in path.read_text().split("\n") if "aliases:" not in row]
        site.write({name.replace(".md", ".mi.md"): "\n".join(rows)})
    elif what == "title":
        path.write_text(path.read_text().replace("title: ", "title: Again ", 1))
    elif what == "comment":
        path.write_text(f"# {words}\n" + path.read_text())
    elif what == "tagline":
        text = "\n".join(row for row in path.read_text().split("\n") if "tagline:" not in row)
        path.write_text(text + f'\ntagline: "{words}"\n')
    elif what == "local":
        site.write({name: f"{words}\n"})
    elif what == "rename":
        if path.exists():
            path.rename(site.root / words)
    elif what == "break":
        path.write_text(path.read_text().replace("title:", "titel:", 1))
    else:
        change_around(site, what, name, words)


def change_around(site: SiteFolder, what: str, name: str, words: str) -> None:
    """Change the theme, what is published, or what is remembered."""
    settings_ = site.root / "site.yaml"
    if what in ("theme", "token"):
        if "theme: ours" not in settings_.read_text():
            settings_.write_text(settings_.read_text() + "\ntheme: ours\n")
        if not (site.root / "themes/ours/theme.yaml").exists():
            site.write({"themes/ours/theme.yaml": "extends: default\n"})
    if what == "theme":
        text = f'{{% extends "default:{name}" %}}\n{{# {words} #}}\n'
        site.write({f"themes/ours/templates/{name}": text})
    elif what == "token":
        colour = f"#{abs(hash(words)) % 0xFFFFFF:06x}"
        site.write({name: f"extends: default\ntokens:\n  press: '{colour}'\n"})
    elif what == "picture":
        show_picture(site, name, 200 + len(words))
    elif what == "spoil":
        if (site.out / name).exists():
            (site.out / name).write_text(words)
    elif what == "forget":
        (site.root / name).unlink(missing_ok=True)


def show_picture(site: SiteFolder, name: str, width: int) -> None:
    """Show a picture on a page, and ask for smaller copies."""
    settings_ = site.root / "site.yaml"
    if "images:" not in settings_.read_text():
        settings_.write_text(settings_.read_text() + "\nimages: {widths: [100]}\n")
    site.write({name: photo(width, 100, "PNG")})
    change(site, ("append", "content/dates.md", "![A hall](hall.png)"))


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(edits=st.lists(EDITS, min_size=1, max_size=5))
def test_any_history_of_edits_ends_as_a_clean_build_would(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str, str]]
) -> None:
    """Random edits, additions, renames and deletions; failed builds among them."""
    follow(tmp_path_factory.mktemp("history"), edits)


@pytest.mark.campaign
@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(edits=st.lists(EDITS, min_size=3, max_size=12))
def test_long_histories_end_as_a_clean_build_would(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, str, str]]
) -> None:
    """The same, longer and more often."""
    follow(tmp_path_factory.mktemp("history"), edits)


def follow(folder: Path, edits: list[tuple[str, str, str]]) -> None:
    """Follow a history, building after each edit; at its end compare with a clean build."""
    shutil.copytree(Path(__file__).parent / "projects/small", folder / "site")
    site = SiteFolder(folder / "site")
    site.build()
    for edit in edits:
        change(site, edit)
        try:
            site.build()
        except BuildFailed as failed:
            stands_clean_too(site, folder / "clean", failed)
            change_back(site)
            site.build()
    assert site.tree() == clean(site, folder / "clean")
    shutil.rmtree(folder)


def stands_clean_too(site: SiteFolder, where: Path, failed: BuildFailed) -> None:
    """A clean build of the same sources has the same problems."""
    with pytest.raises(BuildFailed) as again:
        clean(site, where)
    shutil.rmtree(where)
    assert again.value.problems == failed.problems


def change_back(site: SiteFolder) -> None:
    """Mend what `break` broke, and what an edit may have left without a target."""
    for name in PAGES:
        path = site.root / name
        path.write_text(path.read_text().replace("titel:", "title:"))
