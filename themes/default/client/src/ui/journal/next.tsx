/** For the next meeting, on one sheet: what I said I would do, what I ask, what I carry. */

import { sayDay, today } from '../../core/dates';
import { t } from '../../core/words';
import { fieldOf, NEXT_TIME } from '../../model/forms';
import { isCarried, isCommitment, isOpen, newestFirst } from '../../model/journal';
import { type Body, type Rec, says, text, yes } from '../../model/record';
import { theBook } from '../book';
import { WHO } from '../field';
import { Button, Heading, Row } from '../parts';
import { printPage } from '../paper';
import { Status } from '../plan/goal/status';
import { forMeeting, nextMeeting } from '../plan/meeting';
import { goalsOf, nameOf, numberOf } from '../plan/names';
import { Bound, slotOf, useSlot } from '../plan/slot';
import { href } from '../route';
import { useStaying } from './staying';

export function Next() {
  const meeting = nextMeeting();
  return (
    <>
      <Row note={meeting ? `${sayDay(meeting.date, 'short')} ${meeting.time}` : undefined}>
        <Heading>{forMeeting()}</Heading>
        {meeting && meeting.place !== '' ? <p>{meeting.place}</p> : null}
        <p class="buttons">
          <Button onClick={() => printPage()}>{t('Print this sheet')}</Button>
        </p>
      </Row>
      <Commitments />
      <Carried />
      <Open />
    </>
  );
}

function Commitments() {
  const goals = goalsOf().active;
  const steps = goals.flatMap((goal) => theBook().of('step', 'goal', goal.id));
  const shown = useStaying(steps, isCommitment);
  return (
    <Row at={shown.length} note={t('to report on')}>
      <h2>{t('What I said I would do')}</h2>
      {shown.length === 0 ? <p class="soft">{t('No step is waiting.')}</p> : null}
      {goals.map((goal) => {
        const mine = shown.filter(({ body }) => body['goal'] === goal.id);
        return mine.length > 0 ? <OfGoal key={goal.id} goal={goal} steps={mine} /> : null;
      })}
    </Row>
  );
}

function OfGoal({ goal, steps }: { readonly goal: Rec; readonly steps: readonly Rec[] }) {
  return (
    <>
      <p class="soft">
        <a href={href('plan', 'goal', goal.id)}>{numberOf(goal)}</a>, {nameOf(goal, 80)}
        {yes(goal.body, 'private') ? ` (${WHO.private})` : null}
      </p>
      <ul class="growing">
        {steps.map((rec) => (
          <li key={rec.id} class="step">
            <p class="voice step-words">{text(rec.body, 'words')}</p>
            <Status slot={slotOf(rec)} rec={rec} />
            <p class="soft step-facts">{says(rec.body['by']) ? t('By {day}', { day: sayDay(text(rec.body, 'by')) }) : null}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Carried() {
  const fresh = useSlot('next-time', (patch: Body) =>
    theBook().add('next-time', { date: today(), ...patch }, {}, t('next time added')),
  );
  const kept = theBook().all('next-time').filter(({ id }) => id !== fresh.rec?.id);
  const shown = useStaying(newestFirst(kept), isCarried);
  return (
    <Row at={shown.length > 0 ? shown.length : undefined} note={t('carried on')}>
      <h2>{t('Next time I will')}</h2>
      <ul class="growing">
        {shown.map((rec) => (
          <li key={rec.id}>
            <p class="voice">{text(rec.body, 'words')}</p>
            <Bound slot={slotOf(rec)} field={fieldOf(NEXT_TIME, 'came')} />
          </li>
        ))}
        <li key="fresh" class={says(fresh.rec?.body['words']) ? undefined : 'on-screen'}>
          <Bound slot={fresh} field={fieldOf(NEXT_TIME, 'words')} />
        </li>
      </ul>
    </Row>
  );
}

function Open() {
  const shown = useStaying(newestFirst(theBook().all('question')), isOpen);
  return (
    <Row at={shown.length > 0 ? shown.length : undefined} note={t('questions')}>
      <h2>{t('Open questions')}</h2>
      <ul class="growing ticks-to-make">
        {shown.map((rec) => {
          const id = `brought-${rec.id}`;
          return (
            <li key={rec.id} class="tick">
              <input
                type="checkbox"
                id={id}
                checked={yes(rec.body, 'brought')}
                onChange={(event) => theBook().edit(rec.id, { brought: event.currentTarget.checked }, t('question ticked'))}
              />
              <label for={id}>
                <span class="voice">{text(rec.body, 'words')}</span> <span class="soft small">{t('brought')}</span>
              </label>
            </li>
          );
        })}
      </ul>
      <p class="on-screen">
        <a href={href('journal', 'questions')}>{t('Write down what I heard')}</a> · <a href={href('journal', 'ask')}>{t('Add a question')}</a>
      </p>
    </Row>
  );
}
