/** Days as people write them: `YYYY-MM-DD`, of the calendar on the wall, with no time and no zone. */

import { site } from './site';

export type Day = string;

const FORM = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether a text is a day that exists. */
export function isDay(value: string): boolean {
  const found = FORM.exec(value);
  if (!found) return false;
  const date = new Date(Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])));
  return date.toISOString().slice(0, 10) === value;
}

/** The day it is here, where the person is. */
export function today(now: Date = new Date()): Day {
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(now.getFullYear()).padStart(4, '0')}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** So many days later. */
export function plusDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The same day so many months later; the last of the month where there is none. */
export function plusMonths(day: Day, months: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  const wanted = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() + months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(wanted, last));
  return date.toISOString().slice(0, 10);
}

/** A day in words, such as `Thursday 5 November 2026`; a text that is no day stays as it is. */
export function sayDay(day: Day, how: 'long' | 'short' = 'long'): string {
  if (!isDay(day)) return day;
  const options: Intl.DateTimeFormatOptions =
    how === 'long'
      ? { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }
      : { day: 'numeric', month: 'short', timeZone: 'UTC' };
  return said(new Date(`${day}T00:00:00Z`), options);
}

/** The weekday of a day, such as `Tuesday`. */
export function sayWeekday(day: Day): string {
  return isDay(day) ? said(new Date(`${day}T00:00:00Z`), { weekday: 'long', timeZone: 'UTC' }) : day;
}

/** The month of a day or of `2026-11`, such as `November 2026`. */
export function sayMonth(month: string): string {
  const day = `${month.slice(0, 7)}-01`;
  return isDay(day) ? said(new Date(`${day}T00:00:00Z`), { month: 'long', year: 'numeric', timeZone: 'UTC' }) : month;
}

/** A clock time here, such as `15:52`. */
export function sayTime(moment: Date): string {
  return said(moment, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** Browsers have reported languages that are none: the page's own, else plain English. */
function said(moment: Date, options: Intl.DateTimeFormatOptions): string {
  try {
    return new Intl.DateTimeFormat(tag(), options).format(moment);
  } catch {
    return new Intl.DateTimeFormat('en-GB', options).format(moment);
  }
}

const tag = (): string => (site.language === 'en' ? 'en-GB' : site.language);
