"""The theme's words in a page's language: `t("…")` looks them up in the theme's catalogues.

Catalogues are gettext files, `locale/LANGUAGE.po`. English is what the templates say, so it has
none. A word that a catalogue lacks stays English, and so does a whole page in a language without
one.
"""

from __future__ import annotations

import datetime
import re
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


@dataclass(frozen=True, slots=True)
class Translator:
    """Says the theme's words in one language."""

    language: str
    messages: dict[str, str] = field(default_factory=dict)

    def __call__(self, message: str, /, **values: object) -> str:
        """Return a message in this language, its `{placeholders}` filled in."""
        text = self.messages.get(message, message)
        return text.format(**values) if values else text

    def plural(self, one: str, many: str, n: int, **values: object) -> str:
        """Return the message for one thing or for `n` of them."""
        return self(one if n == 1 else many, n=n, **values)

    def day(self, day: datetime.date, *, year: bool = True) -> str:
        """Return a date in words, such as `6 November 2026`."""
        pattern = "{day} {month} {year}" if year else "{day} {month}"
        return self(pattern, day=day.day, month=self.month(day.month), year=day.year)

    def month(self, month: int) -> str:
        """Return the name of a month, counted from 1."""
        return self(MONTHS[month - 1])


@dataclass(frozen=True, slots=True)
class Words:
    """The catalogues of a theme, by language."""

    catalogues: dict[str, dict[str, str]] = field(default_factory=dict)

    def of(self, language: str) -> Translator:
        """Return the words of a language: of its exact tag, else of its first subtag."""
        tag = language if language in self.catalogues else language.partition("-")[0]
        return Translator(language, self.catalogues.get(tag, {}))


STRING = re.compile(r'^(msgid|msgstr|msgctxt)?\s*"(.*)"\s*$')
ESCAPES = {r"\n": "\n", r"\t": "\t", r"\"": '"', r"\\": "\\"}


def read_catalogue(text: str) -> dict[str, str]:
    """Read a gettext `.po` file: messages with their translations; no fuzzy or empty ones."""
    messages: dict[str, str] = {}
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        if re.search(r"^#,.*\bfuzzy\b", block, re.MULTILINE):
            continue
        found = {"msgid": "", "msgstr": ""}
        keyword = ""
        for line in block.splitlines():
            match = STRING.match(line.strip())
            if match:
                keyword = match[1] or keyword
                found[keyword] = found.get(keyword, "") + _unescaped(match[2])
        if found["msgid"] and found["msgstr"]:
            messages[found["msgid"]] = found["msgstr"]
    return messages


def _unescaped(text: str) -> str:
    return re.sub(r'\\[nt"\\]', lambda match: ESCAPES[match[0]], text)
