/** What the workbook keeps: one record for each thing, with its revisions. */

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The answers of a form by the ids of its fields, and whatever else a later version may keep. */
export type Body = { readonly [field: string]: Json };

export interface Rec {
  /** 128 random bits, 32 hexadecimal digits. */
  readonly id: string;
  /** The form it answers: see `forms.ts`; `answers` for a worksheet. Unknown types are kept. */
  readonly type: string;
  /** For `answers`: the worksheet and its version. */
  readonly sheet: string | null;
  readonly sheet_version: string | null;
  /** The pack it was written in; null outside packs. */
  readonly pack: string | null;
  /** Names these contents: a hash of the revision before and of the body. */
  readonly rev: string;
  /** The last 50 revisions it grew from, oldest first. */
  readonly ancestors: readonly string[];
  /** When it was last changed, in UTC: `2026-11-05T02:52:11.000Z`. */
  readonly updated: string;
  readonly body: Body;
  /** Put away; kept for 30 days, so that it can come back and so that other copies learn of it. */
  readonly deleted?: true;
}

const isObject = (value: Json | undefined): value is { readonly [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/*
 * Files come from anywhere: a field may hold anything. These read what a form expects and give its
 * empty value where something else is there; nothing is changed by reading.
 */

export function text(body: Body, field: string): string {
  const value = body[field];
  return typeof value === 'string' ? value : '';
}

export function figure(body: Body, field: string): number | null {
  const value = body[field];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

export function yes(body: Body, field: string): boolean {
  return body[field] === true;
}

export function texts(body: Body, field: string): readonly string[] {
  const value = body[field];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** Rows of a table, or people: each an object by column. */
export function rows(body: Body, field: string): readonly Body[] {
  const value = body[field];
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Answers by item: of ratings and ladders. */
export function parts(body: Body, field: string): Body {
  const value = body[field];
  return isObject(value) ? value : {};
}

/** Whether a value says anything: blanks are counted, and left out of print. */
export function says(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === false) return false;
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.some(says);
  if (typeof value === 'object') return Object.values(value).some(says);
  return true;
}
