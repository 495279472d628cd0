/** Where in the workbook we are: `#/plan/goal/1f…`. The address never holds what a person wrote. */

import { signal } from '@preact/signals';

/** The parts of the address after `#/`. */
export const route = signal<readonly string[]>(read());

function read(): readonly string[] {
  if (typeof location === 'undefined' || !location.hash.startsWith('#/')) return [];
  return location.hash.slice(2).split('/').map(decoded).filter((part) => part !== '');
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export const href = (...parts: readonly string[]): string =>
  `#/${parts.map(encodeURIComponent).join('/')}`;

export function go(...parts: readonly string[]): void {
  location.hash = href(...parts);
}

export function followAddress(): void {
  addEventListener('hashchange', () => {
    const { hash } = location;
    if (hash === '' || hash.startsWith('#/')) route.value = read();
    // a way to a place of this page, such as past the masthead, is no other page
    else history.replaceState(null, '', href(...route.value));
  });
}
