/** What the paper of a page says of itself at its head and foot, and how large its letters are. */

import { useLayoutEffect } from 'preact/hooks';

export interface Paper {
  readonly title: string;
  /** For whom it is, in one word first. */
  readonly foot: string;
  readonly large?: boolean;
}

/** As long as the page is there; then as it was. */
export function usePaper({ title, foot, large = false }: Paper): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement;
    const before = { ...dataset };
    dataset['title'] = title;
    dataset['foot'] = foot;
    if (large) dataset['letters'] = 'large';
    return () => {
      for (const name of ['title', 'foot', 'letters']) {
        const was = before[name];
        if (was === undefined) delete dataset[name];
        else dataset[name] = was;
      }
    };
  }, [title, foot, large]);
}
