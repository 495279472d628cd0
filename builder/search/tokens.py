"""The words of a text as search knows them; `search/tokens.ts` of the client is a twin.

Capitals, marks and apostrophes do not count, so `kōrero` is found by `korero`. Scripts that put no
space between words are cut into pairs of characters, since programs that look for words in them
disagree. Arabic loses its article. English endings go too, by a rule so plain that it harms no
other language: what is looked for goes through the same.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from unicodedata import category, normalize

LONGEST = 32
"""Characters of a word that count."""
FOLDS = {
    "ß": "ss",
    "ς": "\u03c3",
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "\u0131": "i",
    "ى": "ي",
    "ی": "ي",
    "ة": "\u0647",
    "ٱ": "\u0627",
    "ک": "ك",
}
"""Letters that stand for others."""
DROPPED = "'‘’ʻʼʾʿ`\u00adـ\u200b\u200c\u200d\u2060\ufeff"
"""Apostrophes and glottal stops, which people leave out, and what cannot be seen."""
DENSE = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003fffd"
)
"""Scripts without spaces: Thai, Lao, Burmese, Khmer, Japanese and Chinese."""

_WORD = re.compile(r"[^\W_]+")
_PIECE = re.compile(f"[{DENSE}]+|[^{DENSE}]+")
_DENSE = re.compile(f"[{DENSE}]")
_ARTICLE = re.compile("^(?:[وفبكل]?ال|لل)(?=..)")
_LATIN = re.compile("[a-z]{4,}")
_VOWEL = re.compile("[aeiouy]")
_TWICE = re.compile(r"([bdfglmnprtz])\1$")


class _Folding(dict[int, str]):
    """What each character becomes, looked up once."""

    def __missing__(self, point: int) -> str:
        character = chr(point)
        gone = character in DROPPED or category(character).startswith("M")
        self[point] = "" if gone else FOLDS.get(character, character)
        return self[point]


_FOLDING = _Folding()


def fold(text: str) -> str:
    """Return a text without capitals, marks and apostrophes."""
    return normalize("NFKD", text).lower().translate(_FOLDING)


def terms(text: str) -> Iterator[str]:
    """Give the terms under which a text is found, as often as they stand in it."""
    for run in _WORD.findall(fold(text)):
        yield from _of_run(run)


def distinct(text: str) -> set[str]:
    """Return the terms under which a text is found, each once."""
    found: set[str] = set()
    for run in set(_WORD.findall(fold(text))):
        found.update(_of_run(run))
    return found


@functools.lru_cache(maxsize=100_000)  # words come again and again
def _of_run(run: str) -> tuple[str, ...]:
    found: list[str] = []
    for piece in _PIECE.findall(run):
        found += pairs(piece) if is_dense(piece) else (stem(piece),)
    return tuple(found)


def is_dense(piece: str) -> bool:
    """Whether a piece is of a script without spaces."""
    return _DENSE.match(piece) is not None


def pairs(piece: str) -> Iterator[str]:
    """Give each character with the one after it, and the last alone."""
    for start in range(len(piece)):
        yield piece[start : start + 2]


def stem(word: str) -> str:
    """Return what a folded word has in common with its other forms.

    `meetings`, `meeting` and `meet` are one, `plan` and `planned`, `goal` and `goals`.
    """
    word = _ARTICLE.sub("", word[:LONGEST])
    if not _LATIN.fullmatch(word):
        return word
    word = _without_verb(_without_plural(word))
    if len(word) > 3:  # noqa: PLR2004 - `all` and `add` stay
        word = _TWICE.sub(r"\1", word)
    return word[:-1] if len(word) > 4 and word.endswith("e") else word  # noqa: PLR2004 - `note` stays


def _without_plural(word: str) -> str:
    if len(word) > 4 and word.endswith(("ies", "ied")):  # noqa: PLR2004 - `lies` stays
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_verb(word: str) -> str:
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and not word.endswith("eed"):
            return rest if len(rest) > 2 and _VOWEL.search(rest) else word  # noqa: PLR2004 - `bring`
    return word
