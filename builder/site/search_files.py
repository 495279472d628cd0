"""How the index of search is cut into files: known before any text is read, and steady.

Entries are put into parts by their ids, so that an edit makes one part anew. The parts of a small
site, and all its terms, are one file; a large one has a file for each part and for some letters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from builder.digest import of_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builder.model.site import Site

SEARCH = "search"
"""The scope in which the texts are taken in; nothing in it is published."""
ENTRIES = 32
"""As many entries, or fewer, are in a part."""
WHOLE = 250_000
"""Up to so many words on the whole site, its index is one file."""
WORDS = 100_000
"""Beyond that, so many words of text, or fewer, lie behind one shard."""
FOLDER = "assets/search/"


def words(site: Site) -> int:
    """Return about how many words the texts of a site have."""
    pages = sum(page.text.words for page in (*site.pages, *site.notes))
    return pages + sum(text.words for kit in site.all_kits for text in kit.texts.values())


def shard_count(site: Site) -> int:
    """Return how many files the terms are in: a power of two, so that it seldom changes."""
    found = words(site)
    return 1 if found <= WHOLE else _power(found / WORDS)


def part_count(site: Site) -> int:
    """Return how many parts there are: a power of two."""
    made = (site.all_kits, site.all_sheets, site.series, site.decks)
    lists = (*made, site.pages, site.notes, site.tools, site.terms, site.people)
    return _power(sum(map(len, lists)) / ENTRIES)


def part_of(id_: str, count: int) -> int:
    """Return which part an entry is in."""
    return int(of_bytes(id_.encode())[:8], 16) % count


def search_files(site: Site) -> Iterator[tuple[str, str]]:
    """Give the keys and paths of the files of the index."""
    yield "search-index", "assets/search.js"
    if shard_count(site) > 1:
        for number in range(shard_count(site)):
            yield f"search-shard:{number}", f"{FOLDER}words-{number}.js"
        for number in range(part_count(site)):
            yield f"search-chunk:{number}", f"{FOLDER}pages-{number}.js"


def _power(least: float) -> int:
    found = 1
    while found < least:
        found *= 2
    return found
