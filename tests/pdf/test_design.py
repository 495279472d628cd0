"""How a page is set: what gives way, what is kept together, and which way it reads."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import SiteFolder
from tests.pdf.conftest import Own, said, set_documents

GUIDE = "sessions/hello/hello-guide-a4.pdf"
MM = 72 / 25.4
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>([^<]*)</word>')
SHAPE = re.compile(r'<path[^>]* d="([^"]+)"(?: transform="matrix\(([^)]*)\)")?')
POINT = re.compile(r"(-?[\d.]+) (-?[\d.]+)")


def places(data: bytes, page: int) -> dict[str, float]:
    """Return how far from the left each word of a page begins, the first of a kind."""
    found = said(f"pdftotext -bbox -f {page} -l {page}", data, "-")
    return {word: float(x) for x, _, word in reversed(WORD.findall(found))}


def rules(data: bytes, page: int, folder: Path) -> list[float]:
    """Return how far down the lines across a page are that are longer than 4 cm, in millimetres."""
    drawing = folder / "page.svg"
    said(f"pdftocairo -svg -f {page} -l {page}", data, str(drawing))
    found = []
    for shape, matrix in SHAPE.findall(drawing.read_text(encoding="utf-8")):
        points = [(float(x), float(y)) for x, y in POINT.findall(shape)]
        scale, *_, down = (float(number) for number in (matrix or "1, 0").split(","))
        across = {x for x, _ in points}
        along = {y for _, y in points}
        if points and max(across) - min(across) > 40 * MM and max(along) - min(along) < 2:
            found.append((max(along) * scale + down) / MM)
    return sorted(found)


def with_materials(site: SiteFolder, count: int) -> SiteFolder:
    """Give the small pack a long list of things to bring."""
    things = ", ".join(f"Thing number {n} of all that is brought along" for n in range(count))
    return site.replace(
        "sessions/hello/pack.yaml", "materials: [A clock]", f"materials: [{things}]"
    )


@pytest.mark.parametrize("things, care_on", [(1, 1), (36, 2)])
def test_the_glance_is_one_side_and_care_goes_to_the_next(
    site: SiteFolder, things: int, care_on: int
) -> None:
    done = set_documents(with_materials(site, things).root, "guide-a4")
    pages = done.text(GUIDE)
    assert "Short of time" in pages[0]
    assert [n for n, words in enumerate(pages, 1) if "Care. Nobody has to" in words] == [care_on]
    assert pages[1].startswith("Hello")
    assert "Facilitator guide" in pages[1], "the glance is over"


def test_the_picture_gives_way_before_care(site: SiteFolder, tmp_path: Path) -> None:
    """With so many things to bring, care stays on page 1 since the session line leaves it."""
    little = set_documents(site.root, "guide-a4").files[GUIDE]
    full = set_documents(with_materials(site, 24).root, "guide-a4")
    assert "Care. Nobody has to" in full.text(GUIDE)[0]
    baseline = len(rules(little, 1, tmp_path))
    assert len(rules(full.files[GUIDE], 1, tmp_path)) < baseline


def test_a_segment_of_more_than_a_page_goes_on_under_its_clock(site: SiteFolder) -> None:
    begin = "sessions/hello/segments/begin.md"
    text = (site.root / begin).read_text(encoding="utf-8")
    notes = "".join(
        f"\n::: do\n- Step {n}: one thing to do.\n- And one more.\n:::\n" for n in range(20)
    )
    site.write({begin: text + notes})
    done = set_documents(site.root, "guide-a4")
    assert done.problems == ()
    first, second = (n for n, words in enumerate(done.text(GUIDE)) if "one thing to do" in words)
    for words in ("OPENPROMPT", "CANARYSAY:"):
        assert words in done.text(GUIDE)[first]
    in_margin = re.compile(r"^ *(0:00|Begin,|continued)(?=\s|$)", re.MULTILINE)
    assert in_margin.findall(done.lines(GUIDE)[second]) == ["0:00", "Begin,", "continued"]


def test_lines_to_write_on_stay_apart_where_a_sheet_is_set_close(own: Own, tmp_path: Path) -> None:
    data = own.printed.files["sessions/student-work/worksheets/action-slip-a4.pdf"]
    assert own.printed.pages["sessions/student-work/worksheets/action-slip-a4.pdf"] == 1
    down = rules(data, 1, tmp_path)[1:-1]  # without those of head and foot
    apart = [below - above for above, below in pairwise(down)]
    assert len(apart) >= 9
    assert min(apart) >= 8.0


def test_arabic_pages_read_from_right_to_left(site: SiteFolder) -> None:
    site.replace("site.yaml", "language: en-NZ", "language: ar")
    pack = "sessions/hello/pack.yaml"
    site.replace(pack, "What goes well in your room?", "ما الذي يسير على ما يرام في صفك؟")
    site.replace(pack, "title: Begin\n", "title: البداية\n")
    begin = "sessions/hello/segments/begin.md"
    site.replace(
        begin, "CANARYSAY: a turn each, one minute at most.", "لكل واحد دوره، ودقيقة واحدة."
    )
    done = set_documents(site.root, "-a4")
    assert done.problems == ()
    page = pytest.importorskip("page")
    for path, data in done.files.items():
        checked = page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1)
        assert checked.is_compliant, path
    data = done.files[GUIDE]
    glance = places(data, 1)
    assert not {"Clock", "Min", "Segment", "Together", "Really"} & glance.keys()
    assert glance["0:08"] > glance["14"] > glance["pairs"]  # the clock, the minutes, the title
    segment = places(data, 2)
    assert not {"PROMPT", "handout,", "SAY"} & segment.keys()
    assert segment["0:00"] > segment["OPENPROMPT:"]
    assert segment["0:00"] > segment["CANARYDO:"]
