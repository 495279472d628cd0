/**
 * The file that holds a workbook: readable, and checked whole before anything in it counts.
 * Nothing here writes to the workbook: what was read is looked at first (see `merge.ts`).
 */

import type { Json, Rec } from '../model/record';
import { recordIn } from './checked';
import { canonical, hashOf } from './ids';
import { depthOf, isObject, longest, plainJson } from './json';
import { migrated, SCHEMA } from './migrate';
import { dumpedRecords, dumpedSchema } from './rescued';
import { t } from './words';

export const FORMAT = 'peerpress-workbook';

export interface Envelope {
  readonly format: typeof FORMAT;
  /** The id of the site it was written in. */
  readonly site: string;
  /** The version of what wrote it. */
  readonly app: string;
  readonly schema: number;
  /** When it was written, in UTC. */
  readonly exported: string;
  readonly records: readonly Rec[];
  /** SHA-256 of the records as JSON with its keys in order and without spaces. */
  readonly sha256: string;
}

export type Read =
  /** `left` counts the records that could not be read; it is 0 unless one goes on anyway. */
  | { readonly kind: 'workbook'; readonly file: Envelope; readonly left: number }
  /** A copy to look at, which holds no records: `io/share.ts` reads it. */
  | { readonly kind: 'share'; readonly value: Json }
  /** Why nothing is read, in a sentence; `anyway` says that one may go on all the same. */
  | { readonly kind: 'refused'; readonly words: string; readonly anyway: boolean };

const LARGEST = 20 * 1024 * 1024;
const MOST = 50_000;
/** Characters of one answer; a field takes no more. */
export const LONGEST = 200_000;
/** Of the whole file: twelve levels of answers, and what stands around them. */
const DEEPEST = 24;
/** What the rescue page saves holds snapshots too, and says so at its beginning. */
const RESCUED = /^\s*\{\s*"format"\s*:\s*"peerpress-rescue"/;
const LARGEST_RESCUED = 10 * LARGEST;

/** The text of a file with these records. */
export function writeFile(
  records: readonly Rec[],
  { site, app, now = new Date() }: { readonly site: string; readonly app: string; readonly now?: Date },
): string {
  const sha256 = hashOf(canonicalRecords(records));
  const about = { format: FORMAT, site, app, schema: SCHEMA, exported: now.toISOString() };
  return `${JSON.stringify({ ...about, records, sha256 }, null, 1)}\n`;
}

/** What a file holds. With `anyway` a damaged one is read as far as it goes. */
export function readFile(text: string, { anyway = false } = {}): Read {
  if (text.length > (RESCUED.test(text) ? LARGEST_RESCUED : LARGEST)) return refused(t('This file is larger than 20 MB. No workbook is that large.'));
  if (depthOf(text) > DEEPEST) return refused(t('This file is nested too deeply for a workbook.'));
  const value = parsed(text);
  if (!isObject(value)) return refused(t('This is not a workbook file: it is not written in JSON.'));
  if (value['format'] === 'peerpress-share') return { kind: 'share', value: plainJson(value) };
  if (value['format'] === 'peerpress-rescue') return opened(fromRescue(value), anyway, '');
  if (value['format'] !== FORMAT) return refused(t('This is not a workbook file: it is JSON of another kind.'));
  return opened(value, anyway, damage(value));
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as Json;
  } catch {
    return undefined;
  }
}

/** What shows that the file is not as it was written; empty where it is. */
function damage({ records, sha256 }: { readonly [key: string]: Json }): string {
  if (Array.isArray(records) && sha256 === hashOf(canonical(records))) return '';
  return t('This file was changed or damaged after it was saved.');
}

function opened(value: { readonly [key: string]: Json }, anyway: boolean, damaged: string): Read {
  const { site, app, schema, exported, records, sha256 } = value;
  if (typeof site !== 'string' || typeof schema !== 'number' || !Array.isArray(records)) {
    return refused(t('This workbook file lacks a part that it needs.'));
  }
  if (!Number.isInteger(schema) || schema < 1) {
    return refused(t('This workbook file says of itself what cannot be.'));
  }
  if (schema > SCHEMA) {
    return refused(t('This file was saved by a newer version of the workbook. Open it with that version.'));
  }
  const doubt = damaged || outgrown(records);
  if (doubt && !anyway) return refused(doubt, true);
  const found = records.map((one) => recordIn(plainJson(one)));
  const recs = found.filter((rec) => rec !== null);
  const left = found.length - recs.length;
  if (left > 0 && !anyway) return refused(unread(left, found.length), true);
  const about = { format: FORMAT, site, app: textOf(app), exported: textOf(exported), sha256: textOf(sha256) } as const;
  return { kind: 'workbook', file: { ...about, schema: SCHEMA, records: migrated(recs, schema) }, left };
}

/** What a file of one's own can hardly be, yet may. */
function outgrown(records: readonly Json[]): string {
  if (records.length > MOST) return t('This file holds more than {n} records.', { n: MOST });
  if (longest(records) > LONGEST) return t('An answer in this file is longer than {n} characters.', { n: LONGEST });
  return '';
}

const unread = (left: number, n: number): string =>
  t('Of the {n} records in this file, {left} cannot be read.', { n, left });

/** A file of the rescue page, as far as it holds what a workbook does. */
function fromRescue(value: { readonly [key: string]: Json }): { readonly [key: string]: Json } {
  return { site: '', schema: dumpedSchema(value), exported: value['made'] ?? '', records: dumpedRecords(value) };
}

const refused = (words: string, anyway = false): Read => ({ kind: 'refused', words, anyway });
const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** A record is JSON; its type says so of its fields only one by one. */
const canonicalRecords = (records: readonly Rec[]): string => canonical(records as unknown as Json);
