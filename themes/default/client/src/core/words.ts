/**
 * The workbook's words. English is what the code says; the page brings the words of its own language,
 * English sentence by English sentence. A sentence it does not bring stays English.
 */

import { fill } from '../page/words';
import { site } from './site';

export type Values = Record<string, string | number>;

/** A sentence in the language of the page, its {places} filled in. */
export function t(sentence: string, values: Values = {}): string {
  return fill(site.words[sentence] ?? sentence, values);
}

/** The sentence for one thing or for several; `{n}` is how many. */
export function plural(one: string, many: string, n: number, values: Values = {}): string {
  return t(n === 1 ? one : many, { n, ...values });
}
