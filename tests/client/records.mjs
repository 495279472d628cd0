// The room Records without its pages, over a workbook in memory and a browser's smaller stores.

import { Book } from '../../themes/default/client/src/core/book';
import { MemoryShelf } from '../../themes/default/client/src/core/shelf';
import { setBook } from '../../themes/default/client/src/ui/book';
import { gone, wipe } from '../../themes/default/client/src/ui/records/wipe';

export { formsOf, printOf } from '../../themes/default/client/src/io/print';
export { counts } from '../../themes/default/client/src/ui/records/counts';
export { keptTwice, next, replacement } from '../../themes/default/client/src/ui/records/recs';

/** A store of a browser. */
class Small {
  constructor(entries) {
    this.kept = new Map(Object.entries(entries));
  }
  get length() {
    return this.kept.size;
  }
  key(at) {
    return [...this.kept.keys()][at] ?? null;
  }
  removeItem(key) {
    this.kept.delete(key);
  }
}

/** A shelf that says it is cleared and is not. */
class Sticky extends MemoryShelf {
  clear() {
    return Promise.resolve();
  }
}

async function bookWith(shelf, bodies) {
  const book = await Book.open(shelf);
  setBook(book);
  for (const body of bodies) book.add('goal', body);
  await book.setMeta({ device: 'shared', backup: '2026-11-05T02:00:00.000Z' });
  await book.snapshot('import');
  return book;
}

/** Clear a workbook, and say what was found then and what is there now. */
export async function cleared(bodies, local, session, shelfKind = 'memory') {
  globalThis.localStorage = new Small(local);
  globalThis.sessionStorage = new Small(session);
  const shelf = shelfKind === 'sticky' ? new Sticky() : new MemoryShelf();
  const book = await bookWith(shelf, bodies);
  await wipe();
  return {
    gone: gone.peek(),
    rows: (await shelf.load()).rows.length,
    meta: (await shelf.load()).meta,
    snapshots: (await shelf.snapshots()).length,
    here: book.everything().length,
    undo: book.undoable.peek(),
    local: [...globalThis.localStorage.kept.keys()],
    session: [...globalThis.sessionStorage.kept.keys()],
  };
}

/** Put other records in place of a book's, undo it, and say what was there each time. */
export async function replaced(mine, theirs, replacement) {
  const book = await Book.open(new MemoryShelf());
  book.take(mine, '');
  await book.flush();
  const alive = () =>
    book
      .everything()
      .filter((rec) => !rec.deleted)
      .map(({ id, body }) => ({ id, body }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  const before = alive();
  book.take(replacement, '');
  await book.flush();
  const after = alive();
  if (replacement.length > 0) book.undo();
  await book.flush();
  return { before, after, undone: alive() };
}
