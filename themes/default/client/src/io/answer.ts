/**
 * One answer, read once: the value as a form knows it, and the same in words. What a form does not know
 * (a column or an item of another version, a key that somebody added) is in neither.
 */

import { type Body, type Json, parts, rows, texts } from '../model/record';
import { said, saidIn } from '../model/said';
import type { Field, FieldKind, Item } from '../model/sheet';

export interface Answer {
  readonly id: string;
  readonly label: string;
  /** What was answered, by ids: nothing that the words do not say. */
  readonly value: Json;
  readonly words: readonly string[];
}

type Read = Pick<Answer, 'value' | 'words'>;

/** What the record is called that a choice without options names; empty where that is not to be said. */
export type Naming = (id: string) => string;

/** The answer to a field; null where there is none. */
export function answerOf(field: Field, body: Body, naming: Naming): Answer | null {
  const read = READ[field.kind](field, body, naming);
  return read && read.words.length > 0 ? { id: field.id, label: field.label, ...read } : null;
}

type Reader = (field: Field, body: Body, naming: Naming) => Read | null;

const READ: Record<FieldKind, Reader> = {
  line: single,
  text: single,
  date: single,
  number: single,
  scale: single,
  choice: single,
  many: chosen,
  checklist: chosen,
  ladder: byItem,
  ratings: byItem,
  rows: table,
  people: table,
  signature: table,
};

function single(field: Field, body: Body, naming: Naming): Read | null {
  const value = body[field.id];
  const points = field.kind === 'choice' && field.options.length === 0;
  return one(value, (given) => (points ? naming(String(given)) : said(field, given)));
}

/** A text or a figure. Files come from anywhere: either may stand where the other should. */
function one(value: Json | undefined, inWords: (value: string | number) => string): Read | null {
  const given = typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value));
  const words = given ? inWords(value).trim() : '';
  return given && words !== '' ? { value, words: [words] } : null;
}

function called(options: readonly Item[], id: string, naming: Naming): string {
  if (options.length === 0) return naming(id);
  return options.find((item) => item.id === id)?.label ?? id;
}

function chosen(field: Field, body: Body, naming: Naming): Read | null {
  const found = texts(body, field.id)
    .map((id) => [id, called(field.options, id, naming).trim()] as const)
    .filter(([, words]) => words !== '');
  return { value: found.map(([id]) => id), words: found.map(([, words]) => words) };
}

/** Ratings and ladders: each item with its answer, or with one for each column. */
function byItem(field: Field, body: Body): Read | null {
  const given = parts(body, field.id);
  const found = field.items.flatMap((item) => {
    const read =
      field.columns.length > 0
        ? cells(field.columns, parts(given, item.id))
        : one(given[item.id], String);
    return read ? [[item, read] as const] : [];
  });
  return {
    value: Object.fromEntries(found.map(([item, read]) => [item.id, read.value])),
    words: found.map(([item, read]) => `${item.label}: ${read.words.join('; ')}`),
  };
}

function table(field: Field, body: Body): Read | null {
  const lines = rows(body, field.id).flatMap((row) => cells(field.columns, row) ?? []);
  return {
    value: lines.map((line) => line.value),
    words: lines.map((line) => line.words.join('; ')),
  };
}

/** One row: its cells with their columns' names; a single column needs none. */
function cells(columns: readonly Item[], row: Body): Read | null {
  const found = columns.flatMap((column) => {
    const read = one(row[column.id], (given) => saidIn(column, given));
    return read ? [[column, read] as const] : [];
  });
  if (found.length === 0) return null;
  const named = (column: Item, words: string): string =>
    columns.length === 1 ? words : `${column.label}: ${words}`;
  return {
    value: Object.fromEntries(found.map(([column, read]) => [column.id, read.value])),
    words: found.map(([column, read]) => named(column, read.words.join(' '))),
  };
}
