/** Why the goal matters, and to whom; a goal of one's own needs no other reason. */

import { site } from '../../../core/site';
import { t } from '../../../core/words';
import { fieldOf, GOAL } from '../../../model/forms';
import { type Rec, says, text } from '../../../model/record';
import { theBook } from '../../book';
import { Answer } from '../../field';
import { Part } from './part';

export function Why({ goal }: { readonly goal: Rec }) {
  const fields = ['students', 'affected', 'connects'] as const;
  const filled = fields.some((id) => says(goal.body[id]));
  return (
    <Part note={t('for whom')} label={t('Who gains, and what it connects to')} filled={filled}>
      {fields.map((id) => (
        <Answer key={id} rec={goal} field={fieldOf(GOAL, id)} />
      ))}
      <Ours goal={goal} />
    </Part>
  );
}

/** The organisation's goals: choosing one writes it into the line above, where it can be changed. */
function Ours({ goal }: { readonly goal: Rec }) {
  if (site.goals.length === 0) return null;
  const id = `${goal.id}-ours`;
  const chosen = text(goal.body, 'connects');
  const take = (words: string): void => {
    if (words !== '') theBook().edit(goal.id, { connects: words }, t('goal connected'));
  };
  return (
    <p class="on-screen">
      <label for={id}>{t('Take one of ours')}</label>{' '}
      <select id={id} value={site.goals.includes(chosen) ? chosen : ''} onChange={(event) => take(event.currentTarget.value)}>
        <option value="">–</option>
        {site.goals.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </p>
  );
}
