"""The printed documents of every pack: complete, true to each other, and for the right eyes."""

from __future__ import annotations

import re

import pytest

from tests.pdf.conftest import Own, bare, said
from tests.pdf.packs import PACKS, PAPERS, Pack, Segment, read

every_pack = pytest.mark.parametrize("pack", PACKS)
every_copy = pytest.mark.parametrize("pack, paper", [(p, s) for p in PACKS for s in PAPERS])


def document(pack: str, kind: str, paper: str) -> str:
    """Return where a document of a pack is."""
    return f"sessions/{pack}/{pack}-{kind}-{paper}.pdf"


def page_of(segment: Segment, handout: list[str]) -> int:
    """Return the page of a handout on which a segment begins."""
    title = rf"(?:^| ){segment.part} {re.escape(segment.title)}(?: |$)"
    (found,) = (n for n, words in enumerate(handout, 1) if re.search(title, words))
    return found


def page_in(segment: Segment, guide: list[str]) -> str:
    """Return the page of a guide on which a segment begins, from its title on."""
    title = rf"(?:^| ){segment.at} {re.escape(segment.title)}(?!,)(?: |$)"
    (found,) = (words[match.start() :] for words in guide[1:] if (match := re.search(title, words)))
    return found


def test_every_document_is_set(own: Own) -> None:
    assert own.printed.problems == ()
    for pack in PACKS:
        for paper in PAPERS:
            for kind in ("guide", "handout", "handout-large"):
                assert document(pack, kind, paper) in own.printed.files


@pytest.mark.parametrize("paper", PAPERS)
def test_every_document_is_tagged_and_titled(own: Own, paper: str) -> None:
    page = pytest.importorskip("page")
    for path, data in own.printed.files.items():
        if path.endswith(f"-{paper}.pdf"):
            done = page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1)
            wrong = [(one.rule_id, one.message) for one in done.failures]
            assert done.is_compliant, (path, wrong)


def test_every_document_is_on_its_paper_and_its_pages_are_counted(own: Own) -> None:
    sizes = {"a4": (595.276, 841.89), "letter": (612, 792)}
    for path, data in own.printed.files.items():
        told = said("pdfinfo", data)
        pages = re.search(r"^Pages: +(\d+)", told, re.MULTILINE)
        size = re.search(r"^Page size: +([\d.]+) x ([\d.]+)", told, re.MULTILINE)
        assert pages, path
        assert size, path
        assert own.printed.pages[path] == int(pages[1]), path
        across = sizes[path.rpartition("-")[2].removesuffix(".pdf")]
        wanted = across[::-1] if "series/" in path else across
        assert (float(size[1]), float(size[2])) == wanted, path


def test_fonts_are_embedded_in_part_and_are_ours(own: Own) -> None:
    for path, data in own.printed.files.items():
        if path.endswith("letter.pdf"):
            continue  # the same words in the same fonts
        for line in said("pdffonts", data).splitlines()[2:]:
            assert re.match(r"[A-Z]{6}\+(PeerpressSans|Literata|NotoNaskhArabic)-", line), path
            assert re.search(r"Identity-H +yes yes yes", line), path


@every_copy
def test_the_guide_says_every_line_that_is_said_aloud(own: Own, pack: str, paper: str) -> None:
    letters = own.printed.letters(document(pack, "guide", paper))
    for segment in read(own.root, pack).segments:
        assert segment.said
        for sentence in segment.said:
            assert bare(sentence) in letters, f"{segment.title}: {sentence}"


@every_pack
def test_what_is_the_facilitators_alone_is_on_no_other_paper(own: Own, pack: str) -> None:
    facts = read(own.root, pack)
    alone = {
        bare(sentence)
        for segment in facts.segments
        for sentence in segment.noted
        if bare(sentence) not in bare(facts.shared) and len(bare(sentence)) > 12
    }
    assert len(alone) > 50
    for path in own.printed.files:
        ours = path.startswith((f"sessions/{pack}/", "worksheets/"))
        if ours and path.endswith("a4.pdf") and "guide" not in path:
            letters = own.printed.letters(path)
            assert [one for one in alone if one in letters] == [], path


@every_copy
def test_the_guide_tells_the_pages_of_the_handout(own: Own, pack: str, paper: str) -> None:
    guide = own.printed.text(document(pack, "guide", paper))
    handout = own.printed.text(document(pack, "handout", paper))
    for segment in read(own.root, pack).segments:
        told = re.findall(r"handout, page (\d+)", page_in(segment, guide))
        assert told, segment.title
        assert int(told[0]) == page_of(segment, handout), segment.title
    every = {int(n) for words in guide for n in re.findall(r"handout, page (\d+)", words)}
    assert every <= set(range(1, len(handout) + 1))


@every_copy
def test_the_guide_counts_the_pages_of_worksheets(own: Own, pack: str, paper: str) -> None:
    guide = own.printed.letters(document(pack, "guide", paper))
    handout = own.printed.text(document(pack, "handout", paper))
    pages = {}
    for path, count in own.printed.pages.items():
        if "worksheets/" in path and path.endswith(f"-{paper}.pdf"):
            facts = said("pdfinfo", own.printed.files[path])
            title = re.search(r"^Title: +(.*)$", facts, re.MULTILINE)
            assert title, path
            pages[title[1]] = count
    found = 0
    for segment in read(own.root, pack).segments:
        begins = page_of(segment, handout)
        for sheet in segment.sheets:
            counted = f"{sheet} ({pages[sheet]} page{'' if pages[sheet] == 1 else 's'})."
            assert bare(counted) in guide, segment.title
            named = f"Worksheet: {sheet}"
            assert named in " ".join(handout[begins - 1 : begins + 1]), segment.title
            found += 1
    assert found


@every_copy
def test_large_print_tells_the_pages_of_the_usual_handout(own: Own, pack: str, paper: str) -> None:
    handout = own.printed.text(document(pack, "handout", paper))
    large = " ".join(own.printed.text(document(pack, "handout-large", paper)))
    for segment in read(own.root, pack).segments:
        page = page_of(segment, handout)
        told = f"part {segment.part} · {segment.minutes} min · page {page} of the usual handout"
        assert told in large, segment.title


@every_copy
def test_the_clock_table_adds_up_to_the_packs_minutes(own: Own, pack: str, paper: str) -> None:
    facts = read(own.root, pack)
    first = own.printed.lines(document(pack, "guide", paper))[0]
    rows = re.findall(r"^ *(\d+:\d\d) +(\d+) +(\S.*?)(?:  .*)?$", first, re.MULTILINE)
    end = f"{facts.minutes // 60}:{facts.minutes % 60:02}"
    wanted = [(one.at, str(one.minutes), one.title) for one in facts.segments]
    assert rows == [*wanted, (end, str(facts.minutes), "End")]
    assert sum(one.minutes for one in facts.segments) == facts.minutes


@every_copy
def test_the_session_at_a_glance_is_one_side(own: Own, pack: str, paper: str) -> None:
    pages = own.printed.text(document(pack, "guide", paper))
    assert "Short of time" in pages[0]
    assert sum("Session at a glance" in words for words in pages) == 1
    assert any("Care." in words for words in pages[:2]), "care is on one of the first two pages"


@every_copy
def test_title_prompt_and_what_is_said_stand_on_one_page(own: Own, pack: str, paper: str) -> None:
    data = own.printed.files[document(pack, "guide", paper)]
    pages = [bare(page) for page in said("pdftotext -raw", data, "-").split("\f")]
    for segment in read(own.root, pack).segments:
        together = [bare(words) for words in (segment.title, segment.prompt, *segment.said)]
        assert any(all(words in page for words in together) for page in pages), segment.title


@every_copy
def test_no_segment_leaves_under_four_lines_for_the_next_page(
    own: Own, pack: str, paper: str
) -> None:
    facts = read(own.root, pack)
    for n, page in enumerate(own.printed.lines(document(pack, "guide", paper))[1:], 2):
        lines = [" ".join(line.split()) for line in page.splitlines() if line.strip()]
        assert len(lines) - 2 >= 4, n  # without head and foot
        titles = [f"{one.at} {one.title}" for one in facts.segments]
        begin = next((k for k, line in enumerate(lines) if line in titles), None)
        if begin is not None:
            assert begin == 1 or begin - 1 >= 4, (n, lines[1:begin])


@every_pack
def test_a_guide_has_two_pages_a_segment_at_most(own: Own, pack: str) -> None:
    segments = len(read(own.root, pack).segments)
    assert own.printed.pages[document(pack, "guide", "a4")] <= 2 * segments


def test_no_last_page_has_under_five_lines(own: Own) -> None:
    for path in own.printed.files:
        if "cards" not in path and own.printed.pages[path] > 1:
            lines = [line for line in own.printed.lines(path)[-1].splitlines() if line.strip()]
            assert len(lines) - 2 >= 4, path  # without head and foot


def test_every_page_of_a_sheet_begins_its_foot_with_whose_it_is(own: Own) -> None:
    for path in own.printed.files:
        if "/worksheets/" in f"/{path}" and not path.startswith("ar/"):  # in English words
            for page in own.printed.lines(path):
                foot = [line for line in page.splitlines() if line.strip()][-1].strip()
                assert re.match(r"(Private|Partner|Group)\b", foot), (path, foot)


def test_a_table_that_goes_on_has_its_head_again(own: Own) -> None:
    pages = own.printed.text("worksheets/confidence-check-a4.pdf")
    assert len(pages) == 2
    for words in pages:
        assert "0 1 2 3 4 5 6 7 8 9 10" in words
    assert "keep trying a new teaching" in pages[0]


def test_the_packs_are_read_whole(own: Own) -> None:
    """What the tests above compare with is not empty by mistake."""
    packs: list[Pack] = [read(own.root, name) for name in PACKS]
    assert len(packs) >= 3
    assert all(one.prompt and one.noted for pack in packs for one in pack.segments)
