/** Rounds of pairs and trios as they are kept: ids for the page, and names in words for copies. */

import { meetings, nextRound, pair, pairsOf, type Round, type Wish } from './pairs';
import { rows, text, type Body } from './record';

const split = (words: string, by: string): readonly string[] =>
  words.split(by).filter((one) => one !== '');

/** The rounds drawn so far. */
export function roundsOf(body: Body): readonly Round[] {
  return rows(body, 'rounds').map((row) => ({
    groups: split(text(row, 'groups'), ',').map((group) => split(group, ' ')),
    rest: split(text(row, 'rest'), ' '),
  }));
}

/** Rounds to keep; `said` puts one into words. */
export function rowsOf(rounds: readonly Round[], said: (round: Round) => string): readonly Body[] {
  return rounds.map((round) => ({
    groups: round.groups.map((group) => group.join(' ')).join(','),
    rest: round.rest.join(' '),
    said: said(round),
  }));
}

/** Two who are not put together. */
const apartOf = (body: Body): readonly (readonly [string, string])[] =>
  rows(body, 'apart').map((row) => [text(row, 'a'), text(row, 'b')] as const);

export function wishOf(body: Body): Wish {
  return {
    size: text(body, 'size') === '3' ? 3 : 2,
    odd: text(body, 'odd') || 'join',
    apart: apartOf(body),
    seed: 1,
  };
}

/** Those pairs of people that have not been together yet, nor are to be kept apart. */
export function unmet(
  people: readonly string[],
  rounds: readonly Round[],
  apart: Wish['apart'],
): readonly (readonly [string, string])[] {
  const met = meetings(rounds);
  const kept = new Set(apart.map(([a, b]) => pair(a, b)));
  return pairsOf(people).filter(([a, b]) => !met.has(pair(a, b)) && !kept.has(pair(a, b)));
}

/** More rounds than this nobody holds. */
const MOST = 40;

/** Draw rounds with everybody there until all have met; at least one. */
export function untilAllMet(people: readonly string[], before: readonly Round[], wish: Wish): readonly Round[] {
  const all = [...before];
  do all.push(nextRound(people, all, [], wish));
  while (all.length < MOST && unmet(people, all, wish.apart).length > 0);
  return all;
}
