/** Whether something is a record: what comes from a file or from a shelf may be anything. */

import type { Json, Rec } from '../model/record';
import { depthIn, isObject } from './json';
import { ANCESTORS } from './revisions';
import type { Row } from './shelf';

/** How deep answers go: a table in a form is two, so twelve is plenty. */
export const DEEPEST = 12;

const NAME = /^[0-9a-f]{32}$/;
/** In UTC, so that later moments are later texts. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;

/** The record that a value is; null where it is none. What is in it beyond a record's own stays in it. */
export function recordIn(value: Json | undefined): Rec | null {
  if (!isObject(value)) return null;
  const { id, type, rev, ancestors, updated, body } = value;
  const { deleted, sheet = null, sheet_version = null, pack = null, ...rest } = value;
  if (!isName(id) || !isName(rev)) return null;
  if (typeof type !== 'string' || type === '' || !isMoment(updated)) return null;
  if (!isTextOrNull(sheet) || !isTextOrNull(sheet_version) || !isTextOrNull(pack)) return null;
  if (!Array.isArray(ancestors) || !ancestors.every(isName)) return null;
  if (!isObject(body) || depthIn(body) > DEEPEST) return null;
  const own = { id, type, sheet, sheet_version, pack, rev, updated, body };
  const rec = { ...rest, ...own, ancestors: ancestors.slice(-ANCESTORS) };
  return deleted === true ? { ...rec, deleted } : rec;
}

const isName = (value: Json | undefined): value is string => typeof value === 'string' && NAME.test(value);

const isTextOrNull = (value: Json): value is string | null => value === null || typeof value === 'string';

const isMoment = (value: Json | undefined): value is string =>
  typeof value === 'string' && MOMENT.test(value) && !Number.isNaN(Date.parse(value));

/** The row that a shelf holds under an id; null where it holds something else. */
export function rowIn(value: Json | undefined, id: string): Row | null {
  const rec = isObject(value) ? recordIn(value['rec']) : null;
  if (!isObject(value) || rec?.id !== id) return null;
  const { out, nth } = value;
  return { rec, out: out === true, nth: typeof nth === 'number' ? nth : 0 };
}
