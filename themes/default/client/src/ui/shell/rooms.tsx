/** The way to each room, and what happens on the way from one page to another. */

import { useEffect, useRef } from 'preact/hooks';
import { site } from '../../core/site';
import { t } from '../../core/words';
import { NAMES, type RoomName } from '../names';
import { href, route } from '../route';

export function Rooms({ current }: { readonly current: RoomName }) {
  return (
    <nav aria-label={t('Workbook')}>
      <ul>
        {Object.entries(NAMES).map(([id, name]) => (
          <li key={id}>
            <a href={href(id)} aria-current={id === current ? 'true' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/**
 * On another page the keyboard comes to its heading, unless that page has put it elsewhere; the title
 * follows. `stage` is what may stand in place of the room: a question comes before it.
 */
export function useArrival(room: RoomName, stage: string): void {
  const address = [stage, ...route.value].join('/');
  const before = useRef<string | null>(null);
  useEffect(() => {
    const heading = headingHere();
    document.title = titled(heading?.textContent ?? '', NAMES[room]);
    const moved = before.current !== null && before.current !== address;
    before.current = address;
    if (!moved) return;
    const { activeElement } = document;
    if (activeElement !== document.body && activeElement !== leftFrom) return;
    scrollTo(0, 0);
    heading?.focus();
  }, [address]);
}

function headingHere(): HTMLElement | null {
  const found = document.querySelector<HTMLElement>('.workbook [data-heading], .workbook :is(h1, h2)');
  if (found && found.tabIndex < 0) found.tabIndex = -1;
  return found;
}

function titled(heading: string, room: string): string {
  const parts = [heading, room, t('Workbook'), site.title];
  return parts.filter((part, index) => part !== '' && parts.indexOf(part) === index).join(' · ');
}

/** What had the keyboard when the address changed. */
let leftFrom: Element | null = null;

export function rememberFocus(): void {
  addEventListener('hashchange', () => {
    leftFrom = document.activeElement;
  });
}
