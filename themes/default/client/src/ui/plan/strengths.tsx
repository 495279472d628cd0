/** What I can build on: entered once, at hand for each goal. */

import { t } from '../../core/words';
import { fieldOf, STRENGTH } from '../../model/forms';
import { type Body, type Rec, text, texts } from '../../model/record';
import { theBook } from '../book';
import { Heading, Row } from '../parts';
import { goalsOf, numberOf } from './names';
import { Growing } from './list';
import { Delete, onEnter } from './small';
import { Bound, type Slot } from './slot';

export function Strengths() {
  return (
    <>
      <Row>
        <Heading>{t('Strengths')}</Heading>
        <p class="measure">
          {t('Things you are good at, anywhere in life. Each can be picked for any goal.')}
        </p>
      </Row>
      <Row>
        <Growing
          name="strength"
          recs={theBook().all('strength')}
          first="words"
          button={t('Add a strength')}
          add={(patch: Body) => theBook().add('strength', patch, {}, t('strength added'))}
          draw={(slot, next) => <Strength slot={slot} next={next} />}
        />
      </Row>
    </>
  );
}

function Strength({ slot, next }: { readonly slot: Slot; readonly next: () => void }) {
  const { rec } = slot;
  return (
    <div class="one-line" onKeyDown={onEnter(next)}>
      <Bound slot={slot} field={fieldOf(STRENGTH, 'words')} />
      {rec ? <Used strength={rec} /> : null}
    </div>
  );
}

/** Which goals build on it, and a way to put it away. */
function Used({ strength }: { readonly strength: Rec }) {
  const goals = goalsOf().active.filter(({ body }) => texts(body, 'strengths').includes(strength.id));
  return (
    <p class="facts-line">
      <span class="soft">
        {goals.length > 0 ? t('Picked for: {goals}', { goals: goals.map(numberOf).join(', ') }) : null}
      </span>
      <Delete rec={strength} what={text(strength.body, 'words')} words={t('strength deleted')} then="strength-add" />
    </p>
  );
}
