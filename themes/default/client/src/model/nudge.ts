/** Short messages, ready to send: to a peer partner between sessions, and to the group with its dates. */

import type { Nudge } from '../core/site';
import { t } from '../core/words';

/** So long is one text message. */
export const MESSAGE = 160;

export interface Ready {
  /** Days after a session, or before the next. */
  readonly day: number | null;
  readonly before_next: number | null;
  readonly text: string;
}

/** What the next meeting is called in a message: its day and time, and where. */
export interface Next {
  readonly when: string;
  readonly place: string;
}

/** The messages of a pack, or our own where it has none; with the partner's first name if it was typed. */
export function nudges(of: readonly Nudge[], partner: string, next: Next | null): readonly Ready[] {
  const found: readonly Nudge[] = of.length > 0 ? of : ours(next);
  return found.map((one) => ({ ...one, text: named(one.text, firstName(partner)) }));
}

/** The first name alone. */
export const firstName = (partner: string): string => partner.trim().split(/\s+/)[0] ?? '';

function ours(next: Next | null): Nudge[] {
  return [
    {
      day: 3,
      before_next: null,
      text: t('Hello. How is your one thing going? No need to be finished. Anything I can ask you about?'),
    },
    {
      day: 10,
      before_next: null,
      text: t('Is the small version of your try-out still possible this week? Tell me one thing you notice.'),
    },
    { day: null, before_next: 2, text: meeting(next) },
  ];
}

function meeting(next: Next | null): string {
  const without = t('We meet in two days. Bring your plan and one question.');
  if (!next) return without;
  const { when, place } = next;
  const made =
    place === ''
      ? t('We meet {when}. Bring your plan and one question.', { when })
      : t('We meet {when}, {place}. Bring your plan and one question.', { when, place });
  return made.length <= MESSAGE ? made : without;
}

/** The text to somebody by name, as long as that is still one message. */
function named(text: string, name: string): string {
  if (name === '') return text;
  const hello = t('Hello.');
  const after = text.startsWith(hello) ? text.slice(hello.length).trim() : text;
  const made = t('Hello {name}. {text}', { name, text: after });
  return made.length <= MESSAGE ? made : text;
}

export interface Dated {
  readonly when: string;
  /** Who leads; empty where nobody is named. */
  readonly lead: string;
  /** Where it is at another place than usual. */
  readonly place: string;
  readonly note: string;
}

/** An invitation with every date: what a calendar would hold, for those without one. */
export function invitation(title: string, place: string, zone: string, dates: readonly Dated[]): string {
  const lines = dates.map((one) =>
    [one.when, one.lead && t('{name} leads', { name: one.lead }), one.place, one.note]
      .filter((part) => part !== '')
      .join(' · '),
  );
  const about = [title, place, zone && t('Times are those of {zone}.', { zone })];
  return [
    ...about.filter((line) => line !== ''),
    '',
    ...lines,
    '',
    t('Coming is voluntary. Anyone may stop coming, and need not say why.'),
  ].join('\n');
}
