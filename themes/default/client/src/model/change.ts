/**
 * Change over time, line by line. Only answers to the same version of a sheet stand side by side, and what
 * was said looking back stands apart from what was said at the time: our yardstick shifts as we learn.
 */

import type { Day } from '../core/dates';
import { dayOf, momentOf } from './answers';
import { figure, parts, type Rec } from './record';
import type { Sheet } from './sheet';

/** One line of a sheet that can be answered again. */
export interface Line {
  readonly key: string;
  readonly label: string;
  /** The question it belongs to. */
  readonly of: string;
  readonly low: number;
  readonly high: number;
  readonly read: (rec: Rec) => number | null;
}

export interface Point {
  readonly day: Day;
  readonly value: number | null;
}

export interface Series extends Omit<Line, 'read'> {
  readonly points: readonly Point[];
}

/** Sheets that are compared, oldest first, and what each line did. */
export interface Strand {
  /** `time`: as it was at each date. `looking-back`: how the start looks from here, then now. */
  readonly kind: 'time' | 'looking-back';
  readonly recs: readonly Rec[];
  readonly series: readonly Series[];
}

/** What can be compared of some filled-in sheets of one kind, oldest first, in the version that the page has. */
export function strands(sheet: Sheet, recs: readonly Rec[]): readonly Strand[] {
  const same = sameVersion(sheet, recs);
  const lines = linesOf(sheet);
  if (lines.length === 0) return [];
  const there = startFirst(same.filter((rec) => momentOf(rec) !== 'looking-back'));
  const back = same.filter((rec) => momentOf(rec) === 'looking-back').at(-1);
  const now = there.filter((rec) => momentOf(rec) !== 'start').at(-1);
  const found: Strand[] = [];
  if (there.length > 1) found.push(strand('time', there, lines));
  if (back && now) found.push(strand('looking-back', [back, now], lines));
  return found.filter(({ series }) => series.length > 0);
}

/** Records written on the version of the sheet that the page has. */
export function sameVersion(sheet: Sheet, recs: readonly Rec[]): readonly Rec[] {
  return recs.filter((rec) => rec.sheet_version === sheet.version);
}

/** A sheet marked as the start comes first, whatever its date. */
function startFirst(recs: readonly Rec[]): readonly Rec[] {
  const start = recs.find((rec) => momentOf(rec) === 'start');
  return start ? [start, ...recs.filter((rec) => rec !== start)] : recs;
}

function strand(kind: Strand['kind'], recs: readonly Rec[], lines: readonly Line[]): Strand {
  const series = lines.map(({ read, ...line }) => ({
    ...line,
    points: recs.map((rec) => ({ day: dayOf(rec), value: read(rec) })),
  }));
  return { kind, recs, series: series.filter(({ points }) => points.some(({ value }) => value !== null)) };
}

/** Every line of a sheet that has a scale: those are the same from one time to the next. */
export function linesOf(sheet: Sheet): readonly Line[] {
  return sheet.fields.flatMap((field): readonly Line[] => {
    const { id, label, low, high } = field;
    if (field.kind === 'scale') return [{ key: id, label, of: '', low, high, read: ({ body }) => within(figure(body, id), low, high) }];
    if (field.kind !== 'ratings') return [];
    if (field.columns.length === 0) {
      return field.items.map((item) => ({
        key: `${id}.${item.id}`,
        label: item.label,
        of: label,
        low,
        high,
        read: ({ body }) => within(figure(parts(body, id), item.id), low, high),
      }));
    }
    return field.items.flatMap((item) =>
      field.columns
        .filter((column) => column.kind === 'scale')
        .map((column) => ({
          key: `${id}.${item.id}.${column.id}`,
          label: `${item.label}: ${column.label}`,
          of: label,
          low: column.low,
          high: column.high,
          read: ({ body }: Rec) => within(figure(parts(parts(body, id), item.id), column.id), column.low, column.high),
        })),
    );
  });
}

/** A figure that is not on the scale has no place in a picture of it. */
const within = (value: number | null, low: number, high: number): number | null =>
  value !== null && value >= low && value <= high ? value : null;
