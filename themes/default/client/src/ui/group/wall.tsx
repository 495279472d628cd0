/** Every date on one sheet of paper, for the wall. */

import { sayDay, sayWeekday, today } from '../../core/dates';
import { t } from '../../core/words';
import { listed, takingPlace, type Schedule } from '../../model/schedule';

/** The more there are, the closer they are set: one sheet holds them all. */
const setting = (n: number): string => (n > 20 ? 'wall most' : n > 12 ? 'wall many' : 'wall');

export function Wall({ schedule, name }: { readonly schedule: Schedule; readonly name: (id: string) => string }) {
  const meetings = listed(schedule).filter(({ date }) => date >= today());
  return (
    <div class="on-paper">
      <table class={setting(meetings.length)}>
        <tbody>
          {meetings.map((one) => (
            <tr key={one.id}>
              <th scope="row">{sayDay(one.date, 'short')}</th>
              <td>{[sayWeekday(one.date), one.time || schedule.time].join(' ')}</td>
              <td>{one.cancelled ? t('does not take place') : <b>{name(one.lead)}</b>}</td>
              <td>{[one.place, one.note].filter(Boolean).join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What holds for all of them: from when to when, how long, where. */
export function Common({ schedule }: { readonly schedule: Schedule }) {
  const { minutes, place, zone } = schedule;
  const [first, last] = [takingPlace(schedule)[0], takingPlace(schedule).at(-1)];
  if (!first || !last) return null;
  const days = t('{first} to {last}', { first: sayDay(first.date), last: sayDay(last.date) });
  return (
    <p class="on-paper">{[days, t('{n} minutes', { n: minutes }), place, zone].filter(Boolean).join(' · ')}</p>
  );
}
