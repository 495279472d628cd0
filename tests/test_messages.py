"""What the theme says: collected whole, translated whole, and with the same places to fill in."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from builder.words import COUNTED, Catalogue, Translator, form, read_catalogue
from tests.conftest import SiteFolder
from themes.default.locale import collect

CATALOGUES = sorted(collect.HERE.glob("*.po"))
ARABIC = (
    "n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5"
)
FIXED = {"PDF", "CSV", "JSON Feed", "Atom", "{n} kB", "{n} MB", "A4", "Letter"}
"""What may be the same in every language."""


def names(text: str) -> set[str]:
    """Return the places of a sentence that are filled in."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("path", [collect.TEMPLATE, *CATALOGUES], ids=lambda path: path.name)
def test_the_list_of_messages_is_what_the_theme_says(path: Path) -> None:
    """`make messages` writes them anew."""
    assert dict(collect.wanted())[path] == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_translation_is_whole_and_fills_in_the_same_places(path: Path) -> None:
    """A sentence that lacks a place would lose a number or a name."""
    known = read_catalogue(path.read_text(encoding="utf-8"))
    for message in collect.messages():
        if message.many:
            forms = known.plurals.get(message.one, ())
            assert forms, f"{path.name} lacks {message.one!r}"
            assert all(names(text) <= names(message.many) | {"n"} for text in forms), message
            assert names(forms[-1]) >= names(message.many), message
            continue
        said = known.messages.get(message.one)
        assert said, f"{path.name} lacks {message.one!r}"
        assert names(said) == names(message.one), f"{path.name}: {message.one!r} and {said!r}"


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_translation_says_who_made_it_and_who_has_read_it(path: Path) -> None:
    """Words made by a machine are marked so until a speaker has read them."""
    head = path.read_text(encoding="utf-8").partition("\n\n")[0]
    assert re.search(r"^# (Read by|Made by a machine, to be read by a speaker)", head, re.MULTILINE)


def test_whatever_a_page_asks_for_is_in_the_list(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sentences are found by reading the code; this finds them by building a site."""
    asked: set[str] = set()
    ask = Translator.__call__

    def listening(self: Translator, message: str, /, **values: object) -> str:
        asked.add(message)
        return ask(self, message, **values)

    monkeypatch.setattr(Translator, "__call__", listening)
    site.build()
    found = {text for message in collect.messages() for text in (message.one, message.many)}
    assert len(asked) > 200
    assert asked - found == set()


class TestACatalogue:
    def test_entries_that_are_fuzzy_or_empty_are_left_in_english(self) -> None:
        text = '#, fuzzy\nmsgid "a"\nmsgstr "x"\n\nmsgid "b"\nmsgstr ""\n\nmsgid "c"\nmsgstr "y"\n'
        assert read_catalogue(text).messages == {"c": "y"}

    def test_lines_are_joined_and_escapes_are_read(self) -> None:
        text = 'msgid ""\n"one \\"two\\""\nmsgstr ""\n"eins\\n"\n"zwei"\n'
        assert read_catalogue(text).messages == {'one "two"': "eins\nzwei"}

    def test_what_is_counted_has_as_many_forms_as_its_language(self) -> None:
        text = f"""msgid ""
msgstr ""
"Plural-Forms: nplurals=6; plural={ARABIC};\\n"

msgid "{{n}} person"
msgid_plural "{{n}} people"
msgstr[0] "zero"
msgstr[1] "one"
msgstr[2] "two"
msgstr[3] "few {{n}}"
msgstr[4] "many {{n}}"
msgstr[5] "other {{n}}"
"""
        t = Translator("ar", read_catalogue(text))
        said = [t.plural("{n} person", "{n} people", n) for n in (0, 1, 2, 3, 11, 100, 103)]
        assert said == ["zero", "one", "two", "few 3", "many 11", "other 100", "few 103"]

    def test_a_language_without_forms_counts_as_english_does(self) -> None:
        t = Translator("xx", Catalogue({"{n} days": "{n} d"}))
        assert [t.plural("{n} day", "{n} days", n) for n in (1, 2)] == ["1 day", "2 d"]

    def test_a_rule_that_cannot_be_read_counts_as_english_does(self) -> None:
        assert [form("n ==", n, 2) for n in (0, 1, 2)] == [1, 0, 1]
        assert form("n", 7, 2) == 1

    def test_one_catalogue_over_another_fills_in_what_it_lacks(self) -> None:
        under = Catalogue({"a": "1", "b": "2"}, {"x": ("x1", "x2")}, "n>1")
        over = Catalogue({"b": "3"}).over(under)
        assert over == Catalogue({"a": "1", "b": "3"}, {"x": ("x1", "x2")}, "n>1")

    @pytest.mark.parametrize("rule", ["n != 1", "n > 1", ARABIC])
    def test_beyond_the_numbers_told_to_the_browser_the_last_two_digits_decide(
        self, rule: str
    ) -> None:
        for n in range(COUNTED, 3000):
            assert form(rule, n, 6) == form(rule, 100 + n % 100, 6)


class TestBringingUpToDate:
    def test_what_is_translated_stays_and_what_is_new_stands_empty(self) -> None:
        head = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=n>1;\\n"\n'
        old = head + '\nmsgid "kept"\nmsgstr "behalten"\n\nmsgid "gone"\nmsgstr "weg"\n'
        found = [collect.Message("kept"), collect.Message("new"), collect.Message("{n} a", "{n} b")]
        new = collect.brought_up_to_date(old, found)
        assert read_catalogue(new).messages == {"kept": "behalten"}
        assert 'msgid "new"\nmsgstr ""\n' in new
        assert 'msgid_plural "{n} b"\nmsgstr[0] ""\nmsgstr[1] ""\n' in new
        assert "gone" not in new
        assert collect.brought_up_to_date(new, found) == new
