"""Lists of things: categories, glossary, tools, notes, former addresses, and what is not here."""

from __future__ import annotations

import json

import pytest

from builder.model.lists import Term, Tool, When
from builder.outputs.glossary import letters
from builder.outputs.not_found import root_of
from builder.outputs.tools import groups, purposes
from builder.site.aliases import alias_path
from builder.site.rows import reading_minutes
from builder.site.tags import used
from tests.conftest import SiteFolder


def tool(
    id_: str, *when: When, purpose: tuple[str, ...] = ("meet",), retired: bool = False
) -> Tool:
    return Tool(
        id=id_,
        name=id_.title(),
        purpose=purpose,
        why="Why.",
        when=when,
        login="none",
        retired=retired,
    )


def note(title: str, day: str, *tags: str) -> str:
    return f"---\ntitle: {title}\npublished: {day}\ntags: [{', '.join(tags)}]\n---\nWords.\n"


class TestCategories:
    def test_those_used_most_come_first_then_by_name(self) -> None:
        found = used(["b", "a", "c", "c"])
        assert [(tag.label, tag.count) for tag in found] == [("c", 2), ("a", 1), ("b", 1)]

    def test_spellings_are_one_category_under_the_one_used_most(self) -> None:
        (tag,) = used(["Peer groups", "peer groups", "peer groups", "peer-groups"])
        assert (tag.slug, tag.label, tag.count) == ("peer-groups", "peer groups", 4)

    def test_a_category_lists_its_packs_pages_and_notes(self, site: SiteFolder) -> None:
        site.write(
            {
                "content/notes/z.md": note("A note", "2026-11-01", "Odd words"),
                "content/z.md": "---\ntitle: A page\ntags: [odd words]\n---\nWords.\n",
            }
        )
        site.build()
        page = site.page("categories/odd-words.html")
        assert "A note" in page
        assert "A page" in page
        assert '<span class="at">2</span>' in site.page("categories/index.html")


class TestNotes:
    def test_they_are_archived_by_year_and_month_with_counts(self, site: SiteFolder) -> None:
        site.write(
            {
                "content/notes/x.md": note("Old", "2024-02-03"),
                "content/notes/y.md": note("Older", "2024-02-01"),
                "content/notes/z.md": note("Oldest", "2023-12-31"),
            }
        )
        site.build()
        month = site.page("notes/2024/02.html")
        assert month.index(">Old<") < month.index(">Older<")
        assert "Oldest" not in month
        assert '<a rel="prev" href="../2023/12.html">' in month
        assert '<a href="02.html" aria-current="page">February</a> <span>2</span>' in month
        assert "Oldest" in site.page("notes/2023/index.html")

    def test_a_note_leads_to_the_one_before_and_the_one_after(self, site: SiteFolder) -> None:
        site.write(
            {
                "content/notes/x.md": note("First", "2020-01-01"),
                "content/notes/y.md": note("Second", "2020-01-02"),
                "content/notes/z.md": note("Third", "2020-01-03"),
            }
        )
        site.build()
        page = site.page("notes/y.html")
        assert '<a rel="prev" href="x.html">First</a>' in page
        assert '<a rel="next" href="z.html">Third</a>' in page


class TestTheGlossary:
    def test_words_stand_under_their_first_letter_with_or_without_a_mark(self) -> None:
        terms = tuple(
            Term(term=word, meaning="M.") for word in ("hui", "Ōtara", "open", "check-in")
        )
        found = letters(terms)
        assert [(one.letter, [entry.term for entry in one.entries]) for one in found] == [
            ("C", ["check-in"]),
            ("H", ["hui"]),
            ("O", ["open", "Ōtara"]),
        ]

    def test_two_words_with_one_slug_have_two_ids(self) -> None:
        terms = (Term(term="co-coach", meaning="M."), Term(term="co coach", meaning="M."))
        ids = [entry.id for one in letters(terms) for entry in one.entries]
        assert len(set(ids)) == 2


class TestTools:
    def test_each_stands_once_under_the_first_way_it_is_used(self) -> None:
        found = groups((tool("wall", "together", "paper"), tool("letter", "own time")))
        assert [(g.when, [t.id for t in g.tools], g.also) for g in found] == [
            ("together", ["wall"], ()),
            ("own time", ["letter"], ()),
            ("paper", [], (("wall", "Wall"),)),
        ]

    def test_what_is_no_longer_offered_comes_last_and_serves_no_purpose(self) -> None:
        tools = (tool("gone", "together", retired=True), tool("call", "together"))
        (group,) = groups(tools)
        assert [one.id for one in group.tools] == ["call", "gone"]
        assert purposes(tools)[0].tools == (("call", "Call"),)

    def test_purposes_come_in_the_order_in_which_they_are_named(self) -> None:
        tools = (
            tool("a", "paper", purpose=("share", "meet")),
            tool("b", "paper", purpose=("meet",)),
        )
        assert [(p.words, len(p.tools)) for p in purposes(tools)] == [("share", 1), ("meet", 2)]


class TestFormerAddresses:
    @pytest.mark.parametrize(
        "written,path",
        [
            ("old.html", "old.html"),
            ("/old/name.html", "old/name.html"),
            ("old/name", "old/name/index.html"),
            ("old/", "old/index.html"),
            ("a/./b/../c.html", "a/c.html"),
            ("a/b.html/", "a/b.html/index.html"),
            ("ō/ā.html", "ō/ā.html"),
        ],
    )
    def test_where_the_page_that_leads_on_is_put(self, written: str, path: str) -> None:
        assert alias_path(written) == path

    @pytest.mark.parametrize(
        "written",
        [
            "",
            "/",
            "../x.html",
            "a/../../x.html",
            "https://x.org/",
            "a\\b",
            "a?b",
            "a#b",
            ".git/x",
            "a.",
            "a\nb",
        ],
    )
    def test_what_leads_outside_or_is_no_path_is_refused(self, written: str) -> None:
        assert alias_path(written) is None

    def test_the_page_leads_on_by_a_link_too(self, site: SiteFolder) -> None:
        site.write(
            {"content/new/place.md": "---\ntitle: Moved\naliases: [old/one.html]\n---\nWords.\n"}
        )
        site.build()
        page = site.page("old/one.html")
        assert '<meta http-equiv="refresh" content="0; url=../new/place.html">' in page
        assert '<a href="../new/place.html">Moved</a>' in page


class TestWhatIsNotHere:
    def test_its_links_begin_where_the_site_does(self) -> None:
        assert root_of("https://example.org") == "/"
        assert root_of("https://example.org/centre/") == "/centre/"
        assert root_of(None) == ""


def test_reading_time_is_in_whole_minutes_and_left_out_for_a_few_lines() -> None:
    assert [reading_minutes(words) for words in (0, 99, 100, 200, 201, 1000)] == [0, 0, 1, 1, 2, 5]


def test_the_catalogue_gives_size_and_digest_of_each_zip(site: SiteFolder) -> None:
    site.build()
    (pack,) = json.loads(site.page("packs.json"))["packs"]
    assert pack["id"] == "hello"
    assert pack["zip"]["size"] == len(site.tree()["sessions/hello.zip"])
    assert len(pack["zip"]["blake2b-128"]) == 32
    assert pack["page"] == "sessions/hello/index.html"


def test_the_complete_list_has_everything_that_is_published(site: SiteFolder) -> None:
    site.build()
    page = site.page("complete.html")
    pages = [path for path in site.tree() if path.endswith(".html")]
    former = "who-we-are.html"
    unlisted = ("404.html", "complete.html", "guide.html", "handout.html", "run.html", former)
    left_out = [
        path
        for path in pages
        if f'href="{path}"' not in page
        and not path.endswith(unlisted)
        and not path.startswith(("categories/", "notes/2"))
    ]
    assert left_out == []
