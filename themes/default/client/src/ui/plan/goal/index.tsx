/** One goal on a page of its own, with its whole plan. */

import { useState } from 'preact/hooks';
import { sayDay, today } from '../../../core/dates';
import { t } from '../../../core/words';
import { fieldOf, GOAL } from '../../../model/forms';
import { nextOrder } from '../../../model/plan';
import { type Body, type Rec, says, text, yes } from '../../../model/record';
import { theBook } from '../../book';
import { Answer } from '../../field';
import { Heading, Row } from '../../parts';
import { href } from '../../route';
import { nameOf, numberOf } from '../names';
import { Bound, type Slot, slotOf, useNew } from '../slot';
import { Asks } from './asks';
import { End } from './end';
import { Evidence } from './evidence';
import { Help } from './help';
import { Learning } from './learning';
import { Part } from './part';
import { Progress } from './progress';
import { Reviews } from './reviews';
import { Steps } from './steps';
import { Picks } from './picks';
import { Ways } from './ways';
import { Why } from './why';
import { Wording } from './wording';

export function GoalPage({ id }: { readonly id: string }) {
  const rec = theBook().get(id);
  if (id === 'new') return <NewGoal />;
  if (rec?.type === 'goal') return <Lines key={id} slot={slotOf(rec)} />;
  return (
    <Row>
      <Heading>{t('This goal is not here')}</Heading>
      <p>
        <a href={href('plan')}>{t('My plan')}</a>
      </p>
    </Row>
  );
}

/** The first letter makes the goal; the address names it from then on. */
function NewGoal() {
  const add = (patch: Body): string => {
    const order = nextOrder(theBook().all('goal'));
    return theBook().add('goal', { status: 'active', order, ...patch }, {}, t('goal added'));
  };
  return <Lines slot={useNew('new-goal', 'different', add, (id) => href('plan', 'goal', id))} />;
}

const field = (id: string) => fieldOf(GOAL, id);

function Lines({ slot }: { readonly slot: Slot }) {
  const { rec } = slot;
  const by = rec ? text(rec.body, 'by') : '';
  // nothing is asked back while the first words are being written
  const [written, leave] = useState(rec !== null);
  return (
    <>
      <Row
        at={rec ? numberOf(rec) : t('Goal')}
        note={says(by) ? t('by {day}', { day: sayDay(by, 'short') }) : undefined}
      >
        <Heading hushed>{rec ? `${numberOf(rec)}: ${nameOf(rec, 200)}` : t('A new goal')}</Heading>
        {rec && yes(rec.body, 'private') ? (
          <p class="soft">{t('This whole goal is private: it is left out of what you share.')}</p>
        ) : null}
        <div onFocusOut={() => rec && leave(true)}>
          <Bound slot={slot} field={field('different')} large />
        </div>
        {rec && written ? <Asks goal={rec} /> : <p class="soft">{t('A goal says what will be different and who will notice.')}</p>}
        {rec ? <Wording goal={rec} field={`${slot.key}-different`} /> : null}
      </Row>
      {rec ? <Rest rec={rec} /> : null}
    </>
  );
}

function Rest({ rec }: { readonly rec: Rec }) {
  const has = (...ids: readonly string[]): boolean => ids.some((id) => says(rec.body[id]));
  return (
    <div class="rest">
      <Answer rec={rec} field={field('who')} at={t('who')} />
      <Answer rec={rec} field={field('by')} at={t('when')} />
      <Steps goal={rec} />
      <Row note={t('if, then')}>
        <Answer rec={rec} field={field('hinders')} />
        <div class="pair">
          <Answer rec={rec} field={field('if')} />
          <Answer rec={rec} field={field('then')} />
        </div>
      </Row>
      <Why goal={rec} />
      <Part note={t('my part')} label={t('What is in my hands, and what helps')} filled={has('power', 'helps')}>
        <Answer rec={rec} field={field('power')} />
        <Answer rec={rec} field={field('helps')} />
      </Part>
      <Picks goal={rec} />
      <Ways goal={rec} />
      <Help goal={rec} />
      <Learning goal={rec} />
      <Evidence goal={rec} />
      <Part note={t('ladder')} label={t('Five rungs, in words')} filled={has('ladder', 'weight')}>
        <Answer rec={rec} field={field('ladder')} />
        <Answer rec={rec} field={field('weight')} />
      </Part>
      <Progress goal={rec} />
      <Reviews goal={rec} now={today()} />
      <End goal={rec} />
    </div>
  );
}
