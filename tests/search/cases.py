"""The cases that hold Python and every browser to the same search: all of them in `tokens.json`."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from builder.model.search import Entry, Passage
from builder.search import index
from builder.search.part import take

CASES: dict[str, Any] = json.loads(Path(__file__).with_name("tokens.json").read_text("utf-8"))
HANDED = re.compile(r"^\(window\.(\w+)=window\.\1\|\|\[\]\)\.push\((.*)\);$")

ANSWERS = """
import { ask } from './src/search/ask';
import { find, needed } from './src/search/find';
import { stretches } from './src/search/mark';
import { open, take } from './src/search/store';
export { fold, terms } from './src/search/tokens';
export { numbers, rising, sortedWords } from './src/search/numbers';

/** The titles of what a query finds; of the values only those that it needs are taken in. */
export function found(values, text, language) {
  const store = open(values.filter((value) => 'head' in value));
  const wishes = ask(text, store.also);
  const shards = needed(wishes, store.count);
  const isNeeded = (value) => 'chunk' in value || shards.includes(value.shard);
  values.filter(isNeeded).forEach((value) => take(store, value));
  const { hits, isWhole } = find(wishes, store, language);
  const of = ({ entry, passages: [passage] }) => {
    const { chunk, row } = store.places[entry];
    const [title, , , rows] = store.chunks.get(chunk)[row];
    return [title, rows[passage][0]];
  };
  return { hits: hits.map(of), isWhole };
}

export function marked(text, query) {
  return stretches(text, ask(query, []));
}

/** Everything that the cases ask, in one call. */
export function everything(cases, values) {
  return {
    terms: cases.terms.map(([text]) => tested.terms(text)),
    queries: cases.queries.map(([text, language]) => found(values, text, language).hits),
    stretches: cases.stretches.map(([text, query]) => marked(text, query)),
  };
}
"""
"""What a browser is given: the client's own search, with a way to ask it."""


def entry(told: dict[str, Any]) -> Entry:
    """Return an entry of a case."""
    passages = tuple(
        Passage(heading, f"#{n}" if n else "", text)
        for n, (heading, text) in enumerate(told["passages"])
    )
    url = f"{told['id']}.html"
    head = (told["id"], told["kind"], told["title"], url, told["language"], told["minutes"])
    return Entry(*head, passages)


def nothing_kept(digest: str) -> bytes:
    """Stand for a store that nobody has to read."""
    raise AssertionError(digest)


def parts_of(entries: list[Entry], count: int = 1) -> list[bytes]:
    """Return entries taken in, in so many parts."""
    return [take(entries[n::count], nothing_kept) for n in range(count)]


def scripts(parts: list[bytes], shards: int = 1) -> list[str]:
    """Return the scripts of an index."""
    made = [index.head(parts, shards, CASES["also"])]
    made += index.shards(*index.merge(parts), shards)
    return made + [index.chunk(n, part) for n, part in enumerate(parts)]


def handed(script: str) -> Any:
    """Return the value that a script hands over."""
    (line,) = script.splitlines()
    match = HANDED.match(line)
    assert match, line[:80]
    assert match[1] == index.GLOBAL
    return json.loads(match[2])


def values(count: int = 1, shards: int = 1) -> list[Any]:
    """Return what the index of the cases hands over."""
    entries = [entry(told) for told in CASES["entries"]]
    return [handed(script) for script in scripts(parts_of(entries, count), shards)]


def expected() -> dict[str, Any]:
    """Return what `everything` must give, hits by their titles."""
    titles = {told["id"]: told["title"] for told in CASES["entries"]}
    return {
        "terms": [found for _, found in CASES["terms"]],
        "queries": [[titles[id_] for id_ in ids] for *_, ids in CASES["queries"]],
        "stretches": [found for *_, found in CASES["stretches"]],
    }


def agrees(found: dict[str, Any]) -> None:
    """Compare what a browser gave, case by case."""
    wanted = expected()
    hits = [[title for title, _ in hits] for hits in found["queries"]]
    for name, asked, given in (
        ("terms", CASES["terms"], found["terms"]),
        ("queries", CASES["queries"], hits),
        ("stretches", CASES["stretches"], found["stretches"]),
    ):
        assert len(given) == len(asked) > 0
        for case, one, other in zip(asked, given, wanted[name], strict=True):
            assert one == other, f"{name}: {case[:2]}"
