"""On paper: the guide holds every word its facilitator says, the handout none."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Page

from tests.browser.kinds import FEW, KINDS, PACKS
from tests.browser.watch import Watched
from tests.conftest import SiteFolder

pytestmark = pytest.mark.browser

Watch = Callable[..., Watched]
BOX = re.compile(
    r"^:{3,} *(?P<name>[a-z-]+)[^\n]*\n(?P<body>.*?)^:{3,} *$", re.MULTILINE | re.DOTALL
)
THEIRS = ("say", "do", "watch", "if-short", "if-stuck")
"""Containers that only facilitators see."""
SCREEN_ONLY = (
    ".skip, .nav, .crumbs, footer.foot, button, .button, form.start, form.filter, .on-screen"
)
CANARIES = ("SAY", "DO", "WATCH", "SHORT", "STUCK")


def fold(text: str) -> str:
    """Leave only letters and digits: paper breaks lines where it likes."""
    return re.sub(r"[\W_]", "", text).casefold()


@dataclass
class Paper:
    """A printed page or more of them, as text in the order of the document."""

    sheets: list[str]

    def holds(self, text: str) -> bool:
        """Whether a text stands on paper, if need be begun on one sheet and ended on the next."""
        wanted = fold(text)
        if any(wanted in sheet for sheet in self.sheets):
            return True
        return any(
            wanted[:at] in first and wanted[at:] in second
            for first, second in zip(self.sheets, self.sheets[1:], strict=False)
            for at in range(1, len(wanted))
        )

    def lacks(self, texts: Iterator[str]) -> list[str]:
        """Return the texts that do not stand on paper."""
        return [text for text in texts if not self.holds(text)]


def printed(page: Page, folder: Path, size: str = "A4") -> Paper:
    """Print a page as the browser does, and read the paper."""
    if shutil.which("pdftotext") is None:
        pytest.fail("pdftotext is missing: install it (Debian: poppler-utils)")
    file = folder / "printed.pdf"
    page.pdf(path=file, format=size)
    done = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, check=True)
    return Paper([fold(sheet) for sheet in done.stdout.decode().split("\f")[:-1]])


def words(markdown: str) -> Iterator[str]:
    """Give each line of a text without its marks."""
    for line in markdown.splitlines():
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", line)
        plain = re.sub(r"^\s*(?:[-*]|\d+\.)\s+", "", plain).replace("*", "").strip()
        if plain and not plain.startswith((":::", "|", "!")):
            yield plain


def lines(pack: Path, *names: str) -> Iterator[str]:
    """Give each line of the containers of some names in all segments of a pack."""
    found = sorted((pack / "segments").glob("*.md"))
    for path in (one for one in found if "." not in one.stem):
        for box in BOX.finditer(path.read_text(encoding="utf-8")):
            if box["name"] in names:
                yield from words(box["body"])


@pytest.mark.parametrize("id_", PACKS)
def test_the_guide_on_paper_has_every_word_of_the_facilitator(
    own_site: SiteFolder, folder: str, watch: Watch, tmp_path: Path, id_: str
) -> None:
    """All that is to be said, done and watched for; a foot with pack, version and page."""
    pack = own_site.root / "sessions" / id_
    facts = yaml.safe_load((pack / "pack.yaml").read_text(encoding="utf-8"))
    name = fold(facts["title"].partition(":")[0])
    assert len(list(lines(pack, "say"))) > 10
    page = watch(folder).go(f"sessions/{id_}/guide.html")
    for size in ("A4", "Letter"):
        paper = printed(page, tmp_path, size)
        assert paper.lacks(lines(pack, *THEIRS, "prompt")) == []
        for number, sheet in enumerate(paper.sheets, 1):
            assert name in sheet
            assert fold(f"version {facts['version']}") in sheet
            assert f"page{number}of{len(paper.sheets)}" in sheet


@pytest.mark.parametrize("id_", PACKS)
def test_the_handout_on_paper_has_no_word_of_the_facilitator(
    own_site: SiteFolder, folder: str, watch: Watch, tmp_path: Path, id_: str
) -> None:
    """It has every prompt, and a foot as the guide has."""
    pack = own_site.root / "sessions" / id_
    paper = printed(watch(folder).go(f"sessions/{id_}/handout.html"), tmp_path)
    leaked = [line for line in lines(pack, *THEIRS) if len(fold(line)) > 24 and paper.holds(line)]
    assert leaked == []
    assert paper.lacks(lines(pack, "prompt")) == []
    total = len(paper.sheets)
    assert all(f"page{n}of{total}" in sheet for n, sheet in enumerate(paper.sheets, 1))


def test_no_canary_of_the_facilitator_reaches_the_handout(
    site: SiteFolder, watch: Watch, tmp_path: Path
) -> None:
    """In a small pack each container holds a word of its own, so none can hide."""
    site.build()
    watched = watch(f"{site.out.as_uri()}/")
    guide = printed(watched.go("sessions/hello/guide.html"), tmp_path)
    handout = printed(watched.go("sessions/hello/handout.html"), tmp_path)
    for name in CANARIES:
        assert guide.holds(f"CANARY{name}"), name
        assert not handout.holds(f"CANARY{name}"), name
    assert handout.holds("OPENPROMPT")
    assert watched.faults == []


def test_what_only_screens_need_stays_off_the_paper(folder: str, watch: Watch) -> None:
    """No navigation, no button, no field for the start time; ink on white, in dark rooms too."""
    watched = watch(folder, color_scheme="dark")
    watched.page.emulate_media(media="print")
    for kind in (*FEW, "page", "note", "tools", "handout", "series"):
        page = watched.go(KINDS[kind])
        shown = page.locator(SCREEN_ONLY).evaluate_all(
            "parts => parts.filter(part => part.checkVisibility())"
            ".map(part => part.outerHTML.slice(0, 80))"
        )
        assert shown == [], kind
        assert page.locator("main").is_visible()
        colours = page.evaluate(
            "[document.documentElement, document.querySelector('main p, main li')]"
            ".map(part => getComputedStyle(part))"
            ".map((style, place) => place ? style.color : style.backgroundColor)"
        )
        assert colours[0] in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}, kind
        assert colours[1] == "rgb(0, 0, 0)", kind


def test_a_link_to_elsewhere_shows_its_address_on_paper(
    folder: str, watch: Watch, tmp_path: Path
) -> None:
    """Paper cannot be clicked."""
    watched = watch(folder)
    count = 0
    for kind in ("pack", "page", "tools"):
        page = watched.go(KINDS[kind])
        addresses = page.locator("main a[href^=http]").evaluate_all(
            "links => links.filter(link => link.checkVisibility()).map(link => link.href)"
        )
        count += len(addresses)
        short = (re.sub(r"^https?://(www\.)?|/$", "", address) for address in addresses)
        assert printed(page, tmp_path).lacks(short) == [], kind
    assert count > 5


def labels(sheet: dict[str, Any]) -> Iterator[str]:
    """Give the title and every question of a sheet, and what is asked within a question."""
    yield sheet["title"]
    for field in sheet["fields"]:
        yield field["label"]
        for part in (*field.get("items", ()), *field.get("columns", ()), *field.get("options", ())):
            label = part.get("label") if isinstance(part, dict) else part
            if label:
                yield str(label)


def test_every_sheet_prints_blank_with_all_its_questions(
    own_site: SiteFolder, folder: str, watch: Watch, tmp_path: Path
) -> None:
    """Without scripts, with nothing typed; no button, no placeholder, and who may see it below."""
    watched = watch(folder, java_script_enabled=False)
    found = sorted((own_site.root / "content/worksheets").glob("*.yaml"))
    sources = [path for path in found if "." not in path.stem]
    assert sources
    for source in sources:
        page = watched.go(f"worksheets/{source.stem}.html")
        paper = printed(page, tmp_path)
        asked = labels(yaml.safe_load(source.read_text(encoding="utf-8")))
        assert paper.lacks(asked) == [], source.stem
        assert not paper.holds("Print this sheet")
        assert page.locator("main [placeholder]").count() == 0
        for sheet in paper.sheets:
            assert any(word in sheet for word in ("private", "partner", "group")), source.stem


def test_what_was_typed_into_a_sheet_is_printed_whole(
    folder: str, watch: Watch, tmp_path: Path
) -> None:
    """A long answer is not cut at the edge of its field."""
    page = watch(folder).go("worksheets/goal-builder.html")
    answer = " ".join(f"sentence {number} of a long answer." for number in range(1, 25))
    page.locator("main textarea:visible").first.fill(answer)
    assert printed(page, tmp_path).holds(answer)
