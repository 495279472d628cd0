/**
 * A meeting as it runs. Nothing here counts: every time is the difference of two moments, so that it is
 * true after a sleep of the machine or an hour in the background. Moments and lengths of what ran are in
 * milliseconds, lengths of the plan in minutes. Each function returns a new meeting.
 */

import { clockTime } from '../clock';
import { RE_ENTRY, type Part, type Plan } from './plan';

export const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** So far from the time they said, people are trying it out: the clocks run as if it were that time. */
const NEAR = 45 * MINUTE;

export interface Run {
  readonly format: 1;
  readonly plan: Plan;
  /** The time on the wall when it was to begin, as HH:MM, and the moment when that was. */
  readonly start: string;
  readonly origin: number;
  /** When it is agreed to end, in minutes after `origin`. */
  readonly end: number;
  readonly parts: readonly Part[];
  /** The part that runs now; the number of parts when all is over. */
  readonly at: number;
  /** When each part was begun; 0 for those to come. */
  readonly begun: readonly number[];
  /** How long each part ran before the present run of it. */
  readonly spent: readonly number[];
  /** How long the meeting ran before `since`, pauses left out; `since` is null in a pause. */
  readonly ran: number;
  readonly since: number | null;
  /** How long the meeting had run when the present part was begun, and its present turn. */
  readonly entered: number;
  readonly turned: number;
  /** The turn that runs, counted from 1; 0 before the first, one more than there are after the last. */
  readonly turn: number;
  /** The plan before it was last changed to end on time; left out where it was not. */
  readonly before?: Before;
}

/** What was agreed before. */
export interface Before {
  /** The parts that were changed, as they were. */
  readonly parts: readonly Part[];
  readonly end: number;
  /** The part that ran when it was changed. */
  readonly at: number;
}

/** Begin. `wall` is what the clock on the wall says now, in milliseconds since midnight. */
export function begin(
  plan: Plan,
  parts: readonly Part[],
  start: string,
  now: number,
  wall: number,
): Run {
  const early = lateness(start, wall);
  return {
    format: 1,
    plan,
    start,
    origin: Math.abs(early) <= NEAR ? now - early : now,
    end: sum(parts),
    parts,
    at: 0,
    begun: parts.map((_, index) => (index === 0 ? now : 0)),
    spent: parts.map(() => 0),
    ran: 0,
    since: now,
    entered: 0,
    turned: 0,
    turn: 0,
  };
}

/** How late it is for a start at that time; below zero when it is early. */
export function lateness(start: string, wall: number): number {
  const [hours = 0, minutes = 0] = start.split(':').map(Number);
  const late = wall - (hours * 60 + minutes) * MINUTE;
  return ((((late + DAY / 2) % DAY) + DAY) % DAY) - DAY / 2;
}

/** Whether a start at that time is near enough to be meant. */
export function isNear(start: string, wall: number): boolean {
  return Math.abs(lateness(start, wall)) <= NEAR;
}

/** How long the meeting has run, pauses left out. */
export function running(run: Run, now: number): number {
  return run.ran + (run.since === null ? 0 : now - run.since);
}

/** How long the present part has run. */
export function elapsed(run: Run, now: number): number {
  return (run.spent[run.at] ?? 0) + running(run, now) - run.entered;
}

/** How much of the present part is left; below zero when it is over. */
export function left(run: Run, now: number): number {
  return (run.parts[run.at]?.minutes ?? 0) * MINUTE - elapsed(run, now);
}

/** The parts still to come. */
export function rest(run: Run): Part[] {
  return run.parts.slice(run.at + 1).filter((part) => !part.out);
}

/** The moment when it will be over, if all goes on as planned from here. */
export function ending(run: Run, now: number): number {
  return now + Math.max(0, left(run, now)) + sum(rest(run)) * MINUTE;
}

/** By how many minutes it will end after the time agreed; below zero when before. */
export function over(run: Run, now: number): number {
  return Math.round((ending(run, now) - run.origin) / MINUTE) - run.end;
}

/** What the clock on the wall says at a moment, to the minute. */
export function wallTime(run: Run, moment: number): string {
  return clockTime(run.start, Math.round((moment - run.origin) / MINUTE));
}

/** What the clock on the wall says so many minutes after the time agreed for the start. */
export function agreedTime(run: Run, minutes: number): string {
  return clockTime(run.start, minutes);
}

/** Go on to the next part, or to the end. */
export function next(run: Run, now: number): Run {
  const at = run.parts.findIndex((part, index) => index > run.at && !part.out);
  return enter(run, at < 0 ? run.parts.length : at, now);
}

/** Go back to the part before, whose time goes on from where it was. */
export function back(run: Run, now: number): Run {
  for (let at = run.at - 1; at >= 0; at--) if (!run.parts[at]?.out) return enter(run, at, now);
  return run;
}

function enter(run: Run, at: number, now: number): Run {
  const so = running(run, now);
  return {
    ...run,
    at,
    spent: run.spent.map((ms, index) => (index === run.at ? ms + so - run.entered : ms)),
    begun: run.begun.map((ms, index) => (index > at ? 0 : index === at ? ms || now : ms)),
    entered: so,
    turned: so,
    turn: 0,
  };
}

export function isOver(run: Run): boolean {
  return run.at >= run.parts.length;
}

/** Pause, or go on after a pause. */
export function pause(run: Run, now: number): Run {
  if (run.since === null) return { ...run, since: now };
  return { ...run, ran: running(run, now), since: null };
}

/** Give the present part more minutes. */
export function extend(run: Run, minutes: number): Run {
  const more = (part: Part): Part => ({ ...part, minutes: part.minutes + minutes });
  return { ...run, parts: run.parts.map((part, at) => (at === run.at ? more(part) : part)) };
}

/** Agree on another plan for what is to come, and on an end, in minutes after the start. */
export function agree(run: Run, end: number, parts = run.parts): Run {
  const changed = run.parts.filter((part, at) => part !== parts[at]);
  return { ...run, end, parts, before: { parts: changed, end: run.end, at: run.at } };
}

/** Whether a plan was agreed in the part that still runs. */
export function isAgreed({ before, at }: Run): boolean {
  return before?.at === at;
}

/** Whether there is something to take back: a change of what is still to come, or the end alone. */
export function canUndo(run: Run): boolean {
  const { before, parts, at } = run;
  if (!before || at >= parts.length) return false;
  return isAgreed(run) || parts.slice(at + 1).some((part) => was(before, part) !== undefined);
}

/** Take back what was last agreed; what has begun since stays as it was. */
export function undo(run: Run): Run {
  const { before, ...now } = run;
  if (!before || !canUndo(run)) return run;
  const parts = run.parts.map((part, at) => (at > run.at ? (was(before, part) ?? part) : part));
  return { ...now, parts, end: before.end };
}

function was(before: Before, part: Part): Part | undefined {
  return before.parts.find((one) => one.id === part.id);
}

/** The next turn; the first of all begins the turns. */
export function turn(run: Run, now: number): Run {
  const count = run.parts[run.at]?.turns ?? 0;
  if (run.turn > count || count === 0) return run;
  return { ...run, turn: run.turn + 1, turned: running(run, now) };
}

/** How much of the present turn is left; below zero when it is over. */
export function turnLeft(run: Run, now: number): number {
  return (run.parts[run.at]?.each ?? 0) * 1000 - (running(run, now) - run.turned);
}

/** What each part was planned to take and took, in minutes; what never began took nothing. */
export function slip(run: Run, now: number): { part: Part; took: number | null }[] {
  return run.parts.map((part, index) => {
    if (part.out || !run.begun[index]) return { part, took: null };
    const ms = index === run.at ? elapsed(run, now) : (run.spent[index] ?? 0);
    return { part, took: Math.round(ms / MINUTE) };
  });
}

/** Where the next meeting goes on, and with how much of the part left; null when all was done. */
export function stopped(run: Run, now: number): { part: Part; left: number } | null {
  const part = run.parts[run.at];
  if (!part) return null;
  if (part.id !== RE_ENTRY) return { part, left: Math.max(0, Math.ceil(left(run, now) / MINUTE)) };
  const first = rest(run)[0];
  return first ? { part: first, left: first.minutes } : null;
}

export function sum(parts: readonly Part[]): number {
  return parts.reduce((total, part) => total + (part.out ? 0 : part.minutes), 0);
}
