/** How a record grows: revisions that were in a file are remembered, the keystrokes between them are not. */

import type { Rec } from '../model/record';
import { canonical, hashOf, revOf } from './ids';

export type Named = Pick<Rec, 'id' | 'type' | 'sheet' | 'sheet_version' | 'pack'>;

/** How many revisions a record remembers. */
export const ANCESTORS = 50;

/** A revision of a record, and whether that very one has been in a file: only such ones become ancestors. */
export interface Revision {
  readonly rec: Rec;
  readonly out: boolean;
}

/**
 * The revision that follows another. One that no file holds is replaced, and so leaves no
 * trace: else half a minute of typing would push out all that other copies know.
 */
export function grown(rec: Rec, before: Revision | null): Revision {
  if (before && isAsBefore(rec, before.rec)) return before;
  const known = before?.rec.ancestors ?? [];
  const ancestors = before?.out === true ? [...known, before.rec.rev].slice(-ANCESTORS) : known;
  const rev = revOf(`${ancestors.at(-1) ?? ''}${rec.deleted ? ' deleted' : ''}`, rec.body);
  return { rec: { ...rec, rev, ancestors }, out: false };
}

const isAsBefore = (rec: Rec, before: Rec): boolean =>
  rec === before ||
  (rec.deleted === before.deleted && canonical(rec.body) === canonical(before.body));

/** The same record under a name of its own, marked; the same one however often it comes. */
export function asCopy(rec: Rec): Rec {
  const id = hashOf(`${rec.id} ${rec.rev} ${canonical(rec.body)}`).slice(0, 32);
  return { ...rec, id, body: { ...rec.body, copy_of: rec.id } };
}
