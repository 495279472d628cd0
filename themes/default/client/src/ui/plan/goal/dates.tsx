/** The review days of a goal, each with its field, and a file for the calendar. */

import { site } from '../../../core/site';
import { t } from '../../../core/words';
import { calendar } from '../../../io/ics';
import { download } from '../../../io/download';
import { day } from '../../../model/make';
import { reviewsOf } from '../../../model/plan';
import { type Rec, says, text } from '../../../model/record';
import { theBook } from '../../book';
import { Button } from '../../parts';
import { nameOf } from '../names';
import { Bound, type Slot } from '../slot';

/** Reminders a week before, and the day before at nine: the day begins at midnight. */
const ALARMS = [7 * 24 * 60, 15 * 60];

export function Dates({ goal }: { readonly goal: Rec }) {
  const kept = goal.body['reviews'];
  const days = Array.isArray(kept) ? kept : [];
  return (
    <>
      <div class="thing-facts">
        {days.map((_, at) => (
          <Bound key={at} slot={dayOf(goal, at)} field={day('day', t('Review {n}', { n: at + 1 }), 'partner')} />
        ))}
      </div>
      <p class="buttons">
        <Button small onClick={() => take(goal)}>
          {t('Take these dates to my calendar')}
        </Button>
      </p>
      <p class="soft small on-screen">
        {t('The file holds reminders. Some calendars leave reminders out, so look whether yours has them.')}
      </p>
    </>
  );
}

function dayOf(goal: Rec, at: number): Slot {
  const kept = goal.body['reviews'];
  const days = Array.isArray(kept) ? kept : [];
  return {
    rec: { ...goal, body: { day: days[at] ?? '' } },
    key: `${goal.id}-review-${at}`,
    put: (patch) => {
      const reviews = days.map((one, index) => (index === at ? (patch['day'] ?? '') : one));
      theBook().edit(goal.id, { reviews }, t('review date changed'));
    },
  };
}

function take(goal: Rec): void {
  const who = text(goal.body, 'who').trim();
  const events = reviewsOf(goal.body).map((one, at) => ({
    uid: `${goal.id}-review-${at}`,
    sequence: Math.floor(Date.now() / 1000),
    title: t('Look at my goal: {goal}', { goal: nameOf(goal, 60) }),
    day: one,
    time: null,
    zone: site.timezone,
    minutes: 0,
    place: '',
    text: says(who) ? t('What is different now? {who}', { who }) : t('What is different now, and who noticed?'),
    alarms: ALARMS,
  }));
  download('reviews.ics', calendar(events, { site: site.id, title: t('My reviews'), now: new Date() }), 'text/calendar');
}
