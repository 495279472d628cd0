/**
 * The steps of a segment that takes another time than its author wrote: in proportion, and so that they
 * add up. Whole minutes where they are fine enough, else halves, quarters, five seconds.
 */

import { minutesSeconds } from '../clock';
import { all, put } from './place';

/** Seconds: what steps are rounded to, the coarsest that gives the shortest of them a whole one. */
const UNITS = [60, 30, 15, 5, 1] as const;

/** Steps written in minutes, made to take so many seconds together: each as text, the same way. */
export function inProportion(written: readonly number[], seconds: number): string[] {
  const total = written.reduce((sum, minutes) => sum + minutes, 0);
  if (total <= 0 || seconds <= 0 || total * 60 === seconds) return written.map(String);
  const share = seconds / total;
  const shortest = Math.min(...written) * share;
  const unit = UNITS.find((one) => seconds % one === 0 && shortest >= one) ?? 1;
  const found = shared(written, total, seconds / unit).map((count) => count * unit);
  return found.map((length) => (unit === 60 ? String(length / 60) : minutesSeconds(length)));
}

/** So many units shared out by weight: whole ones, the rest to those that lost most. */
function shared(weights: readonly number[], total: number, units: number): number[] {
  const exact = weights.map((weight) => (weight * units) / total);
  const whole = exact.map(Math.floor);
  const rest = units - whole.reduce((sum, one) => sum + one, 0);
  const loss = (index: number): number => (exact[index] ?? 0) - (whole[index] ?? 0);
  const order = weights.map((_, index) => index).sort((a, b) => loss(b) - loss(a) || a - b);
  for (const index of order.slice(0, Math.round(rest))) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}

/** Show the steps in a part of the page for its minutes, or for its turns of so many seconds. */
export function steps(part: ParentNode, minutes: number, each: number, say: (n: number) => string): void {
  const places = all('[data-step]', part);
  const written = places.map((place) => Number(place.dataset['step']));
  const total = written.reduce((sum, one) => sum + one, 0);
  const seconds = each || minutes * 60;
  inProportion(written, seconds).forEach((text, index) => put(places[index] ?? null, text));
  for (const note of all('[data-written]', part)) {
    const { written: sentence = '' } = note.dataset;
    const length = each ? minutesSeconds(total * 60) : say(total);
    put(note, total * 60 === seconds ? '' : sentence.replace('{length}', length));
  }
}
