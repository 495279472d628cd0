/** All that is kept as tables: one for each kind of record, and one for each worksheet. */

import { t } from '../core/words';
import { formOf } from '../model/forms';
import { type Json, parts, type Rec, says } from '../model/record';
import type { Field, Item } from '../model/sheet';
import { answerOf, type Naming } from './answer';
import type { Table } from './csv';
import { fieldsOf, kindOf, namingOf } from './told';

export interface Named {
  /** For the name of the file: `goal`, or `gap-review`. */
  readonly id: string;
  readonly title: string;
  readonly table: Table;
}

interface Column {
  readonly head: string;
  readonly cell: (rec: Rec) => string;
}

/** The tables of what is there, but for what others shared to be read, in the order in which the first of each kind was made. */
export function tablesOf(recs: readonly Rec[]): readonly Named[] {
  const there = recs.filter((rec) => !rec.deleted && rec.type !== 'shared');
  const groups = new Map<string, Rec[]>();
  for (const rec of there) {
    const id = rec.type === 'answers' ? (rec.sheet ?? 'worksheet') : rec.type;
    groups.set(id, [...(groups.get(id) ?? []), rec]);
  }
  const naming = namingOf(there);
  return [...groups].map(([id, group]) => tableOf(id, group, naming));
}

function tableOf(id: string, group: readonly Rec[], naming: Naming): Named {
  const [first] = group;
  const columns = first ? columnsOf(first, group, naming) : [];
  return {
    id: id.replaceAll(/[^\p{L}\p{N}]+/gu, '-'),
    title: first ? kindOf(first) : id,
    table: [
      columns.map((column) => column.head),
      ...group.map((rec) => columns.map((column) => column.cell(rec))),
    ],
  };
}

function columnsOf(first: Rec, group: readonly Rec[], naming: Naming): readonly Column[] {
  const fields = fieldsOf(first);
  const { of } = formOf(first.type) ?? {};
  const whole = of ? [{ head: formOf(of)?.one ?? of, cell: (rec: Rec) => pointed(rec, of, naming) }] : [];
  return [
    { head: t('last changed'), cell: (rec) => rec.updated },
    ...whole,
    ...fields.flatMap((field) => ofField(field, naming)),
    ...others(group, [...fields.map((field) => field.id), ...(of ? [of] : [])]),
  ];
}

const pointed = (rec: Rec, field: string, naming: Naming): string => {
  const id = rec.body[field];
  return typeof id === 'string' ? naming(id) : '';
};

function ofField(field: Field, naming: Naming): readonly Column[] {
  if (field.kind === 'ratings' || field.kind === 'ladder') {
    return field.items.flatMap((item) => ofItem(field, item));
  }
  if (field.kind === 'number' || field.kind === 'scale' || field.kind === 'date') {
    return [{ head: field.label, cell: (rec) => plain(rec.body[field.id]) }];
  }
  const words = (rec: Rec): string => answerOf(field, rec.body, naming)?.words.join('\n') ?? '';
  return [{ head: field.label, cell: words }];
}

function ofItem(field: Field, item: Item): readonly Column[] {
  if (field.columns.length === 0) {
    return [{ head: item.label, cell: (rec) => plain(parts(rec.body, field.id)[item.id]) }];
  }
  return field.columns.map((column) => ({
    head: `${item.label}: ${column.label}`,
    cell: (rec) => plain(parts(parts(rec.body, field.id), item.id)[column.id]),
  }));
}

/** What no field asks for is kept too: marks of the workbook, and records of forms not known here. */
function others(group: readonly Rec[], known: readonly string[]): readonly Column[] {
  const keys = new Set(group.flatMap((rec) => Object.keys(rec.body)));
  for (const key of known) keys.delete(key);
  return [...keys].filter((key) => group.some((rec) => says(rec.body[key]))).map((key) => ({
    head: key,
    cell: (rec) => plain(rec.body[key]),
  }));
}

function plain(value: Json | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
