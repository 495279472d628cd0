/**
 * How long one segment takes: the part around its turns, and turns that grow with the people.
 *
 *     around    = minutes - ceil(turns(best) * each)
 *     length(n) = around + ceil(turns(n) * each)
 *
 * A segment whose turns are not fully written is taken as one without turns.
 */

import { floored, MINUTE, seconds } from './times';
import type { Segment } from './timing';

/** Seconds: the steps in which turns are shortened, and the shortest they are made. */
export const TURN_STEP = 5;
/** People in one subgroup of each grouping that has subgroups. */
const GROUP_SIZES: Readonly<Record<string, number>> = { pairs: 2, trios: 3, fours: 4 };

/** The people in one subgroup, by the last of pairs, trios or fours; 0 without any. */
export function subgroupSize(segment: Segment): number {
  const sizes = (segment.grouping ?? []).map((name) => GROUP_SIZES[name] ?? 0);
  return sizes.filter((size) => size > 0).pop() ?? 0;
}

/** How many turns are taken one after another by so many people; 0 without turns. */
export function turns(segment: Segment, people: number): number {
  if (segment.each === undefined || segment.per === undefined) return 0;
  if (segment.per === 'person') return people;
  const size = subgroupSize(segment);
  if (segment.per === 'turn') return segment.turns || size;
  return size ? Math.max(1, floored(people, size)) : 0;
}

/** The seconds of one turn; 0 without turns. */
export function turnSeconds(segment: Segment): number {
  return segment.each !== undefined && segment.per !== undefined ? seconds(segment.each) : 0;
}

/** The minutes that all turns take, rounded up once for all of them. */
export function turning(segment: Segment, people: number): number {
  return wholeMinutes(turns(segment, people) * turnSeconds(segment));
}

/** The minutes around the turns, the same for any number of people. */
export function around(segment: Segment, best: number): number {
  return segment.minutes - turning(segment, best);
}

/** The minutes a segment takes with so many people, before any fitting. */
export function length(segment: Segment, people: number, best: number): number {
  return around(segment, best) + turning(segment, people);
}

/** Seconds as minutes, rounded up. */
export function wholeMinutes(lengthInSeconds: number): number {
  return Math.ceil(lengthInSeconds / MINUTE);
}

/**
 * The seconds of one turn when its segment goes from `before` to `after` minutes. Turns keep their
 * share of the segment, in steps of five seconds, rounded down. A turn is never made shorter than
 * 0:05, nor shorter at all when its segment gets longer.
 */
export function resized(each: number, before: number, after: number): number {
  if (before === after || before === 0) return each;
  const share = floored(each * after, before * TURN_STEP) * TURN_STEP;
  return Math.max(share, after > before ? each : Math.min(each, TURN_STEP));
}
