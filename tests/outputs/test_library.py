"""The library and the home page of a small site: what stands there with no script at all."""

from __future__ import annotations

import re

from tests.conftest import SiteFolder


def test_the_library_has_every_pack_once_under_its_trust(site: SiteFolder) -> None:
    site.build()
    page = site.page("sessions/index.html")
    assert re.findall(r'data-pack="(\S+?)"', page) == ["hello"]
    assert '<h2 class="words" id="level-1">Start anywhere</h2>' in page
    assert "level-2" not in page
    assert 'href="#level-1"' in page


def test_a_pack_says_what_it_asks_in_all(site: SiteFolder) -> None:
    site.build()
    page = site.page("sessions/index.html")
    (minutes,) = re.findall(r'data-in-all="(\d+)"', page)
    (words,) = re.findall(r"<li>in all <b>(.*?)</b>", page)
    pack = site.page("sessions/hello/index.html")
    assert int(minutes) > 30
    assert words == f"{minutes} min"
    assert f"To take part</b>, {words}" in pack


def test_every_list_beside_the_packs_leads_to_one_on_the_page(site: SiteFolder) -> None:
    site.build()
    page = site.page("sessions/index.html")
    aside = page[page.index('class="aside lists"') : page.index("data-shelves")]
    targets = re.findall(r'href="#([^"]+)"', aside)
    assert "need-begin-as-a-group" in targets
    assert [one for one in targets if page.count(f'id="{one}"') != 1] == []


def test_everything_the_script_can_say_is_on_the_page(site: SiteFolder) -> None:
    """A reason without its sentence would be said as nothing."""
    site.build()
    said = set(re.findall(r' data-([a-z0-9-]+)="', site.page("sessions/index.html")))
    assert set(SENTENCES) <= said


SENTENCES = (
    *("made-for", "also-for", "other-need", "people", "one-person", "other-people"),
    *("exact", "spare", "short", "too-long", "shorter", "in-all", "more-in-all"),
    *("as-it-is", "changed", "other-mode", "no-trust", "trust2", "trust3", "first"),
    *("all", "all-one", "fit", "fit-one", "led", "led-one", "none", "rest", "begin"),
    *("steps1", "steps2", "steps3"),
)


def test_home_leads_to_the_packs_for_a_need(site: SiteFolder) -> None:
    site.build()
    page = site.page("index.html")
    link = '<a href="sessions/index.html#need-begin-as-a-group">Begin as a group</a>'
    assert link in page
    assert "<b>1</b> pack</p>" in page
    assert '<a href="sessions/index.html">Find a session</a>' in page


def test_a_site_without_packs_has_a_home_page_that_offers_none(empty: SiteFolder) -> None:
    empty.build()
    page = empty.page("index.html")
    assert "Find a session" not in page
    assert "What do you want to do?" not in page
