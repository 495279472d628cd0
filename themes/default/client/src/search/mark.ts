/** Which stretches of a text are what was looked for. */

import type { Wish } from './ask';
import { fold, isDense, pieces, stem } from './tokens';

/** A stretch of a text, and whether it is to be marked. */
export type Stretch = [text: string, isMarked: boolean];

const RUN = /[\p{L}\p{N}\p{M}'’ʻʼ]+/gu;

export function stretches(text: string, wishes: Wish[]): Stretch[] {
  // of other ways to say it only single words: parts of them, such as “in”, mean nothing alone
  const words = wishes.flatMap((ways) => ways.filter((way, at) => at === 0 || way.length === 1)).flat();
  const exact = new Set(words.flatMap((word) => word.exact));
  const prefixes = words.map(({ prefix }) => prefix).filter(Boolean);
  const found: Stretch[] = [];
  let end = 0;
  for (const run of text.matchAll(RUN)) {
    push(found, text.slice(end, run.index), false);
    for (const [part, isMarked] of marked(run[0], exact, prefixes)) push(found, part, isMarked);
    end = run.index + run[0].length;
  }
  push(found, text.slice(end), false);
  return found;
}

function push(found: Stretch[], text: string, isMarked: boolean): void {
  const last = found[found.length - 1];
  if (last && last[1] === isMarked) last[0] += text;
  else if (text !== '') found.push([text, isMarked]);
}

function marked(run: string, exact: Set<string>, prefixes: string[]): Stretch[] {
  const begins = (term: string): boolean => prefixes.some((prefix) => term.startsWith(prefix));
  if (!isDense(fold(run))) {
    const isFound = pieces(run).map(stem).some((term) => exact.has(term) || begins(term));
    return [[run, isFound]];
  }
  const characters = [...run];
  const folded = characters.map(fold);
  const pair = (at: number): boolean => exact.has(`${folded[at] ?? ''}${folded[at + 1] ?? ''}`);
  return characters.map((character, at) => {
    const isAlone = exact.has(folded[at] ?? '');
    const isPaired = (at + 1 < characters.length && pair(at)) || (at > 0 && pair(at - 1));
    return [character, isAlone || isPaired];
  });
}
