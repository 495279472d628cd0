/**
 * Fit the lengths of an agenda to the minutes there are.
 *
 * Too long: segments are shortened to their `least`, could before should before must, each from the
 * last to the first; then segments that could be left out are dropped, last to first, until the
 * rest fits. What is over goes back first to those that were shortened, in the opposite order. Too
 * short, then or from the start: segments are lengthened to their `most` in that same order.
 */

import type { Priority, Segment } from './timing';
import { length, resized, TURN_STEP, turns, turnSeconds, wholeMinutes } from './turns';
import { isProtected } from './versions';

/** Who gives way first. */
const RANK: Readonly<Record<Priority, number>> = { could: 0, should: 1, must: 2 };

/** One segment with its length for a number of people, and how far fitting may move it. */
export interface Slot {
  readonly id: string;
  readonly title: string;
  /** Its length for the best number of people, as its author or a version says. */
  readonly stated: number;
  /** Its length before fitting, for the number of people there are. */
  readonly minutes: number;
  /** The shortest and the longest it can be made, in minutes. */
  readonly floor: number;
  readonly ceiling: number;
  readonly priority: Priority;
  readonly droppable: boolean;
  readonly turns: number;
  /** The seconds of one turn before fitting. */
  readonly each: number;
}

/** Minutes of each slot; one that is not in it is dropped. */
export type Lengths = ReadonlyMap<Slot, number>;

/** The seconds of one turn when the segment is made so many minutes long. */
export function eachIn(slot: Slot, minutes: number): number {
  return slot.turns ? resized(slot.each, slot.minutes, minutes) : 0;
}

/** A segment with its length for so many people and its bounds, which bound fitting only. */
export function slot(segment: Segment, people: number, best: number): Slot {
  const { id, title, priority = 'should' } = segment;
  const count = turns(segment, people);
  const each = turnSeconds(segment);
  const minutes = length(segment, people, best);
  const shortest = wholeMinutes(count * Math.min(each, TURN_STEP));
  return {
    id,
    title,
    stated: segment.minutes,
    minutes,
    floor: Math.min(minutes, Math.max(segment.least ?? minutes, shortest, 1)),
    ceiling: Math.max(minutes, segment.most ?? minutes),
    priority,
    droppable: priority === 'could' && !isProtected(segment),
    turns: count,
    each: count ? each : 0,
  };
}

/** A slot that fitting leaves alone, for what is no segment. */
export function fixed(id: string, title: string, minutes: number): Slot {
  const bounds = { stated: minutes, minutes, floor: minutes, ceiling: minutes };
  return { id, title, ...bounds, priority: 'must', droppable: false, turns: 0, each: 0 };
}

/** The order of shortening: could, should, must; each last to first. */
export function givingWay(slots: readonly Slot[]): Slot[] {
  return [...slots].reverse().sort((a, b) => RANK[a.priority] - RANK[b.priority]);
}

/** Each slot's minutes when all are fitted to the minutes wanted. */
export function fitted(slots: readonly Slot[], wanted: number): Lengths {
  const order = givingWay(slots);
  const now = new Map(slots.map((one) => [one, one.minutes]));
  shorten(now, order, wanted);
  for (const one of order) {
    if (total(now) <= wanted) break;
    if (one.droppable && (now.get(one) ?? 0) > 0) now.delete(one);
  }
  order.reverse();
  lengthen(now, order, (one) => one.minutes, wanted);
  lengthen(now, order, (one) => one.ceiling, wanted);
  return now;
}

function shorten(now: Map<Slot, number>, order: readonly Slot[], wanted: number): void {
  let excess = total(now) - wanted;
  for (const one of order) {
    if (excess <= 0) return;
    const step = Math.min(excess, one.minutes - one.floor);
    now.set(one, one.minutes - step);
    excess -= step;
  }
}

function lengthen(
  now: Map<Slot, number>,
  order: readonly Slot[],
  limit: (one: Slot) => number,
  wanted: number,
): void {
  let spare = wanted - total(now);
  for (const one of order) {
    if (spare <= 0) return;
    const minutes = now.get(one);
    if (minutes === undefined) continue;
    const step = Math.min(spare, limit(one) - minutes);
    now.set(one, minutes + step);
    spare -= step;
  }
}

function total(now: Lengths): number {
  return [...now.values()].reduce((sum, minutes) => sum + minutes, 0);
}
