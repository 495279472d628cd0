/** Opening the workbook: the shelf, what is on it, and which tab writes. Nothing here waits for ever. */

import { effect, type Signal, signal } from '@preact/signals';
import { Book } from './book';
import type { Opening } from './idb-open';
import type { Leaving } from './idb-shelf';
import { findLastWords, LastWords } from './last-words';
import { type Opened, openShelf } from './open';
import { within } from './patience';
import { MemoryShelf, type Shelf } from './shelf';
import type { SiteData } from './site';
import { Tabs } from './tabs';
import { leaving, type Trouble, unopened, unreadable } from './troubles';

export type { Trouble } from './troubles';

export interface Booted {
  readonly book: Book;
  /** Where records are kept: the last two kinds are worth a permanent line. */
  readonly kind: Shelf['kind'];
  readonly trouble: Signal<Trouble | null>;
  /** Make this the tab that writes; the other one keeps what was typed there and only reads from then on. */
  takeOver(): Promise<void>;
}

/** What takes longer than this goes on behind the page. */
const RECOVERY = 2000;

/** Open the workbook of a site. `opening` is for tests. */
export async function boot(site: Pick<SiteData, 'id'>, opening: Opening = {}): Promise<Booted> {
  const name = `peerpress-${site.id}`;
  const trouble = signal<Trouble | null>(null);
  let leave = (why: Leaving): Promise<void> => Promise.resolve(void why);
  const onLeave = (why: Leaving): Promise<void> => leave(why);
  const opened = await openShelf(name, { onLate: () => location.reload(), ...opening, onLeave });
  const tabs = opened.writes && opened.kind !== 'memory' ? await Tabs.open(name) : null;
  const found = await openBook(opened.shelf);
  const book = found ?? (await Book.open(new MemoryShelf()));
  trouble.value = found ? troubleOf(opened, book) : unopened('refused');
  book.writes.value = opened.writes && found !== null;
  if (book.writes.value) tabs?.join(book);
  else tabs?.close();
  leave = async (why) => {
    // what the browser took away can be written in still, and saved to a file
    if (why !== 'lost') book.writes.value = false;
    trouble.value = leaving(why);
    await book.flush();
    tabs?.close();
    // no last words of this page may bring it back
    if (why === 'deleted') await book.forget();
  };
  if (opened.kind === 'indexeddb') askToPersist(book);
  if (opened.kind !== 'memory') await keepOnLeaving(name, book);
  return { book, kind: opened.kind, trouble, takeOver: () => tabs?.takeOver() ?? Promise.resolve() };
}

/** Keep what is typed up to the last moment, and take up what the page before this one typed in its last. */
async function keepOnLeaving(name: string, book: Book): Promise<void> {
  const found = findLastWords(name);
  if (found.changes.length > 0 && book.writes.peek()) {
    await within(book.recover(found.changes), RECOVERY).catch(() => undefined);
    if (!book.isBehind) found.forget();
  }
  const words = new LastWords(name);
  const leave = (): void => {
    words.put(book.unkept());
    void book.flush().then(() => words.put(book.unkept()));
  };
  addEventListener('pagehide', leave);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') leave();
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted) void book.refresh();
  });
}

/** What is on the shelf; null where it cannot be read at all. */
async function openBook(shelf: Shelf): Promise<Book | null> {
  try {
    return await Book.open(shelf);
  } catch {
    return null;
  }
}

function troubleOf({ trouble }: Opened, book: Book): Trouble | null {
  if (trouble) return unopened(trouble);
  return book.aside > 0 ? unreadable(book.aside) : null;
}

/**
 * On a person's own device, ask the browser to keep this for good, once something was saved. It may
 * ask the person first, or never answer at all: nobody waits for it.
 */
function askToPersist(book: Book): void {
  let wasBusy = false;
  const stop = effect(() => {
    const { state } = book.saving.value;
    const isDue = wasBusy && state === 'saved' && book.meta.value.device === 'own';
    wasBusy ||= state === 'saving';
    if (!isDue) return;
    queueMicrotask(() => stop());
    void persist().catch(() => undefined);
  });
}

async function persist(): Promise<void> {
  const { storage } = navigator as { storage?: Partial<StorageManager> };
  if (!(await storage?.persisted?.())) await storage?.persist?.();
}
