"""Parts put together: the pieces of the index, each a classic script that hands over one value.

- the head: what the passages belong to, and other words for what is looked for;
- shards: the terms that begin with some letters, with the passages they stand in;
- chunks: what results show of the entries of one part.

A small site has one shard, and all pieces in one file. What stands in a piece depends on nothing
beside it but the number of passages before, so that an edit leaves most pieces as they are.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import get_args

from builder.model.search import FindKind
from builder.search.numbers import LETTERS, numbers, rising, sorted_words
from builder.search.part import Found, Words, shown, words
from builder.search.tokens import is_dense

KINDS = get_args(FindKind)
COMMON_PART, COMMON_LEAST = 6, 60
"""A term in more than a sixth of the passages, and in more than sixty, says little of any: where
it stands in a text is left out, and only headings and titles with it are kept."""
COMMON = "`"
GLOBAL = "peerpressSearch"
ESCAPES = {"<": "\\u003c", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What would end a script, or a line of one."""


def head(parts: Sequence[bytes], count: int, also: Iterable[Iterable[str]]) -> str:
    """Return the script that says what there is; `also` are groups of words for one thing."""
    chunks = [shown(part) for part in parts]
    pages = [page for chunk in chunks for page in chunk]
    languages = sorted({page[4] for page in pages})
    value = {
        "shards": count,
        "chunks": [len(chunk) for chunk in chunks],
        "counts": numbers(len(page[5]) for page in pages),
        "kinds": "".join(LETTERS[KINDS.index(page[0])] for page in pages),
        "languages": languages,
        "spoken": numbers(languages.index(page[4]) for page in pages),
        "also": [list(group) for group in also],
    }
    return script({"head": value})


def shards(merged: Words, passages: int, count: int) -> list[str]:
    """Return the script of each shard of all the terms; none of them holds a line break inside."""
    sorted_: list[list[str]] = [[] for _ in range(count)]
    for word in sorted(merged):
        sorted_[shard_of(word, count)].append(word)
    most = max(COMMON_LEAST, passages // COMMON_PART)
    return [
        script(
            {
                "shard": number,
                "words": sorted_words(inside),
                "posts": " ".join(_post(merged[word], most) for word in inside),
            }
        )
        for number, inside in enumerate(sorted_)
    ]


def chunk(number: int, part: bytes) -> str:
    """Return the script with what results show of the entries of one part."""
    pages = [[title, url, minutes, rows] for _, title, url, minutes, _, rows in shown(part)]
    return script({"chunk": number, "pages": pages})


def merge(parts: Sequence[bytes]) -> tuple[Words, int]:
    """Return all terms with their passages, counted through all parts; and how many there are."""
    start = 0
    merged: Words = {}
    for part in parts:
        for word, found in words(part).items():
            into = merged.get(word)
            if into is None:
                into = merged[word] = ([], [], [])
            for rank, ids in enumerate(found):
                if ids:
                    into[rank].extend([start + id_ for id_ in ids])
        start += sum(len(page[5]) for page in shown(part))
    return merged, start


def shard_of(word: str, count: int) -> int:
    """Return which shard has the terms that begin as a word does: by its first two letters.

    Where characters stand in pairs, the first alone decides, so that one alone can be looked for.
    """
    first = ord(word[0])
    second = ord(word[1]) if len(word) > 1 and not is_dense(word) else 0
    return (first * 31 + second) % count


def script(value: object) -> str:
    """Return a classic script that hands a value over, and that nothing in it can end."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for character, escaped in ESCAPES.items():
        text = text.replace(character, escaped)
    return f"(window.{GLOBAL}=window.{GLOBAL}||[]).push({text});\n"


def _post(found: Found, most: int) -> str:
    texts, headings, titles = found
    is_common = len(texts) + len(headings) + len(titles) > most
    lists = (COMMON if is_common else rising(texts), rising(headings), rising(titles))
    return "|".join(lists).rstrip("|")
