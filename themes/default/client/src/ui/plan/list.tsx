/** A list that grows: its records, and a place for the next one, which stays where it is when it becomes one. */

import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Body, Rec } from '../../model/record';
import { theBook } from '../book';
import { Button, useFocusOn } from '../parts';
import { Twice } from './small';
import { type Slot, slotOf } from './slot';

interface Props {
  /** Names the list among the others of the page. */
  readonly name: string;
  readonly recs: readonly Rec[];
  readonly add: (patch: Body) => string;
  readonly draw: (slot: Slot, next: () => void) => ComponentChildren;
  /** The words of the button that opens the next place. */
  readonly button: string;
  /** The field that the keyboard comes to there. */
  readonly first: string;
  /** Whether a place stands open at first: where the list is empty, unless this says otherwise. */
  readonly waits?: boolean;
  readonly ordered?: boolean;
}

export function Growing({ name, recs, add, draw, button, first, waits = recs.length === 0, ordered = false }: Props) {
  const slots = useSlots(name, add, waits);
  const there = useSteady(recs, ordered).map((rec) => slotOf(rec, slots.keyOf(rec.id)));
  // one list of all: what is drawn apart would be drawn anew when it becomes a record
  const places = slots.fresh ? [...there, slots.fresh] : there;
  const focusOn = useFocusOn();
  const next = (): void => {
    const id = `${slots.open()}-${first}`;
    const drawn = document.getElementById(id);
    if (drawn) drawn.focus();
    else focusOn(id);
  };
  const List = ordered ? 'ol' : 'ul';
  return (
    <>
      <List class="growing">
        {places.map((slot) => (
          <li key={slot.key} class={slot.rec ? undefined : 'on-screen'}>
            {draw(slot, next)}
            <Twice rec={slot.rec} />
          </li>
        ))}
      </List>
      <p class="buttons">
        <Button id={`${name}-add`} onClick={next}>
          {button}
        </Button>
      </p>
    </>
  );
}

/** Which places have become which records. */
function useSlots(name: string, add: (patch: Body) => string, waits: boolean) {
  const count = useRef(0);
  const [key, setKey] = useState<string | null>(waits ? `${name}-0` : null);
  const keys = useRef(new Map<string, string>());
  const open = (): string => {
    if (key !== null) return key;
    count.current += 1;
    const fresh = `${name}-${count.current}`;
    setKey(fresh);
    return fresh;
  };
  const put = (patch: Body, words?: string): void => {
    const there = [...keys.current].find(([, slot]) => slot === key)?.[0];
    if (there !== undefined && theBook().get(there)) return theBook().edit(there, patch, words);
    keys.current.set(add(patch), key ?? '');
    setKey(null);
  };
  const fresh: Slot | null = key === null ? null : { rec: null, key, put };
  return { fresh, open, keyOf: (id: string): string => keys.current.get(id) ?? id };
}

/**
 * The records in the order in which they first came: who writes a date keeps the place to write in.
 * A list that people put in order themselves has that order.
 */
function useSteady(recs: readonly Rec[], ordered: boolean): readonly Rec[] {
  const places = useRef(new Map<string, number>());
  const { current } = places;
  for (const { id } of recs) if (!current.has(id)) current.set(id, current.size);
  return ordered ? recs : [...recs].sort((a, b) => (current.get(a.id) ?? 0) - (current.get(b.id) ?? 0));
}
