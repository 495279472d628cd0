/** Nothing is left: not on the shelf, not in the browser's smaller stores, not in this page. Then all of it is looked at again. */

import { signal } from '@preact/signals';
import { NO_META } from '../../core/shelf';
import { site } from '../../core/site';
import { theBook } from '../book';
import { locks, told } from './actions';

const NAME = `peerpress-${site.id}`;

/** How many things were still there afterwards; null where nothing was removed yet. */
export const gone = signal<number | null>(null);

/** Remove everything, and look whether it is gone. */
export async function wipe(): Promise<void> {
  const book = theBook();
  const { device } = book.meta.peek();
  // what it does not remove is found below
  await book.clear().catch(() => undefined);
  for (const store of stores()) {
    for (const key of keysIn(store)) store.removeItem(key);
  }
  told.value = '';
  locks.value = false;
  // what cannot be looked at is not known to be gone
  gone.value = await left().catch(() => 1);
  // this page knows whose device it is until it is left: to ask now would hide what came of it
  book.meta.value = { ...NO_META, device };
}

/** The page begins anew, with its first question. */
export function beginAnew(): void {
  gone.value = null;
  theBook().meta.value = NO_META;
}

/** How many things of this workbook the browser still keeps. */
async function left(): Promise<number> {
  const { shelf } = theBook();
  const { rows, aside } = await shelf.load();
  const kept = await shelf.snapshots();
  const small = stores().flatMap(keysIn).length;
  return rows.length + aside + kept.length + small + (await unreachable()) + theBook().everything().length;
}

/** A database that this page could not open has not been cleared: it is there, or the browser does not say. */
async function unreachable(): Promise<number> {
  if (theBook().shelf.kind === 'indexeddb') return 0;
  try {
    const found = await indexedDB.databases();
    return found.filter(({ name }) => name === NAME).length;
  } catch {
    return 0;
  }
}

/** The smaller stores of a browser; it may refuse to show them. */
function stores(): readonly Storage[] {
  try {
    return [localStorage, sessionStorage];
  } catch {
    return [];
  }
}

function keysIn(store: Storage): readonly string[] {
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index) ?? '');
  // another site's name may begin as this one's
  return keys.filter((key) => key.startsWith(`${NAME}/`) || key === `${NAME}-here`);
}
