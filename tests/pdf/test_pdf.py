"""Printed documents: all is there, nobody sees what is not theirs, and page numbers are true."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builder.work import Lazy
from tests.conftest import SiteFolder
from tests.pdf.conftest import Printed, run, set_documents

FOLDER = "sessions/begin-well/begin-well"
GUIDE, HANDOUT, LARGE, CARDS = (
    f"{FOLDER}-{n}-a4.pdf" for n in ("guide", "handout", "handout-large", "cards")
)
CANARIES = ("CANARYSAY", "CANARYDO", "CANARYWATCH", "CANARYSHORT", "CANARYSTUCK")
MODES = ("CANARYVIDEO", "CANARYPHONE", "CANARYMESSAGES", "CANARYALONE")


def bare(words: str) -> str:
    """Return letters and figures alone: lines break, and marks are set, as they please."""
    return re.sub(r"\W+", "", words)


def test_the_guide_says_every_line_that_is_said_aloud(
    begin_well: Printed, own: Path, tmp_path: Path
) -> None:
    assert begin_well.problems == ()
    data = begin_well.files[GUIDE]
    pages = bare(run(["pdftotext", "-raw"], data, tmp_path, "-"))
    for file in sorted((own / "sessions/begin-well/segments").glob("*.md")):
        text = file.read_text(encoding="utf-8")
        for box in re.findall(r"^::: say\n(.*?)^:::", text, re.MULTILINE | re.DOTALL):
            for sentence in re.split(r"(?<=[.?!])\s+", box.strip()):
                assert bare(sentence) in pages, f"{file.name}: {sentence}"


def test_participants_see_nothing_that_is_the_facilitators_alone(
    site: SiteFolder, tmp_path: Path
) -> None:
    done = set_documents(site.root, r".")
    assert done.problems == ()
    for path in done.files:
        words = " ".join(done.text(path, tmp_path))
        if "guide" in path:
            assert all(canary in words for canary in (*CANARIES, *MODES)), path
        else:
            assert "CANARY" not in words, path


def test_a_guide_in_a_zip_has_no_local_note_and_no_contact_of_the_host(
    site: SiteFolder, tmp_path: Path
) -> None:
    hosted = set_documents(site.root, "guide-a4")
    taken = set_documents(site.root, "guide-a4", "pack:hello")
    here = " ".join(hosted.text("sessions/hello/hello-guide-a4.pdf", tmp_path))
    away = " ".join(taken.text("hello-guide-a4.pdf", tmp_path))
    for words in ("CANARYLOCAL", "Ana, extension 100"):
        assert words in here
        assert words not in away


def test_page_references_of_the_guide_are_pages_of_the_handout(
    begin_well: Printed, tmp_path: Path
) -> None:
    guide, handout = begin_well.text(GUIDE, tmp_path), begin_well.text(HANDOUT, tmp_path)
    found = 0
    for title in (
        "Check-in",
        "One sentence of purpose",
        "Build the agreement",
        "Test it",
        "Commit and close",
    ):
        page = next(
            n for n, words in enumerate(handout, 1) if re.search(rf"\b\d+ {title}\b", words)
        )
        there = next(words for words in guide[1:] if re.search(rf"\d:\d\d {title}", words))
        told = re.search(rf"\d:\d\d {title}.*?handout, page (\d+)", there)
        assert told, title
        assert int(told[1]) == page, title
        found += 1
    assert found == 5


def test_large_print_tells_the_same_pages(begin_well: Printed, tmp_path: Path) -> None:
    handout, large = begin_well.text(HANDOUT, tmp_path), " ".join(begin_well.text(LARGE, tmp_path))
    page = next(n for n, words in enumerate(handout, 1) if "Build the agreement" in words)
    assert f"part 5 · 20 min · page {page} of the usual handout" in large


def test_the_clock_table_ends_with_the_total(begin_well: Printed, tmp_path: Path) -> None:
    first = begin_well.text(GUIDE, tmp_path)[0]
    assert re.search(r"Clock Min Segment Together Really 0:00 5 Arrive and open", first)
    assert re.search(r"1:15 75 End", first)


@pytest.mark.parametrize("paper, size", [("a4", "595.276 x 841.89"), ("letter", "612 x 792")])
def test_page_one_is_one_side_of_the_paper(
    begin_well: Printed, tmp_path: Path, paper: str, size: str
) -> None:
    path = f"{FOLDER}-guide-{paper}.pdf"
    assert size in run(["pdfinfo"], begin_well.files[path], tmp_path)
    pages = begin_well.text(path, tmp_path)
    assert "Short of time" in pages[0]
    assert sum("Session at a glance" in words for words in pages) == 1


def test_pages_are_counted(begin_well: Printed, tmp_path: Path) -> None:
    for path, data in begin_well.files.items():
        told = re.search(r"^Pages: +(\d+)", run(["pdfinfo"], data, tmp_path), re.MULTILINE)
        assert told, path
        assert begin_well.pages[path] == int(told[1]), path
    last = begin_well.text(GUIDE, tmp_path)[-1]
    assert f"page {begin_well.pages[GUIDE]} of {begin_well.pages[GUIDE]}" in last


def test_no_last_page_has_under_five_lines(begin_well: Printed, tmp_path: Path) -> None:
    for path in begin_well.files:
        if "cards" not in path and begin_well.pages[path] > 1:
            lines = [
                line for line in begin_well.lines(path, tmp_path)[-1].splitlines() if line.strip()
            ]
            assert len(lines) - 2 >= 4, path  # without head and foot


def test_a_sheet_begins_its_foot_with_whose_it_is(begin_well: Printed, tmp_path: Path) -> None:
    for path in begin_well.files:
        if "/worksheets/" in f"/{path}":
            for page in begin_well.lines(path, tmp_path):
                foot = [line for line in page.splitlines() if line.strip()][-1].strip()
                assert re.match(r"(Private|Partner|Group)\b", foot), (path, foot)


def test_fonts_are_embedded_in_part_and_are_ours(begin_well: Printed, tmp_path: Path) -> None:
    for path, data in begin_well.files.items():
        for line in run(["pdffonts"], data, tmp_path).splitlines()[2:]:
            assert re.match(r"[A-Z]{6}\+(PeerpressSans|Literata|NotoNaskhArabic)-", line), path
            assert re.search(r"Identity-H +yes yes yes", line), path


def test_equal_sources_give_equal_bytes(own: Path, begin_well: Printed) -> None:
    again = set_documents(own, "begin-well-(guide|handout|cards)-a4")
    for path, data in again.files.items():
        assert data == begin_well.files[path], path


def test_every_document_is_tagged_and_titled(begin_well: Printed) -> None:
    page = pytest.importorskip("page")
    for path, data in begin_well.files.items():
        done = page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1)
        assert done.is_compliant, (path, [(one.rule_id, one.message) for one in done.failures])


def test_a_letter_that_no_font_has_is_told_with_its_word(site: SiteFolder) -> None:
    site.replace(
        "sessions/hello/segments/pairs.md", "Two turns of five minutes.", "Two turns of 五 minutes."
    )
    done = set_documents(site.root, "hello-handout-a4")
    (problem,) = done.problems
    assert problem.code == "no-glyph"
    assert problem.where.path == "sessions/hello/segments/pairs.md"
    assert "'五' (U+4E94), in '五'" in problem.message


def test_words_in_other_scripts_are_set(site: SiteFolder, tmp_path: Path) -> None:
    words = "Tēnā koutou, pōwhiri; șapte țări; Straße; σήμερα; сегодня; hôm nay ngày mới; مرحبا"
    site.replace("sessions/hello/segments/pairs.md", "Two turns of five minutes.", words)
    done = set_documents(site.root, "hello-handout-a4")
    assert done.problems == ()
    text = " ".join(done.text("sessions/hello/hello-handout-a4.pdf", tmp_path))
    assert "șapte țări; Straße; σήμερα; сегодня; hôm nay ngày mới" in text


def test_words_are_never_read_as_markup(site: SiteFolder, tmp_path: Path) -> None:
    words = '#panic("x") $a$ @ref <lab> #read("/etc/passwd") ]'
    site.replace("sessions/hello/segments/pairs.md", "Two turns of five minutes.", f"`{words}`")
    done = set_documents(site.root, "hello-handout-a4")
    assert done.problems == ()
    assert '#panic("x") $a$ @ref' in " ".join(
        done.text("sessions/hello/hello-handout-a4.pdf", tmp_path)
    )


def test_a_drawing_that_reaches_out_is_refused(site: SiteFolder) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="file:///etc/passwd"/></svg>'
    site.write({"sessions/hello/assets/out.svg": drawing})
    site.replace("sessions/hello/segments/pairs.md", "../assets/chairs.png", "../assets/out.svg")
    done = set_documents(site.root, "hello-handout-a4")
    assert [problem.code for problem in done.problems] == ["pdf"]


def test_without_pdf_there_is_no_document(site: SiteFolder) -> None:
    text = (site.root / "site.yaml").read_text(encoding="utf-8")
    site.write({"site.yaml": f"{text}editions: {{pdf: no}}\n"})
    assert set_documents(site.root, ".").files == {}


def test_large_print_can_be_left_out(site: SiteFolder) -> None:
    text = (site.root / "site.yaml").read_text(encoding="utf-8")
    site.write({"site.yaml": f"{text}print: {{paper: [Letter], large_print: no}}\n"})
    made = set_documents(site.root, "sessions/hello/hello-").files
    assert sorted(path.rpartition("/")[2] for path in made) == [
        "hello-cards-letter.pdf",
        "hello-guide-letter.pdf",
        "hello-handout-letter.pdf",
    ]


def test_a_zip_has_its_documents_on_the_first_paper(site: SiteFolder) -> None:
    made = set_documents(site.root, ".", "pack:hello").files
    assert "hello-guide-a4.pdf" in made
    assert not [path for path in made if "letter" in path]


def test_processes_can_be_opened_after_a_document_was_set_here(begin_well: Printed) -> None:
    """They are not forked from this one, whose threads they would wait for."""
    assert begin_well.files
    with Lazy(1) as pool:
        assert pool.submit(max, 1, 2).result(timeout=60) == 2
