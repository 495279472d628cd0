/**
 * What a worksheet reckons, worked as a person works it with a pencil: blanks are counted and left out,
 * ties are kept, and nothing is a verdict.
 */

import { sum, tenths } from './decimal';
import { type Place, placesOf } from './figures';
import type { Body } from './record';
import type { Score, Sheet } from './sheet';

export interface Result {
  readonly score: Score;
  /** The figure; null where there is none: too few answers, or a list instead. */
  readonly figure: number | null;
  /** Places where a figure stands, of all places. */
  readonly answered: number;
  readonly asked: number;
  /** For a weighted gap each line with its figure; for `top` the largest, ties kept; for others each answer. */
  readonly lines: readonly Place[];
}

/** All results of a sheet, in its order; later ones may rest on earlier ones. */
export function results(sheet: Sheet, body: Body): readonly Result[] {
  const found: Result[] = [];
  for (const score of sheet.scoring) {
    const groups = score.of.map((address) => entries(sheet, body, address, found));
    found.push({ score, ...KINDS[score.kind](groups, score) });
  }
  return found;
}

type Groups = readonly (readonly Place[])[];
type Found = Omit<Result, 'score'>;

/** The places of an address, or what an earlier score came to. */
function entries(sheet: Sheet, body: Body, address: string, before: readonly Result[]): readonly Place[] {
  const result = before.find(({ score }) => score.id === address);
  if (!result) return placesOf(sheet, body, address);
  const { kind, label } = result.score;
  return kind === 'weighted-gap' || kind === 'top' ? result.lines : [{ label, value: result.figure }];
}

const KINDS: Record<Score['kind'], (groups: Groups, score: Score) => Found> = {
  sum: (groups) => {
    const lines = groups.flat();
    const given = values(lines);
    return { ...counted(lines), figure: given.length > 0 ? sum(given) : null, lines };
  },
  mean: (groups, { at_least }) => {
    const lines = groups.flat();
    const given = values(lines);
    const enough = given.length >= Math.max(at_least ?? 1, 1);
    return { ...counted(lines), figure: enough ? tenths(sum(given), given.length) : null, lines };
  },
  difference: (groups) => {
    const lines = across(groups, 2, ([a = 0, b = 0]) => sum([a, -b]));
    const given = values(lines);
    return { ...counted(lines), figure: given.length > 0 ? sum(given) : null, lines };
  },
  'weighted-gap': (groups) => {
    const lines = across(groups, 3, ([wanted = 0, now = 0, weight = 0]) => gap(wanted, now) * weight);
    return { ...counted(lines), figure: null, lines };
  },
  top: (groups, { count }) => {
    const lines = groups.flat();
    return { ...counted(lines), figure: null, lines: largest(lines, count) };
  },
};

const gap = (wanted: number, now: number): number => Math.max(0, sum([wanted, -now]));

/** Line by line over several columns; a line with a blank has no figure. */
function across(groups: Groups, many: number, reckon: (figures: readonly number[]) => number): readonly Place[] {
  const columns = groups.slice(0, many);
  const first = columns[0] ?? [];
  return first.map(({ label }, at) => {
    const figures = columns.flatMap((column) => column[at]?.value ?? []);
    return { label, value: figures.length === many ? reckon(figures) : null };
  });
}

/** The largest so many; all that tie with the last of them, in the order of the sheet. */
export function largest(lines: readonly Place[], count: number): readonly Place[] {
  const sorted = lines.filter(({ value }) => value !== null).sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const last = sorted[Math.min(count, sorted.length) - 1]?.value ?? null;
  return sorted.filter(({ value }) => last !== null && value !== null && value >= last);
}

const values = (lines: readonly Place[]): readonly number[] => lines.flatMap(({ value }) => value ?? []);

const counted = (lines: readonly Place[]): { answered: number; asked: number } => ({
  answered: values(lines).length,
  asked: lines.length,
});
