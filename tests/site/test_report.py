"""The editor's report: each table lists what an editor looks after, and nothing else."""

from __future__ import annotations

import contextlib
import datetime
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.build import look
from builder.markdown.parse import parse
from builder.model.report import Report, Table
from builder.show import file_lines
from builder.site.report import report
from builder.site.report_text import data, markdown
from builder.site.report_words import Shelf, dated
from builder.store import Store
from builder.work import Here
from tests.conftest import SiteFolder


def told(site: SiteFolder, table: str) -> list[tuple[str, ...]]:
    """Return the rows of one table of a site's report."""
    with contextlib.closing(Store(site.root / ".peerpress")) as store:
        checked = look(site.project(), store, Here())
        shelf = Shelf(store.blobs.read, file_lines(site.root))
        found = report(checked.site, checked.reads, checked.problems, shelf)
    (rows,) = [one.rows for one in found.tables if one.id == table]
    return list(rows)


def page(title: str, *fields: str, body: str = "Words.") -> str:
    return "---\n" + "\n".join([f"title: {title}", *fields]) + f"\n---\n{body}\n"


def test_reviews_that_are_due_come_first_and_those_of_the_next_three_months_after(
    empty: SiteFolder,
) -> None:
    """By each file's own date, or so many months after it was last read."""
    empty.write(
        {
            "content/a.md": page("Due", "review_by: 2026-11-21"),
            "content/b.md": page("Coming", "reviewed: 2025-02-21"),
            "content/c.md": page("Not yet", "reviewed: 2025-02-22"),
            "content/d.md": page("Long due", "reviewed: 2020-01-01"),
            "content/e.md": page("Nobody read it"),
            "site.yaml": "id: test\ntitle: Test\nreview_after: 24\n",
        }
    )
    empty.write({"content/b.md": page("Coming", "reviewed: 2025-02-21")})
    assert told(empty, "reviews") == [
        ("2022-01-01", "due", "content/d.md", "Long due", "2020-01-01"),
        ("2026-11-21", "due", "content/a.md", "Due", "never"),
        ("2027-02-21", "coming", "content/b.md", "Coming", "2025-02-21"),
    ]


def test_packs_and_sheets_are_reviewed_too(site: SiteFolder) -> None:
    pack, sheet = "sessions/hello/pack.yaml", "content/worksheets/look-back.yaml"
    for path in (pack, sheet):
        text = (site.root / path).read_text(encoding="utf-8")
        site.write({path: f"{text}review_by: 2026-12-01\n"})
    assert {(row[1], row[2]) for row in told(site, "reviews") if row[0] == "2026-12-01"} == {
        ("coming", pack),
        ("coming", sheet),
    }


def test_links_that_lead_nowhere_are_told_with_their_place(site: SiteFolder) -> None:
    body = "[A](nowhere.md)\n\n[B](about.md#no-such-heading) and [C](plan-in-progress.md)"
    site.write({"content/links.md": page("Links", body=body)})
    rows = told(site, "broken")
    assert [row[0] for row in rows] == [
        "content/links.md:4",
        "content/links.md:6",
        "content/links.md:6",
    ]
    assert [
        word
        for row in rows
        for word in ("nowhere", "no heading", "not published")
        if word in row[1]
    ] == [
        "nowhere",
        "no heading",
        "not published",
    ]


def test_an_address_outside_stands_once_with_all_its_places(empty: SiteFolder) -> None:
    """Of texts, of sources, of tools and of the settings; the site's own address is none."""
    link = "https://example.org/x"
    source = f"sources: [{{text: A book, url: '{link}'}}]"
    settings = "id: test\ntitle: Test\nurl: https://us.example/\ncommunity:\n"
    tools = "- id: wall\n  name: Wall\n  purpose: [share]\n  why: W.\n  when: [paper]\n"
    tools += f"  login: none\n  url: {link}\n"
    empty.write(
        {
            "content/a.md": page("A", source, body=f"[one]({link}) and [two](mailto:a@b.example)"),
            "content/b.md": page("B", body=f"Words.\n\n[three]({link}) [four]({link})"),
            "site.yaml": f"{settings}  - {{title: Chat, url: '{link}'}}\n",
            "content/tools.yaml": tools,
        }
    )
    places = "site.yaml:5, content/a.md:5, content/a.md:3, content/b.md:6, content/tools.yaml:7"
    assert told(empty, "outside") == [(link, places), ("mailto:a@b.example", "content/a.md:5")]


class TestOldFigures:
    @pytest.mark.parametrize(
        "words,year",
        [
            ("72% of schools say so (2009).", 2009),
            ("Since 2015, one in 3 of us.", 2015),
            ("From 2009 to 2012 it rose to 72 per cent.", 2012),
            ("The 2008–2012 rise was 4.5 points.", 2012),
            ("Kraft and others (2018) read 60 studies.", 2018),
        ],
    )
    def test_a_sentence_with_a_figure_and_a_year_is_found(self, words: str, year: int) -> None:
        assert [one.year for one in dated(words, 2026)] == [year]

    @pytest.mark.parametrize(
        "words",
        [
            "Smith (2006) says so.",
            "We met on 6 November 2012 at 15:45.",
            "It began 2012-11-06.",
            "It has 2,006 pages and 12 tables.",
            "In 2050 there will be 12.",
            "There are 12 of us. We began in 2012.",
            "See 10.1037/2006 for 3 more.",
        ],
    )
    def test_dates_names_and_other_numbers_are_none(self, words: str) -> None:
        assert list(dated(words, 2026)) == []

    @given(st.text(max_size=80))
    def test_whatever_is_written_can_be_looked_at(self, words: str) -> None:
        assert all(one.year <= 2026 and one.words in words for one in dated(words, 2026))

    def test_the_sites_limit_decides_and_the_place_is_its_line(self, empty: SiteFolder) -> None:
        body = "Words.\n\nIn 2020 there\nwere 12 of us. In 2022 there were 14.\n\n    in 2001: 5\n"
        empty.write({"content/a.md": page("A", "summary: In 2018 it was 9 of us.", body=body)})
        assert told(empty, "statistics") == [
            ("2018", "8 years", "content/a.md:3", "In 2018 it was 9 of us."),
            ("2020", "6 years", "content/a.md:7", "In 2020 there were 12 of us."),
        ]
        empty.write({"site.yaml": "id: test\ntitle: Test\nstatistics_after: 7\n"})
        assert [row[0] for row in told(empty, "statistics")] == ["2018"]

    def test_what_the_facilitator_says_and_fields_of_packs_are_looked_at(
        self, site: SiteFolder
    ) -> None:
        pack = "sessions/hello/pack.yaml"
        text = (site.root / pack).read_text(encoding="utf-8")
        site.write(
            {pack: re.sub("^care: .*", "care: In 2011 3 of 4 cried.", text, flags=re.MULTILINE)}
        )
        name = next((site.root / "sessions/hello/segments").glob("*.md"))
        segment = name.relative_to(site.root).as_posix()
        words = name.read_text(encoding="utf-8")
        site.write({segment: f"{words}\n::: say\nIn 2010, 40% came.\n:::\n"})
        assert [(row[0], row[2].partition(":")[0]) for row in told(site, "statistics")] == [
            ("2010", segment),
            ("2011", pack),
        ]


def test_what_nothing_leads_to_is_told_until_something_does(site: SiteFolder) -> None:
    sheet = (site.root / "content/worksheets/look-back.yaml").read_text(encoding="utf-8")
    spare = sheet.replace("id: look-back", "id: spare").replace("title: Look back", "title: Spare")
    activity = "---\ntitle: Walk\nsummary: A walk.\n---\nWalk.\n"
    site.write(
        {
            "content/worksheets/spare.yaml": spare,
            "content/activities/walk.md": activity,
            "content/alone.txt": "words",
        }
    )
    added = [
        ("activity", "content/activities/walk.md", "Walk"),
        ("file", "content/alone.txt", ""),
        ("worksheet", "content/worksheets/spare.yaml", "Spare"),
    ]
    assert [row for row in told(site, "unused") if row in added] == added
    body = "[Sheet](worksheets/spare.yaml) and [file](alone.txt)"
    site.write({"content/z.md": page("Z", body=body)})
    assert [row for row in told(site, "unused") if row in added] == added[:1]


def test_what_a_page_does_not_say_is_named(empty: SiteFolder) -> None:
    person = "---\ntitle: Ana\n---\n"
    full = ("summary: S.", "authors: [ana]", "tags: [x]", "reviewed: 2026-10-05")
    empty.write(
        {
            "content/people/ana.md": person,
            "content/all.md": page("All", *full),
            "content/none.md": page("None"),
            "content/index.md": page("Home", "summary: S."),
            "content/notes/n.md": page("Note", "published: 2026-11-01", "tags: [x]"),
        }
    )
    assert told(empty, "lacking") == [
        ("content/index.md", "reviewed"),
        ("content/none.md", "summary, authors, tags, reviewed"),
        ("content/notes/n.md", "summary, authors"),
    ]


def test_what_is_held_back_is_told_with_its_reason(site: SiteFolder) -> None:
    site.write({"content/soon.md": page("Soon", "published: 2026-12-24")})
    assert told(site, "held") == [
        ("content/last-year.md", "CANARYEXPIRED", "expired on 2026-11-01"),
        ("content/plan-in-progress.md", "CANARYDRAFT", "a draft"),
        ("content/soon.md", "Soon", "dated 2026-12-24"),
    ]


def test_translations_are_fresh_stale_undated_or_missing(empty: SiteFolder) -> None:
    source = page("A")
    digest = parts_digest(empty, source)
    empty.write({f"content/{name}.md": source for name in "abcd"})
    empty.write(
        {
            "content/a.mi.md": page("A", f"translation_of: {digest[:12]}"),
            "content/b.mi.md": page("A", "translation_of: 000000000000"),
            "content/c.mi.md": page("A"),
        }
    )
    assert told(empty, "translations") == [
        ("content/a.md", "mi", "fresh", "content/a.mi.md"),
        ("content/b.md", "mi", "stale", "content/b.mi.md"),
        ("content/c.md", "mi", "undated", "content/c.mi.md"),
        ("content/d.md", "mi", "missing", ""),
    ]


def parts_digest(site: SiteFolder, text: str) -> str:
    """Return the digest of a page with this text."""
    site.write({"content/a.md": text})
    with contextlib.closing(Store(site.root / ".peerpress")) as store:
        reads = look(site.project(), store, Here()).reads
    return next(read.part.digest for read in reads if read.part.path == "content/a.md")


SAMPLE = Report(
    "Our | centre",
    datetime.date(2026, 11, 21),
    (
        Table("held", "Held back", "Said.", ("file", "why"), (("a_b.md", "a *draft*\n| x"),)),
        Table("none", "Nothing", "Said.", ("file",), ()),
    ),
)


def test_as_markdown_it_counts_and_then_lists() -> None:
    assert markdown(SAMPLE) == (
        "# Editor's report: Our \\| centre\n\n"
        "As of 2026-11-21. It names files and addresses, and nobody's answers.\n\n"
        "| What | How many |\n| --- | --- |\n| Held back | 1 |\n| Nothing | 0 |\n\n"
        "## Held back\n\nSaid.\n\n| File | Why |\n| --- | --- |\n"
        "| a\\_b.md | a \\*draft\\* \\| x |\n\n## Nothing\n\nSaid.\n\nNone.\n"
    )


@given(st.text(max_size=40))
def test_no_word_of_a_file_can_break_its_table(words: str) -> None:
    """Read as Markdown, there is one table with one row of two cells, and no markup in them."""
    table = Table("t", "T", "Said.", ("file", "why"), ((words, "x"),))
    text = markdown(Report("Title", SAMPLE.today, (table,)))
    tree = parse("report.md", text.partition("## T")[2]).tree
    tables: list[Any] = [node for node in tree if node["t"] == "table"]
    assert [len(one["rows"]) for one in tables] == [1]
    (row,) = tables[0]["rows"]
    assert [cell[0]["s"] if cell else "" for cell in row][1] == "x"
    assert {node["t"] for node in row[0]} <= {"text"}


def test_as_data_each_row_is_told_by_its_columns() -> None:
    assert data(SAMPLE) == {
        "site": "Our | centre",
        "as_of": "2026-11-21",
        "held": [{"file": "a_b.md", "why": "a *draft*\n| x"}],
        "none": [],
    }
