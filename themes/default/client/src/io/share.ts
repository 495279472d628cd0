/**
 * A copy of a chosen part for somebody else. One value, `Shared`, is what is previewed, printed, copied
 * as text and written to the file: nothing else is ever sent. What is private has no place in it, and
 * neither have revisions, times of change or other records' names.
 */

import type { Day } from '../core/dates';
import { type Body, type Json, type Rec, yes } from '../model/record';
import { formOf } from '../model/forms';
import type { Field, Visibility } from '../model/sheet';
import { type Told, tell } from './told';

export type Audience = Exclude<Visibility, 'private'>;

export interface Choice {
  /** The records, by id; what belongs to them goes with them. */
  readonly ids: readonly string[];
  /** Who gives it, in their own words; may be empty. */
  readonly from: string;
  readonly day: Day;
  /** The id of the site it comes from. */
  readonly site: string;
}

export interface Shared {
  readonly format: 'peerpress-share';
  readonly version: 1;
  readonly site: string;
  readonly from: string;
  readonly shared: Day;
  readonly audience: Audience;
  readonly records: readonly Told[];
}

/** Who sees what: the group what is for the group; a partner that, and what is for a partner. */
const SEEN: Record<Audience, readonly Visibility[]> = {
  partner: ['partner', 'group'],
  group: ['group'],
};

/** The copy: what was chosen, without what this reader may not see. */
export function shareOf(recs: readonly Rec[], choice: Choice, audience: Audience): Shared {
  const allows = (field: Field): boolean => SEEN[audience].includes(field.visibility);
  // a choice that names another record would say words of it
  const naming = (): string => '';
  const chosen = choice.ids.flatMap((id) => recs.find((rec) => rec.id === id) ?? []);
  return {
    format: 'peerpress-share',
    version: 1,
    site: choice.site,
    from: choice.from.trim(),
    shared: choice.day,
    audience,
    records: chosen.filter(isOwn).flatMap((rec) => tell(rec, recs, allows, naming) ?? []),
  };
}

/** Whether it is one's own to share, by itself: not put away, not marked private, not somebody else's. */
export function isOwn(rec: Rec): boolean {
  if (rec.deleted || yes(rec.body, 'private') || yes(rec.body, 'theirs')) return false;
  return rec.type === 'answers' || formOf(rec.type) !== undefined;
}

/** The records that have something to show to this reader. */
export function showable(recs: readonly Rec[], audience: Audience): readonly Rec[] {
  const choice = { ids: [], from: '', day: '', site: '' };
  return recs.filter(
    (rec) =>
      formOf(rec.type)?.of === undefined &&
      shareOf(recs, { ...choice, ids: [rec.id] }, audience).records.length > 0,
  );
}

/** The text of the file. */
export const shareText = (shared: Shared): string => `${JSON.stringify(shared, null, 1)}\n`;

/** The copy as plain words, to be put into a message. */
export function plainText(shared: Shared, heading: string): string {
  return [heading, ...shared.records.map((told) => block(told, 0))].join('\n\n') + '\n';
}

function block(told: Told, depth: number): string {
  const indent = '  '.repeat(depth);
  const lines = [
    capital(told.kind),
    ...told.answers.flatMap(({ label, words }) => [
      `  ${label}`,
      ...words.flatMap((one) => one.split('\n')).map((one) => `    ${one}`),
    ]),
  ].map((one) => indent + one);
  return [...lines, ...told.parts.map((part) => block(part, depth + 1))].join('\n');
}

export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A copy from a file, with nothing in it that is not as it should be; null where it is none. */
export function readShare(value: Json): Shared | null {
  if (!isObject(value) || value['format'] !== 'peerpress-share' || value['version'] !== 1) return null;
  const { site, from, shared, audience, records } = value;
  if (audience !== 'partner' && audience !== 'group') return null;
  if (typeof site !== 'string' || typeof from !== 'string' || typeof shared !== 'string') return null;
  const told = listed(records, (one) => readTold(one, 0));
  return told && { format: 'peerpress-share', version: 1, site, from, shared, audience, records: told };
}

/** Goals have steps, and steps have nothing. */
const DEEPEST = 2;

export function readTold(value: Json, depth: number): Told | null {
  if (!isObject(value) || depth > DEEPEST) return null;
  const { id, type, kind } = value;
  const sheet = value['sheet'] ?? null;
  if (typeof id !== 'string' || typeof type !== 'string' || typeof kind !== 'string') return null;
  if (sheet !== null && typeof sheet !== 'string') return null;
  const answers = listed(value['answers'], readAnswer);
  const parts = listed(value['parts'], (one) => readTold(one, depth + 1));
  return answers && parts && { id, type, sheet, kind, answers, parts };
}

function readAnswer(value: Json): Told['answers'][number] | null {
  if (!isObject(value)) return null;
  const { id, label } = value;
  const words = listed(value['words'], (one) => (typeof one === 'string' ? one : null));
  if (typeof id !== 'string' || typeof label !== 'string' || words === null) return null;
  return { id, label, value: value['value'] ?? null, words };
}

/** Each one read; null where one of them is not to be read. */
function listed<T>(value: Json | undefined, read: (one: Json) => T | null): readonly T[] | null {
  if (!Array.isArray(value)) return null;
  const found: T[] = [];
  for (const one of value) {
    const got = read(one);
    if (got === null) return null;
    found.push(got);
  }
  return found;
}

const isObject = (value: Json): value is Body =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
