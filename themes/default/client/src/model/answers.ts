/** Filled-in worksheets: records of type `answers`. Beside their fields they keep `date`, a day. */

import { type Day, isDay, today } from '../core/dates';
import { type Rec, text } from './record';
import type { Field, Sheet } from './sheet';

export type Moment = 'start' | 'now' | 'looking-back' | '';

/** The day that a sheet was filled in: the day written on it, else the day it was last changed. */
export function dayOf(rec: Rec): Day {
  const written = text(rec.body, 'date');
  return isDay(written) ? written : today(new Date(rec.updated));
}

/** Which moment it speaks of, where the sheet asks. */
export function momentOf({ body }: Rec): Moment {
  const said = text(body, 'moment');
  return said === 'start' || said === 'now' || said === 'looking-back' ? said : '';
}

/** Those of one sheet, oldest first. */
export function ofSheet(recs: readonly Rec[], sheet: string): readonly Rec[] {
  const found = recs.filter((rec) => rec.sheet === sheet).map((rec) => ({ rec, day: dayOf(rec) }));
  return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).map(({ rec }) => rec);
}

/** Whether the sheet itself asks for its date. */
export const asksDate = (sheet: Sheet): boolean => sheet.fields.some((one) => one.id === 'date');

/** The words of the moment that a record speaks of, as its sheet says them. */
export function momentWords(sheet: Sheet, rec: Rec): string {
  const field = sheet.fields.find((one: Field) => one.id === 'moment');
  return field?.options.find((one) => one.id === text(rec.body, 'moment'))?.label ?? '';
}
