/** What an answer says, in words: for paper, for lists and for people who cannot see a control. */

import { sayDay } from '../core/dates';
import { t } from '../core/words';
import { says, type Body, type Json } from './record';
import type { Field, Item } from './sheet';

/** The kinds whose answers are several things beside one another. */
export const MANY_PARTS: readonly string[] = ['ratings', 'rows', 'people', 'signature', 'ladder'];

/** An answer that is one thing, as words; empty where there is none. */
export function said(field: Field, value: Json | undefined): string {
  if (!says(value)) return '';
  if (Array.isArray(value)) return value.map((one) => named(field.options, one)).join('; ');
  if (field.kind === 'choice') return named(field.options, value ?? null);
  if (field.kind === 'date') return sayDay(plain(value));
  if (field.kind === 'scale') return t('{n} of {high}', { n: plain(value), high: field.high });
  return field.unit === '' ? plain(value) : `${plain(value)} ${field.unit}`;
}

/** What a cell says. */
export function saidIn(column: Item, value: Json | undefined): string {
  return column.kind === 'date' ? sayDay(plain(value)) : plain(value);
}

/** Any value as words: a file may hold anything, and none of it is hidden. */
export function plain(value: Json | undefined): string {
  if (value === undefined || value === null || value === false) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(plain).filter(Boolean).join('; ');
  if (typeof value === 'object') return Object.values(value).map(plain).filter(Boolean).join('; ');
  return value === true ? t('yes') : String(value);
}

/** Whether the control of a field can show a value; what it cannot show is said beside it. */
export function shows(field: Field, value: Json | undefined): boolean {
  if (!says(value)) return true;
  const { kind } = field;
  if (kind === 'many' || kind === 'checklist') return allIn(field.options, value);
  if (kind === 'rows' || kind === 'people' || kind === 'signature') return Array.isArray(value) && value.every(isBody);
  if (kind === 'ratings' || kind === 'ladder') return isBody(value);
  if (kind === 'scale') return typeof value === 'number' && value >= field.low && value <= field.high;
  return typeof value === 'string' || typeof value === 'number';
}

function named(options: readonly Item[], id: Json): string {
  return options.find((one) => one.id === id)?.label ?? plain(id);
}

function allIn(options: readonly Item[], value: Json | undefined): boolean {
  return Array.isArray(value) && value.every((id) => options.some((one) => one.id === id));
}

const isBody = (value: Json | undefined): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
