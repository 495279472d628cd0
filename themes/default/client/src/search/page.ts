/** The page of search: what is typed is looked for at once, and stands in the address for a return. */

import { keep, read } from '../page/hash';
import { fill } from '../page/words';
import { ask, type Wish } from './ask';
import { find, needed, type Answer } from './find';
import { arrows } from './keys';
import { arrived, bring } from './pieces';
import { item } from './result';
import { open, type Store } from './store';

/** So many results are shown at first, and each time that more are asked for. */
const AT_ONCE = 10;

interface Seek {
  form: HTMLFormElement;
  input: HTMLInputElement;
  results: HTMLElement;
  count: HTMLElement;
  list: HTMLElement;
  more: HTMLElement;
}

export function search(): void {
  const seek = parts();
  if (!seek) return;
  seek.form.hidden = false;
  seek.form.addEventListener('submit', (event) => event.preventDefault());
  const store = open(arrived());
  if (!store) {
    seek.results.hidden = false;
    seek.count.textContent = seek.form.dataset['broken'] ?? '';
    return;
  }
  const look = looker(seek, store);
  const recall = (): void => {
    seek.input.value = read(location.hash)?.['q'] ?? '';
    look();
  };
  seek.input.addEventListener('input', () => {
    keep({ q: seek.input.value.trim() });
    look();
  });
  addEventListener('hashchange', recall);
  arrows(seek.input, seek.list);
  recall();
  if (document.activeElement === document.body) seek.input.focus();
}

function parts(): Seek | null {
  const form = document.querySelector<HTMLFormElement>('form[data-search]');
  const input = form?.querySelector<HTMLInputElement>('input[name="q"]');
  const results = document.querySelector<HTMLElement>('[data-results]');
  const count = results?.querySelector<HTMLElement>('[data-count]');
  const list = results?.querySelector<HTMLElement>('[data-finds]');
  const more = results?.querySelector<HTMLElement>('[data-more]');
  if (!form || !input || !results || !count || !list || !more) return null;
  return { form, input, results, count, list, more };
}

/** What looks for what stands in the field; the last call wins where pieces come in late. */
function looker(seek: Seek, store: Store): () => void {
  let turn = 0;
  return () => {
    const mine = ++turn;
    const wishes = ask(seek.input.value, store.also);
    const show = (): void => {
      if (mine !== turn) return;
      const answer = find(wishes, store, document.documentElement.lang);
      say(seek, answer, wishes);
      results(seek, answer, wishes, store, () => mine === turn);
    };
    bring(store, 'shard', needed(wishes, store.count), show);
  };
}

function say({ form, input, results, count }: Seek, { hits, isWhole }: Answer, wishes: Wish[]): void {
  const { one, many, someOne, some, none } = form.dataset;
  const n = hits.length;
  results.hidden = input.value.trim() === '';
  const sentence = isWhole ? (n === 1 ? one : many) : n === 1 ? someOne : some;
  count.textContent = wishes.length === 0 || n === 0 ? (none ?? '') : fill(sentence ?? '', { n });
}

function results(
  seek: Seek,
  { hits }: Answer,
  wishes: Wish[],
  store: Store,
  isWanted: () => boolean,
): void {
  seek.list.replaceChildren();
  const add = (from: number): void => {
    const next = hits.slice(from, from + AT_ONCE);
    const chunks = next.map(({ entry }) => store.places[entry]?.chunk ?? 0);
    bring(store, 'chunk', [...new Set(chunks)], () => {
      if (!isWanted() || seek.list.children.length !== from) return;
      seek.list.append(...next.map((hit) => item(hit, store, wishes, seek.form.dataset)));
      seek.more.hidden = from + AT_ONCE >= hits.length;
      if (from > 0) seek.list.children[from]?.querySelector('a')?.focus();
    });
  };
  seek.more.onclick = () => add(seek.list.children.length);
  seek.more.hidden = true;
  add(0);
}
