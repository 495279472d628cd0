/** The table of copies, and the documents that can be had as they are. */

import type { Choice } from './choices';
import { copies, sheets, type Per } from './copies';
import { all, put } from './place';
import { copied, total, type Words } from './say';

export function table(form: HTMLFormElement, choice: Choice, words: Words): void {
  let sum = 0;
  let isKnown = true;
  for (const row of all('[data-per]', form)) {
    const per = row.dataset['per'] as Per;
    const n = copies(per, choice.people, choice.large, Number(row.dataset['cut'] ?? 1));
    // nobody has counted the pages of a guide in large print
    const pages = per === 'guide' && choice.guide === 'large' ? 0 : pagesOf(row, choice.paper);
    const each = sheets(per, pages);
    row.hidden = n === 0;
    put(row.querySelector('td'), copied(words, n, each));
    isKnown = isKnown && (n === 0 || each > 0);
    sum += n * each;
  }
  for (const row of all('[data-sum]', form)) {
    row.hidden = !isKnown;
    put(row.querySelector('td'), total(words, sum));
  }
}

/** Show the documents on the chosen paper only. */
export function documents(choice: Choice): void {
  for (const link of all('[data-on]')) link.hidden = link.dataset['on'] !== choice.paper;
}

function pagesOf(row: HTMLElement, paper: string): number {
  return Number(new URLSearchParams(row.dataset['pages'] ?? '').get(paper) ?? 0);
}
