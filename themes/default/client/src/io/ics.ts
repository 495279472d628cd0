/**
 * Calendar files, as RFC 5545 asks. One entry for each meeting, since each has its own lead: so no
 * rules of repetition, and, with all times in UTC, no description of time zones either.
 */

import { isZone, momentOf } from '../model/zones';

export interface CalendarEvent {
  /** Names the meeting for good, such as `<schedule id>-<meeting id>`; the site's name is added to it. */
  readonly uid: string;
  /** One more each time that the meeting changes, so that a calendar which has it takes the change. */
  readonly sequence: number;
  readonly title: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** `HH:MM`; null lasts the whole day. */
  readonly time: string | null;
  /** IANA name; where the browser knows no such zone, the time is that of whoever reads it. */
  readonly zone: string;
  readonly minutes: number;
  readonly place: string;
  readonly text: string;
  /** Reminders, in minutes before it begins. */
  readonly alarms: readonly number[];
  /** It does not take place: calendars that have it strike it out. */
  readonly cancelled?: boolean;
}

/** What the whole file is about. */
export interface About {
  /** The id of the site. */
  readonly site: string;
  readonly title: string;
  readonly now: Date;
}

/** A calendar file of these events. */
export function calendar(events: readonly CalendarEvent[], about: About): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//peerpress//workbook//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(about.title)}`,
    ...events.flatMap((event) => entry(event, about)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function entry(event: CalendarEvent, { site, now }: About): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(`${event.uid}@${site}.peerpress`)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${utc(now)}`,
    ...span(event),
    `SUMMARY:${escaped(event.title)}`,
    ...(event.place ? [`LOCATION:${escaped(event.place)}`] : []),
    ...(event.text ? [`DESCRIPTION:${escaped(event.text)}`] : []),
    ...(event.cancelled ? ['STATUS:CANCELLED'] : event.alarms.flatMap((n) => alarm(n, event.title))),
    'END:VEVENT',
  ];
}

/** Alarms stand last in their event: some calendars read nothing after them. */
function alarm(minutes: number, title: string): string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    `TRIGGER:-PT${minutes}M`,
    'END:VALARM',
  ];
}

/** When it begins and ends. */
function span({ day, time, zone, minutes }: CalendarEvent): string[] {
  if (time === null) {
    const begins = new Date(`${day}T00:00:00Z`);
    const next = new Date(begins.getTime() + 86_400_000);
    return [
      `DTSTART;VALUE=DATE:${utc(begins).slice(0, 8)}`,
      `DTEND;VALUE=DATE:${utc(next).slice(0, 8)}`,
    ];
  }
  const known = isZone(zone);
  const begins = momentOf(day, time, known ? zone : 'UTC');
  const ends = new Date(begins.getTime() + minutes * 60_000);
  const said = (moment: Date): string => (known ? utc(moment) : utc(moment).slice(0, -1));
  return [`DTSTART:${said(begins)}`, `DTEND:${said(ends)}`];
}

/** `20261105T024500Z` */
const utc = (moment: Date): string => `${moment.toISOString().replace(/[-:]|\..*/g, '')}Z`;

function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\0-\x09\x0b-\x1f\x7f]/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n');
}

/** Lines of 75 octets at most, broken between characters and never inside one. */
function folded(line: string): string {
  let made = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character);
    if (octets + size > 75) {
      made += '\r\n ';
      octets = 1;
    }
    made += character;
    octets += size;
  }
  return made;
}

/** How many octets a character takes in UTF-8. */
function octetsOf(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x10000 ? 3 : 4;
}
