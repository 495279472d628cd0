/** Moments as people say them: at a time today, on a weekday of this week, else on a date. */

import { plusDays, sayDay, sayTime, sayWeekday, today } from './dates';
import { t } from './words';

/** `at 15:52`, `on Tuesday at 15:52`, `on 5 Nov at 15:52`. */
export function sayMoment(moment: Date, now: Date = new Date()): string {
  const time = sayTime(moment);
  const day = dayAs(moment, now);
  return day === '' ? t('at {time}', { time }) : t('on {day} at {time}', { day, time });
}

/** `today`, `on Tuesday`, `on 5 Nov`. */
export function sayWhichDay(moment: Date, now: Date = new Date()): string {
  const day = dayAs(moment, now);
  return day === '' ? t('today') : t('on {day}', { day });
}

/** Whole days between a moment and now, on the calendar. */
export function daysAgo(moment: Date, now: Date = new Date()): number {
  return Math.round((Date.parse(today(now)) - Date.parse(today(moment))) / 86_400_000);
}

function dayAs(moment: Date, now: Date): string {
  const day = today(moment);
  if (day === today(now)) return '';
  return day > plusDays(today(now), -7) && day < today(now) ? sayWeekday(day) : sayDay(day, 'short');
}
