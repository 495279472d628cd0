/** One thing of several fields: read until it is changed, and open while it is written for the first time. */

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../core/words';
import type { Form } from '../../model/forms';
import { type Body, says } from '../../model/record';
import { Said } from '../said';
import { useFocusOn } from '../parts';
import type { Slot } from './slot';
import { Delete } from './small';

export function Thing({
  slot,
  form,
  name,
  words,
  then,
  children,
}: {
  readonly slot: Slot;
  readonly form: Form;
  /** What it is called among the others. */
  readonly name: string;
  /** What is said at Undo when it is deleted, and where the keyboard goes on. */
  readonly words: string;
  readonly then: string;
  readonly children: ComponentChildren;
}) {
  const { rec, key } = slot;
  const [open, setOpen] = useState(rec === null);
  const focusAt = useFocusOn();
  const turn = (): void => {
    setOpen(!open);
    focusAt(`${key}-turn`);
  };
  const label = open ? t('Close “{what}”', { what: name }) : t('Change “{what}”', { what: name });
  return (
    <div class="thing" role="group" aria-label={name}>
      {open || rec === null ? children : <Read form={form} body={rec.body} />}
      {rec ? (
        <p class="facts-line">
          <button type="button" class="plain-button" id={`${key}-turn`} aria-label={label} aria-expanded={open} onClick={turn}>
            {open ? t('close') : t('change')}
          </button>
          <Delete rec={rec} what={name} words={words} then={then} />
        </p>
      ) : null}
    </div>
  );
}

/** What was answered, to read; nothing stands for what was not. */
export function Read({ form, body }: { readonly form: Form; readonly body: Body }) {
  const said = form.fields.filter(({ id }) => says(body[id]));
  const first = said.filter(({ id }) => id === form.title);
  return (
    <dl class="said-parts">
      {[...first, ...said.filter((field) => !first.includes(field))].map((field) => (
        <div key={field.id}>
          <dt>{field.label}</dt>
          <dd>
            <Said field={field} value={body[field.id]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
