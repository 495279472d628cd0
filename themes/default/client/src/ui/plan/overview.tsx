/** The whole plan on one page: the goals, and the way that leads to a goal. */

import { sayDay } from '../../core/dates';
import { plural, t } from '../../core/words';
import { fieldOf, GOAL } from '../../model/forms';
import { isCommitment } from '../../model/journal';
import { nextOrder } from '../../model/plan';
import { type Rec, says, text } from '../../model/record';
import { said } from '../../model/said';
import { theBook } from '../book';
import { Heading, Row } from '../parts';
import { href } from '../route';
import { goalsOf, nameOf, numberOf } from './names';
import { Twice } from './small';
import { Bound, useSlot } from './slot';
import { Summary } from './summary';
import { Way } from './way';
import { WithoutGoal } from './without-goal';

export function Overview() {
  const { active, archived } = goalsOf();
  const slot = useSlot('new-goal', (patch) =>
    theBook().add('goal', { status: 'active', order: nextOrder(theBook().all('goal')), ...patch }, {}, t('goal added')),
  );
  // the one that is being written stays in its field
  const listed = active.filter((goal) => goal.id !== slot.rec?.id);
  return (
    <>
      <Row>
        <Heading>{t('My plan')}</Heading>
      </Row>
      {listed.map((goal) => (
        <GoalLine key={goal.id} goal={goal} />
      ))}
      <Row key="fresh" note={listed.length === 0 ? undefined : t('a new one')}>
        <div class="on-screen">
          <p class="measure">{t('A goal says what will be different and who will notice.')}</p>
          <Bound slot={slot} field={fieldOf(GOAL, 'different')} large />
          {slot.rec ? (
            <p>
              <a class="button" href={href('plan', 'goal', slot.rec.id)}>
                {t('Go on with this goal')}
              </a>
            </p>
          ) : null}
        </div>
      </Row>
      <WithoutGoal />
      <Way />
      <Summary goals={active} />
      <Archive goals={archived} />
    </>
  );
}

/** One goal, with what comes next. */
function GoalLine({ goal }: { readonly goal: Rec }) {
  const by = text(goal.body, 'by');
  const steps = theBook()
    .of('step', 'goal', goal.id)
    .filter(({ body }) => says(body['words']));
  const next = steps.find(isCommitment);
  const ended = steps.length - steps.filter(isCommitment).length;
  const status = text(goal.body, 'status');
  return (
    <Row at={numberOf(goal)} note={says(by) ? t('by {day}', { day: sayDay(by, 'short') }) : undefined}>
      <p class="voice large-words">
        <a href={href('plan', 'goal', goal.id)}>{nameOf(goal, 200)}</a>
      </p>
      <p class="soft">
        {status === '' || status === 'active' ? null : `${said(fieldOf(GOAL, 'status'), status)}. `}
        {steps.length === 0 ? t('No steps yet.') : plural('{n} step, {ended} ended.', '{n} steps, {ended} ended.', steps.length, { ended })}{' '}
        {next ? t('Next: {step}', { step: text(next.body, 'words') }) : null}
      </p>
      <Twice rec={goal} />
    </Row>
  );
}

/** Goals put away for good, folded under a plain line. */
function Archive({ goals }: { readonly goals: readonly Rec[] }) {
  if (goals.length === 0) return null;
  return (
    <Row>
      <details class="on-screen">
        <summary>{plural('{n} goal in the archive', '{n} goals in the archive', goals.length)}</summary>
        <ul class="list">
          {goals.map((goal) => (
            <li key={goal.id}>
              <a class="voice" href={href('plan', 'goal', goal.id)}>
                {nameOf(goal, 120)}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </Row>
  );
}
