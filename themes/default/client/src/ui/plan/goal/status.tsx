/** How a step is going, in the words that steps have. */

import { t } from '../../../core/words';
import { fieldOf, STATUSES, STEP } from '../../../model/forms';
import { type Rec, text } from '../../../model/record';
import { said } from '../../../model/said';
import type { Slot } from '../slot';

const FIELD = fieldOf(STEP, 'status');

export function Status({ slot: { key, put }, rec }: { readonly slot: Slot; readonly rec: Rec }) {
  const status = text(rec.body, 'status') || 'planned';
  const { label } = FIELD;
  const id = `${key}-status`;
  return (
    <div class="step-status">
      <label for={id} class="hush">
        {label}
      </label>
      <select
        id={id}
        class="on-screen"
        value={status}
        onChange={(event) => put({ status: event.currentTarget.value }, t('status changed'))}
      >
        {STATUSES.some((one) => one.id === status) ? null : <option value={status}>{status}</option>}
        {STATUSES.map((one) => (
          <option key={one.id} value={one.id}>
            {one.label}
          </option>
        ))}
      </select>
      <span class="on-paper">{said(FIELD, status)}</span>
    </div>
  );
}
