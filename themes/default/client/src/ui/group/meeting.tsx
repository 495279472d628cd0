/** One meeting of the list: who leads, and whatever is otherwise than planned. */

import { useState } from 'preact/hooks';
import { isDay, sayDay, sayWeekday, today } from '../../core/dates';
import { t } from '../../core/words';
import { takingPlace, type Meeting, type Schedule } from '../../model/schedule';
import { wallOf, isZone, momentOf } from '../../model/zones';
import type { Json } from '../../model/record';
import { Button, Notice, Row } from '../parts';
import { DayField, Writing } from '../fields/writing';
import { zoneHere } from './planner';
import { Labelled, type Offer, offers, Pick, Ticks, TimeField } from './bits';
import { belongs, type Someone } from './who';

export interface Doing {
  readonly change: (patch: Partial<Meeting>, words: string) => void;
  readonly swap: (other: string) => void;
  readonly away: (member: string, away: boolean) => void;
}

interface Props {
  readonly meeting: Meeting;
  readonly schedule: Schedule;
  readonly people: readonly Someone[];
  readonly name: (id: string) => string;
  /** What should be looked at. */
  readonly notes: readonly string[];
  /** Share the leading out better, where that is to be had. */
  readonly better: (() => void) | null;
  readonly doing: Doing;
}

export function MeetingRow(props: Props) {
  const { meeting, schedule, name, notes, better, doing } = props;
  const { date, cancelled, place, note, id } = meeting;
  const away = schedule.absences.filter((one) => one.meeting === id).map(({ member }) => name(member));
  return (
    <Row at={sayDay(date, 'short')} note={[sayWeekday(date), meeting.time || schedule.time].join(' ')}>
      <div class="aside-change">
        {cancelled ? <p>{t('does not take place')}</p> : <Lead {...props} />}
        {place ? <p class="voice">{place}</p> : null}
        {note ? <p class="voice">{note}</p> : null}
        <Elsewhere meeting={meeting} schedule={schedule} />
        {away.length > 0 ? <p class="soft small">{t('Away: {names}', { names: away.join(', ') })}</p> : null}
        {notes.map((words) => (
          <Notice key={words}>
            <p>{words}</p>
            {better ? (
              <Button small onClick={better}>
                {t('Share out the leading')}
              </Button>
            ) : null}
          </Notice>
        ))}
        <details>
          <summary>
            {t('Change')}
            <span class="hush">{` ${sayDay(date)}`}</span>
          </summary>
          <Change {...props} />
          <p class="buttons">
            <Button
              small
              onClick={() => doing.change({ cancelled: !cancelled }, cancelled ? t('meeting takes place') : t('meeting cancelled'))}
            >
              {cancelled ? t('It takes place') : t('It does not take place')}
            </Button>
          </p>
        </details>
      </div>
    </Row>
  );
}

/** Who leads. To choose somebody by hand is to settle it; “in turn” gives it back to the rota. */
function Lead({ meeting, people, name, doing, schedule }: Props) {
  const { lead, date, fixed } = meeting;
  const offered = people.filter((one) => belongs(one, date) || one.id === lead);
  const strange: readonly Offer[] = lead === '' || offered.some(({ id }) => id === lead) ? [] : [[lead, name(lead)]];
  const from = [['', t('in turn')] as const, ...strange, ...offers(offered)];
  const choose = (id: string): void => doing.change({ lead: id, fixed: id !== '' }, t('lead chosen'));
  return (
    <p class="leads">
      <Pick label={t('Who leads on {day}', { day: sayDay(date) })} value={lead} from={from} onPick={choose} />{' '}
      {t('leads')}
      {fixed && date >= today() && schedule.meetings.length > 1 ? <span class="soft small"> · {t('settled by hand')}</span> : null}
    </p>
  );
}

/** The time on this device's own clock, where that is another. */
function Elsewhere({ meeting, schedule }: { readonly meeting: Meeting; readonly schedule: Schedule }) {
  const time = meeting.time || schedule.time;
  const here = zoneHere();
  if (time === '' || !isZone(schedule.zone) || !isZone(here)) return null;
  const [day = '', clock = ''] = wallOf(momentOf(meeting.date, time, schedule.zone), here).split(' ');
  if (day === meeting.date && clock === time) return null;
  return <p class="soft small">{t('On this device’s clock: {day}, {time}', { day: sayDay(day, 'short'), time: clock })}</p>;
}

function Change({ meeting, schedule, people, doing, name }: Props) {
  const { id, date } = meeting;
  const put = (patch: Partial<Meeting>): void => doing.change(patch, t('meeting changed'));
  const day = (value: Json): void => {
    if (typeof value === 'string' && isDay(value) && value > '1000') put({ date: value });
  };
  const away = schedule.absences.filter((one) => one.meeting === id).map(({ member }) => member);
  return (
    <>
      <div class="side-by-side">
        <Labelled id={`${id}-date`} label={t('Date')}>
          <DayField id={`${id}-date`} value={date} onValue={day} />
        </Labelled>
        <Labelled id={`${id}-time`} label={t('Time')}>
          <TimeField id={`${id}-time`} value={meeting.time || schedule.time} onTime={(time) => put({ time })} />
        </Labelled>
        <Labelled id={`${id}-place`} label={t('Another place or link')}>
          <Writing id={`${id}-place`} value={meeting.place} lines={1} oneLine onText={(place) => put({ place })} />
        </Labelled>
        <Labelled id={`${id}-note`} label={t('Note')}>
          <Writing id={`${id}-note`} value={meeting.note} lines={1} oneLine onText={(note) => put({ note })} />
        </Labelled>
      </div>
      <Ticks
        legend={t('Who is away?')}
        people={people.filter((one) => belongs(one, date))}
        ticked={away}
        onTick={doing.away}
      />
      {meeting.cancelled || date < today() ? null : <Swap meeting={meeting} schedule={schedule} doing={doing} name={name} />}
    </>
  );
}

/** Two change leads. The list only names the other meeting; the button does it. */
function Swap({ meeting, schedule, doing, name }: Omit<Props, 'people' | 'notes' | 'better'>) {
  const [chosen, setChosen] = useState('');
  if (meeting.lead === '') return null;
  const others = takingPlace(schedule).filter(
    (one) => one.date >= today() && one.lead !== meeting.lead && one.lead !== '',
  );
  const other = others.find(({ id }) => id === chosen) ?? others[0];
  if (!other) return null;
  const id = `${meeting.id}-swap`;
  return (
    <p class="swap">
      <label for={id}>{t('Change leads with')}</label>
      <Pick
        id={id}
        value={other.id}
        from={others.map((one) => [one.id, `${sayDay(one.date, 'short')}, ${name(one.lead)}`])}
        onPick={setChosen}
      />
      <Button small onClick={() => doing.swap(other.id)}>
        {t('Swap')}
      </Button>
    </p>
  );
}
