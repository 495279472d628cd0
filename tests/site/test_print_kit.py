"""The print kit of a guide: what can be chosen, what is copied, and all its words."""

from __future__ import annotations

import html
import json
import re
from pathlib import Path

import pytest

from builder.clock import MESSAGES, TITLES
from builder.site.print_kit import words
from builder.words import Catalogue, Translator
from tests.conftest import SiteFolder

GUIDE = "sessions/begin-well/guide.html"


@pytest.fixture(scope="module")
def guide(own_site: SiteFolder) -> str:
    return own_site.page(GUIDE)


def attribute(page: str, name: str) -> str:
    found = re.search(rf'{name}="([^"]*)"', page)
    assert found is not None
    return html.unescape(found[1])


def values(page: str, name: str) -> list[str]:
    return re.findall(rf'type="radio" name="{name}" value="([^"]*)"', page)


class TestTheForm:
    def test_it_is_hidden_until_a_script_shows_it(self, guide: str) -> None:
        assert re.search(r"<form class=\"kit\" data-kit data-room hidden ", guide)

    def test_every_version_and_both_meetings_can_be_chosen(self, guide: str) -> None:
        assert values(guide, "version") == ["full", "short", "split.first", "split.second"]

    def test_only_ways_of_meeting_that_the_pack_has_are_there(self, own_site: SiteFolder) -> None:
        other = own_site.page("sessions/listen-then-ask/guide.html")
        assert values(other, "where") == ["in-person", "video", "phone"]

    def test_the_number_of_people_has_the_bounds_of_the_pack(self, guide: str) -> None:
        assert 'min="4" max="8" value="6"' in guide
        assert [attribute(guide, f"data-{name}") for name in ("least", "best", "most")] == [
            "4",
            "6",
            "8",
        ]

    def test_papers_are_those_of_the_site(self, site: SiteFolder) -> None:
        text = (site.root / "site.yaml").read_text(encoding="utf-8")
        (site.root / "site.yaml").write_text(f"{text}\nprint:\n  paper: [Letter]\n", "utf-8")
        site.build()
        page = site.page("sessions/hello/guide.html")
        assert values(page, "paper") == ["letter"]
        assert '<fieldset class="choice" hidden>' in page

    def test_its_script_is_its_own(self, own_site: SiteFolder, guide: str) -> None:
        scripts = re.findall(r"<script defer src=\"[^\"]*/(\w+)\.\w+\.js\"", guide)
        assert scripts == ["page", "guide"]
        assert "guide." not in "".join(re.findall(r"<script[^>]*>", own_site.page("index.html")))


class TestTheCopies:
    def test_each_document_knows_for_whom_it_is_and_its_pages(self, guide: str) -> None:
        rows = re.findall(r"<tr data-per=\"(\w+)\" data-pages=\"a4=(\d+)&amp;letter=(\d+)\"", guide)
        kinds = [per for per, *_ in rows]
        assert kinds[:3] == ["guide", "handout", "large"]
        assert kinds[-1] == "cards"
        assert {"self", "pair", "group"} <= set(kinds)
        assert all(int(n) > 0 for _, *pages in rows for n in pages)

    def test_documents_can_be_had_without_a_script(self, own_site: SiteFolder, guide: str) -> None:
        links = re.findall(r"<li data-on=\"\w+\"><a href=\"([^\"]+\.pdf)\"", guide)
        assert len(links) == 2 * guide.count("<tr data-per=")
        here = Path(own_site.out, GUIDE).parent
        assert [link for link in links if not (here / link).is_file()] == []

    def test_without_pdfs_only_copies_are_told(self, site: SiteFolder) -> None:
        assert "pdf: false" in (site.root / "site.yaml").read_text(encoding="utf-8")
        site.build()
        page = site.page("sessions/hello/guide.html")
        assert "data-per=" in page
        assert "data-pages" not in page
        assert "data-documents" not in page


class TestTheWords:
    def test_all_that_the_clock_says_is_there_in_the_language_of_the_page(self) -> None:
        catalogue = {
            MESSAGES["early"]: "Schluss {difference} Minuten früher.",
            "left out": "fällt aus",
        }
        found = json.loads(words(Translator("de", Catalogue(catalogue))))
        assert set(found["messages"]) == set(MESSAGES)
        assert set(found["titles"]) == set(TITLES)
        assert found["messages"]["early"] == "Schluss {difference} Minuten früher."
        assert found["gone"]["out"] == "fällt aus"

    def test_a_page_has_them_whole(self, guide: str) -> None:
        assert attribute(guide, "data-words") == words(Translator("en-NZ"))
        assert json.loads(attribute(guide, "data-timing"))["minutes"] == 75
