/** Fields that stand ready before there is a record: the first thing written makes it, and the typing goes on. */

import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../core/words';
import { type Body, type Json, type Rec, says } from '../../model/record';
import type { Field } from '../../model/sheet';
import { theBook } from '../book';
import { Asked, Control } from '../field';
import { route } from '../route';

/** A place for a record that may not be there yet. */
export interface Slot {
  readonly rec: Rec | null;
  /** Stays the same when the record is made, so that the keyboard stays where it is. */
  readonly key: string;
  /** Keep some answers: in the record, or in one made of them. */
  readonly put: (patch: Body, words?: string) => void;
}

/** A field of a slot: as `Answer` of a record, and before there is one too. */
export function Bound({
  slot,
  field,
  start,
  large,
  hushed,
}: {
  readonly slot: Slot;
  readonly field: Field;
  /** What stands there before anything is answered, such as today's date. */
  readonly start?: Json;
  readonly large?: boolean;
  /** The label is heard and not seen: what stands beside the field says it already. */
  readonly hushed?: boolean;
}) {
  const { rec, key, put } = slot;
  const id = `${key}-${field.id}`;
  const value = roomy(field, rec ? rec.body[field.id] : start);
  const words = t('“{label}” changed', { label: field.label });
  const looks = `${rec && says(value) ? '' : ' blank'}${large ? ' large' : ''}${hushed ? ' hushed' : ''}`;
  return (
    <div class={`answer is-${field.kind}${looks}`}>
      <Asked field={field} id={id} />
      <Control field={field} value={value} id={id} onValue={(one) => put({ [field.id]: one }, words)} />
    </div>
  );
}

/** A table stands there with as many rows as it asks for, filled or not. */
function roomy({ kind, lines }: Field, value: Json | undefined): Json | undefined {
  if (kind !== 'rows' || (value && !Array.isArray(value))) return value;
  const kept: readonly Json[] = Array.isArray(value) ? value : [];
  return [...kept, ...Array.from({ length: Math.max(lines - kept.length, 0) }, () => ({}))];
}

/** A slot for a record that is there. */
export const slotOf = (rec: Rec, key: string = rec.id): Slot => ({
  rec,
  key,
  put: (patch, words) => theBook().edit(rec.id, patch, words),
});

/** A slot for one record, made by `add` with what is written first. */
export function useSlot(key: string, add: (patch: Body) => string): Slot & { readonly clear: () => void } {
  const [made, setMade] = useState<string | null>(null);
  const latest = useRef<string | null>(null);
  const keep = (id: string | null): void => {
    latest.current = id;
    setMade(id);
  };
  const put = (patch: Body, words?: string): void => {
    const { current } = latest;
    // between two keystrokes there may have been no drawing
    if (current !== null && theBook().get(current)) theBook().edit(current, patch, words);
    else keep(add(patch));
  };
  const rec = made === null ? null : (theBook().get(made) ?? null);
  return { rec, key, put, clear: () => keep(null) };
}

/**
 * A slot on the page of a new thing, its first field under the keyboard. The address names the thing as soon
 * as it is there, and coming to the page once more begins another.
 */
export function useNew(
  key: string,
  first: string,
  add: (patch: Body) => string,
  address: (id: string) => string,
): Slot {
  const here = route.value;
  const came = useRef(here);
  const slot = useSlot(key, (patch) => {
    const id = add(patch);
    history.replaceState(null, '', address(id));
    return id;
  });
  if (came.current !== here) slot.clear();
  came.current = here;
  useEffect(() => document.getElementById(`${key}-${first}`)?.focus(), [here]);
  return slot;
}
