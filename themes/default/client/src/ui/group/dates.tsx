/** The dates of the group and who leads each: planned, changed, shared out, printed, sent. */

import { useMemo } from 'preact/hooks';
import { sayDay, today } from '../../core/dates';
import { site } from '../../core/site';
import { plural, t } from '../../core/words';
import { text } from '../../model/record';
import {
  changed,
  kept,
  led,
  listed,
  rotaOf,
  scheduleOf,
  swapped,
  takingPlace,
  type Meeting,
  type Schedule,
} from '../../model/schedule';
import type { Rota, RotaNote } from '../../model/rota';
import { theBook } from '../book';
import { Button, Heading, Notice, Row } from '../parts';
import { slotOf, useSlot, type Slot } from '../plan/slot';
import { href } from '../route';
import { Ticks, turned } from './bits';
import { MeetingRow, type Doing } from './meeting';
import { hasDates, Planner, USUAL } from './planner';
import { Out } from './out';
import { Common, Wall } from './wall';
import { naming, people, toHeading, type Someone } from './who';

/** The record of the address; else the last that was made. */
function useDates(id: string): Slot {
  const fresh = useSlot('schedule', (patch) => theBook().add('schedule', { ...USUAL, ...patch }, {}, t('dates begun')));
  const there = id === 'new' ? undefined : (theBook().get(id) ?? theBook().all('schedule').at(-1));
  return there?.type === 'schedule' ? slotOf(there, 'schedule') : fresh;
}

export function Dates({ id }: { readonly id: string }) {
  const slot = useDates(id);
  const schedule = scheduleOf(slot.rec?.body ?? {}, site.timezone);
  const all = people();
  const name = naming(all);
  const put = (meetings: readonly Meeting[], words: string, more = {}): void =>
    slot.put({ ...kept(meetings, (one) => (one.cancelled ? t('does not take place') : name(one.lead))), ...more }, words);
  const planner = <Planner slot={slot} schedule={schedule} keep={put} />;
  return (
    <div>
      <Row>
        <Heading>{schedule.title || t('Dates and who leads')}</Heading>
        <Common schedule={schedule} />
        {all.length === 0 ? (
          <p>
            <a href={href('group', 'members')}>{t('Add members')}</a> {t('and the leading goes round.')}
          </p>
        ) : null}
      </Row>
      {hasDates(schedule) ? (
        <>
          <div class="on-screen">
            <List slot={slot} schedule={schedule} all={all} put={put} />
            <Row note={t('the plan')}>
              <details>
                <summary>{t('Change the plan')}</summary>
                {planner}
              </details>
            </Row>
          </div>
          <Wall schedule={schedule} name={name} />
          {slot.rec ? <Out id={slot.rec.id} schedule={schedule} name={name} keep={put} /> : null}
          <Others slot={slot} />
        </>
      ) : (
        <Row note={t('the plan')}>{planner}</Row>
      )}
    </div>
  );
}

interface Props {
  readonly slot: Slot;
  readonly schedule: Schedule;
  readonly all: readonly Someone[];
  readonly put: (meetings: readonly Meeting[], words: string) => void;
}

function List(props: Props) {
  const { slot, schedule, all, put } = props;
  const name = naming(all);
  const [{ notes }, found] = useRotas(schedule, all);
  const moves = takingPlace(schedule).filter((one, i) => found.leads[i] !== one.lead);
  const share = (): void => {
    put(led(schedule, found), t('leading shared out'));
    toHeading();
  };
  const better = moves.length > 0 ? share : null;
  const doing = ({ id }: Meeting): Doing => ({
    change: (patch, words) => put(changed(schedule, id, patch), words),
    swap: (other) => put(swapped(schedule, id, other), t('leads swapped')),
    away: (member, is) => {
      const others = schedule.absences.filter((one) => one.member !== member || one.meeting !== id);
      const absences = is ? [...others, { member, meeting: id }] : others;
      slot.put({ absences: absences.map((one) => ({ ...one })) }, t('absence changed'));
    },
  });
  return (
    <>
      {listed(schedule).map((meeting) => (
        <MeetingRow
          key={meeting.id}
          meeting={meeting}
          schedule={schedule}
          people={all}
          name={name}
          notes={meeting.date < today() ? [] : said(notes, meeting, name)}
          better={moves.includes(meeting) ? better : null}
          doing={doing(meeting)}
        />
      ))}
      <Shares {...props} notes={notes} moves={moves} better={better} />
    </>
  );
}

/** What is to be said of the leads as they are, and the fairest there could be: found anew only if something changed. */
function useRotas(schedule: Schedule, all: readonly Someone[]): readonly [Rota, Rota] {
  const asked = schedule.meetings.map(({ id, date, lead, fixed, cancelled, gone }) => [id, date, lead, fixed, cancelled, gone]);
  return useMemo(() => {
    const settled = schedule.meetings.map((one) => ({ ...one, fixed: true }));
    return [rotaOf({ ...schedule, meetings: settled }, all, today()), rotaOf(schedule, all, today())];
  }, [JSON.stringify([asked, schedule.absences, schedule.resting, all])]);
}

/** What a meeting asks to be looked at, in words. */
function said(notes: readonly RotaNote[], { id }: Meeting, name: (id: string) => string): readonly string[] {
  return notes.flatMap((note) => {
    if (note.kind === 'never' || note.meeting !== id) return [];
    if (note.kind === 'nobody') return [t('Nobody leads yet.')];
    const values = { name: name(note.member) };
    return [note.kind === 'away' ? t('{name} is away or not in the group that day.', values) : t('{name} leads twice in a row.', values)];
  });
}

/** How often each leads, and a fairer way where there is one. */
function Shares({
  slot,
  schedule,
  all,
  notes,
  moves,
  better,
}: Props & {
  readonly notes: readonly RotaNote[];
  readonly moves: readonly Meeting[];
  readonly better: (() => void) | null;
}) {
  if (all.length === 0) return null;
  const turns = takingPlace(schedule);
  const leads = all.map(({ id, name }) => `${name} ${turns.filter(({ lead }) => lead === id).length}`);
  const without = all.filter(({ id }) => notes.some((note) => note.kind === 'never' && note.member === id));
  const noted = moves.some(({ id }) => notes.some((note) => note.kind !== 'never' && note.meeting === id));
  const days = moves.map(({ date }) => sayDay(date, 'short')).join(', ');
  return (
    <Row note={t('leading')}>
      <p>{leads.join(' · ')}</p>
      {without.length > 0 ? (
        <p>{t('Without a turn in these dates: {names}.', { names: without.map(({ name }) => name).join(', ') })}</p>
      ) : null}
      {better && !noted ? (
        <Notice>
          <p>
            {plural(
              'It can be shared out better. One meeting would change hands: {days}.',
              'It can be shared out better. {n} meetings would change hands: {days}.',
              moves.length,
              { days },
            )}
          </p>
          <Button small onClick={better}>
            {t('Share out the leading')}
          </Button>
        </Notice>
      ) : null}
      <details>
        <summary>{t('Who takes turns?')}</summary>
        <Ticks
          legend={t('They take turns at leading')}
          people={all}
          ticked={all.map(({ id }) => id).filter((id) => !schedule.resting.includes(id))}
          onTick={(id, on) => slot.put({ resting: turned(schedule.resting, id, !on) }, t('who takes turns changed'))}
        />
      </details>
    </Row>
  );
}

/** Other series of dates, and a new one. */
function Others({ slot }: { readonly slot: Slot }) {
  const others = theBook().all('schedule').filter(({ id }) => id !== slot.rec?.id);
  return (
    <Row>
      <ul class="list on-screen">
        {others.map(({ id, body }) => (
          <li key={id}>
            <a href={href('group', 'schedule', id)}>
              {text(body, 'title') || t('Dates from {day}', { day: sayDay(text(body, 'start')) })}
            </a>
          </li>
        ))}
        <li>
          <a href={href('group', 'schedule', 'new')}>{t('Plan another series of dates')}</a>
        </li>
      </ul>
    </Row>
  );
}
