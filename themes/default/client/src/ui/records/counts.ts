/** How many there are of each kind, in plain words. */

import { plural } from '../../core/words';
import type { Rec } from '../../model/record';

type Count = (n: number) => string;

/** In this order; what has no name here is counted together at the end. */
const COUNTS: Readonly<Record<string, Count>> = {
  vision: (n) => plural('{n} picture of where I am heading', '{n} pictures of where I am heading', n),
  gap: (n) => plural('{n} line of the gap review', '{n} lines of the gap review', n),
  strength: (n) => plural('{n} strength', '{n} strengths', n),
  need: (n) => plural('{n} need', '{n} needs', n),
  goal: (n) => plural('{n} goal', '{n} goals', n),
  step: (n) => plural('{n} step', '{n} steps', n),
  activity: (n) => plural('{n} activity', '{n} activities', n),
  evidence: (n) => plural('{n} piece of evidence', '{n} pieces of evidence', n),
  progress: (n) => plural('{n} check-in', '{n} check-ins', n),
  review: (n) => plural('{n} review', '{n} reviews', n),
  entry: (n) => plural('{n} journal entry', '{n} journal entries', n),
  cycle: (n) => plural('{n} learning cycle', '{n} learning cycles', n),
  question: (n) => plural('{n} question', '{n} questions', n),
  'next-time': (n) => plural('{n} line for next time', '{n} lines for next time', n),
  answers: (n) => plural('{n} filled-in sheet', '{n} filled-in sheets', n),
  agreement: (n) => plural('{n} working agreement', '{n} working agreements', n),
  member: (n) => plural('{n} member of the group', '{n} members of the group', n),
  offer: (n) => plural('{n} list of needs and offers', '{n} lists of needs and offers', n),
  schedule: (n) => plural('{n} schedule', '{n} schedules', n),
  shared: (n) => plural('{n} copy from somebody else', '{n} copies from somebody else', n),
};

/** `2 goals, 5 steps, 1 filled-in sheet`. */
export function counts(recs: readonly Rec[]): string {
  const found = Object.entries(COUNTS).flatMap(([type, say]) => {
    const n = recs.filter((rec) => rec.type === type).length;
    return n > 0 ? [say(n)] : [];
  });
  const others = recs.filter((rec) => !Object.hasOwn(COUNTS, rec.type)).length;
  if (others > 0) found.push(plural('{n} other record', '{n} other records', others));
  return found.join(', ');
}

export const recordsInWords = (n: number): string => plural('{n} record', '{n} records', n);
