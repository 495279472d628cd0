"""Packs in other languages: their own pages, prints and zip, over the clock of the original."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from builder.digest import of_bytes
from builder.words import read_catalogue
from tests.conftest import SiteFolder
from themes.default.locale import collect

WORDS = """translation_of: {digest}
note: Kua whakamāoritia e te hoa.
title: "Kia ora: haurua hāora tahi"
promise: Ka mōhio koe ki tētahi mea mō ia hoa mahi.
question: He aha te mea pai i tō rūma?
objectives:
  - Whakahuatia tētahi mea pai mā te hoa mahi
  - Haria tētahi mea iti hei whakamātau
segments:
  begin: {{title: Tīmata}}
  pairs: {{title: Takirua, steps: [Kōrero, Pātai]}}
try_it: Whakamātauria tētahi mea.
"""
SLIP_LINE = re.compile(r"^title: .*$", re.MULTILINE)


def digest(site: SiteFolder, path: str) -> str:
    """Return what a translation says it was made from."""
    return of_bytes((site.root / path).read_bytes())[:8]


@pytest.fixture
def translated(site: SiteFolder) -> SiteFolder:
    """Give the small site with its pack in te reo Māori: one segment is still to be translated."""
    hello = "sessions/hello"
    slip = (site.root / f"{hello}/worksheets/slip.yaml").read_text(encoding="utf-8")
    head = f"---\ntranslation_of: {digest(site, f'{hello}/segments/begin.md')}\n---\n"
    pairs = (site.root / f"{hello}/segments/pairs.mi.md").read_text(encoding="utf-8")
    return site.write(
        {
            f"{hello}/pack.mi.yaml": WORDS.format(digest=digest(site, f"{hello}/pack.yaml")),
            f"{hello}/segments/begin.mi.md": f"{head}Tō ingoa, me tētahi mea pai.\n\n"
            "[Ko wai mātou](../../../content/about.md) · [ata](../assets/chairs.png)\n\n"
            "::: say\nKia kotahi meneti ia tangata.\n:::\n\n::: worksheet hello/slip\n:::\n",
            f"{hello}/segments/pairs.mi.md": f"---\ntranslation_of: 00000000\n---\n{pairs}",
            f"{hello}/worksheets/slip.mi.yaml": SLIP_LINE.sub("title: Pepa", slip, count=1),
        }
    )


def test_a_pack_in_another_language_has_all_its_pages_under_that_language(
    translated: SiteFolder,
) -> None:
    translated.build()
    made = {path for path in translated.tree() if path.startswith("mi/sessions/")}
    assert made >= {
        "mi/sessions/hello/index.html",
        "mi/sessions/hello/guide.html",
        "mi/sessions/hello/handout.html",
        "mi/sessions/hello/run.html",
        "mi/sessions/hello/worksheets/slip.html",
        "mi/sessions/hello.zip",
        "mi/sessions/hello.imscc",
    }
    page = translated.page("mi/sessions/hello/index.html")
    assert '<html lang="mi" dir="ltr"' in page
    assert "He aha te mea pai i tō rūma?" in page
    assert "Kua whakamāoritia e te hoa." in page


def test_minutes_and_groupings_are_those_of_the_original(translated: SiteFolder) -> None:
    """A translation has no clock of its own."""
    translated.build()
    both = [translated.page(f"{way}sessions/hello/guide.html") for way in ("", "mi/")]
    clocks = [re.findall(r'data-offset="(\d+)"', page) for page in both]
    assert clocks[0] == clocks[1] != []


def test_facilitators_words_stay_out_of_the_translated_handout(translated: SiteFolder) -> None:
    translated.build()
    assert "Kia kotahi meneti" in translated.page("mi/sessions/hello/guide.html")
    assert "Kia kotahi meneti" not in translated.page("mi/sessions/hello/handout.html")


def test_what_is_not_translated_stands_in_its_own_language_and_is_marked(
    translated: SiteFolder,
) -> None:
    translated.build()
    page = translated.page("mi/sessions/hello/handout.html")
    part = page[page.index('id="part-close"') :]
    assert 'lang="en-NZ"' in part[: part.index("</section>")]
    begin = page[page.index('id="part-begin"') : page.index('id="part-pairs"')]
    assert "lang=" not in begin
    assert "Tō ingoa" in begin


def test_a_translation_older_than_its_original_says_so_and_how_to_mend_it(
    translated: SiteFolder,
) -> None:
    said = read_catalogue((collect.HERE / "mi.po").read_text(encoding="utf-8")).messages
    translated.build()
    assert said["Not up to date"] in translated.page("mi/sessions/hello/index.html")
    now = digest(translated, "sessions/hello/segments/pairs.md")
    (told,) = [one for one in translated.problems() if one.code == "stale-translation"]
    assert told.where.path == "sessions/hello/segments/pairs.mi.md"
    assert not told.is_error
    assert f"translation_of: {now}" in told.hint
    translated.replace("sessions/hello/segments/pairs.mi.md", "00000000", now).build()
    page = translated.page("mi/sessions/hello/index.html")
    assert said["Not up to date"] not in page
    assert said["Not all translated"] in page


def test_links_lead_to_the_same_language_where_it_is_there(translated: SiteFolder) -> None:
    translated.build()
    page = translated.page("mi/sessions/hello/handout.html")
    assert 'href="../../about.html"' in page
    assert 'href="worksheets/slip.html"' in page
    assert "Pepa</a>" in page


def test_pages_name_their_other_languages_to_people_and_to_search_engines(
    translated: SiteFolder,
) -> None:
    translated.build()
    for path in ("sessions/hello/index.html", "mi/sessions/hello/index.html"):
        page = translated.page(path)
        for language, url in (
            ("en-NZ", "https://small.example/sessions/hello/index.html"),
            ("mi", "https://small.example/mi/sessions/hello/index.html"),
            ("x-default", "https://small.example/sessions/hello/index.html"),
        ):
            assert f'rel="alternate" hreflang="{language}" href="{url}"' in page
    assert 'lang="mi" hreflang="mi">te reo Māori' in translated.page("sessions/hello/index.html")
    sitemap = translated.page("sitemap.xml")
    assert 'hreflang="mi" href="https://small.example/mi/sessions/hello/index.html"' in sitemap


def test_lists_name_a_pack_once(translated: SiteFolder) -> None:
    """The library, the catalogue and the complete list are in the site's language."""
    translated.build()
    for path in ("sessions/index.html", "complete.html", "packs.json"):
        assert "Kia ora: haurua" not in translated.page(path), path


def test_the_zip_of_a_translation_opens_by_itself(translated: SiteFolder, tmp_path: Path) -> None:
    translated.build()
    folder = tmp_path / "zip"
    shutil.unpack_archive(translated.out / "mi/sessions/hello.zip", folder)
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert '<html lang="mi"' in page
    for address in re.findall(r'(?:href|src)="([^":#]+)"', page):
        assert (folder / address).exists(), address
    assert (folder / "source/sessions/hello/pack.mi.yaml").is_file()
    assert '"id":"hello/slip"' in (folder / "workbook-data.js").read_text(encoding="utf-8")


def test_a_sheet_in_two_languages_is_one_sheet_in_the_workbook(translated: SiteFolder) -> None:
    """What is written in one language opens in the other."""
    translated.build()
    told = translated.page("workbook-data.js")
    assert told.count('"id":"hello/slip"') == 1
    assert "Pepa" not in told


@pytest.mark.parametrize(
    "old, new, message",
    [
        (
            "  - Haria tētahi mea iti hei whakamātau\n",
            "",
            "objectives: 1 here, and 2 in the original",
        ),
        ("  begin: {title", "  beginn: {title", "the pack has no segment 'beginn'"),
        ("[Kōrero, Pātai]", "[Kōrero]", "steps in 'pairs': 1 here, and 2 in the original"),
    ],
)
def test_a_translation_that_differs_from_its_original_is_an_error(
    translated: SiteFolder, old: str, new: str, message: str
) -> None:
    translated.replace("sessions/hello/pack.mi.yaml", old, new)
    (told,) = [one for one in translated.problems() if one.is_error]
    assert told.message.startswith(message)
    assert told.where.path == "sessions/hello/pack.mi.yaml"


def test_a_sheet_keeps_its_questions_in_every_language(translated: SiteFolder) -> None:
    path = "sessions/hello/worksheets/slip.mi.yaml"
    text = (translated.root / path).read_text(encoding="utf-8")
    head, fields, rest = text.partition("fields:")
    translated.write({path: head + fields + re.sub(r"id: \w+", "id: other", rest, count=1)})
    (told,) = [one for one in translated.problems() if one.is_error]
    assert told.code == "translation-differs"
    assert told.message == "the questions are not those of the original"


def test_an_arabic_pack_runs_from_right_to_left(translated: SiteFolder) -> None:
    text = (translated.root / "sessions/hello/pack.mi.yaml").read_text(encoding="utf-8")
    translated.write({"sessions/hello/pack.ar.yaml": text}).build()
    assert '<html lang="ar" dir="rtl"' in translated.page("ar/sessions/hello/guide.html")


def test_taking_a_translation_away_takes_its_pages_away(translated: SiteFolder) -> None:
    translated.build()
    for path in (translated.root / "sessions/hello").rglob("*.mi.*"):
        path.unlink()
    translated.build()
    assert not [path for path in translated.tree() if path.startswith("mi/sessions")]
    assert "hreflang" not in translated.page("sessions/hello/index.html")
