/** What the screen shows of a meeting at a moment, still without a screen. */

import { elapsed, ending, left, MINUTE, wallTime, type Run } from './model';

/** One part on the session line. */
export interface Bar {
  readonly id: string;
  readonly when: string;
  readonly state: 'past' | 'now' | 'rest';
  /** Its length on the line, in minutes. */
  readonly length: number;
}

/** The session line: what was as it was, what comes as it is planned. */
export function bars(run: Run, now: number): Bar[] {
  const here = run.begun[run.at] || now;
  const present = now + Math.max(0, left(run, now));
  let moment = present;
  const found: Bar[] = [];
  run.parts.forEach((part, at) => {
    const begun = run.begun[at] ?? 0;
    if (part.out || (at < run.at && !begun)) return;
    const state = at < run.at ? 'past' : at === run.at ? 'now' : 'rest';
    const from = state === 'rest' ? moment : begun;
    if (state === 'rest') moment += part.minutes * MINUTE;
    const until = state === 'past' ? later(run, at, now) : state === 'now' ? present : moment;
    const length = Math.max(0, until - from) / MINUTE;
    found.push({ id: part.id, when: wallTime(run, state === 'now' ? here : from), state, length });
  });
  return found;
}

/** When the part after this one was begun. */
function later(run: Run, at: number, now: number): number {
  return run.begun.slice(at + 1).find((moment) => moment > 0) ?? now;
}

/** How far through the present part the pointer stands, from 0 to 1. */
export function pointer(run: Run, now: number): number {
  const here = run.begun[run.at] || now;
  const length = now + Math.max(0, left(run, now)) - here;
  return length > 0 ? Math.min(1, (now - here) / length) : 1;
}

/** Time left as it is shown: whole minutes, seconds only in the last one, minutes over after it. */
export function figure(ms: number): { n: number; unit: 'min' | 's'; over: boolean } {
  if (ms < 0) return { n: Math.floor(-ms / MINUTE), unit: 'min', over: true };
  if (ms < MINUTE) return { n: Math.ceil(ms / 1000), unit: 's', over: false };
  return { n: Math.ceil(ms / MINUTE), unit: 'min', over: false };
}

/** A length as M:SS, for turns. */
export function minutesSeconds(ms: number): string {
  const seconds = Math.ceil(Math.abs(ms) / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Which of so many steps of equal length runs now, and when the next one comes; null in the last. */
export function step(run: Run, count: number, now: number): { at: number; next: string | null } {
  const length = ((run.parts[run.at]?.minutes ?? 0) * MINUTE) / Math.max(1, count);
  const so = elapsed(run, now);
  const at = Math.max(0, Math.min(count - 1, Math.floor(so / Math.max(1, length))));
  const next = at < count - 1 ? wallTime(run, now + (at + 1) * length - so) : null;
  return { at, next };
}

/** Minutes left of the whole meeting. */
export function sessionLeft(run: Run, now: number): number {
  return Math.ceil(Math.max(0, ending(run, now) - now) / MINUTE);
}
