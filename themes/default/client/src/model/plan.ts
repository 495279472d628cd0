/**
 * What a plan says of itself: questions a goal asks back, order, dates, hours, and how far it has come.
 *
 * A goal's record holds more than its form: `order` (a number), `strengths` (ids), `reviews` (days),
 * `wording` ([{date, words, reason}], oldest first), `settled` (questions answered with "It is fine as it
 * is"), `gap` (the id of the gap it came from), `private` (left out of what is shared), `archived`.
 * A step holds `order` too, and `kept`: the day that passed and was kept all the same.
 */

import { type Day, isDay, plusMonths } from '../core/dates';
import { ENDED } from './lists';
import { type Body, figure, type Rec, rows, says, text, yes } from './record';

export { type Asked, questionsBack } from './asks';

/** So many months after the start a goal is looked at again. */
export const REVIEW_MONTHS = [1, 3, 6, 12] as const;

export function reviewDays(start: Day): readonly Day[] {
  return isDay(start) ? REVIEW_MONTHS.map((months) => plusMonths(start, months)) : [];
}

/** Review days that have come and that no review has looked back on since. */
export function dueReviews(goal: Body, reviews: readonly Body[], now: Day): readonly Day[] {
  const seen = reviews.filter((one) => says(one['different']) || says(one['helped']) || says(one['now']));
  const last = seen.reduce((found, one) => (text(one, 'date') > found ? text(one, 'date') : found), '');
  return reviewsOf(goal).filter((day) => day <= now && day > last);
}

/** The review days of a goal, in order; what is no day is left out. */
export function reviewsOf(goal: Body): readonly Day[] {
  const kept = goal['reviews'];
  if (!Array.isArray(kept)) return [];
  return kept.filter((day): day is Day => typeof day === 'string' && isDay(day)).sort();
}

/** Whether a step's date asks what to do: it has passed, nothing has ended the step, and it was not kept. */
export function datePassed(step: Body, now: Day): boolean {
  const by = text(step, 'by');
  return isDay(by) && by < now && !hasEnded(step) && text(step, 'kept') !== by;
}

export const hasEnded = (step: Body): boolean => ENDED.includes(text(step, 'status'));

/** Goals that are worked on, in order; then those put in the archive. */
export function sorted(goals: readonly Rec[]): { readonly active: readonly Rec[]; readonly archived: readonly Rec[] } {
  const at = (rec: Rec): number => figure(rec.body, 'order') ?? 0;
  const all = [...goals].sort((a, b) => at(a) - at(b));
  return {
    active: all.filter((rec) => !yes(rec.body, 'archived')),
    archived: all.filter((rec) => yes(rec.body, 'archived')),
  };
}

interface Placed {
  readonly id: string;
  readonly order: number;
}

/** The place after the last. */
export const nextOrder = (recs: readonly Rec[]): number =>
  recs.reduce((last, rec) => Math.max(last, figure(rec.body, 'order') ?? 0), 0) + 1;

/**
 * Move one of a list by some places: what gets a new place. Mostly that is the one alone, between its new
 * neighbours; where there is no room between them all are placed anew.
 */
export function moved(list: readonly Rec[], id: string, by: number): readonly Placed[] {
  const from = list.findIndex((rec) => rec.id === id);
  const to = Math.min(Math.max(from + by, 0), list.length - 1);
  if (from < 0 || from === to) return [];
  const rest = list.filter((rec) => rec.id !== id);
  const order = between(rest, to);
  if (order !== null) return [{ id, order }];
  const ids = rest.map((rec) => rec.id);
  ids.splice(to, 0, id);
  return ids.map((one, at) => ({ id: one, order: at + 1 }));
}

/** A place before the one that stands at `to`; null where all of them have to move. */
function between(rest: readonly Rec[], to: number): number | null {
  const places = rest.map((rec) => figure(rec.body, 'order') ?? 0);
  const before = places[to - 1];
  const after = places[to];
  if (before === undefined) return (after ?? 1) - 1;
  if (after === undefined) return before + 1;
  const order = (before + after) / 2;
  return order > before && order < after ? order : null;
}

export interface Hours {
  readonly planned: number;
  readonly spent: number;
  /** Activities without planned hours. */
  readonly blank: number;
}

export function hours(activities: readonly Body[]): Hours {
  const sum = (field: string): number =>
    activities.reduce((all, one) => all + Math.max(0, figure(one, field) ?? 0), 0);
  const blank = activities.filter((one) => figure(one, 'hours') === null).length;
  return { planned: tidy(sum('hours')), spent: tidy(sum('spent')), blank };
}

/** Tenths of hours add up to tenths. */
const tidy = (sum: number): number => Math.round(sum * 100) / 100;

/** Records that have a date, oldest first; then those without, as they were made. */
export function byDate(recs: readonly Rec[]): readonly Rec[] {
  const at = (rec: Rec): string => text(rec.body, 'date') || '9999';
  return [...recs].sort((a, b) => (at(a) < at(b) ? -1 : at(a) > at(b) ? 1 : 0));
}

/** Former wordings, oldest first. */
export const wordings = (goal: Body): readonly Body[] => rows(goal, 'wording');

/** The history with today's wording added to it; unchanged where it stands there already. */
export function withWording(goal: Body, now: Day): readonly Body[] {
  const kept = wordings(goal);
  const words = text(goal, 'different');
  const last = kept.at(-1);
  if (!says(words) || (last && text(last, 'words') === words)) return kept;
  return [...kept, { date: now, words, reason: '' }];
}

/** What a copy of a goal begins with: its words, without its history. */
export function copyOf(goal: Body): Body {
  const { wording: _w, settled: _s, reviews: _r, status: _t, archived: _a, copy_of: _c, ...rest } = goal;
  return rest;
}

/** What a copy of a step begins with: planned again, without its dates. */
export function copyOfStep(step: Body, goal: string): Body {
  const { by: _b, kept: _k, note: _n, ...rest } = step;
  return { ...rest, goal, status: 'planned' };
}
