/** What the head of every screen asks of the records: a file out, a file in, and the end. */

import { effect, signal } from '@preact/signals';
import { t } from '../../core/words';
import { theBook } from '../book';
import { go } from '../route';
import { saveEverything } from './file';

/** What came of the last file that was saved, in words; shown where it was asked for. */
export const told = signal('');

/** Where it was asked to choose a file, and none is chosen yet. */
export const choosing = signal(false);

/** Whether a passphrase was wanted before, on this page. */
export const locks = signal(false);

export const savedAs = (name: string): string =>
  t('Saved as {name}. Look for it in your downloads.', { name });

/**
 * Save everything to a file at once. On a shared device, or where a passphrase was wanted before, by way
 * of the page where one is asked for: others can open what lies among the downloads.
 */
export async function saveToFile(): Promise<void> {
  const book = theBook();
  const failed = book.saving.peek().state === 'failed';
  const isEmpty = book.everything().every((rec) => rec.deleted);
  if (isEmpty || (!failed && (locks.peek() || book.meta.peek().device === 'shared'))) {
    go('records', 'save');
    return;
  }
  told.value = '';
  try {
    told.value = savedAs(await saveEverything(''));
    untilChanged();
  } catch (error) {
    told.value = t('The file could not be made: {why}', { why: String(error) });
  }
}

/** What is written from now on is not in that file: it is not said any longer. */
function untilChanged(): void {
  const stop = effect(() => {
    if (theBook().saving.value.state !== 'saving') return;
    told.value = '';
    queueMicrotask(() => stop());
  });
}

/** Go where a file is chosen, and open the browser's own list of files. */
export function openFile(): void {
  choosing.value = true;
  go('records', 'open');
}

/** The end on a shared device: first the file, then nothing is left. */
export function finish(): Promise<void> {
  go('records', 'finish');
  return Promise.resolve();
}
