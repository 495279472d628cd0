/** Several ways to go about it, before one is chosen. */

import { t } from '../../../core/words';
import { fieldOf, GOAL } from '../../../model/forms';
import { type Rec, rows, says } from '../../../model/record';
import { Answer } from '../../field';
import { Bound, slotOf } from '../slot';
import { Part } from './part';

const THREE = 3;

export function Ways({ goal }: { readonly goal: Rec }) {
  const written = rows(goal.body, 'options').filter(says).length;
  const chosen = says(goal.body['reason']);
  return (
    <Part note={t('ways')} label={t('Three ways to go about it')} filled={written > 0 || chosen}>
      <Bound slot={slotOf(goal)} field={fieldOf(GOAL, 'options')} />
      <Answer rec={goal} field={fieldOf(GOAL, 'reason')} />
      {chosen && written < THREE ? (
        <p class="soft on-screen">{t('Is there one more way? The third is often the one that was hard to see.')}</p>
      ) : null}
    </Part>
  );
}
