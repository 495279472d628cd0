/** What a person asks for: each word with all that would do for it. */

import { bare, isDense, pairs, pieces, stem } from './tokens';

/** A word to be found: one of these terms, or one that begins so. */
export interface Word {
  exact: string[];
  /** Empty where a part of a word is not enough. */
  prefix: string;
}

/** One thing asked for: any of these will do, each of them with all its words on one page. */
export type Wish = Word[][];

/** So many letters must stand before more are guessed. */
const FEW = 2;

/** The wishes in a text; `also` are groups of words for one thing. */
export function ask(text: string, also: string[][]): Wish[] {
  const asked = pieces(text);
  const isOpen = !/\s$/u.test(text);
  const wishes: Wish[] = [];
  for (let at = 0; at < asked.length; ) {
    const [length, others] = longest(asked, at, also);
    const end = at + length;
    const last = isOpen ? asked.length - 1 : -1;
    const words = asked.slice(at, end).flatMap((one, n) => word(one, at + n === last));
    wishes.push(length > 1 ? [words, ...others] : [...words.map((one) => [one]), ...others]);
    at = end;
  }
  return wishes;
}

/** The longest words for one thing that stand at a place, and the others of their group. */
function longest(asked: string[], at: number, also: string[][]): [number, Word[][]] {
  let best = 1;
  let others: Word[][] = [];
  for (const group of also) {
    const ways = group.map((words) => pieces(words));
    for (const way of ways) {
      if (way.length < best || way.length === 0 || !stands(way, asked, at)) continue;
      const rest = ways.filter((other) => other !== way && other.length > 0);
      const said = rest.map((other) => other.flatMap((one) => word(one, false)));
      others = way.length > best ? said : [...others, ...said];
      best = way.length;
    }
  }
  return [best, others];
}

function stands(way: string[], asked: string[], at: number): boolean {
  return way.every((one, n) => stem(one) === stem(asked[at + n] ?? ''));
}

/** What is looked for by one piece; the last one may not be written out yet. */
function word(piece: string, isOpen: boolean): Word[] {
  if (isDense(piece)) {
    const all = pairs(piece);
    // the last character alone stands in nothing longer; where it is all there is, it may begin a pair
    if (all.length === 1) return [{ exact: all, prefix: piece }];
    return all.slice(0, -1).map((pair) => ({ exact: [pair], prefix: '' }));
  }
  if (!isOpen) return [{ exact: [stem(piece)], prefix: '' }];
  // `listeni` is `listening` to be
  const whole = piece.replace(/i$/, 'in').replace(/in$/, 'ing');
  const exact = [...new Set([piece, whole].map(stem))];
  const prefix = bare(piece);
  return [{ exact, prefix: prefix.length < FEW ? '' : prefix }];
}
