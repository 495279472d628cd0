/**
 * The index as it has come in so far. Each of its files hands over one value; those of a large site are
 * loaded when they are needed, from script elements that the page holds ready in a template: nothing
 * makes up an address.
 */

import { letter, numbers, rising, sortedWords } from './numbers';
import { isDense } from './tokens';

/** What the head of the index says; see `builder/search/index.py`. */
interface Head {
  shards: number;
  chunks: number[];
  counts: string;
  kinds: string;
  languages: string[];
  spoken: string;
  also: string[][];
}

/** A passage as a result shows it: heading, link, the beginning of its text. */
export type Row = [heading: string, link: string, text: string];
/** An entry as a result shows it. */
export type Shown = [title: string, url: string, minutes: number, rows: Row[]];

export type Value =
  | { head: Head }
  | { shard: number; words: string; posts: string }
  | { chunk: number; pages: Shown[] };

/** The passages a term stands in: in text (null: in too many), in headings, in titles. */
export interface Post {
  texts: number[] | null;
  headings: number[];
  titles: number[];
}

export type Shard = Map<string, string>;

/** What the letters of `kinds` stand for: as in `builder/search/index.py`, the best first. */
export const KINDS = ['pack', 'series', 'sheet', 'deck', 'page', 'tool', 'term', 'note', 'person'];

/** An entry as the head knows it. */
export interface Place {
  /** Its place in `KINDS`. */
  kind: number;
  language: string;
  /** The number of its first passage. */
  first: number;
  chunk: number;
  /** Which of the chunk's entries it is. */
  row: number;
}

export interface Store {
  count: number;
  also: string[][];
  places: Place[];
  /** For each passage the entry it belongs to. */
  owners: number[];
  shards: Map<number, Shard>;
  chunks: Map<number, Shown[]>;
}

/** Make a store of the values that came in; null where the head is not among them. */
export function open(values: Value[]): Store | null {
  const found = values.find((value) => 'head' in value);
  if (!found) return null;
  const { shards: count, chunks, counts, kinds, languages, spoken, also } = found.head;
  const speaks = numbers(spoken);
  const where = chunks.flatMap((size, chunk) =>
    Array.from({ length: size }, (_, row) => ({ chunk, row })),
  );
  const places: Place[] = [];
  const owners: number[] = [];
  numbers(counts).forEach((passages, at) => {
    const kind = letter(kinds, at);
    const language = languages[speaks[at] ?? 0] ?? '';
    places.push({ kind, language, first: owners.length, ...(where[at] ?? { chunk: 0, row: 0 }) });
    for (let n = 0; n < passages; n++) owners.push(at);
  });
  const store = { count, also, places, owners, shards: new Map(), chunks: new Map() };
  values.forEach((value) => take(store, value));
  return store;
}

/** Take in a value. */
export function take(store: Store, value: Value): void {
  if ('chunk' in value) store.chunks.set(value.chunk, value.pages);
  if (!('shard' in value)) return;
  const posts = value.posts.split(' ');
  const words = sortedWords(value.words).map((word, at): [string, string] => [word, posts[at] ?? '']);
  store.shards.set(value.shard, new Map(words));
}

/** Where a term stands. */
export function post(text: string): Post {
  const [texts = '', headings = '', titles = ''] = text.split('|');
  return {
    texts: texts === '`' ? null : rising(texts),
    headings: rising(headings),
    titles: rising(titles),
  };
}

/** Which shard has the terms that begin as a word does; as in `builder/search/index.py`. */
export function shardOf(word: string, count: number): number {
  const [first = '', second = ''] = word;
  const after = isDense(word) ? 0 : (second.codePointAt(0) ?? 0);
  return ((first.codePointAt(0) ?? 0) * 31 + after) % count;
}
