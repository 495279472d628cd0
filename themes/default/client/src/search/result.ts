/** One result, made from the page's template; the words of the site come in as text only. */

import type { Wish } from './ask';
import type { Hit } from './find';
import { stretches } from './mark';
import { KINDS, type Row, type Store } from './store';

export function item(hit: Hit, store: Store, wishes: Wish[], words: DOMStringMap): Node {
  const template = document.querySelector<HTMLTemplateElement>('template[data-find]');
  const made = template?.content.firstElementChild?.cloneNode(true);
  const place = store.places[hit.entry];
  const shown = place && store.chunks.get(place.chunk)?.[place.row];
  if (!(made instanceof HTMLElement) || !shown) return document.createElement('li');
  const [title, url, minutes, rows] = shown;
  const [heading, link, text] = best(hit, rows, wishes);
  const find = (name: string): HTMLElement | null => made.querySelector(`[data-${name}]`);
  if (minutes > 0) put(find('minutes'), String(minutes));
  else find('time')?.remove();
  put(find('kind'), words[KINDS[place.kind] ?? ''] ?? '');
  lead(find('title'), url);
  mark(find('title'), title, wishes);
  lead(find('heading'), link.startsWith('#') ? url.split('#')[0] + link : link || url);
  put(find('heading'), heading);
  mark(find('passage'), text, wishes);
  made.lang = place.language;
  find('kind')?.setAttribute('lang', document.documentElement.lang);
  return made;
}

/** The passage to show: of those that are as good, one whose beginning shows why. */
function best({ passages }: Hit, rows: Row[], wishes: Wish[]): Row {
  const good = passages.map((at) => rows[at]).filter((row) => row !== undefined);
  const shows = ([, , text]: Row): boolean => stretches(text, wishes).some(([, isMarked]) => isMarked);
  return good.find(shows) ?? good[0] ?? ['', '', ''];
}

/** Put in text, or take the element away where there is none. */
function put(element: HTMLElement | null, text: string): void {
  if (text === '') element?.remove();
  else if (element) element.textContent = text;
}

function lead(element: HTMLElement | null, address: string): void {
  if (element instanceof HTMLAnchorElement) element.href = address;
}

function mark(element: HTMLElement | null, text: string, wishes: Wish[]): void {
  const made = stretches(text, wishes).map(([stretch, isMarked]) => {
    if (!isMarked) return stretch;
    const found = document.createElement('mark');
    found.textContent = stretch;
    return found;
  });
  element?.append(...made);
}
