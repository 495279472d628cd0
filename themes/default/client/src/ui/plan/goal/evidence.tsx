/** What was seen, done, said or made. */

import { today } from '../../../core/dates';
import { t } from '../../../core/words';
import { fieldOf, PROOF } from '../../../model/forms';
import { beginning } from '../../../model/journal';
import { byDate } from '../../../model/plan';
import { type Body, type Rec, text } from '../../../model/record';
import { theBook } from '../../book';
import { Growing } from '../list';
import { Bound, type Slot } from '../slot';
import { Thing } from '../thing';
import { Head, Part } from './part';

export function Evidence({ goal }: { readonly goal: Rec }) {
  const recs = theBook().of(PROOF.type, 'goal', goal.id);
  const name = `evidence-${goal.id}`;
  const add = (patch: Body): string =>
    theBook().add(PROOF.type, { goal: goal.id, date: today(), ...patch }, {}, t('evidence added'));
  return (
    <Part note={t('evidence')} label={t('What was seen, done, said or made')} filled={recs.length > 0}>
      <Head>{t('What was seen, done, said or made')}</Head>
      <Growing
        name={name}
        recs={byDate(recs)}
        first="words"
        button={t('Add evidence')}
        add={add}
        draw={(slot) => <Proof slot={slot} then={`${name}-add`} />}
      />
    </Part>
  );
}

function Proof({ slot, then }: { readonly slot: Slot; readonly then: string }) {
  const name = (slot.rec && beginning(text(slot.rec.body, 'words'), 40)) || t('Evidence');
  return (
    <Thing slot={slot} form={PROOF} name={name} words={t('evidence deleted')} then={then}>
      <Bound slot={slot} field={fieldOf(PROOF, 'words')} />
      <Bound slot={slot} field={fieldOf(PROOF, 'kind')} />
      <Bound slot={slot} field={fieldOf(PROOF, 'date')} start={today()} />
    </Thing>
  );
}
