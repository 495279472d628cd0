/**
 * The journal: what belongs to which month, what a search finds, how cycles follow one another.
 *
 * Beside its form a cycle holds `after`, the id of the one before it; something for next time `after`, the
 * id of the entry or cycle that it ends; a question `brought`, once it was taken to a meeting.
 */

import { isDay } from '../core/dates';
import { plain } from './said';
import { type Body, type Rec, says, text } from './record';
import { hasEnded } from './plan';

export interface Wanted {
  readonly words: string;
  readonly goal: string;
  readonly mark: string;
}

export interface Month {
  /** `2026-11`; empty for entries without a day. */
  readonly month: string;
  readonly entries: readonly Rec[];
}

/** The day of an entry; without one the day it was last changed. */
export function dayOf(rec: Rec): string {
  const day = text(rec.body, 'date');
  return isDay(day) ? day : rec.updated.slice(0, 10);
}

/** Newest first; of one day, the one made last first. */
export function newestFirst(recs: readonly Rec[]): readonly Rec[] {
  return recs
    .map((rec, made) => ({ rec, made, day: dayOf(rec) }))
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : b.made - a.made))
    .map(({ rec }) => rec);
}

/** The entries that a search asks for: each of its words, wherever it stands. */
export function found(entries: readonly Rec[], wanted: Wanted): readonly Rec[] {
  const words = wanted.words.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(
    ({ body }) =>
      (wanted.goal === '' || body['goal'] === wanted.goal) &&
      (wanted.mark === '' || body['mark'] === wanted.mark) &&
      has(body, words),
  );
}

const WRITTEN = ['words', 'helped', 'feeling', 'hunch'] as const;

function has(body: Body, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const said = WRITTEN.map((field) => plain(body[field])).join(' ').toLowerCase();
  return words.every((word) => said.includes(word));
}

/** Entries by month, in the order they come in. */
export function byMonth(entries: readonly Rec[]): readonly Month[] {
  const months = new Map<string, Rec[]>();
  for (const rec of entries) {
    const month = dayOf(rec).slice(0, 7);
    const there = months.get(month);
    if (there) there.push(rec);
    else months.set(month, [rec]);
  }
  return [...months].map(([month, recs]) => ({ month, entries: recs }));
}

/** The beginning of what was written, cut between words. */
export function beginning(words: string, length = 140): string {
  const line = words.trim().replace(/\s+/g, ' ');
  const letters = [...line];
  if (letters.length <= length) return line;
  const cut = letters.slice(0, length).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > length / 2 ? cut.slice(0, space) : cut).trimEnd()} …`;
}

/** The cycles that led to this one, this one last. A file may go in a ring: each is met once. */
export function round(cycles: readonly Rec[], cycle: Rec): readonly Rec[] {
  const known = new Map(cycles.map((one) => [one.id, one]));
  const way = new Map<string, Rec>();
  let at: Rec | undefined = cycle;
  while (at && !way.has(at.id)) {
    way.set(at.id, at);
    at = known.get(text(at.body, 'after'));
  }
  return [...way.values()].reverse();
}

/** Cycles that nothing follows yet: the last of each round. In a ring each is one. */
export function lastOnes(cycles: readonly Rec[]): readonly Rec[] {
  const before = new Set(cycles.map(({ body }) => text(body, 'after')));
  const last = cycles.filter((one) => !before.has(one.id));
  const led = new Set(last.flatMap((one) => round(cycles, one).map(({ id }) => id)));
  return [...last, ...cycles.filter((one) => !led.has(one.id))];
}

export const isOpen = (question: Rec): boolean => says(question.body['words']) && !says(question.body['answer']);

/** What I said I would do next time, and have not said what came of. */
export const isCarried = (next: Rec): boolean => says(next.body['words']) && !says(next.body['came']);

/** Steps to report on: those with words that have not ended. */
export const isCommitment = (step: Rec): boolean => says(step.body['words']) && !hasEnded(step.body);
