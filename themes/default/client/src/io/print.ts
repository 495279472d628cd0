/** What is printed of a part of the workbook: all that was written, or its forms with room to write. */

import { type Form, formOf, FORMS } from '../model/forms';
import { type Rec, text, yes } from '../model/record';
import { namingOf, tell, type Told } from './told';

export type Part = 'plan' | 'journal' | 'group' | 'sheets';

/** The kinds of records of each part, in the order in which they are read. */
export const PARTS: Record<Part, readonly string[]> = {
  plan: ['vision', 'gap', 'strength', 'need', 'goal'],
  journal: ['entry', 'cycle', 'question', 'next-time'],
  group: ['agreement', 'member', 'offer'],
  sheets: ['answers'],
};

export const isPart = (name: string): name is Part => Object.hasOwn(PARTS, name);

/** One's own print: private lines too; by date where there is one, else as they were made. */
export function printOf(recs: readonly Rec[], part: Part): readonly Told[] {
  const naming = namingOf(recs);
  return PARTS[part].flatMap((type) => {
    const found = recs.filter((rec) => rec.type === type && !rec.deleted && !yes(rec.body, 'archived'));
    const sorted = [...found].sort((a, b) => text(a.body, 'date').localeCompare(text(b.body, 'date')));
    return sorted.flatMap((rec) => tell(rec, recs, () => true, naming) ?? []);
  });
}

/** The forms of a part, each with those of what belongs to it. */
export function formsOf(part: Part): readonly Form[] {
  return PARTS[part].flatMap((type) => {
    const form = formOf(type);
    return form ? [form, ...FORMS.filter((one) => one.of === type)] : [];
  });
}
