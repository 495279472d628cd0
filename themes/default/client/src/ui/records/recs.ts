/** Records as files and lists want them: all of them, as they go on, and in place of others. */

import { canonical } from '../../core/ids';
import { grown } from '../../core/revisions';
import { type Rec, text } from '../../model/record';
import { theBook } from '../book';

/** Every record that is not put away; a component that asks follows each change. */
export function useRecs(): readonly Rec[] {
  const book = theBook();
  // each change, and each that was kept, passes through here
  void book.saving.value;
  return book.everything().filter((rec) => !rec.deleted);
}

/** The names of all that is here now: they change with any change. */
export const revisions = (): string => theBook().everything().map((rec) => rec.rev).join(' ');

/** A record that goes on, as if what was before had been in a file: it may have been. */
export function next(rec: Rec, change: Partial<Rec>): Rec {
  const updated = new Date().toISOString();
  return grown({ ...rec, ...change, updated }, { rec, out: true }).rec;
}

/**
 * What makes of one workbook another: the records of that one as they are, and those that it has not,
 * put away.
 */
export function replacement(mine: readonly Rec[], theirs: readonly Rec[]): readonly Rec[] {
  const here = new Map(mine.map((rec) => [rec.id, rec]));
  const there = new Set(theirs.map((rec) => rec.id));
  const gone = mine.filter((rec) => !there.has(rec.id) && !rec.deleted);
  return [
    ...theirs.filter((rec) => !isSame(here.get(rec.id), rec)),
    ...gone.map((rec) => next(rec, { deleted: true })),
  ];
}

const isSame = (mine: Rec | undefined, theirs: Rec): boolean =>
  mine?.rev === theirs.rev && mine.deleted === theirs.deleted && canonical(mine.body) === canonical(theirs.body);

/** A record that was changed in two places, and what the other place made of it. */
export interface Twice {
  readonly copy: Rec;
  /** Missing where it was put away meanwhile. */
  readonly original: Rec | undefined;
}

export function keptTwice(recs: readonly Rec[]): readonly Twice[] {
  return recs
    .filter((rec) => text(rec.body, 'copy_of') !== '')
    .map((copy) => ({ copy, original: recs.find((one) => one.id === copy.body['copy_of']) }));
}
