"""How hard a text is to read, and how long it takes to read aloud.

Flesch's reading ease goes by two averages: words in a sentence, and syllables in a word. Syllables
are counted by the letters, as English spells them; `test_reading.py` says what that gets right. A
colon or semicolon ends a sentence too, as Flesch has it: he counts units of thought.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

WORDS_A_MINUTE = 130
"""How fast people read aloud to one another, with time to breathe."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SENTENCE = re.compile(r"[.!?…:;]+")
_VOWELS = re.compile(r"[aeiouyāēīōū]+")
_TWO = re.compile(
    r"[aeiou]ing\b|(?<![cgqstx])i[ao](?!u)|\b(?:rea[cl]|crea)t?(?=[ite])|eo(?!u|p)|u[ae](?=[lt]$)"
    r"|(?<=[a-z]{2})ea$|(?:(?<=sc)|(?<![tcf]))ie(?=nc|nt|t)|oe(?=[mt])"
)
"""Two vowels spoken apart: `doing`, `diary`, `reality`, `video`, `usual`, `idea`, `quiet`."""
_SILENT = re.compile(r"(?<=[^aeiouy])es?$|(?<=[^aeiouytd])ed$|(?<=[gq])ues?$")
"""An ending whose `e` is not spoken, as in `take`, `takes` and `asked`."""
_SPOKEN = re.compile(r"[^aeiouyl]le$|(?:[sxz]|[cs]h|[cg])es$|[^aeiouyl]les$|[^aeiouyl]led$|dred$")
"""An ending that looks the same, and is spoken: `table`, `changes`, `settles`."""


def syllables(word: str) -> int:
    """Return how many syllables an English word has, by its spelling; at least one."""
    low = word.lower().replace("’", "'").partition("'")[0] or word.lower()
    count = len(_VOWELS.findall(low)) + len(_TWO.findall(low))
    if _SILENT.search(low) and not _SPOKEN.search(low):
        count -= 1
    return max(1, count)


@dataclass(frozen=True)
class Measure:
    """How long a text is."""

    words: int
    sentences: int
    syllables: int

    @property
    def ease(self) -> float:
        """Flesch's reading ease: 60 and more is plain English, 100 very easy."""
        per_sentence = self.words / max(1, self.sentences)
        per_word = self.syllables / max(1, self.words)
        return 206.835 - 1.015 * per_sentence - 84.6 * per_word


def measure(lines: Iterable[str]) -> Measure:
    """Measure a text given line by line; a line ends a sentence, with or without a full stop."""
    pieces = [piece for line in lines for piece in _SENTENCE.split(line)]
    sentences = [found for piece in pieces if (found := _WORD.findall(piece))]
    words = [word for sentence in sentences for word in sentence]
    return Measure(len(words), len(sentences), sum(map(syllables, words)))


def minutes_aloud(words: int) -> float:
    """Return how many minutes reading so many words aloud takes."""
    return words / WORDS_A_MINUTE
