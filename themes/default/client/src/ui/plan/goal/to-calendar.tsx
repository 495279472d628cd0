/** The review days of a goal as a file for a calendar. */

import { site } from '../../../core/site';
import { t } from '../../../core/words';
import { download } from '../../../io/download';
import { calendar } from '../../../io/ics';
import { reviewsOf } from '../../../model/plan';
import { type Rec, says, text } from '../../../model/record';
import { Button } from '../../parts';
import { nameOf } from '../names';

/** Reminders a week before, and the day before at nine: the day begins at midnight. */
const ALARMS = [7 * 24 * 60, 15 * 60];

export function ToCalendar({ goal }: { readonly goal: Rec }) {
  return (
    <>
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
