/**
 * The dates of a group. Planning says which days; each meeting then can be moved, cancelled or noted,
 * and keeps its name for good, so that a calendar which has it learns of the change.
 */

import { isDay, plusDays, type Day } from '../core/dates';
import { figure, rows, text, texts, yes, type Body } from './record';
import { rota, type Absence, type Person, type Rota } from './rota';

export type Span = { readonly from: Day; readonly to: Day };

/** A type, not an interface: it is kept as it is, and so must be plain data. */
export type Meeting = {
  readonly id: string;
  /** The day it was planned for; it may have been moved since. */
  readonly planned: Day;
  readonly date: Day;
  /** Where these differ from the schedule's own; else empty. */
  readonly time: string;
  readonly place: string;
  /** The id of the member who leads; empty is nobody yet. */
  readonly lead: string;
  /** Swapped or chosen by hand: the rota leaves it. */
  readonly fixed: boolean;
  readonly note: string;
  readonly cancelled: boolean;
  /** Planned no more; kept so that calendars learn of it. */
  readonly gone: boolean;
  /** How often it changed after a calendar file had it, and what that file said. */
  readonly sequence: number;
  readonly sent: string;
};

export interface Schedule {
  readonly title: string;
  readonly start: Day;
  readonly time: string;
  readonly minutes: number;
  readonly weeks: number;
  readonly count: number;
  readonly zone: string;
  readonly place: string;
  readonly holidays: readonly Span[];
  /** Minutes before a meeting. */
  readonly alarms: readonly number[];
  /** Members who take no turn at leading for now. */
  readonly resting: readonly string[];
  readonly meetings: readonly Meeting[];
  readonly absences: readonly Absence[];
}

/** Read a record; where it says nothing that can be, the usual is taken. */
export function scheduleOf(body: Body, zone: string): Schedule {
  const within = (field: string, low: number, high: number, usual: number): number =>
    Math.round(Math.min(high, Math.max(low, figure(body, field) ?? usual)));
  return {
    title: text(body, 'title'),
    start: dayOf(text(body, 'start')),
    time: timeOf(text(body, 'time')),
    minutes: within('minutes', 5, 600, 75),
    weeks: within('weeks', 1, 26, 2),
    count: within('count', 1, 60, 6),
    zone: text(body, 'zone') || zone,
    place: text(body, 'place'),
    holidays: rows(body, 'holidays').map((row) => ({ from: text(row, 'from'), to: text(row, 'to') })),
    alarms: texts(body, 'alarms').map(Number).filter((n) => n > 0),
    resting: texts(body, 'resting'),
    meetings: inOrder(
      [...rows(body, 'meetings'), ...rows(body, 'gone').map((row) => ({ ...row, gone: true }))]
        .map(meetingOf)
        .filter((one) => one.id !== '' && one.date !== ''),
    ),
    absences: rows(body, 'absences').map((row) => ({
      member: text(row, 'member'),
      meeting: text(row, 'meeting'),
    })),
  };
}

function meetingOf(row: Body): Meeting {
  const date = dayOf(text(row, 'date'));
  return {
    id: text(row, 'id'),
    planned: dayOf(text(row, 'planned')) || date,
    date,
    time: timeOf(text(row, 'time')),
    place: text(row, 'place'),
    lead: text(row, 'lead'),
    fixed: yes(row, 'fixed'),
    note: text(row, 'note'),
    cancelled: yes(row, 'cancelled'),
    gone: yes(row, 'gone'),
    sequence: figure(row, 'sequence') ?? 0,
    sent: text(row, 'sent'),
  };
}

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

const dayOf = (value: string): Day => (isDay(value) ? value : '');
const timeOf = (value: string): string => (/^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? value : '');

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

export const inOrder = (meetings: readonly Meeting[]): readonly Meeting[] =>
  [...meetings].sort((a, b) => (`${a.date} ${a.time}` < `${b.date} ${b.time}` ? -1 : 1));

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
