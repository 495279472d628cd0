/** The one workbook of the page. It is opened before anything is drawn. */

import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { Book } from '../core/book';

let open: Book | null = null;
let failing: ReadonlySignal<boolean> = signal(false);

export function setBook(book: Book): void {
  open = book;
  failing = computed(() => book.saving.value.state === 'failed');
}

export function theBook(): Book {
  if (!open) throw new Error('the workbook is not open yet');
  return open;
}

/** Whether the last attempt to keep what was written came to nothing. Followed apart from each keystroke. */
export const failed = (): boolean => failing.value;
