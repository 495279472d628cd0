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
  const forms = site.counted[one];
  if (!forms) return t(n === 1 ? one : many, { n, ...values });
  return fill(forms[formOf(n, site.forms)] ?? many, { n, ...values });
}

/** Which form a number takes; beyond those that the page tells, its last two digits decide. */
export function formOf(n: number, forms: string): number {
  return Number(forms[n < forms.length ? n : 100 + (n % 100)] ?? (n === 1 ? 0 : 1));
}
