"""Printed documents: all is there, nobody sees what is not theirs, and page numbers are true."""

from __future__ import annotations

from pathlib import Path

from builder.work import Lazy
from tests.conftest import SiteFolder
from tests.pdf.conftest import Own, set_documents

CANARIES = ("CANARYSAY", "CANARYDO", "CANARYWATCH", "CANARYSHORT", "CANARYSTUCK")
MODES = ("CANARYVIDEO", "CANARYPHONE", "CANARYMESSAGES", "CANARYALONE")


def test_participants_see_nothing_that_is_the_facilitators_alone(
    site: SiteFolder, tmp_path: Path
) -> None:
    done = set_documents(site.root, "-a4")
    assert len(done.files) >= 7
    assert done.problems == ()
    for path in done.files:
        words = " ".join(done.text(path))
        if "guide" in path:
            assert all(canary in words for canary in (*CANARIES, *MODES)), path
        else:
            assert "CANARY" not in words, path


def test_a_guide_in_a_zip_has_no_local_note_and_no_contact_of_the_host(
    site: SiteFolder, tmp_path: Path
) -> None:
    hosted = set_documents(site.root, "guide-a4")
    taken = set_documents(site.root, "guide-a4", "pack:hello")
    here = " ".join(hosted.text("sessions/hello/hello-guide-a4.pdf"))
    away = " ".join(taken.text("hello-guide-a4.pdf"))
    for words in ("CANARYLOCAL", "Ana, extension 100"):
        assert words in here
        assert words not in away


def test_equal_sources_give_equal_bytes(own: Own) -> None:
    again = set_documents(
        own.root, "^(sessions/begin-well/begin-well-(handout|cards)|worksheets/between-sessions)-a4"
    )
    assert len(again.files) == 3
    for path, data in again.files.items():
        assert data == own.printed.files[path], path


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
    text = " ".join(done.text("sessions/hello/hello-handout-a4.pdf"))
    assert "șapte țări; Straße; σήμερα; сегодня; hôm nay ngày mới" in text


def test_words_are_never_read_as_markup(site: SiteFolder, tmp_path: Path) -> None:
    words = '#panic("x") $a$ @ref <lab> #read("/etc/passwd") ]'
    site.replace("sessions/hello/segments/pairs.md", "Two turns of five minutes.", f"`{words}`")
    done = set_documents(site.root, "hello-handout-a4")
    assert done.problems == ()
    assert '#panic("x") $a$ @ref' in " ".join(done.text("sessions/hello/hello-handout-a4.pdf"))


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


def test_processes_can_be_opened_after_a_document_was_set_here(site: SiteFolder) -> None:
    """They are not forked from this one, whose threads they would wait for."""
    assert set_documents(site.root, "cards-a4").files
    with Lazy(1) as pool:
        assert pool.submit(max, 1, 2).result(timeout=60) == 2
