/** The dates of a group as a calendar has them: what changed since the last file counts on by one. */

import type { CalendarEvent } from '../io/ics';
import type { Meeting, Schedule } from './schedule';

export interface Sending {
  readonly events: readonly CalendarEvent[];
  /** The meetings, knowing what this file says of them. */
  readonly meetings: readonly Meeting[];
}

/** What goes into a calendar file; `text` says who leads, and the note. */
export function sending(
  schedule: Schedule,
  about: { readonly id: string; readonly title: string; readonly text: (meeting: Meeting) => string },
): Sending {
  const events: CalendarEvent[] = [];
  const meetings = schedule.meetings.map((meeting): Meeting => {
    const cancelled = meeting.cancelled || meeting.gone;
    // no calendar knows of it
    if (cancelled && meeting.sent === '') return meeting;
    const told = {
      title: about.title,
      day: meeting.date,
      time: meeting.time || schedule.time || null,
      zone: schedule.zone,
      minutes: schedule.minutes,
      place: meeting.place || schedule.place,
      text: about.text(meeting),
      cancelled,
    };
    const sent = JSON.stringify(Object.values(told));
    const sequence = meeting.sequence + (meeting.sent === '' || meeting.sent === sent ? 0 : 1);
    events.push({ ...told, uid: `${about.id}-${meeting.id}`, sequence, alarms: schedule.alarms });
    return { ...meeting, sent, sequence };
  });
  return { events, meetings };
}
