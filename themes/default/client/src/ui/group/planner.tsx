/** How the dates are planned: from when, how often, where, and not in holidays. */

import { isDay, sayDay, today } from '../../core/dates';
import { newId } from '../../core/ids';
import { site } from '../../core/site';
import { plural, t } from '../../core/words';
import { fieldOf, SCHEDULE } from '../../model/forms';
import { text } from '../../model/record';
import { daysOf, led, listed, planned, rotaOf, scheduleOf, type Meeting, type Schedule } from '../../model/schedule';
import { Asked } from '../field';
import { Button, Notice } from '../parts';
import { Bound, type Slot } from '../plan/slot';
import { Pick, TimeField } from './bits';
import { people, toHeading } from './who';

/** What stands there before anything is chosen. */
export const USUAL = { minutes: 75, weeks: 2, count: 6, zone: site.timezone, alarms: ['1440'] };

const BESIDE = ['start', 'minutes', 'weeks', 'count'] as const;

export function Planner({
  slot,
  schedule,
  keep,
}: {
  readonly slot: Slot;
  readonly schedule: Schedule;
  readonly keep: (meetings: readonly Meeting[], words: string) => void;
}) {
  const field = (id: keyof typeof USUAL | string) => {
    const start = { ...USUAL }[id as keyof typeof USUAL];
    return <Bound key={id} slot={slot} field={fieldOf(SCHEDULE, id)} {...(start === undefined ? {} : { start })} />;
  };
  const plan = planned(schedule, today(), newId);
  const apply = (): void => {
    const made = { ...schedule, meetings: plan.meetings };
    keep(led(made, rotaOf(made, people(), today())), t('dates planned'));
    toHeading();
  };
  const fresh = schedule.meetings.length === 0;
  const same = plan.move + plan.come + plan.go === 0;
  return (
    <>
      {field('title')}
      <div class="side-by-side">
        {field('start')}
        <Time slot={slot} />
        {BESIDE.slice(1).map(field)}
        <Zone slot={slot} />
      </div>
      {field('place')}
      {field('holidays')}
      {field('alarms')}
      {isDay(schedule.start) ? (
        fresh || !same ? (
          <Notice>
            <p role="status">{fresh ? <Span schedule={schedule} /> : told(plan)}</p>
            <Button main onClick={apply}>
              {fresh ? t('Plan the dates') : t('Plan them anew')}
            </Button>
          </Notice>
        ) : null
      ) : (
        <p>{t('Choose the day of the first meeting.')}</p>
      )}
    </>
  );
}

/** What planning anew would do. */
function told({ stay, move, come, go }: ReturnType<typeof planned>): string {
  return t('Of the dates to come {stay} would stay, {move} move, {come} be new and {go} go.', {
    stay,
    move,
    come,
    go,
  });
}

/** From when to when. */
function Span({ schedule }: { readonly schedule: Schedule }) {
  const days = daysOf(schedule, schedule.start, schedule.count);
  const [first = '', last = ''] = [days[0], days.at(-1)];
  const values = { first: sayDay(first), last: sayDay(last) };
  return <>{plural('One meeting, on {first}.', '{n} meetings, from {first} to {last}.', days.length, values)}</>;
}

interface Own {
  readonly slot: Slot;
}

function Time({ slot }: Own) {
  const field = fieldOf(SCHEDULE, 'time');
  const id = `${slot.key}-time`;
  return (
    <div class="answer is-time">
      <Asked field={field} id={id} />
      <TimeField id={id} value={text(slot.rec?.body ?? {}, 'time')} onTime={(time) => slot.put({ time }, t('time changed'))} />
    </div>
  );
}

/** The time zone: this site’s, this device’s, or any other that the browser knows. */
function Zone({ slot }: Own) {
  const field = fieldOf(SCHEDULE, 'zone');
  const id = `${slot.key}-zone`;
  const { zone } = scheduleOf(slot.rec?.body ?? {}, site.timezone);
  const known = 'supportedValuesOf' in Intl ? Intl.supportedValuesOf('timeZone') : [];
  const offered = [...new Set([zone, site.timezone, zoneHere(), ...known])];
  return (
    <div class="answer is-zone">
      <Asked field={field} id={id} />
      <Pick
        id={id}
        value={zone}
        from={offered.map((one) => [one, one])}
        onPick={(one) => slot.put({ zone: one }, t('time zone changed'))}
      />
    </div>
  );
}

export const zoneHere = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Whether there are dates to show. */
export const hasDates = (schedule: Schedule): boolean => listed(schedule).length > 0;
