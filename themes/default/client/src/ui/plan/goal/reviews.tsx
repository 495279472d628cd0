/** Days on which to look at the goal again, and what was found on them. */

import { useState } from 'preact/hooks';
import { type Day, isDay, sayDay, today } from '../../../core/dates';
import { t } from '../../../core/words';
import { fieldOf, REVIEW } from '../../../model/forms';
import { day } from '../../../model/make';
import { byDate, dueReviews, hasEnded, reviewDays, reviewsOf } from '../../../model/plan';
import { type Body, type Rec, says, text } from '../../../model/record';
import { theBook } from '../../book';
import { Control } from '../../field';
import { Button, Notice } from '../../parts';
import { Growing } from '../list';
import { Bound, type Slot } from '../slot';
import { Thing } from '../thing';
import { Dates } from './dates';
import { Part } from './part';

export function Reviews({ goal, now }: { readonly goal: Rec; readonly now: Day }) {
  const reviews = byDate(theBook().of('review', 'goal', goal.id));
  const due = dueReviews(goal.body, reviews.map(({ body }) => body), now);
  const set = reviewsOf(goal.body).length > 0;
  const name = `reviews-${goal.id}`;
  return (
    <Part note={t('reviews')} label={t('Days to look at it again')} filled={set || reviews.length > 0}>
      {set ? <Dates goal={goal} /> : <Start goal={goal} />}
      {due.slice(-1).map((one) => (
        <Notice key={one}>
          <p>{t('{day}: time to look back.', { day: sayDay(one) })}</p>
        </Notice>
      ))}
      <Growing
        name={name}
        recs={reviews}
        first="different"
        waits={due.length > 0}
        button={t('Look back')}
        add={(patch: Body) => theBook().add('review', { goal: goal.id, date: today(), ...patch }, {}, t('review added'))}
        draw={(slot) => <Review slot={slot} goal={goal} then={`${name}-add`} />}
      />
    </Part>
  );
}

const FROM = day('from', t('From'), 'private');

/** One button sets the four days; each can be changed. */
function Start({ goal }: { readonly goal: Rec }) {
  const [from, setFrom] = useState(today());
  const id = `${goal.id}-from`;
  const set = (): void => theBook().edit(goal.id, { reviews: reviewDays(from) }, t('review dates set'));
  return (
    <div class="on-screen">
      <p>
        <label for={id}>{FROM.label}</label>
      </p>
      <Control field={FROM} id={id} value={from} onValue={(value) => setFrom(String(value))} />
      <p class="buttons">
        <Button small onClick={set} disabled={!isDay(from)}>
          {t('Set dates after 1, 3, 6 and 12 months')}
        </Button>
      </p>
    </div>
  );
}

/** Three questions, and what the steps have to say to them. */
function Review({ slot, goal, then }: { readonly slot: Slot; readonly goal: Rec; readonly then: string }) {
  const { rec } = slot;
  const name = rec ? sayDay(text(rec.body, 'date')) || t('Review') : t('Look back today');
  const hoped = text(goal.body, 'students').trim();
  const helped = theBook()
    .of('step', 'goal', goal.id)
    .filter(({ body }) => hasEnded(body) && says(body['note']));
  return (
    <Thing slot={slot} form={REVIEW} name={name} words={t('review deleted')} then={then}>
      {hoped === '' ? null : (
        <p class="soft">{t('What you hoped your students would gain: {words}', { words: hoped })}</p>
      )}
      <Bound slot={slot} field={fieldOf(REVIEW, 'different')} />
      {helped.length > 0 ? (
        <ul class="soft" aria-label={t('From the steps')}>
          {helped.map(({ id, body }) => (
            <li key={id}>
              {text(body, 'words')}: {text(body, 'note')}
            </li>
          ))}
        </ul>
      ) : null}
      <Bound slot={slot} field={fieldOf(REVIEW, 'helped')} />
      <Bound slot={slot} field={fieldOf(REVIEW, 'now')} />
      <Bound slot={slot} field={fieldOf(REVIEW, 'date')} start={today()} />
    </Thing>
  );
}
