"""The workbook is told of the sheets, packs and pages of its own scope, and of nothing else."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest

from builder.site.workbook import POINTED
from builder.theme.theme import _sentences
from tests.conftest import ROOT, SiteFolder
from tests.pages import pages

CLIENT = ROOT / "themes/default/client/src"
BEGIN, END = "window.peerpress = Object.freeze(", ");\n"
Data = dict[str, Any]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """Give the small site, built once; for tests that change nothing."""
    root = tmp_path_factory.mktemp("built") / "site"
    shutil.copytree(ROOT / "tests/projects/small", root)
    folder = SiteFolder(root)
    folder.build()
    return folder


def data(script: str) -> Data:
    """Return what a data script tells."""
    assert script.startswith(BEGIN)
    assert script.endswith(END)
    told: Data = json.loads(script.removeprefix(BEGIN).removesuffix(END))
    return told


def in_zip(site: SiteFolder, path: str, name: str = "workbook-data.js") -> str:
    """Return a file of a zip."""
    with zipfile.ZipFile(io.BytesIO(site.tree()[path])) as archive:
        return archive.read(name).decode()


def declared(interface: str, file: str) -> set[str]:
    """Return the fields of an interface of the client."""
    text = (CLIENT / file).read_text(encoding="utf-8")
    found = re.search(rf"export interface {interface} \{{(.*?)^\}}", text, re.DOTALL | re.MULTILINE)
    assert found, interface
    return set(re.findall(r"^  readonly (\w+):", found[1], re.MULTILINE))


class TestWhatItIsTold:
    def test_on_the_site_it_has_every_sheet_and_every_pack(self, built: SiteFolder) -> None:
        told = data(built.page("workbook-data.js"))
        assert [sheet["id"] for sheet in told["sheets"]] == ["look-back", "hello/slip"]
        assert [sheet["packs"] for sheet in told["sheets"]] == [["hello"], ["hello"]]
        assert [pack["id"] for pack in told["packs"]] == ["hello"]
        assert told["pack"] is None
        assert told["id"] == "small"
        assert told["goals"] == ["Every student is known well by one adult"]

    def test_our_own_site_has_all_of_its_sheets(self, own_site: SiteFolder) -> None:
        told = data(own_site.page("workbook-data.js"))
        sources = [
            *(own_site.root / "content/worksheets").glob("*.yaml"),
            *(own_site.root / "sessions").glob("*/worksheets/*.yaml"),
        ]
        originals = [path for path in sources if "." not in path.stem]
        assert len(told["sheets"]) == len(originals) > 8
        for sheet in told["sheets"]:
            assert (own_site.out / sheet["url"]).is_file()
        for pack in told["packs"]:
            assert (own_site.out / pack["url"]).is_file()

    def test_a_zip_has_its_own_with_no_more_than_is_in_it(self, site: SiteFolder) -> None:
        site.write(
            {
                "content/worksheets/other.yaml": "id: other\ntitle: Other\n"
                "fields: [{id: a, label: A}]\nlicence: CC0-1.0\nsource: [Own work]\n"
            }
        ).build()
        told = data(in_zip(site, "sessions/hello.zip"))
        assert told["pack"] == "hello"
        urls = {sheet["id"]: sheet["url"] for sheet in told["sheets"]}
        assert urls == {
            "look-back": "worksheets/look-back.html",
            "hello/slip": "worksheets/slip.html",
        }
        assert told["packs"][0]["url"] == "index.html"
        assert told["pages"] == {}
        series = data(in_zip(site, "sessions/series/first-steps.zip"))
        assert series["pack"] is None
        assert series["packs"][0]["url"] == "hello/index.html"

    def test_it_points_to_pages_by_a_word_in_the_names_of_their_files(
        self, site: SiteFolder
    ) -> None:
        for name in ("trainer-or-coach", "what-is-a-coach", "good-questions", "scoach"):
            site.write({f"content/{name}.md": f"---\ntitle: About {name}\n---\nWords.\n"})
        site.write({"content/privacy.mi.md": "---\ntitle: Tūmataitinga\n---\nKupu.\n"}).build()
        told = data(site.page("workbook-data.js"))
        assert {word: page["url"] for word, page in told["pages"].items()} == {
            "coach": "what-is-a-coach.html",
            "question": "good-questions.html",
            "trainer": "trainer-or-coach.html",
        }

    def test_the_handbook_lists_those_words(self) -> None:
        page = (ROOT / "content/handbook/workbook.md").read_text(encoding="utf-8")
        (line,) = [line for line in page.splitlines() if line.startswith("The words it looks for")]
        assert tuple(re.findall(r"`(\w+)`", line)) == POINTED

    def test_people_and_signatures_have_the_columns_that_the_page_gives_them(
        self, site: SiteFolder
    ) -> None:
        site.replace(
            "content/worksheets/look-back.yaml",
            "fields:\n",
            "fields:\n  - {id: us, kind: people, label: We}\n  - {id: by, kind: text, label: X}\n",
        ).build()
        fields = data(site.page("workbook-data.js"))["sheets"][0]["fields"]
        us = next(field for field in fields if field["id"] == "us")
        assert [column["label"] for column in us["columns"]] == ["Name"]
        assert us["lines"] == 6
        assert next(field for field in fields if field["id"] == "by")["lines"] == 3


class TestTheScript:
    @pytest.mark.parametrize(
        "interface,file,path",
        [
            ("SiteData", "core/site.ts", ()),
            ("Pack", "core/site.ts", ("packs", 0)),
            ("Nudge", "core/site.ts", ("packs", 0, "nudges", 0)),
            ("Sheet", "model/sheet.ts", ("sheets", 0)),
            ("Field", "model/sheet.ts", ("sheets", 0, "fields", 0)),
            ("Item", "model/sheet.ts", ("sheets", 0, "fields", 2, "items", 0)),
            ("Score", "model/sheet.ts", ("sheets", 0, "scoring", 0)),
            ("Carry", "model/sheet.ts", ("sheets", 0, "carries", 0)),
        ],
    )
    def test_the_client_declares_just_what_it_is_told(
        self, built: SiteFolder, interface: str, file: str, path: tuple[Any, ...]
    ) -> None:
        found: Any = data(built.page("workbook-data.js"))
        for step in path:
            found = found[step]
        assert set(found) == declared(interface, file)

    def test_no_words_of_an_author_end_the_script_or_a_line_of_it(self, site: SiteFolder) -> None:
        words = "A</script><!--\u2028B\u2029C"
        site.replace(
            "content/worksheets/look-back.yaml", "title: Look back", f'title: "{words}"'
        ).build()
        script = site.page("workbook-data.js")
        assert not set("<\u2028\u2029") & set(script)
        check = (
            "const window={};" + script + "process.stdout.write(window.peerpress.sheets[0].title)"
        )
        done = subprocess.run(["node", "-e", check], capture_output=True, check=True)
        assert done.stdout.decode() == words

    def test_english_needs_no_translation(self, built: SiteFolder) -> None:
        assert data(built.page("workbook-data.js"))["words"] == {}

    def test_it_brings_the_translations_of_what_the_scripts_say_and_no_others(
        self, empty: SiteFolder
    ) -> None:
        said = json.loads((ROOT / "themes/default/static/words.json").read_text(encoding="utf-8"))
        english = next(sentence for sentence in said if '"' not in sentence)
        po = f'msgid "{english}"\nmsgstr "Kupu"\n\nmsgid "Go to the text"\nmsgstr "Pekehia"\n'
        empty.write(
            {
                "site.yaml": "id: test\ntitle: Test\nlanguage: sm\ntheme: ours\n",
                "themes/ours/theme.yaml": "extends: default\n",
                "themes/ours/locale/sm.po": po,
            }
        ).build()
        told = data(empty.page("workbook-data.js"))
        assert told["words"] == {english: "Kupu"}
        assert (told["language"], told["direction"]) == ("sm", "ltr")

    def test_a_list_of_sentences_that_cannot_be_read_translates_nothing(
        self, tmp_path: Path
    ) -> None:
        assert _sentences(tmp_path / "none.json") == frozenset()
        for text in ("{", '{"a": 1}', "\udcff"):
            (tmp_path / "words.json").write_text(text, encoding="utf-8", errors="surrogateescape")
            assert _sentences(tmp_path / "words.json") == frozenset()


class TestThePages:
    def test_the_workbook_loads_what_it_is_told_before_its_scripts(self, built: SiteFolder) -> None:
        """Deferred scripts run in the order of the page: what starts, and then the rest."""
        scripts = re.findall(r'<script defer src="([^"]+)">', built.page("workbook.html"))
        assert scripts[-3] == "workbook-data.js"
        assert scripts[-2].startswith("assets/workbook.")
        assert scripts[-1].startswith("assets/workbook-more.")
        assert (built.out / scripts[-1]).is_file()

    def test_a_zip_has_every_script_that_its_workbook_names(self, built: SiteFolder) -> None:
        page = in_zip(built, "sessions/hello.zip", "workbook.html")
        scripts = re.findall(r'<script defer src="([^"]+)">', page)
        assert [name for name in scripts if "/workbook-more." in name]
        for name in scripts:
            assert in_zip(built, "sessions/hello.zip", name)

    def test_without_scripts_it_says_so_and_leads_to_the_blank_sheets(
        self, built: SiteFolder
    ) -> None:
        words = "This page cannot keep what you type without JavaScript. The blank sheet prints."
        hosted, zipped = (
            built.page("workbook.html"),
            in_zip(built, "sessions/hello.zip", "workbook.html"),
        )
        for page in (hosted, zipped):
            inside = page.partition("<noscript>")[2].partition("</noscript>")[0]
            assert words in inside
        assert '<a href="worksheets/index.html">Worksheets</a>' in hosted
        assert '<a href="worksheets/look-back.html">Look back</a>' in zipped

    def test_the_way_out_needs_nothing_that_the_workbook_needs(self, built: SiteFolder) -> None:
        page = built.page("rescue.html")
        assert 'data-site="small"' in page
        assert "workbook-data" not in page
        assert "/workbook." not in page

    def test_the_way_out_has_words_for_all_that_its_script_says(self, built: SiteFolder) -> None:
        script = (CLIENT / "rescue.ts").read_text(encoding="utf-8")
        calls = re.findall(r"#say\(([^,)]*'\w+')", script)
        said = {word for call in calls for word in re.findall(r"'(\w+)'", call)}
        page = built.page("rescue.html")
        there = dict(re.findall(r'data-words-(\w+)="([^"]+)"', page))
        assert set(there) == said
        assert len(said) == 8
        assert "{file}" in there["saved"]
        assert page.count("hidden>") == 2  # what has nothing to save or delete is not offered

    def test_every_page_has_a_link_that_asks_a_question_with_its_title(
        self, own_site: SiteFolder
    ) -> None:
        asking = [
            page.path
            for page in pages(own_site.out)
            if any("workbook.html#/journal/ask/" in link.get("href") for link in page.all("a"))
        ]
        quiet = {page.path for page in pages(own_site.out) if not page.is_redirect} - set(asking)
        assert quiet == {"404.html", "workbook.html", "rescue.html"}
        handout = own_site.page("sessions/begin-well/handout.html")
        assert "../../workbook.html#/journal/ask/Handout%3A%20Begin%20well" in handout

    def test_a_title_with_a_slash_stays_one_part_of_the_address(self, site: SiteFolder) -> None:
        site.replace("content/dates.md", "title: ", "title: And/or? 100% of ")
        site.build()
        assert "#/journal/ask/And%2For%3F%20100%25%20of%20" in site.page("dates.html")

    def test_navigation_names_the_workbook_by_its_file(self, site: SiteFolder) -> None:
        site.replace(
            "site.yaml", "{label: Notes, page: notes/}", "{label: Workbook, page: workbook.html}"
        ).build()
        assert '<a href="../workbook.html">Workbook</a>' in site.page("sessions/index.html")
        assert '<a href="workbook.html" aria-current="true">' in site.page("workbook.html")

    def test_a_pack_leads_to_the_plan_and_offers_its_preparation_as_mails(
        self, site: SiteFolder
    ) -> None:
        site.build()
        page = site.page("sessions/hello/index.html")
        assert 'href="../../workbook.html#/plan">Between sessions' in page
        mails = re.findall(r'href="(mailto:[^"]+)"', page)
        assert len(mails) == 2
        assert all(len(mail) <= 1810 for mail in mails)
        site.write({"sessions/hello/prepare.md": None}).build()
        assert "mailto:" not in site.page("sessions/hello/index.html")

    def test_a_zip_says_what_the_workbook_keeps_and_whose_the_packages_are(
        self, built: SiteFolder
    ) -> None:
        zipped = "sessions/hello.zip"
        assert "save it to a file" in in_zip(built, zipped, "HOW-TO-USE.txt")
        assert "assets/THIRD-PARTY.txt" in in_zip(built, zipped, "LICENCE.txt")
        assert "preact" in in_zip(built, zipped, "assets/THIRD-PARTY.txt")
