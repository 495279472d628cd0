/** Reading what the rescue page saved: every store as it lay there, with the records among the rest. */

import type { Json } from '../model/record';
import { isObject } from './json';

type Dump = { readonly [key: string]: Json };

/** Each record that a dump holds, of all databases and of the smaller store, unchecked. */
export function dumpedRecords(dump: Dump): readonly Json[] {
  const stored = databases(dump).flatMap(({ stores }) =>
    isObject(stores) && Array.isArray(stores['records']) ? stores['records'] : [],
  );
  const small = isObject(dump['local']) ? Object.entries(dump['local']) : [];
  const rows = [
    ...stored.map((one) => (isObject(one) ? one['value'] : null)),
    ...small.filter(([key]) => key.includes('/record/')).map(([, text]) => parsed(text)),
  ];
  return rows.map((row) => (isObject(row) ? (row['rec'] ?? null) : null));
}

/** The number that says what these records look like: a database bears it as its version. */
export function dumpedSchema(dump: Dump): number {
  const versions = databases(dump).map(({ version }) => (typeof version === 'number' ? version : 1));
  return Math.max(1, ...versions);
}

const databases = (dump: Dump): readonly Dump[] =>
  Array.isArray(dump['databases']) ? dump['databases'].filter(isObject) : [];

function parsed(text: Json): Json {
  try {
    return typeof text === 'string' ? (JSON.parse(text) as Json) : null;
  } catch {
    return null;
  }
}
