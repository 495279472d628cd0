/**
 * What was typed in the last moment before a page goes: the database takes longer than the page has, the
 * local storage takes it at once. The next page puts it where it belongs.
 */

import type { Json } from '../model/record';
import { rowIn } from './checked';
import { newId } from './ids';
import { isObject } from './json';
import type { Change } from './shelf';

const PART = '/last-words/';

/** The last words of one page; each page has a place of its own. */
export class LastWords {
  private readonly key: string;
  private isThere = false;

  constructor(name: string) {
    this.key = `${name}${PART}${newId()}`;
  }

  /** Put them down; none takes away what was put down before. */
  put(changes: readonly Change[]): void {
    if (changes.length === 0 && !this.isThere) return;
    try {
      if (changes.length > 0) localStorage.setItem(this.key, JSON.stringify(changes));
      else localStorage.removeItem(this.key);
      this.isThere = changes.length > 0;
    } catch {
      // the database may be quick enough
    }
  }
}

export interface Found {
  readonly changes: readonly Change[];
  /** They are kept: they need not be found again. */
  forget(): void;
}

/** The last words of pages that have gone. */
export function findLastWords(name: string): Found {
  const keys = keysOf(name);
  const texts = keys.map((key) => localStorage.getItem(key) ?? '');
  const forget = (): void => keys.forEach((key) => localStorage.removeItem(key));
  return { changes: texts.flatMap(changesIn), forget };
}

function keysOf(name: string): readonly string[] {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '');
    return keys.filter((key) => key.startsWith(`${name}${PART}`));
  } catch {
    return [];
  }
}

function changesIn(text: string): readonly Change[] {
  try {
    const found = JSON.parse(text) as Json;
    return Array.isArray(found) ? found.flatMap((one) => changeIn(one) ?? []) : [];
  } catch {
    return [];
  }
}

function changeIn(value: Json): Change | null {
  if (!isObject(value) || !isObject(value['row'])) return null;
  const rec = value['row']['rec'];
  const id = isObject(rec) && typeof rec['id'] === 'string' ? rec['id'] : '';
  const row = rowIn(value['row'], id);
  const { base } = value;
  return row && (base === null || typeof base === 'string') ? { row, base } : null;
}
