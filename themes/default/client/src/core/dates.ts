/** Days as people write them: `YYYY-MM-DD`, of the calendar on the wall, with no time and no zone. */

import { dayInWords } from './day-words';
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
  return said(new Date(`${day}T00:00:00Z`), how === 'long' ? LONG : SHORT);
}

/** The weekday of a day, such as `Tuesday`. */
export function sayWeekday(day: Day): string {
  return isDay(day) ? said(new Date(`${day}T00:00:00Z`), WEEKDAY) : day;
}

/** The month of a day or of `2026-11`, such as `November 2026`. */
export function sayMonth(month: string): string {
  const day = `${month.slice(0, 7)}-01`;
  return isDay(day) ? said(new Date(`${day}T00:00:00Z`), MONTH) : month;
}

/** A clock time here, such as `15:52`. */
export function sayTime(moment: Date): string {
  return said(moment, TIME);
}

type Options = Intl.DateTimeFormatOptions;

const LONG: Options = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' };
const SHORT: Options = { day: 'numeric', month: 'short', timeZone: 'UTC' };
const WEEKDAY: Options = { weekday: 'long', timeZone: 'UTC' };
const MONTH: Options = { month: 'long', year: 'numeric', timeZone: 'UTC' };
const TIME: Options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };

/** A format takes longer to make than to use, and a page may say hundreds of days. */
const formats = new Map<Options, (moment: Date) => string>();

function said(moment: Date, options: Options): string {
  const format = formats.get(options) ?? formatOf(options);
  formats.set(options, format);
  return format(moment);
}

/**
 * The browser's way of saying it in the page's language. A language that it does not know would be said
 * in that of the device: there days take the page's own words, and times are plain.
 */
function formatOf(options: Options): (moment: Date) => string {
  const known = isKnown();
  if (!known && options !== TIME) return (moment) => dayInWords(moment, options);
  return new Intl.DateTimeFormat(known ? tag() : 'en-GB', options).format;
}

/** Browsers have reported languages that are none, and refuse them. */
function isKnown(): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag()).length > 0;
  } catch {
    return false;
  }
}

const tag = (): string => (site.language === 'en' ? 'en-GB' : site.language);
