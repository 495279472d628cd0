"""The feed: what came out, newest first, under names that outlive an address."""

from __future__ import annotations

import json
from xml.etree import ElementTree as ET

import feedparser
import pytest

from builder.model.view import Body
from builder.outputs.feed import absolute, stable_id
from tests.conftest import SiteFolder

ATOM = "{http://www.w3.org/2005/Atom}"


def feed(site: SiteFolder) -> ET.Element:
    return ET.fromstring(site.page("feed.xml"))  # noqa: S314 - we have just made it ourselves


def texts(element: ET.Element, name: str) -> list[str]:
    return [found.text or "" for found in element.iter(f"{ATOM}{name}")]


@pytest.fixture
def published(site: SiteFolder) -> SiteFolder:
    """Give the small site with two notes, published at an address of its own."""
    text = (site.root / "site.yaml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("url:")]
    site.write(
        {
            "site.yaml": "\n".join([*lines, "url: https://example.org/centre/", ""]),
            "content/notes/b.md": "---\ntitle: Fish & chips\npublished: 2026-11-02\n"
            "reviewed: 2026-11-09\n---\nSee [about](../about.md) and [below](#more).\n\n"
            "## More\n\n< words\n",
        }
    )
    return site


def test_an_id_is_the_same_wherever_the_site_moves() -> None:
    assert stable_id("school", "page:notes/a") == stable_id("school", "page:notes/a")
    assert stable_id("school", "page:notes/a") != stable_id("school", "page:notes/b")
    assert stable_id("school", "page:notes/a") != stable_id("other", "page:notes/a")
    assert stable_id("school", "feed").startswith("urn:uuid:")


def test_links_are_whole_and_what_leads_nowhere_stays_so() -> None:
    body = Body("d", (("a.md", "../a.html#x"), ("#y", "#y"), ("gone.md", None)))
    assert absolute(body, "https://example.org/notes/b.html").links == (
        ("a.md", "https://example.org/a.html#x"),
        ("#y", "https://example.org/notes/b.html#y"),
        ("gone.md", None),
    )


def test_entries_are_newest_first_with_dates_of_their_own(published: SiteFolder) -> None:
    published.build()
    made = feed(published)
    dates = texts(made, "published")
    assert dates == sorted(dates, reverse=True)
    entry = next(e for e in made.iter(f"{ATOM}entry") if texts(e, "title") == ["Fish & chips"])
    assert texts(entry, "published") == ["2026-11-02T00:00:00Z"]
    assert texts(entry, "updated") == ["2026-11-09T00:00:00Z"]


def test_a_note_is_there_in_full_and_its_links_lead_back_to_the_site(published: SiteFolder) -> None:
    published.build()
    entry = next(e for e in feed(published).iter(f"{ATOM}entry") if texts(e, "content"))
    content = next(c for c in texts(feed(published), "content") if "about" in c)
    assert 'href="https://example.org/centre/about.html"' in content
    assert 'href="https://example.org/centre/notes/b.html#more"' in content or "#more" in content
    assert "&lt; words" in content
    assert entry is not None


def test_every_entry_has_what_a_reader_asks_for(published: SiteFolder) -> None:
    published.build()
    made = feed(published)
    entries = list(made.iter(f"{ATOM}entry"))
    assert entries
    ids = [texts(entry, "id")[0] for entry in entries]
    assert len(set(ids)) == len(ids)
    for entry in entries:
        link = next(entry.iter(f"{ATOM}link"))
        assert link.get("href", "").startswith("https://example.org/centre/")
        assert texts(entry, "updated")
    assert texts(made, "updated")[0] == max(texts(made, "updated"))


def test_a_site_without_an_address_has_no_feed_sitemap_or_robots(site: SiteFolder) -> None:
    text = (site.root / "site.yaml").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("url:")]
    site.write({"site.yaml": "\n".join([*lines, ""])})
    site.build()
    assert not {"feed.xml", "sitemap.xml", "robots.txt"} & set(site.tree())
    assert "feed.xml" not in site.page("index.html")


def test_the_sitemap_names_pages_and_no_page_that_leads_on(published: SiteFolder) -> None:
    published.write({"content/c.md": "---\ntitle: C\naliases: [old.html]\n---\nWords.\n"})
    published.build()
    sitemap = published.page("sitemap.xml")
    assert "<loc>https://example.org/centre/c.html</loc>" in sitemap
    assert "old.html" not in sitemap
    assert "404.html" not in sitemap
    assert "Sitemap: https://example.org/centre/sitemap.xml" in published.page("robots.txt")


def test_a_feed_reader_that_is_not_ours_reads_the_atom_feeds(published: SiteFolder) -> None:
    published.build()
    for path in ("feed.xml", "categories/dates.xml"):
        read = feedparser.parse(published.page(path))
        assert not read.bozo
        assert read.version == "atom10"
        assert read.entries
        for entry in read.entries:
            assert entry.link.startswith("https://example.org/centre/")
            assert entry.id.startswith("urn:uuid:")
            assert entry.published_parsed
            assert entry.updated_parsed


def test_the_json_feed_tells_the_same_as_the_atom_feed(published: SiteFolder) -> None:
    published.build()
    for name in ("feed", "categories/dates"):
        read = feedparser.parse(published.page(f"{name}.xml"))
        told = json.loads(published.page(f"{name}.json"))
        assert told["version"] == "https://jsonfeed.org/version/1.1"
        assert told["feed_url"] == f"https://example.org/centre/{name}.json"
        assert [item["id"] for item in told["items"]] == [entry.id for entry in read.entries]
        assert [item["url"] for item in told["items"]] == [entry.link for entry in read.entries]
        assert [item["title"] for item in told["items"]] == [e.title for e in read.entries]
        for item in told["items"]:
            assert ("content_html" in item) != ("content_text" in item)


def test_the_feed_of_a_category_has_what_is_filed_there_and_nothing_else(
    published: SiteFolder,
) -> None:
    published.build()
    told = json.loads(published.page("categories/peer-groups.json"))
    everything = json.loads(published.page("feed.json"))
    expected = [one["id"] for one in everything["items"] if "peer groups" in one.get("tags", ())]
    assert [item["id"] for item in told["items"]] == expected
    assert 0 < len(expected) < len(everything["items"])
    assert told["home_page_url"] == "https://example.org/centre/categories/peer-groups.html"


def test_pages_lead_to_the_feeds(published: SiteFolder) -> None:
    published.build()
    assert 'href="feed.json"' in published.page("index.html")
    page = published.page("categories/dates.html")
    assert 'type="application/atom+xml" href="dates.xml"' in page
    assert page.count('href="dates.json"') == 2
