"""The theme in each of its languages: sound pages, whole links, and no English left over."""

from __future__ import annotations

import re
from html import unescape

import pytest

from builder.site.frame import direction
from builder.words import read_catalogue
from tests.languages import LANGUAGES, in_language
from tests.pages import pages
from tests.test_html import check
from tests.test_links import broken
from themes.default.locale.collect import HERE

FOREIGN = [language for language in LANGUAGES if not language.startswith("en")]
GUESS = "This document appears to be written in"
"""The small site's own texts are in English, whatever the theme speaks, and the checker notices."""
LONG = 4
"""Words from which on a sentence is the theme's alone, and not by chance an author's too."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_checkers_of_pages_and_links_find_nothing(
    tmp_path_factory: pytest.TempPathFactory, language: str
) -> None:
    """The same that our own site has to pass."""
    site = in_language(tmp_path_factory, language)
    assert [fault for fault in check(site.out) if GUESS not in fault] == []
    assert list(broken(site.out)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_says_its_language_and_its_direction(
    tmp_path_factory: pytest.TempPathFactory, language: str
) -> None:
    """Redirects too."""
    site = in_language(tmp_path_factory, language)
    for page in pages(site.out):
        root = next(element for element in page.elements if element.tag == "html")
        assert root.get("lang") == language, page.path
        assert root.get("dir") in {direction(language), ""}, page.path


@pytest.mark.parametrize("language", FOREIGN)
def test_no_sentence_of_the_theme_is_left_in_english(
    tmp_path_factory: pytest.TempPathFactory, language: str
) -> None:
    """Short words may be an author's; whole sentences are the theme's."""
    known = read_catalogue((HERE / f"{language}.po").read_text(encoding="utf-8"))
    english = [
        sentence
        for sentence, said in known.messages.items()
        if said != sentence and len(sentence.split()) >= LONG and "{" not in sentence
    ]
    assert len(english) > 100
    site = in_language(tmp_path_factory, language)
    left = set()
    for path in site.out.rglob("*.html"):
        text = unescape(re.sub(r"<[^>]+>", " ", path.read_text(encoding="utf-8")))
        left |= {f"{path.name}: {sentence}" for sentence in english if sentence in text}
    assert left == set()
