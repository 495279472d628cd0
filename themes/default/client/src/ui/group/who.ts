/** The people of the group, as its pages name them. */

import { t } from '../../core/words';
import { text, type Rec } from '../../model/record';
import type { Person } from '../../model/rota';
import { slotOf, useSlot, type Slot } from '../plan/slot';
import { theBook } from '../book';

export interface Someone extends Person {
  readonly name: string;
  /** Mail or phone, if they wish. */
  readonly reach: string;
}

/** Everyone with a name, whether they still belong or not. */
export function people(): readonly Someone[] {
  return theBook()
    .all('member')
    .map(({ id, body }) => ({
      id,
      name: text(body, 'name').trim(),
      since: text(body, 'since'),
      until: text(body, 'until'),
      reach: text(body, 'reach').trim(),
    }))
    .filter(({ name }) => name !== '');
}

export const belongs = (one: Person, day: string): boolean =>
  (one.since === '' || one.since <= day) && (one.until === '' || one.until >= day);

/** Names by id. One who was deleted is said to be so. */
export function naming(all: readonly Someone[] = people()): (id: string) => string {
  const names = new Map(all.map(({ id, name }) => [id, name]));
  return (id) => (id === '' ? '' : (names.get(id) ?? t('someone who is not on the list')));
}

/** Bring the keyboard back to the heading, once what had it is gone. */
export const toHeading = (): void => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>('.group [data-heading]')?.focus());
};

/** The record that there is one of in a group; what is written first makes it. */
export function useOne(type: string, words: string, start: Rec['body'] = {}): Slot {
  const fresh = useSlot(type, (patch) => theBook().add(type, { ...start, ...patch }, {}, words));
  const there = theBook().all(type).find(({ body }) => text(body, 'copy_of') === '');
  return there ? slotOf(there, type) : fresh;
}
