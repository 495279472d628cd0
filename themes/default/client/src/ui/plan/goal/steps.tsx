/** The steps of a goal, in the order that was given to them. */

import { useState } from 'preact/hooks';
import { plural, t } from '../../../core/words';
import { moved, nextOrder } from '../../../model/plan';
import { type Body, type Rec, says, text } from '../../../model/record';
import { theBook } from '../../book';
import { WHO } from '../../field';
import { Row, useFocusOn } from '../../parts';
import { Growing } from '../list';
import type { Slot } from '../slot';
import { Step } from './step';

export function Steps({ goal }: { readonly goal: Rec }) {
  const [told, tell] = useState('');
  const focusOn = useFocusOn();
  const steps = theBook().of('step', 'goal', goal.id);
  const written = steps.filter(({ body }) => says(body['words'])).length;
  const move = (slot: Slot, by: number): void => {
    const at = steps.findIndex(({ id }) => id === slot.rec?.id);
    for (const { id, order } of moved(steps, slot.rec?.id ?? '', by)) theBook().edit(id, { order }, t('step moved'));
    const to = at + by;
    // at an end the button that brought it there goes on being there, and does nothing
    focusOn(`${slot.key}-${by < 0 ? 'up' : 'down'}`);
    tell(t('“{step}” is step {n} of {all} now.', { step: text(slot.rec?.body ?? {}, 'words'), n: to + 1, all: steps.length }));
  };
  return (
    <Row at={written > 0 ? written : undefined} note={written > 0 ? plural('step', 'steps', written) : t('steps')}>
      <div class="asked">
        <h2 class="label">{t('Steps')}</h2> <span class="who">{WHO.partner}</span>
      </div>
      <Growing
        name={`steps-${goal.id}`}
        recs={steps}
        first="words"
        ordered
        button={t('Add a step')}
        add={(patch: Body) =>
          theBook().add('step', { goal: goal.id, order: nextOrder(steps), status: 'planned', ...patch }, {}, t('step added'))
        }
        draw={(slot, next) => {
          const at = steps.findIndex(({ id }) => id === slot.rec?.id);
          return (
            <Step
              slot={slot}
              place={at < 0 ? steps.length : at}
              all={steps.length}
              next={next}
              move={(by) => move(slot, by)}
              add={`steps-${goal.id}-add`}
            />
          );
        }}
      />
      <p class="hush" role="status">
        {told}
      </p>
    </Row>
  );
}
