/** Strengths that this goal builds on: picked from those that were entered once. */

import { t } from '../../../core/words';
import { fieldOf, STRENGTH } from '../../../model/forms';
import { item, many } from '../../../model/make';
import { type Body, type Rec, says, text, texts } from '../../../model/record';
import { theBook } from '../../book';
import { Answer } from '../../field';
import { Button, useFocusOn } from '../../parts';
import { Bound, useSlot } from '../slot';
import { Part } from './part';

export function Picks({ goal }: { readonly goal: Rec }) {
  const strengths = theBook().all('strength');
  const picked = texts(goal.body, 'strengths').filter((id) => strengths.some((one) => one.id === id));
  return (
    <Part note={t('strengths')} label={t('Strengths that help here')} filled={picked.length > 0}>
      <Some goal={goal} strengths={strengths} />
    </Part>
  );
}

function Some({ goal, strengths }: { readonly goal: Rec; readonly strengths: readonly Rec[] }) {
  const focusOn = useFocusOn();
  const slot = useSlot(`strength-for-${goal.id}`, (patch: Body) => theBook().add('strength', patch, {}, t('strength added')));
  const offered = strengths.filter(({ id, body }) => says(body['words']) && id !== slot.rec?.id);
  const field = many('strengths', t('Strengths that help here'), 'partner', {
    options: offered.map(({ id, body }) => item(id, text(body, 'words'))),
  });
  const pick = (): void => {
    if (!slot.rec) return;
    theBook().edit(goal.id, { strengths: [...texts(goal.body, 'strengths'), slot.rec.id] }, t('strength picked'));
    slot.clear();
    focusOn(`${slot.key}-words`);
  };
  return (
    <>
      {offered.length > 0 ? <Answer rec={goal} field={field} /> : null}
      <div class="on-screen">
        <Bound slot={slot} field={{ ...fieldOf(STRENGTH, 'words'), label: t('Another strength of mine') }} />
        {slot.rec && says(slot.rec.body['words']) ? (
          <p class="buttons">
            <Button small onClick={pick}>
              {t('Pick it for this goal')}
            </Button>
          </p>
        ) : null}
      </div>
    </>
  );
}
