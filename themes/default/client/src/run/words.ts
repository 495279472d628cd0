/** The page's own words, and small ways to show them. */

import { fill } from '../page/words';

export type Values = Record<string, string | number>;
export type Say = (name: string, values?: Values) => string;

/** Says what the data of an element say, in the language of the page. */
export function sayer(element: HTMLElement): Say {
  return (name, values = {}) => fill(element.dataset[name] ?? '', values);
}

/** Put words where they are not yet, so that nothing is read out twice. */
export function put(place: Element | null, words: string): void {
  if (place && place.textContent !== words) place.textContent = words;
}

/** Put a sentence with one of its values in bold. */
export function putBold(place: Element | null, sentence: string, bold: string): void {
  if (!place || place.textContent === sentence) return;
  const at = bold === '' ? -1 : sentence.indexOf(bold);
  if (at < 0) return put(place, sentence);
  const strong = document.createElement('b');
  strong.textContent = bold;
  place.replaceChildren(sentence.slice(0, at), strong, sentence.slice(at + bold.length));
}

export function find<T extends Element>(root: ParentNode, selector: string): T {
  const found = root.querySelector<T>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

/** What a template of the page holds, as new elements. */
export function stamp<T extends HTMLElement>(id: string): T {
  const template = find<HTMLTemplateElement>(document, `template#${id}`);
  return document.importNode(template.content, true).firstElementChild as T;
}
