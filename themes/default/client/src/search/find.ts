/**
 * What a query finds. Whole numbers all the way, so that every browser gives the same order: a word
 * counts the more the fewer passages have it, eightfold in a title and fourfold in a heading.
 */

import type { Wish, Word } from './ask';
import { post, shardOf, type Store } from './store';

const IN_TITLE = 8;
const IN_HEADING = 4;

/** An entry that was found. */
export interface Hit {
  /** The number of the entry. */
  entry: number;
  /** The passages that have as much of it as any, counted in the entry. */
  passages: number[];
}

export interface Answer {
  /** The best first. */
  hits: Hit[];
  /** Whether each of them has everything that was asked for. */
  isWhole: boolean;
}

/** The passages with what they count for a wish. */
interface Marks {
  counts: Map<number, number>;
  /** Whether it stands in so many passages that not all of them are known. */
  isCommon: boolean;
}

interface Sum {
  matched: number;
  total: number;
  passages: Map<number, number>;
}

/** The shards that are needed to answer. */
export function needed(wishes: Wish[], count: number): number[] {
  const all = wishes.flat(2).flatMap(({ exact, prefix }) => (prefix ? [...exact, prefix] : exact));
  return [...new Set(all.map((term) => shardOf(term, count)))].sort((a, b) => a - b);
}

/** Answer from what has come in; entries in the reader's language come first. */
export function find(wishes: Wish[], store: Store, language: string): Answer {
  const marks = wishes.map((wish) => marked(wish, store));
  const told = marks.filter(({ isCommon }) => !isCommon);
  const wanted = new Set(told.length > 0 ? told : marks);
  const sums = new Map<number, Sum>();
  for (const mark of marks) add(sums, mark, store, wanted.has(mark));
  const most = Math.max(0, ...[...sums.values()].map(({ matched }) => matched));
  const found = [...sums].filter(([, { matched }]) => matched > 0 && matched === most);
  const ranked = found.map(([entry, sum]) => rank(entry, sum, store, language));
  ranked.sort((a, b) => b.mine - a.mine || b.score - a.score || a.kind - b.kind || a.entry - b.entry);
  const hits = ranked.map(({ entry, passages }) => ({ entry, passages }));
  return { hits, isWhole: most === wanted.size };
}

function rank(entry: number, sum: Sum, store: Store, language: string) {
  const place = store.places[entry];
  const best = Math.max(...sum.passages.values());
  const passages = [...sum.passages].filter(([, count]) => count === best).map(([at]) => at);
  return {
    entry,
    passages: passages.map((at) => at - (place?.first ?? 0)).sort((a, b) => a - b),
    score: sum.total + best,
    mine: isSame(place?.language ?? '', language) ? 1 : 0,
    kind: place?.kind ?? 0,
  };
}

function isSame(one: string, other: string): boolean {
  return one.split('-')[0] === other.split('-')[0];
}

/** Add what the passages count for one wish to the sums of their entries. */
function add(sums: Map<number, Sum>, { counts }: Marks, store: Store, isWanted: boolean): void {
  const best = new Map<number, number>();
  for (const [passage, count] of counts) {
    const entry = store.owners[passage];
    if (entry === undefined) continue;
    const sum = sums.get(entry) ?? { matched: 0, total: 0, passages: new Map() };
    sums.set(entry, sum);
    sum.passages.set(passage, (sum.passages.get(passage) ?? 0) + count);
    best.set(entry, Math.max(best.get(entry) ?? 0, count));
  }
  for (const [entry, count] of best) {
    const sum = sums.get(entry);
    if (!sum) continue;
    sum.total += count;
    if (isWanted) sum.matched += 1;
  }
}

/** What a wish finds: by any of its ways, those after the first counting half. */
function marked(wish: Wish, store: Store): Marks {
  const ways = wish.map((words) => together(words.map((word) => looked(word, store)), store));
  const counts = new Map<number, number>();
  ways.forEach((way, at) => {
    for (const [passage, count] of way.counts) {
      const found = at === 0 ? 2 * count : count;
      counts.set(passage, Math.max(counts.get(passage) ?? 0, found));
    }
  });
  return { counts, isCommon: ways.some(({ isCommon }) => isCommon) };
}

/** What several words find that must all stand in one entry. */
function together(all: Marks[], store: Store): Marks {
  const [first, ...rest] = all;
  if (!first || rest.length === 0) return first ?? { counts: new Map(), isCommon: false };
  const told = all.filter(({ isCommon }) => !isCommon);
  const owners = told.map(({ counts }) => new Set([...counts.keys()].map((at) => store.owners[at])));
  const counts = new Map<number, number>();
  for (const mark of all) {
    for (const [passage, count] of mark.counts) {
      if (!owners.every((has) => has.has(store.owners[passage]))) continue;
      counts.set(passage, (counts.get(passage) ?? 0) + count);
    }
  }
  return { counts, isCommon: told.length === 0 };
}

/** Where a word stands. */
function looked(word: Word, store: Store): Marks {
  const strengths = new Map<number, number>();
  let isCommon = false;
  const mark = (passages: number[], strength: number): void => {
    for (const at of passages) strengths.set(at, Math.max(strengths.get(at) ?? 0, strength));
  };
  for (const text of texts(word, store)) {
    const { texts, headings, titles } = post(text);
    if (texts) mark(texts, 1);
    else isCommon = true;
    mark(headings, IN_HEADING);
    mark(titles, IN_TITLE);
  }
  const rare = isCommon ? 1 : rarity(strengths.size, store.owners.length);
  return { counts: new Map([...strengths].map(([at, strength]) => [at, strength * rare])), isCommon };
}

function texts({ exact, prefix }: Word, store: Store): string[] {
  const found = exact.map((term) => store.shards.get(shardOf(term, store.count))?.get(term) ?? '');
  if (!prefix) return found.filter(Boolean);
  for (const [term, text] of store.shards.get(shardOf(prefix, store.count)) ?? []) {
    if (term.startsWith(prefix) && !exact.includes(term)) found.push(text);
  }
  return found.filter(Boolean);
}

/** How much a word says: one more each time that half as many passages have it. */
function rarity(having: number, all: number): number {
  return having === 0 ? 0 : 32 - Math.clz32(Math.floor(all / having));
}
