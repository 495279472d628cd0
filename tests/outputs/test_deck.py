"""Decks of cards that belong to no pack: a page, and its place in the lists."""

from __future__ import annotations

import pytest

from tests.conftest import SiteFolder

DECK = """---
title: Nine questions
summary: For when nothing comes.
licence: CC0-1.0
sources: [Own work]
---
""" + "\n---\n\n".join(
    f"**Ask.** Question number {n}, as in [the dates](../dates.md)?\n" for n in range(1, 10)
)


@pytest.fixture
def page(site: SiteFolder) -> str:
    """Give the page of a deck of nine."""
    site.write({"content/cards/nine.md": DECK})
    site.build()
    return site.page("cards/nine.html")


def test_the_page_has_every_card_eight_to_a_sheet(page: str) -> None:
    first, second = page.split('<ul class="slips is-deck per-8">')[1:]
    assert first.count('<li class="deck-card">') == 8
    assert second.count('<li class="deck-card">') == 1
    for n in range(1, 10):
        assert f"Question number {n}" in page


def test_links_on_cards_lead_where_they_should(page: str) -> None:
    assert page.count('href="../dates.html"') == 9


def test_it_says_its_own_licence_and_source(page: str) -> None:
    assert "CC0-1.0" in page
    assert "Source: Own work." in page


def test_without_a_licence_it_has_that_of_the_site(site: SiteFolder) -> None:
    site.write({"content/cards/nine.md": DECK.replace("licence: CC0-1.0\n", "")})
    site.build()
    assert "CC0-1.0" not in site.page("cards/nine.html")
    assert "CC-BY-4.0" in site.page("cards/nine.html")


def test_it_is_in_the_complete_list_and_with_the_worksheets(site: SiteFolder) -> None:
    site.write({"content/cards/nine.md": DECK})
    site.build()
    for name, link in (
        ("complete.html", "cards/nine.html"),
        ("worksheets/index.html", "../cards/nine.html"),
    ):
        assert f'href="{link}">Nine questions</a>' in site.page(name)


def test_a_link_to_the_file_of_a_deck_leads_to_its_page(site: SiteFolder) -> None:
    site.write({"content/cards/nine.md": DECK})
    text = (site.root / "content/dates.md").read_text(encoding="utf-8")
    site.write({"content/dates.md": f"{text}\n[The cards](cards/nine.md)\n"})
    site.build()
    assert 'href="cards/nine.html">The cards</a>' in site.page("dates.html")


def test_a_change_of_a_card_makes_the_page_of_its_deck_and_no_other_page(site: SiteFolder) -> None:
    site.write({"content/cards/nine.md": DECK})
    site.build()
    site.replace("content/cards/nine.md", "Question number 9,", "Question number nine,")
    made = {place.path for place in site.build().made}
    assert {path for path in made if path.endswith(".html")} == {"cards/nine.html"}
    assert "site.zip" in made
