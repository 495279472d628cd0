/** The files of the index: what they handed over, and how those of a large site are loaded. */

import { take, type Store, type Value } from './store';

declare global {
  interface Window {
    peerpressSearch?: Value[];
  }
}

type Sort = 'shard' | 'chunk';

/** The script elements that were put in, by what they load; each is put in once. */
const asked = new Map<string, HTMLScriptElement>();

/** The values that have come in, each given once. */
export function arrived(): Value[] {
  return (window.peerpressSearch ?? []).splice(0);
}

/** Call `then` when the pieces are there: at once where they are, or will never come. */
export function bring(store: Store, sort: Sort, wanted: number[], then: () => void): void {
  const here = sort === 'shard' ? store.shards : store.chunks;
  const scripts = wanted
    .filter((number) => !here.has(number))
    .map((number) => script(sort, number))
    .filter((found) => found !== null);
  let left = scripts.length;
  if (left === 0) return then();
  const settled = (): void => {
    arrived().forEach((value) => take(store, value));
    left -= 1;
    if (left === 0) then();
  };
  for (const found of scripts) {
    found.addEventListener('load', settled);
    found.addEventListener('error', settled);
    if (!found.isConnected) document.head.append(found);
  }
}

/** The element that loads a piece: a copy of the one in the page's template, whose address is its own. */
function script(sort: Sort, number: number): HTMLScriptElement | null {
  const key = `${sort}-${number}`;
  const known = asked.get(key);
  if (known) return known.dataset['done'] ? null : known;
  const template = document.querySelector<HTMLTemplateElement>('template[data-pieces]');
  const found = template?.content.querySelector<HTMLScriptElement>(`[data-${sort}="${number}"]`);
  if (!found) return null;
  const copy = document.importNode(found, true);
  asked.set(key, copy);
  const done = (): void => void (copy.dataset['done'] = 'yes');
  copy.addEventListener('load', done);
  copy.addEventListener('error', done);
  return copy;
}
