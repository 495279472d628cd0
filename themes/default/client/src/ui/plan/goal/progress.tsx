/** Check-ins over time: how sure I am, where on my ladder, what moved. */

import { sayDay, today } from '../../../core/dates';
import { t } from '../../../core/words';
import { fieldOf, PROGRESS } from '../../../model/forms';
import { byDate } from '../../../model/plan';
import { type Body, type Rec, says, text } from '../../../model/record';
import { theBook } from '../../book';
import { Brought } from '../../shell/brought';
import { Growing } from '../list';
import { Bound, type Slot } from '../slot';
import { Thing } from '../thing';
import { Part } from './part';

export function Progress({ goal }: { readonly goal: Rec }) {
  const checkins = byDate(theBook().of('progress', 'goal', goal.id));
  const name = `progress-${goal.id}`;
  const add = (patch: Body): string =>
    theBook().add('progress', { goal: goal.id, date: today(), ...patch }, {}, t('check-in added'));
  return (
    <Part note={t('over time')} label={t('Check in: how sure am I, and what moved?')} filled={checkins.length > 0}>
      {checkins.length > 0 ? <Brought draw={({ OverTime }) => <OverTime checkins={checkins} />} /> : null}
      <Growing
        name={name}
        recs={checkins}
        first="words"
        button={t('Check in')}
        add={add}
        draw={(slot) => <CheckIn slot={slot} goal={goal} then={`${name}-add`} />}
      />
    </Part>
  );
}

function CheckIn({ slot, goal, then }: { readonly slot: Slot; readonly goal: Rec; readonly then: string }) {
  const { rec } = slot;
  const name = rec ? sayDay(text(rec.body, 'date')) || t('Check-in') : t('Check-in today');
  const laddered = says(goal.body['ladder']) || says(rec?.body['level']);
  const fields = ['words', 'sure', ...(laddered ? ['level'] : []), 'next'];
  return (
    <Thing slot={slot} form={PROGRESS} name={name} words={t('check-in deleted')} then={then}>
      {fields.map((id) => (
        <Bound key={id} slot={slot} field={fieldOf(PROGRESS, id)} />
      ))}
      <Bound slot={slot} field={fieldOf(PROGRESS, 'date')} start={today()} />
    </Thing>
  );
}
