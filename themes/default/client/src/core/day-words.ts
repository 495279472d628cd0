/** Days in the words of the page, for a language that the browser itself cannot say a date in. */

import { t } from './words';

/** A day of the calendar, as midnight in UTC, with what `Intl.DateTimeFormat` would be asked to show. */
export function dayInWords(moment: Date, { weekday, day, year }: Intl.DateTimeFormatOptions): string {
  const month = MONTHS()[moment.getUTCMonth()] ?? '';
  const found = { day: moment.getUTCDate(), month, year: moment.getUTCFullYear() };
  const said = weekday ? [WEEKDAYS()[moment.getUTCDay()]] : [];
  if (day) said.push(year ? t('{day} {month} {year}', found) : t('{day} {month}', found));
  else if (year) said.push(`${month} ${found.year}`);
  return said.join(' ');
}

const MONTHS = (): readonly string[] => [
  t('January'),
  t('February'),
  t('March'),
  t('April'),
  t('May'),
  t('June'),
  t('July'),
  t('August'),
  t('September'),
  t('October'),
  t('November'),
  t('December'),
];

/** From Sunday, as `Date` counts them. */
const WEEKDAYS = (): readonly string[] => [
  t('Sunday'),
  t('Monday'),
  t('Tuesday'),
  t('Wednesday'),
  t('Thursday'),
  t('Friday'),
  t('Saturday'),
];
