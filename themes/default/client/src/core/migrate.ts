/** How records become what this version expects. One step for each number; the steps never see a database. */

import type { Rec } from '../model/record';

/** The number of what records look like. A database or a file with a higher one is of a newer version. */
export const SCHEMA = 1;

/** Makes a record of one number into one of the next. */
export type Step = (rec: Rec) => Rec;

/** The step from each number to the next. There is none yet. */
export type Steps = Readonly<Record<number, Step>>;

export const STEPS: Steps = {};

/** Records of an older number as they are today. A step that throws, or that is missing, stops all. */
export function migrated(recs: readonly Rec[], from: number, to = SCHEMA, steps = STEPS): readonly Rec[] {
  let found = recs;
  for (let number = from; number < to; number++) {
    const step = steps[number];
    if (!step) throw new Error(`there is no step from ${number} to ${number + 1}`);
    found = found.map(step);
  }
  return found;
}
