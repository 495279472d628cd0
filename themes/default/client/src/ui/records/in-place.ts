/** Something large comes in: what is here is kept first. */

import type { Rec } from '../../model/record';
import { theBook } from '../book';
import { replacement } from './recs';

/** Keep a copy of everything, where there is anything to come back to. */
export async function keepBefore(): Promise<void> {
  if (theBook().everything().some((rec) => !rec.deleted)) await theBook().snapshot('import');
}

/** Put these records in place of what is here, which is kept first; one undo brings it back. */
export async function putInPlace(recs: readonly Rec[], words: string): Promise<void> {
  const book = theBook();
  await keepBefore();
  book.take(replacement(book.everything(), recs), words);
  await book.flush();
}
