"""What is cut apart: small sheets, several to a sheet of paper, and cards, eight to one."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import ROOT, SiteFolder
from tests.outputs.test_deck import DECK
from tests.pdf.conftest import Printed, said, set_documents

CARD = (ROOT / "content/worksheets/between-sessions.yaml").read_text(encoding="utf-8")
MM = 72 / 25.4
POINT = re.compile(r"(-?[\d.]+) (-?[\d.]+)")
DASHES = re.compile(r"stroke-dasharray:\s*\d")
MATRIX = re.compile(r'transform="matrix\(([^)]*)\)"')
SIZES = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</word>')


def card(per_sheet: int, *dropped: str) -> str:
    """Return our between-sessions card, so many to a sheet, without some of its questions."""
    text = CARD.replace("per_sheet: 4", f"per_sheet: {per_sheet}")
    for id_ in dropped:
        question = rf"^  - id: {id_}\n.*?(?=^  - id: |^\w)"
        text, found = re.subn(question, "", text, flags=re.DOTALL | re.MULTILINE)
        assert found == 1, id_
    return text


def drawn(data: bytes, folder: Path) -> str:
    """Return the first page as a drawing."""
    file = folder / "page.svg"
    said("pdftocairo -svg -f 1 -l 1", data, str(file))
    return file.read_text(encoding="utf-8")


def ends(element: str) -> list[tuple[float, float]]:
    """Return the points of a line on the paper, in millimetres."""
    found = MATRIX.search(element)
    numbers = found[1] if found else "1, 0, 0, 1, 0, 0"
    a, b, c, d, right, down = (float(number) for number in numbers.split(","))
    shape = re.search(r' d="([^"]*)"', element)
    assert shape is not None
    points = [(float(x), float(y)) for x, y in POINT.findall(shape[1])]
    return [((a * x + c * y + right) / MM, (b * x + d * y + down) / MM) for x, y in points]


def cuts(data: bytes, folder: Path) -> list[list[tuple[float, float]]]:
    """Return the ends of the broken lines of the first page."""
    paths = re.findall(r"<path[^>]*/>", drawn(data, folder))
    return [ends(one) for one in paths if DASHES.search(one)]


def rules(data: bytes, folder: Path) -> list[list[tuple[float, float]]]:
    """Return the corners of the unbroken lines across the first page that are longer than 3 cm."""
    paths = re.findall(r"<path[^>]*/>", drawn(data, folder))
    shapes = [ends(one) for one in paths if "style=" in one and not DASHES.search(one)]
    return [
        points
        for points in shapes
        if points
        and max(x for x, _ in points) - min(x for x, _ in points) > 30
        and max(y for _, y in points) - min(y for _, y in points) < 0.5
    ]


@pytest.fixture
def printed(site: SiteFolder) -> Printed:
    """Give our card on both papers."""
    site.write({"content/worksheets/between-sessions.yaml": CARD})
    return set_documents(site.root, "worksheets/between-sessions")


@pytest.mark.parametrize("paper", SIZES)
def test_four_cards_fill_one_page(printed: Printed, paper: str) -> None:
    path = f"worksheets/between-sessions-{paper}.pdf"
    assert printed.problems == ()
    assert printed.pages[path] == 1
    (words,) = printed.text(path)
    for label in ("My one thing", "When this happens", "then I will", "My partner", "meet next on"):
        assert words.count(label) == 4, label
    assert words.count("Partner: stays with you") == 4


@pytest.mark.parametrize("paper", SIZES)
def test_each_card_has_its_own_quarter(printed: Printed, paper: str) -> None:
    data = printed.files[f"worksheets/between-sessions-{paper}.pdf"]
    found = WORD.findall(said("pdftotext -bbox", data, "-"))
    corners = {(float(x) / MM, float(y) / MM) for x, y, word in found if word == "Between-sessions"}
    wide, high = (side / 2 for side in SIZES[paper])
    assert {(int(x // wide), int(y // high)) for x, y in corners} == {
        (0, 0),
        (1, 0),
        (0, 1),
        (1, 1),
    }


@pytest.mark.parametrize("paper", SIZES)
def test_broken_lines_cross_the_whole_paper(printed: Printed, tmp_path: Path, paper: str) -> None:
    data = printed.files[f"worksheets/between-sessions-{paper}.pdf"]
    wide, high = SIZES[paper]
    found = {tuple(sorted((round(x), round(y)) for x, y in cut)) for cut in cuts(data, tmp_path)}
    upright = ((round(wide / 2), 0), (round(wide / 2), round(high)))
    across = ((0, round(high / 2)), (round(wide), round(high / 2)))
    assert found == {upright, across}


@pytest.mark.parametrize("paper", SIZES)
def test_lines_to_write_on_are_far_enough_apart_for_a_pen(
    printed: Printed, tmp_path: Path, paper: str
) -> None:
    data = printed.files[f"worksheets/between-sessions-{paper}.pdf"]
    wide, high = SIZES[paper]
    first = [min(points) for points in rules(data, tmp_path)]
    down = sorted({round(y, 1) for x, y in first if x < wide / 2 and y < high / 2})
    *to_write_on, _ = down  # the last one is that of the foot
    assert len(to_write_on) == 9
    assert min(below - above for above, below in pairwise(to_write_on)) >= 8.0


def test_whoever_listens_hears_one_card(printed: Printed) -> None:
    for data in printed.files.values():
        tagged = said("pdfinfo -struct-text", data)
        assert tagged.count('"My one thing"') == 1
    page = pytest.importorskip("page")
    for data in printed.files.values():
        done = page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1)
        assert done.is_compliant, [(one.rule_id, one.message) for one in done.failures]


@pytest.mark.parametrize(
    "per_sheet, dropped", [(1, ()), (2, ("status",)), (3, ("status", "small", "next"))]
)
def test_there_are_as_many_copies_as_the_author_says(
    site: SiteFolder, per_sheet: int, dropped: tuple[str, ...]
) -> None:
    site.write({"content/worksheets/between-sessions.yaml": card(per_sheet, *dropped)})
    done = set_documents(site.root, "worksheets/between-sessions-a4")
    assert done.problems == ()
    assert done.pages["worksheets/between-sessions-a4.pdf"] == 1
    (words,) = done.text("worksheets/between-sessions-a4.pdf")
    assert words.count("My one thing") == per_sheet


def test_more_questions_than_fit_are_told_and_nothing_is_cut_off(site: SiteFolder) -> None:
    site.write({"content/worksheets/between-sessions.yaml": card(8)})
    done = set_documents(site.root, "worksheets/between-sessions-a4")
    (problem,) = done.problems
    assert problem.code == "pdf"
    assert problem.where.path == "content/worksheets/between-sessions.yaml"
    assert "more questions than fit on a card, 8 to a sheet of paper" in problem.message


EVERY_KIND = """
id: every-kind
title: Every kind
per_sheet: 2
fields:
  - {id: words, kind: text, label: Some words, lines: 2}
  - {id: hours, kind: number, label: How long, unit: hours}
  - {id: sure, kind: scale, label: How sure, low_label: not sure, high_label: sure}
  - {id: rated, kind: ratings, label: I can, low: 0, high: 3, items: [ask, listen]}
  - {id: done, kind: checklist, label: To tick, options: [first, second]}
  - {id: us, kind: people, label: Who we are, lines: 2}
licence: CC-BY-4.0
source: [Own work]
"""
TALL_KINDS = """
id: tall-kinds
title: Tall kinds
per_sheet: 2
fields:
  - {id: gaps, kind: ratings, label: Gaps, items: [Time], columns: [{id: now, label: Now}]}
  - {id: rungs, kind: ladder, label: Rungs, items: [lowest, highest]}
  - {id: rows, kind: rows, label: Rows, lines: 2, columns: [What, {id: by, label: By, kind: date}]}
  - {id: signed, kind: signature, label: Signed, lines: 1}
licence: CC-BY-4.0
source: [Own work]
"""


def test_every_kind_of_question_stands_on_a_small_sheet(site: SiteFolder) -> None:
    site.write({"content/worksheets/every-kind.yaml": EVERY_KIND})
    site.write({"content/worksheets/tall-kinds.yaml": TALL_KINDS})
    done = set_documents(site.root, "worksheets/(every|tall)-kind.*a4")
    assert done.problems == ()
    (every,) = done.text("worksheets/every-kind-a4.pdf")
    (tall,) = done.text("worksheets/tall-kinds-a4.pdf")
    for words in ("Some words", "hours", "0: not sure", "listen", "second", "Name"):
        assert every.count(words) == 2, words
    for words in ("Time", "Rungs", "In words", "What", "Signature"):
        assert tall.count(words) == 2, words


@pytest.mark.parametrize("paper", SIZES)
def test_a_deck_for_anybody_is_printed_eight_to_a_sheet(
    site: SiteFolder, tmp_path: Path, paper: str
) -> None:
    site.write({"content/cards/nine.md": DECK})
    done = set_documents(site.root, f"cards/nine-{paper}")
    path = f"cards/nine-{paper}.pdf"
    assert done.problems == ()
    assert done.pages[path] == 2
    first, second = done.text(path)
    assert [f"Question number {n}" in first for n in range(1, 10)] == [True] * 8 + [False]
    assert "Question number 9" in second
    assert first.count("Nine questions") == 8
    wide, high = SIZES[paper]
    found = cuts(done.files[path], tmp_path)
    down = sorted(round(a[1]) for a, b in found if round(a[1]) == round(b[1]))
    assert down == [round(high * n / 4) for n in (1, 2, 3)]
    assert [round(a[0]) for a, b in found if round(a[0]) == round(b[0])] == [round(wide / 2)]
