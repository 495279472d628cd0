/**
 * The dates of a group. Planning says which days; each meeting then can be moved, cancelled or noted,
 * and keeps its name for good, so that a calendar which has it learns of the change.
 */

import { plusDays, type Day } from '../core/dates';
import { inOrder, type Meeting, type Schedule } from './meetings';
import type { Body } from './record';
import { rota, type Person, type Rota } from './rota';

export { inOrder, type Meeting, type Schedule, scheduleOf, type Span } from './meetings';

/**
 * Meetings as they are kept. Those that are planned no more stand apart, and `who` says in words who
 * leads: a copy for somebody else says no ids.
 */
export function kept(meetings: readonly Meeting[], who: (meeting: Meeting) => string): Body {
  return {
    meetings: meetings.filter((one) => !one.gone).map((one) => ({ ...one, who: who(one) })),
    gone: meetings.filter((one) => one.gone),
  };
}

/** The first days from some day on: every so many weeks, those in holidays left out. */
export function daysOf(schedule: Schedule, from: Day, count: number): readonly Day[] {
  const { start, weeks, holidays } = schedule;
  const days: Day[] = [];
  if (start === '') return days;
  const off = (day: Day): boolean =>
    holidays.some(({ from: first, to }) => first !== '' && first <= day && day <= (to || first));
  // holidays without an end would go on for ever
  for (let n = 0; days.length < count && n < 1000; n += 1) {
    const day = plusDays(start, n * weeks * 7);
    if (day >= from && !off(day)) days.push(day);
  }
  return days;
}

export interface Planned {
  readonly meetings: readonly Meeting[];
  /** How many meetings stay, move to another day, are new, and go. */
  readonly stay: number;
  readonly move: number;
  readonly come: number;
  readonly go: number;
}

/**
 * Plan the days anew. What has been held stays as it is. A meeting planned for a day that is still one
 * stays, moved by hand or not; the others take up the days that are free, in their order.
 */
export function planned(schedule: Schedule, today: Day, newId: () => string): Planned {
  const { meetings } = schedule;
  const held = meetings.filter((one) => !one.gone && (one.date < today || one.planned < today));
  const from = meetings.length > 0 ? today : schedule.start;
  const days = daysOf(schedule, from, Math.max(0, schedule.count - held.length));
  const open = meetings.filter((one) => !held.includes(one));
  const stays = days.map((day) => open.find((one) => one.planned === day));
  const spare = open.filter((one) => !stays.includes(one));
  spare.sort((a, b) => Number(a.gone) - Number(b.gone));
  const placed = days.map((day, i): Meeting => {
    const there = stays[i];
    if (there) return { ...there, gone: false };
    const other = spare.shift();
    const free = { planned: day, date: day, time: '', cancelled: false, gone: false };
    return other ? { ...other, ...free } : { ...NEW, ...free, id: newId() };
  });
  const known = new Map(meetings.map((one) => [one.id, one]));
  const alive = placed.filter((one) => known.get(one.id)?.gone === false);
  const moved = alive.filter((one) => known.get(one.id)?.planned !== one.planned);
  return {
    meetings: inOrder([...held, ...placed, ...spare.map((one) => ({ ...one, gone: true }))]),
    stay: alive.length - moved.length,
    move: moved.length,
    come: placed.length - alive.length,
    go: spare.filter((one) => !one.gone).length,
  };
}

const NEW: Meeting = {
  id: '',
  planned: '',
  date: '',
  time: '',
  place: '',
  lead: '',
  fixed: false,
  note: '',
  cancelled: false,
  gone: false,
  sequence: 0,
  sent: '',
};

/** Those that are on the list, taking place or cancelled. */
export const listed = (schedule: Schedule): readonly Meeting[] =>
  schedule.meetings.filter((one) => !one.gone);

/** Those that take place. */
export const takingPlace = (schedule: Schedule): readonly Meeting[] =>
  listed(schedule).filter((one) => !one.cancelled);

/** Change one meeting. */
export function changed(schedule: Schedule, id: string, patch: Partial<Meeting>): readonly Meeting[] {
  return inOrder(schedule.meetings.map((one) => (one.id === id ? { ...one, ...patch } : one)));
}

/** Two meetings change leads, and the rota leaves both as they are from then on. */
export function swapped(schedule: Schedule, a: string, b: string): readonly Meeting[] {
  const leadOf = (id: string): string => schedule.meetings.find((one) => one.id === id)?.lead ?? '';
  return schedule.meetings.map((one) => {
    if (one.id !== a && one.id !== b) return one;
    return { ...one, lead: leadOf(one.id === a ? b : a), fixed: true };
  });
}

/** The rota from today on: what was held is history. */
export function rotaOf(schedule: Schedule, people: readonly Person[], today: Day): Rota {
  const turns = takingPlace(schedule).map((one) => ({
    id: one.id,
    day: one.date,
    lead: one.lead,
    fixed: one.fixed || one.date < today,
  }));
  const leading = people.filter((one) => !schedule.resting.includes(one.id));
  return rota(leading, turns, schedule.absences);
}

/** The meetings with the leads of a rota. */
export function led(schedule: Schedule, found: Rota): readonly Meeting[] {
  const leads = new Map(takingPlace(schedule).map((one, i) => [one.id, found.leads[i] ?? '']));
  return schedule.meetings.map((one) => ({ ...one, lead: leads.get(one.id) ?? one.lead }));
}
