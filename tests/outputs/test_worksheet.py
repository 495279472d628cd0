"""Worksheets: every kind of field as a real form control, and as room on paper."""

from __future__ import annotations

import pytest

from builder.model.worksheet import Field, Item, Worksheet
from builder.outputs.worksheet import short_address
from builder.site.questions import (
    columns,
    figures,
    in_few_words,
    questions,
    sections,
    visibility,
)
from builder.words import Translator
from tests.conftest import SiteFolder

T = Translator("en")

EVERY_KIND = """
id: every-kind
title: Every kind
intro: One of each.
fields:
  - {id: name, kind: line, label: A line}
  - {id: words, kind: text, label: Some words, help: A word of help, lines: 4}
  - {id: day, kind: date, label: A day}
  - {id: hours, kind: number, label: How many, unit: hours}
  - {id: one, kind: choice, label: One of these, options: ["yes", partly], lines: 1}
  - {id: some, kind: many, label: Some of these, options: [red, green]}
  - {id: done, kind: checklist, label: To tick, options: [first, second]}
  - {id: sure, kind: scale, label: How sure, low: 0, high: 10, low_label: not sure}
  - id: rated
    kind: ratings
    label: I can
    low: 0
    high: 3
    items: [{id: a, label: ask, group: People}, {id: b, label: listen, group: People}]
  - id: gaps
    kind: ratings
    label: Gaps
    items: [{id: time, label: Time}]
    columns: [{id: now, label: Now, kind: scale, low: 1, high: 10}, {id: why, label: Why}]
  - id: dates
    kind: rows
    label: Dates
    lines: 3
    columns:
      - {id: day, label: Day, kind: date}
      - {id: how, label: How, kind: choice, options: [a, b]}
  - {id: us, kind: people, label: Who we are}
  - {id: rungs, kind: ladder, label: Rungs, items: [lowest, highest]}
  - {id: signed, kind: signature, label: Signed, visibility: group, lines: 2}
scoring:
  - {id: total, label: Total, kind: sum, of: [rated], words: Add them up.}
  - {id: widest, label: Widest, kind: top, of: [gaps.now], count: 2, words: Mark two.}
licence: CC-BY-4.0
source: [Own work]
after: Goes home with you. Nobody collects it.
"""


def sheet(*fields: Field) -> Worksheet:
    return Worksheet(id="x", title="X", fields=fields)


class TestThePureParts:
    def test_questions_are_numbered_and_have_the_room_their_kind_needs(self) -> None:
        made = questions(
            sheet(
                Field(id="a", label="A"),
                Field(id="b", label="B", kind="text"),
                Field(id="c", label="C", kind="rows", lines=2),
            ),
            T,
        )
        assert [(one.number, one.lines) for one in made] == [(1, 1), (2, 3), (3, 2)]

    def test_a_scale_has_a_figure_for_each_step_with_both_ends(self) -> None:
        assert figures(Field(id="a", label="A", kind="scale", low=-2, high=2)) == (-2, -1, 0, 1, 2)

    def test_ratings_have_figures_unless_they_have_columns(self) -> None:
        column = (Item(id="now", label="Now"),)
        assert figures(Field(id="a", label="A", kind="ratings", low=1, high=2)) == (1, 2)
        assert figures(Field(id="a", label="A", kind="ratings", columns=column)) == ()

    def test_consecutive_items_share_their_heading(self) -> None:
        items = tuple(Item(id=f"i{n}", label=f"{n}", group=g) for n, g in enumerate("AABA"))
        assert [(one.title, len(one.items)) for one in sections(items)] == [
            ("A", 2),
            ("B", 1),
            ("A", 1),
        ]

    def test_people_and_signatures_have_columns_where_nothing_is_said(self) -> None:
        people = columns(Field(id="a", label="A", kind="people"), T)
        signed = columns(Field(id="a", label="A", kind="signature"), T)
        assert [one.label for one in people] == ["Name"]
        assert [one.label for one in signed] == ["Name", "Signature", "Date"]

    def test_one_private_line_makes_the_paper_private(self) -> None:
        group = Field(id="a", label="A", visibility="group")
        partner = Field(id="b", label="B", visibility="partner")
        private = Field(id="c", label="C", visibility="private")
        assert visibility(sheet(group)) == "group"
        assert visibility(sheet(group, partner)) == "partner"
        assert visibility(sheet(group, partner, private)) == "private"

    def test_the_foot_says_what_to_do_with_the_paper_only_if_it_is_short(self) -> None:
        assert in_few_words("Goes home with you. Bring it back.") == "goes home with you"
        assert in_few_words("One half stays with you, one with your partner.") == ""
        assert in_few_words("") == ""

    def test_the_foot_has_the_whole_address_if_there_is_room(self) -> None:
        address = "example.org/worksheets/slip.html"
        assert short_address(address, 10) == address
        assert short_address(address, 50) == "example.org"
        assert short_address("", 50) == ""


@pytest.fixture
def page(site: SiteFolder) -> str:
    """Give the page of a worksheet with a field of every kind."""
    site.write({"content/worksheets/every-kind.yaml": EVERY_KIND})
    site.build()
    return site.page("worksheets/every-kind.html")


class TestThePage:
    def test_every_question_has_a_control_of_its_kind(self, page: str) -> None:
        for control in (
            '<input type="text" id="q-name"',
            '<textarea id="q-words"',
            '<input type="date" id="q-day"',
            '<input type="number" inputmode="decimal" step="any" min="0" id="q-hours"',
            '<input type="radio" name="q-one" value="partly">',
            '<input type="checkbox" name="q-some" value="green">',
            '<input type="checkbox" name="q-done" value="first">',
            '<input type="radio" name="q-sure" value="10">',
            '<input type="radio" name="q-rated-a" value="3" aria-label="ask: 3">',
            'name="q-gaps-time-now" aria-label="Time: Now" min="1" max="10"',
            'name="q-dates-3-day"',
            '<select name="q-dates-1-how"',
            'name="q-us-6-name"',
            'name="q-rungs" value="highest"',
            'name="q-signed-2-signed"',
        ):
            assert control in page, control

    def test_the_form_sends_nothing_and_nothing_is_required(self, page: str) -> None:
        form = page[page.index("<form") : page.index("</form>")]
        assert "action" not in form[: form.index(">")]
        assert 'autocomplete="off"' in form[: form.index(">")]
        assert "required" not in form
        assert 'type="submit"' not in form

    def test_every_id_stands_once(self, page: str) -> None:
        ids = [part.partition('"')[0] for part in page.split(' id="')[1:]]
        assert len(set(ids)) == len(ids)

    def test_help_belongs_to_its_field(self, page: str) -> None:
        assert 'aria-describedby="q-words-help"' in page
        assert 'id="q-words-help">A word of help</p>' in page

    def test_paper_has_as_many_lines_as_the_author_gave(self, page: str) -> None:
        words = page[page.index('id="q-words"') :]
        rules = words[: words.index("</div>")]
        assert rules.count("<span></span>") == 4

    def test_each_question_says_who_may_see_it_and_the_foot_who_may_see_the_paper(
        self, page: str
    ) -> None:
        assert page.count('<span class="who">private</span>') == 13
        assert '<span class="who">group</span>' in page
        assert 'data-foot="Private: goes home with you · Every kind, version 1.0' in page

    def test_the_options_of_a_column_are_listed_for_paper(self, page: str) -> None:
        assert "How: a, b" in page

    def test_scoring_is_said_in_words_with_room_for_the_result(self, page: str) -> None:
        assert "Add them up." in page
        assert '<input class="result" id="s-total"' in page
        assert '<textarea id="s-widest" aria-describedby="s-widest-help" rows="2">' in page

    def test_it_says_that_nothing_is_kept_here_and_leads_to_where_it_is(self, page: str) -> None:
        assert "This page does not keep what you type." in page
        assert 'href="../workbook.html#/checks/every-kind">Keep it in the workbook</a>' in page


CARD = """
id: card
title: A card
per_sheet: 4
fields:
  - {id: will, kind: text, label: My one thing, lines: 2, visibility: partner}
  - {id: by, kind: date, label: By, visibility: partner}
  - {id: how, kind: choice, label: How it stands, options: [planned, done], visibility: group}
licence: CC-BY-4.0
source: [Own work]
after: Stays with you. Shred it later.
"""


class TestASmallSheet:
    @pytest.fixture
    def page(self, site: SiteFolder) -> str:
        site.write({"content/worksheets/card.yaml": CARD})
        site.build()
        return site.page("worksheets/card.html")

    def test_the_form_is_the_first_of_as_many_copies_as_stand_on_a_sheet(self, page: str) -> None:
        assert page.count("<form") == 1
        assert page.count('<div class="sheet on-paper" aria-hidden="true" inert>') == 3
        assert page.count("My one thing") == 4
        assert page.count("<b>Partner</b>: stays with you") == 4

    def test_copies_share_no_id_and_no_choice_with_the_form(self, page: str) -> None:
        ids = [part.partition('"')[0] for part in page.split(' id="')[1:]]
        assert len(set(ids)) == len(ids)
        names = {part.partition('"')[0] for part in page.split('type="radio" name="')[1:]}
        assert names == {"q-how", "c2-how", "c3-how", "c4-how"}

    def test_a_usual_sheet_has_no_copies(self, site: SiteFolder) -> None:
        site.write({"content/worksheets/card.yaml": CARD.replace("per_sheet: 4\n", "")})
        site.build()
        assert "inert" not in site.page("worksheets/card.html")
        assert "slips" not in site.page("worksheets/card.html")


EXAMPLE = """
id: filled
title: Filled
example: Lea teaches Year 9. She is made up.
fields:
  - {id: name, kind: line, label: A line, example: Her very words}
  - {id: left, kind: line, label: Left blank}
  - id: some
    kind: many
    label: Some
    options: [{id: a, label: seen by me}, said]
    example: [a, said]
  - {id: sure, kind: scale, label: How sure, low: 1, high: 7, example: "5"}
  - id: gaps
    kind: ratings
    label: Gaps
    items: [{id: me, label: In me}, {id: class, label: In class}]
    columns: [{id: now, label: Now}, {id: then, label: Then}]
    example: [[a little, more], [much, "–"]]
  - {id: rungs, kind: ladder, label: Rungs, items: [lowest, highest], example: [none, all]}
licence: CC-BY-4.0
source: [Own work]
"""


class TestAWorkedExample:
    @pytest.fixture
    def page(self, site: SiteFolder) -> str:
        site.write({"content/worksheets/filled.yaml": EXAMPLE})
        site.build()
        return site.page("worksheets/filled.html")

    def test_it_stands_below_the_form_and_not_in_it(self, page: str) -> None:
        form, _, below = page.partition("</form>")
        assert "Her very words" not in form
        assert '<section class="worked on-screen"' in below
        assert "Lea teaches Year 9. She is made up." in below
        assert '<p class="voice">Her very words</p>' in below
        assert "Left blank" not in below

    def test_ticks_figures_and_rows_are_told_in_the_words_of_the_sheet(self, page: str) -> None:
        below = page.partition("</form>")[2]
        assert "<li>seen by me</li>" in below
        assert "5, from 1 to 7" in below
        assert '<th scope="row">In me</th><td data-head="Now">a little</td>' in below
        assert '<th scope="row">highest</th><td>all</td>' in below

    def test_neither_the_workbook_nor_paper_is_told_of_it(self, site: SiteFolder) -> None:
        site.write({"content/worksheets/filled.yaml": EXAMPLE})
        site.build()
        assert "Filled" in site.page("workbook-data.js")
        assert "Her very words" not in site.page("workbook-data.js")
        blank = EXAMPLE.replace("Her very words", "Other words")
        before = site.build().made
        site.write({"content/worksheets/filled.yaml": blank})
        made = {place.path for place in site.build().made}
        assert before == ()
        assert "worksheets/filled.html" in made
        assert "workbook-data.js" not in made

    def test_a_sheet_without_one_says_nothing_of_examples(self, site: SiteFolder) -> None:
        site.build()
        assert "An example" not in site.page("worksheets/look-back.html")
