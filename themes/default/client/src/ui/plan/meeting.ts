/** The next meeting of the group, if its dates are kept here. */

import { plusDays, sayDay, sayWeekday, today } from '../../core/dates';
import { site } from '../../core/site';
import { t } from '../../core/words';
import { type Meeting, scheduleOf } from '../../model/meetings';
import { theBook } from '../book';

export interface NextMeeting extends Pick<Meeting, 'date'> {
  readonly time: string;
  readonly place: string;
}

/** The first that is still to come; null where none is. */
export function nextMeeting(now = today()): NextMeeting | null {
  const schedules = theBook()
    .all('schedule')
    .map(({ body }) => scheduleOf(body, site.timezone));
  const coming = schedules.flatMap(({ meetings, time, place }) =>
    meetings
      .filter((one) => one.date >= now && !one.cancelled && !one.gone)
      .map((one) => ({ date: one.date, time: one.time || time, place: one.place || place })),
  );
  return coming.sort((a, b) => (a.date < b.date ? -1 : 1))[0] ?? null;
}

/** `For Thursday`, `For 12 Nov`, or for whenever it is. */
export function forMeeting(): string {
  const next = nextMeeting();
  if (!next) return t('For our next meeting');
  const near = next.date < plusDays(today(), 7);
  return t('For {day}', { day: near ? sayWeekday(next.date) : sayDay(next.date, 'short') });
}
