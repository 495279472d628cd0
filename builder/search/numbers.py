"""Lists of numbers and of words in few characters, none of which JSON has to escape.

A rising list is written as the gaps in it. A gap below 70 is one character; a larger one has others
before it, which count in eighteens from 1, so that each number is written in one way only.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable

LETTERS = "".join(chr(point) for point in range(35, 127) if chr(point) not in "<\\`|")
LAST = 70
"""Letters that end a number; those after them lead up to one."""
BEFORE = len(LETTERS) - LAST


@functools.lru_cache(maxsize=10_000)  # small ones come again and again
def number(value: int) -> str:
    """Write a number from 0 up."""
    rest, last = divmod(value, LAST)
    found = LETTERS[last]
    while rest:
        rest, digit = divmod(rest - 1, BEFORE)
        found = LETTERS[LAST + digit] + found
    return found


def numbers(values: Iterable[int]) -> str:
    """Write numbers, one after another."""
    return "".join(map(number, values))


def rising(values: Iterable[int]) -> str:
    """Write numbers that rise from 0 up."""
    found: list[str] = []
    last = -1
    for value in values:
        found.append(number(value - last - 1))
        last = value
    return "".join(found)


def sorted_words(words: Iterable[str]) -> str:
    """Write words in their order: each begins with how much it shares with the one before it."""
    found: list[str] = []
    before = ""
    for word in words:
        shared = 0
        for one, other in zip(word, before, strict=False):
            if one != other:
                break
            shared += 1
        found.append(LETTERS[shared] + word[shared:])
        before = word
    return " ".join(found)
