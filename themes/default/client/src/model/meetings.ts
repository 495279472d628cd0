/** The meetings of a group, as a record has them: the plan asks for the next one, and Group for all. */

import { isDay, type Day } from '../core/dates';
import { figure, rows, text, texts, yes, type Body } from './record';
import type { Absence } from './rota';

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

export const inOrder = (meetings: readonly Meeting[]): readonly Meeting[] =>
  [...meetings].sort((a, b) => (`${a.date} ${a.time}` < `${b.date} ${b.time}` ? -1 : 1));

const dayOf = (value: string): Day => (isDay(value) ? value : '');
const timeOf = (value: string): string => (/^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? value : '');
