/** Fields of the workbook's own forms, said shortly. */

import type { Field, FieldKind, Item, Visibility } from './sheet';

type More = Partial<Omit<Field, 'id' | 'kind' | 'label' | 'visibility'>>;

const BLANK = {
  help: '',
  lines: 1,
  options: [],
  items: [],
  columns: [],
  low: 0,
  high: 10,
  low_label: '',
  high_label: '',
  unit: '',
} as const;

const field =
  (kind: FieldKind) =>
  (id: string, label: string, visibility: Visibility, more: More = {}): Field => ({
    ...BLANK,
    id,
    kind,
    label,
    visibility,
    ...more,
  });

export const line = field('line');
export const words = field('text');
export const day = field('date');
export const count = field('number');
export const choice = field('choice');
export const many = field('many');
export const scale = field('scale');
export const table = field('rows');
export const ladder = field('ladder');

const KIND = { kind: 'line', options: [], low: 0, high: 10, group: '' } as const;

/** A line to choose, or a column; its id is what is kept. */
export function item(id: string, label: string, more: Partial<Item> = {}): Item {
  return { ...KIND, id, label, ...more };
}
