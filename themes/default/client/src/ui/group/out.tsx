/** The dates on their way out: a calendar file, paper for the wall, an invitation. */

import { sayDay, today } from '../../core/dates';
import { site } from '../../core/site';
import { t } from '../../core/words';
import { download } from '../../io/download';
import { fileName } from '../../io/file-name';
import { calendar } from '../../io/ics';
import { invitation } from '../../model/nudge';
import { takingPlace, type Meeting, type Schedule } from '../../model/schedule';
import { sending } from '../../model/sending';
import { printPage } from '../paper';
import { Button, Row } from '../parts';
import { zoneHere } from './planner';
import { Send } from './send';

export function Out({
  id,
  schedule,
  name,
  keep,
}: {
  readonly id: string;
  readonly schedule: Schedule;
  readonly name: (id: string) => string;
  readonly keep: (meetings: readonly Meeting[], words: string) => void;
}) {
  const title = schedule.title || t('Peer group');
  const save = (): void => {
    const text = (one: Meeting): string => [one.lead && t('{name} leads', { name: name(one.lead) }), one.note].filter(Boolean).join('\n');
    const { events, meetings } = sending(schedule, { id, title, text });
    keep(meetings, t('calendar file made'));
    download(fileName('dates', today(), 'ics'), calendar(events, { site: site.id, title, now: new Date() }), 'text/calendar');
  };
  const words = invitation(
    title,
    schedule.place,
    schedule.zone === zoneHere() ? '' : schedule.zone,
    takingPlace(schedule)
      .filter(({ date }) => date >= today())
      .map((one) => ({ when: whenOf(one, schedule), lead: name(one.lead), place: one.place, note: one.note })),
  );
  return (
    <div class="on-screen">
      <Row note={t('to take along')}>
        <div class="buttons">
          <Button onClick={save}>{t('Calendar file')}</Button>
          <Button onClick={() => printPage()}>{t('Print for the wall')}</Button>
        </div>
        <p class="measure soft">
          {t('Not every calendar keeps the reminders: print the dates too. After a change, make the file anew and open it again.')}
        </p>
      </Row>
      <Row note={t('to send')}>
        <h2 class="label">{t('Invitation')}</h2>
        <p class="voice said invitation">{words}</p>
        <Send text={words} subject={title} label={t('the invitation')} />
      </Row>
    </div>
  );
}

/** `Thursday 5 November 2026, 15:45` */
export const whenOf = (one: Meeting, schedule: Schedule): string =>
  [sayDay(one.date), one.time || schedule.time].filter(Boolean).join(', ');
