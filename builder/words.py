"""The theme's words in a page's language: `t("…")` looks them up in the theme's catalogues.

Catalogues are gettext files, `locale/LANGUAGE.po`. English is what the templates say, so it has
none. A word that a catalogue lacks stays English, and so does a whole page in a language without
one.
"""

from __future__ import annotations

import datetime
import functools
import gettext
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = (
    ("Monday", "Mon"),
    ("Tuesday", "Tue"),
    ("Wednesday", "Wed"),
    ("Thursday", "Thu"),
    ("Friday", "Fri"),
    ("Saturday", "Sat"),
    ("Sunday", "Sun"),
)
"""Each with its short form, for the head of a table."""
DAYS_OF_THE_WEEK = len(WEEKDAYS)


ENGLISH = "n != 1"
"""Which of its forms a language takes for a number, as gettext writes it; this is English's."""
COUNTED = 200
"""Numbers whose forms are told to the browser; beyond them, the last two digits decide."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of a theme in one language."""

    messages: dict[str, str] = field(default_factory=dict)
    """What is said, by the English."""
    plurals: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The forms of what is counted, by the English for one."""
    rule: str = ENGLISH
    """Which form a number takes: the `plural=` of the header."""

    def over(self, other: Catalogue) -> Catalogue:
        """Return this catalogue, filled in from one that it extends."""
        return Catalogue(
            other.messages | self.messages,
            other.plurals | self.plurals,
            self.rule if self.plurals else other.rule,
        )


@dataclass(frozen=True, slots=True)
class Translator:
    """Says the theme's words in one language."""

    language: str
    catalogue: Catalogue = Catalogue()

    @property
    def messages(self) -> dict[str, str]:
        """What is said, by the English."""
        return self.catalogue.messages

    def __call__(self, message: str, /, **values: object) -> str:
        """Return a message in this language, its `{placeholders}` filled in."""
        text = self.messages.get(message, message)
        return text.format(**values) if values else text

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """Return the message for one thing or for `n` of them."""
        forms = self.catalogue.plurals.get(one)
        if forms is None:
            return self(one if n == 1 else many, n=n, **values)
        return forms[form(self.catalogue.rule, n, len(forms))].format(n=n, **values)

    def listed(self, words: Iterable[str]) -> str:
        """Return words in a row, parted as this language parts them; nothing for none.

        An empty first word leaves the comma, for a word that is marked up apart.
        """
        return functools.reduce(self._next, words) if (words := tuple(words)) else ""

    def _next(self, said: str, word: str) -> str:
        return self("{list}, {item}", list=said, item=word)

    def rowed(self, parts: Iterable[str]) -> str:
        """Return parts of a sentence in a row, which may have commas of their own."""
        return functools.reduce(self._further, parts) if (parts := tuple(parts)) else ""

    def _further(self, said: str, part: str) -> str:
        return self("{parts}; {part}", parts=said, part=part)

    def day(self, day: datetime.date, *, year: bool = True) -> str:
        """Return a date in words, such as `6 November 2026`."""
        month = self.month(day.month)
        if not year:
            return self("{day} {month}", day=day.day, month=month)
        return self("{day} {month} {year}", day=day.day, month=month, year=day.year)

    def month(self, month: int) -> str:
        """Return the name of a month, counted from 1."""
        return self(MONTHS[month - 1])

    def weekday(self, weekday: int, *, short: bool = False) -> str:
        """Return the name of a day of the week, counted from 0 for Monday, or its short form."""
        return self(WEEKDAYS[weekday][short])


@dataclass(frozen=True, slots=True)
class Words:
    """The catalogues of a theme, by language."""

    catalogues: dict[str, Catalogue] = field(default_factory=dict)

    def of(self, language: str) -> Translator:
        """Return the words of a language: of its exact tag, else of its first subtag."""
        tag = language if language in self.catalogues else language.partition("-")[0]
        return Translator(language, self.catalogues.get(tag, Catalogue()))


def form(rule: str, n: int, forms: int) -> int:
    """Return which of its forms a word takes for a number, counted from 0.

    Source: the rules for plurals of GNU gettext.
    """
    return min(int(_rule(rule)(n)), forms - 1)


@functools.lru_cache(maxsize=16)
def _rule(text: str) -> Callable[[int], int]:
    try:
        found: Callable[[int], int] = gettext.c2py(text)
    except ValueError:  # a rule that cannot be read is no reason to have no site
        return _rule(ENGLISH)
    return found


LINE = re.compile(r'^(msgid_plural|msgid|msgstr(?:\[\d\])?|msgctxt)?\s*"(.*)"\s*$')
ESCAPES = {r"\n": "\n", r"\t": "\t", r"\"": '"', r"\\": "\\"}
RULE = re.compile(r"^Plural-Forms:.*\bplural=([^;]+);", re.MULTILINE)


def read_catalogue(text: str) -> Catalogue:
    """Read a gettext `.po` file: messages with their translations; no fuzzy or empty ones."""
    found = Catalogue(rule=ENGLISH)
    rule = ENGLISH
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        if re.search(r"^#,.*\bfuzzy\b", block, re.MULTILINE):
            continue
        entry = _entry(block)
        one, said = entry.get("msgid", ""), entry.get("msgstr", "")
        forms = tuple(entry[name] for name in sorted(entry) if name.startswith("msgstr["))
        if not one:
            head = RULE.search(said)
            rule = head[1].strip() if head else rule
        elif forms and all(forms):
            found.plurals[one] = forms
        elif said:
            found.messages[one] = said
    return Catalogue(found.messages, found.plurals, rule)


def _entry(block: str) -> dict[str, str]:
    """Return the strings of one entry, by keyword."""
    entry: dict[str, str] = {}
    keyword = ""
    for line in block.splitlines():
        match = LINE.match(line.strip())
        if match:
            keyword = match[1] or keyword
            entry[keyword] = entry.get(keyword, "") + _unescaped(match[2])
    return entry


def _unescaped(text: str) -> str:
    return re.sub(r'\\[nt"\\]', lambda match: ESCAPES[match[0]], text)
