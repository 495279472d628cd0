"""Long lists on several pages, the month as a table, and the link to edit a page."""

from __future__ import annotations

import re
import shutil

import pytest

from tests.conftest import ROOT, SiteFolder
from tests.pages import pages, read_page

NOTES = 23
TWIN = 7
"""The last note came out on the same day as this one."""
ORDER = [*range(NOTES - 1, TWIN, -1), NOTES, *range(TWIN, 0, -1)]
"""Newest first; those of a day by title, of which `Note 23` comes before `Note 7`."""


def note(number: int) -> str:
    day = TWIN if number == NOTES else number
    head = f"title: Note {number}\npublished: 2025-05-{day:02}\ntags: [trying things]\n"
    return f"---\n{head}authors: [ana]\n---\nWords.\n"


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """Give a built site with many notes in a month, of one category and by one person."""
    root = tmp_path_factory.mktemp("long") / "site"
    shutil.copytree(ROOT / "tests/projects/small", root)
    site = SiteFolder(root)
    site.write({f"content/notes/n{n}.md": note(n) for n in range(1, NOTES + 1)})
    text = (root / "site.yaml").read_text(encoding="utf-8")
    site.write({"site.yaml": text + "per_page: 10\n"})
    site.build()
    return site


def listed(site: SiteFolder, *paths: str) -> list[str]:
    """Return the titles of the notes that some pages list, in order."""
    return [
        title
        for path in paths
        for title in re.findall(r"<h[23]><a [^>]*>(Note \d+)<", site.page(path))
    ]


class TestPages:
    def test_the_notes_stand_on_pages_that_miss_none(self, long: SiteFolder) -> None:
        paths = ("notes/index.html", "notes/page-2.html", "notes/page-3.html")
        assert listed(long, *paths) == [f"Note {n}" for n in ORDER]
        assert len(listed(long, paths[1])) == 10
        assert not (long.out / "notes/page-4.html").exists()

    def test_a_page_says_which_it_is_and_leads_to_its_neighbours(self, long: SiteFolder) -> None:
        page = long.page("notes/page-2.html")
        assert "<title>Notes, page 2 of 3 · Small School</title>" in page
        assert "Page 2 of 3" in page
        assert '<link rel="prev" href="index.html">' in page
        assert '<link rel="next" href="page-3.html">' in page
        assert '<a rel="next" href="page-3.html">' in page
        assert '<link rel="canonical" href="https://small.example/notes/page-2.html">' in page
        assert '<link rel="prev"' not in long.page("notes/index.html")
        assert '<link rel="next"' not in long.page("notes/page-3.html")

    def test_a_category_a_year_and_a_persons_work_are_cut_too(self, long: SiteFolder) -> None:
        category = [f"categories/trying-things{end}" for end in (".html", "/page-2.html")]
        assert len(listed(long, *category)) == 20
        assert f'<span class="figure">{NOTES}</span>' in long.page(category[1])
        assert '<link rel="prev" href="../trying-things.html">' in long.page(category[1])
        assert listed(long, "notes/2025/page-3.html") == ["Note 3", "Note 2", "Note 1"]
        works = listed(
            long, *("people/ana.html", "people/ana/page-2.html", "people/ana/page-3.html")
        )
        assert works == [f"Note {n}" for n in ORDER]

    def test_a_month_and_the_complete_list_stay_whole(self, long: SiteFolder) -> None:
        assert len(listed(long, "notes/2025/05.html")) == NOTES
        complete = long.page("complete.html")
        assert all(f'href="notes/n{n}.html"' in complete for n in range(1, NOTES + 1))
        assert '<a href="#notes-2025">Notes of 2025</a>' in complete
        assert 'id="notes-2025"' in complete

    def test_every_page_is_in_reach_and_every_link_leads_somewhere(self, long: SiteFolder) -> None:
        for page in pages(long.out):
            folder = (long.out / page.path).parent
            for link in page.all("a", "link"):
                target = link.get("href").partition("#")[0]
                if target and ":" not in target and page.path != "404.html":
                    assert (folder / target).exists(), f"{page.path} leads to {target}"

    def test_the_sitemap_names_notes_and_not_the_further_pages(self, long: SiteFolder) -> None:
        places = re.findall(r"<loc>(.+?)</loc>", long.page("sitemap.xml"))
        assert places == sorted(places)
        assert "https://small.example/notes/n7.html" in places
        assert not [place for place in places if "/page-" in place]

    def test_the_navigation_says_that_one_is_among_the_notes(self, long: SiteFolder) -> None:
        for path in ("index.html", "page-2.html", "n7.html", "2025/05.html", "2025/page-2.html"):
            links = read_page(long.out / "notes" / path, long.out).all("a")
            current = [a.get("href") for a in links if a.get("aria-current") == "true"]
            assert [href.rpartition("/")[2] for href in current] == ["index.html"], path
            assert "sessions" not in current[0]

    def test_a_short_list_is_one_page_as_before(self, site: SiteFolder) -> None:
        site.build()
        assert "Pages of this list" not in site.page("notes/index.html")
        assert not list(site.out.rglob("page-*.html"))

    def test_a_page_of_the_hosts_that_is_called_the_same_is_told_of(self, site: SiteFolder) -> None:
        site.write({f"content/notes/{n}.md": note(n) for n in range(1, 7)})
        text = (site.root / "site.yaml").read_text(encoding="utf-8")
        site.write({"site.yaml": f"{text}per_page: 5\n", "content/notes/page-2.md": note(1)})
        assert [p.code for p in site.problems()] == ["two-outputs-one-path"]


class TestTheMonth:
    def test_the_table_leads_to_the_notes_of_each_day(self, long: SiteFolder) -> None:
        page = long.page("notes/2025/05.html")
        assert "<caption>May 2025, day by day</caption>" in page
        assert '<th scope="col"><abbr title="Monday">Mon</abbr></th>' in page
        assert '<a href="../n6.html">6<span class="hush">: Note 6</span></a>' in page
        assert '<a href="#day-7">7<span class="hush">: 2 notes</span></a>' in page
        assert page.count('id="day-7"') == 1

    def test_only_months_have_one(self, long: SiteFolder) -> None:
        with_table = {
            page.path
            for page in pages(long.out)
            if any(table.get("class") == "month" for table in page.all("table"))
        }
        assert "notes/2025/05.html" in with_table
        assert all(re.fullmatch(r"notes/\d{4}/\d\d\.html", path) for path in with_table)


EDIT = "https://code.example/edit/main/{path}"


class TestEditing:
    def test_a_page_a_pack_and_a_sheet_lead_to_their_sources(self, site: SiteFolder) -> None:
        text = (site.root / "site.yaml").read_text(encoding="utf-8")
        site.write({"site.yaml": f"{text}edit: {EDIT}\n"})
        site.write({"content/a b.md": "---\ntitle: A\n---\nWords.\n"})
        site.build()
        for page, source in {
            "index.html": "content/index.md",
            "about.html": "content/about.md",
            "mi/about.html": "content/about.mi.md",
            "a b.html": "content/a%20b.md",
            "people/ana.html": "content/people/ana.md",
            "sessions/hello/index.html": "sessions/hello/pack.yaml",
            "worksheets/look-back.html": "content/worksheets/look-back.yaml",
        }.items():
            links = read_page(site.out / page, site.out).all("a")
            addresses = [a.get("href") for a in links if "code.example" in a.get("href")]
            assert addresses == [EDIT.replace("{path}", source)], page

    def test_pages_that_nobody_wrote_and_pages_in_a_zip_have_no_such_link(
        self, site: SiteFolder
    ) -> None:
        text = (site.root / "site.yaml").read_text(encoding="utf-8")
        site.build()
        before = site.tree()
        site.write({"site.yaml": f"{text}edit: {EDIT}\n"}).build()
        assert "code.example" not in site.page("notes/index.html")
        assert "code.example" not in site.page("sessions/hello/guide.html")
        assert site.tree()["sessions/hello.zip"] == before["sessions/hello.zip"]

    def test_a_site_that_does_not_say_where_has_none(self, site: SiteFolder) -> None:
        site.build()
        assert "Edit this page" not in site.page("about.html")


class TestReviews:
    def test_pages_packs_and_sheets_say_when_they_were_read_and_that_they_are_due(
        self, site: SiteFolder
    ) -> None:
        site.write({"content/old.md": "---\ntitle: Old\nreviewed: 2024-02-03\n---\nWords.\n"})
        pack = (site.root / "sessions/hello/pack.yaml").read_text(encoding="utf-8")
        pack = re.sub(r"^reviewed:.*\n", "", pack, flags=re.MULTILINE)
        site.write(
            {"sessions/hello/pack.yaml": f"{pack}reviewed: 2026-02-03\nreview_by: 2026-11-21\n"}
        )
        sheet = (site.root / "content/worksheets/look-back.yaml").read_text(encoding="utf-8")
        site.write({"content/worksheets/look-back.yaml": f"{sheet}reviewed: 2024-11-21\n"})
        built = site.build()
        assert [p.where.path for p in built.problems if p.code == "review-due"] == [
            "content/old.md",
            "content/worksheets/look-back.yaml",
            "sessions/hello/pack.yaml",
        ]
        assert re.search(r"3 February 2024</time> <span class=\"mark\">due", site.page("old.html"))
        page = site.page("sessions/hello/index.html")
        assert '3 February 2026 <span class="mark">Due for review</span>' in page
        page = site.page("worksheets/look-back.html")
        assert '21 November 2024</time> <span class="mark">Due for review</span>' in page

    def test_a_sheet_in_a_zip_is_the_same_on_every_day(self, site: SiteFolder) -> None:
        sheet = (site.root / "content/worksheets/look-back.yaml").read_text(encoding="utf-8")
        site.write({"content/worksheets/look-back.yaml": f"{sheet}reviewed: 2024-11-20\n"})
        site.build()
        late = site.tree()["sessions/hello.zip"]
        day = site.today.replace(year=2024, month=12)
        SiteFolder(site.root, day).build()
        assert site.tree()["sessions/hello.zip"] == late
