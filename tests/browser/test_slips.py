"""What is cut apart, printed by a browser: small sheets and cards fill the paper, and alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.browser.test_print import Paper, printed
from tests.browser.watch import Watched
from tests.conftest import ROOT, SiteFolder
from tests.outputs.test_deck import DECK

pytestmark = pytest.mark.browser

Watch = Callable[..., Watched]
CARD = (ROOT / "content/worksheets/between-sessions.yaml").read_text(encoding="utf-8")
BOXES = """cards => cards.map(card => {
  const box = card.getBoundingClientRect();
  const foot = card.querySelector('.slip-foot').getBoundingClientRect();
  const last = [...card.querySelectorAll('.field')].pop().getBoundingClientRect();
  const style = getComputedStyle(card);
  return {
    left: box.left, top: box.top, high: box.height, foot: foot.top, last: last.bottom,
    right: style.borderInlineEndStyle + style.borderInlineEndWidth,
    above: style.borderBlockStartStyle + style.borderBlockStartWidth,
  };
})"""


@pytest.fixture
def card(site: SiteFolder, watch: Watch) -> Page:
    """Give the page of our between-sessions card."""
    site.write({"content/worksheets/between-sessions.yaml": CARD}).build()
    return watch(f"{site.out.as_uri()}/").go("worksheets/between-sessions.html")


def times(paper: Paper, words: str) -> int:
    """Return how often some words stand on all sheets of a paper."""
    return sum(sheet.count(words) for sheet in paper.sheets)


@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_four_cards_fill_one_sheet_and_nothing_else_is_on_it(
    card: Page, tmp_path: Path, size: str
) -> None:
    paper = printed(card, tmp_path, size)
    assert len(paper.sheets) == 1
    for words in ("myonething", "whenthishappens", "theniwill", "mypartner", "meetnexton"):
        assert times(paper, words) == 4, words
    assert times(paper, "partnerstayswithyou") == 4
    for words in ("smallschool", "thispagedoesnotkeep", "source", "anexample", "leateaches"):
        assert times(paper, words) == 0, words


@pytest.mark.parametrize("wide", [748, 770])
def test_cards_have_lines_to_cut_along_and_their_feet_are_clear_of_the_questions(
    card: Page, wide: int
) -> None:
    """The width is that of the paper within its margins: A4, then Letter."""
    card.set_viewport_size({"width": wide, "height": 1000})
    card.emulate_media(media="print")
    first, second, third, fourth = card.locator(".slips > *").evaluate_all(BOXES)
    assert first["left"] == third["left"] < second["left"] == fourth["left"]
    assert first["top"] == second["top"] < third["top"] == fourth["top"]
    assert first["right"].startswith("dashed")
    assert third["right"].startswith("dashed")
    assert not first["right"].endswith("dashed0px")
    assert third["above"].startswith("dashed")
    assert not third["above"].endswith("dashed0px")
    for one in (first, second, third, fourth):
        assert one["high"] == pytest.approx(first["high"], abs=1)
        assert one["last"] <= one["foot"]


def test_what_was_typed_stands_on_the_first_card_and_the_others_are_blank(
    card: Page, tmp_path: Path
) -> None:
    card.locator("#q-will").fill("I sit down for six minutes")
    card.locator("#q-partner").fill("Ana")
    paper = printed(card, tmp_path)
    assert times(paper, "isitdownforsixminutes") == 1
    assert times(paper, "ana") == 1


def test_a_long_answer_makes_its_card_taller_and_is_not_cut_off(card: Page, tmp_path: Path) -> None:
    answer = " ".join(f"sentence {number} of a long answer." for number in range(1, 40))
    card.locator("#q-will").fill(answer)
    assert printed(card, tmp_path).holds(answer)


def test_on_the_screen_there_is_one_form_and_an_example_that_paper_has_not(card: Page) -> None:
    assert card.locator(".sheet:visible").count() == 1
    assert card.get_by_role("textbox", name="My one thing").count() == 1
    assert card.get_by_role("heading", name="An example").is_visible()
    card.emulate_media(media="print")
    assert card.locator(".worked:visible").count() == 0


def test_a_deck_prints_eight_cards_to_a_sheet(
    site: SiteFolder, watch: Watch, tmp_path: Path
) -> None:
    site.write({"content/cards/nine.md": DECK}).build()
    watched = watch(f"{site.out.as_uri()}/")
    page = watched.go("cards/nine.html")
    for size in ("A4", "Letter"):
        paper = printed(page, tmp_path, size)
        first, second = paper.sheets
        assert first.count("questionnumber") == 8
        assert second.count("questionnumber") == 1
        assert times(paper, "forwhennothingcomes") == 0
    assert watched.faults == []
