/** The figures behind an address of a worksheet's scoring: `field`, `field.item`, `field.column`, `field.group`. */

import { t } from '../core/words';
import { type Body, figure, parts, rows, says, text, texts } from './record';
import type { Field, Item, Sheet } from './sheet';

/** One place where a figure could stand. */
export interface Place {
  /** What the figure is about: the item, or the words of its row. */
  readonly label: string;
  /** Null where nothing, or no figure, was answered. */
  readonly value: number | null;
}

/** The places that an address names, in the order of the sheet; none where it names nothing. */
export function placesOf(sheet: Sheet, body: Body, address: string): readonly Place[] {
  const dot = address.indexOf('.');
  const field = sheet.fields.find((one) => one.id === (dot < 0 ? address : address.slice(0, dot)));
  return field ? inField(field, body, dot < 0 ? '' : address.slice(dot + 1)) : [];
}

function inField(field: Field, body: Body, part: string): readonly Place[] {
  if (field.kind === 'ratings') return inRatings(field, parts(body, field.id), part);
  if (field.kind === 'rows' || field.kind === 'people') return inRows(field, rows(body, field.id), part);
  if (field.options.length > 0) return inOptions(field, body, part);
  return [{ label: field.label, value: figure(body, field.id) }];
}

function inRatings(field: Field, kept: Body, part: string): readonly Place[] {
  const items = field.items.filter((item) => part === '' || item.id === part || slug(item.group) === part);
  if (field.columns.length === 0) return items.map(({ id, label }) => ({ label, value: figure(kept, id) }));
  const one = field.columns.filter((column) => column.id === part);
  const of = one.length > 0 ? field.items : items;
  const columns = one.length > 0 ? one : field.columns.filter(isFigure);
  return of.flatMap(({ id, label }) => columns.map((column) => ({ label, value: figure(parts(kept, id), column.id) })));
}

/** Rows that say nothing at all are lines of paper that nobody used. */
function inRows(field: Field, kept: readonly Body[], part: string): readonly Place[] {
  const named = field.columns.find((column) => column.kind === 'line');
  const columns = field.columns.filter((column) => (part === '' ? isFigure(column) : column.id === part));
  return kept.flatMap((row, at) => {
    if (!says(row)) return [];
    const label = (named ? text(row, named.id).trim() : '') || t('Line {n}', { n: at + 1 });
    return columns.map((column) => ({ label, value: figure(row, column.id) }));
  });
}

/** Something ticked counts as one. */
function inOptions(field: Field, body: Body, part: string): readonly Place[] {
  const chosen = field.kind === 'choice' ? [text(body, field.id)] : texts(body, field.id);
  return field.options
    .filter(({ id }) => part === '' || id === part)
    .map(({ id, label }) => ({ label, value: chosen.includes(id) ? 1 : 0 }));
}

const isFigure = ({ kind }: Item): boolean => kind === 'scale' || kind === 'number';

const slug = (group: string): string => group.toLowerCase().trim().split(/\s+/).join('-');
