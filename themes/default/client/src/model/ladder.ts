/** The goal ladder: five rungs, and one figure for several ladders together. */

import { type Day, isDay } from '../core/dates';
import { type Body, figure, type Rec, text } from './record';

/** What the rungs stand for in figures. */
export const LEVELS_AS_FIGURES: Readonly<Record<string, number>> = { p2: 2, p1: 1, zero: 0, m1: -1, m2: -2 };

export interface Point {
  readonly day: Day;
  /** 0 to 10. */
  readonly sure: number | null;
  /** −2 to +2. */
  readonly level: number | null;
}

/** Check-ins that have a day, oldest first. */
export function points(checkins: readonly Rec[]): readonly Point[] {
  return checkins
    .filter((rec) => isDay(text(rec.body, 'date')))
    .map(({ body }) => ({
      day: text(body, 'date'),
      sure: figure(body, 'sure'),
      level: levelOf(body),
    }))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

export const levelOf = (body: Body): number | null => LEVELS_AS_FIGURES[text(body, 'level')] ?? null;

export interface Rung {
  readonly weight: number;
  readonly level: number;
}

/** How closely ladders of one person are taken to hang together, as is usual. */
const R = 0.3;

/**
 * One figure for several ladders, after Kiresuk and Sherman: 50 is where all stand at what was hoped for.
 * Null where no ladder has a level.
 */
export function summary(rungs: readonly Rung[]): number | null {
  if (rungs.length === 0) return null;
  const sum = rungs.reduce((all, { weight, level }) => all + weight * level, 0);
  const weights = rungs.reduce((all, { weight }) => all + weight, 0);
  const squares = rungs.reduce((all, { weight }) => all + weight * weight, 0);
  return 50 + (10 * sum) / Math.sqrt((1 - R) * squares + R * weights * weights);
}
