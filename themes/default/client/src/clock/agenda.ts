/** What reckoning gives: laps with their times, what was left out, and why every change. */

import type { Outside } from './timing';
import { key, type Key, type NoteKind } from './words';

/** One segment as it will run. */
export interface Lap {
  /** The id of its segment; `split.close` and `split.re-entry` are no segments. */
  readonly id: string;
  readonly title: string;
  /** When it begins and ends, in minutes after the start of the session. */
  readonly start: number;
  readonly end: number;
  readonly minutes: number;
  /** How many turns are taken one after another; 0 without turns. */
  readonly turns: number;
  /** The length of one turn in seconds; 0 without turns. */
  readonly each: number;
}

/** What a version puts before or after the session: a segment, or the rest of one. */
export interface Moved {
  readonly segment: string;
  readonly title: string;
  readonly to: Outside;
  /** The minutes it no longer takes in the session. */
  readonly minutes: number;
  /** Whether all of the segment goes there; otherwise only the rest of it. */
  readonly whole: boolean;
}

/** Why a segment takes another time: one step of the reckoning. */
export interface Note {
  readonly kind: NoteKind;
  /** The id of the segment; empty where it is about the session as a whole. */
  readonly segment: string;
  /** Minutes before and after this step. */
  readonly before: number;
  readonly after: number;
  /** Which of MESSAGES says it, and what its placeholders stand for. */
  readonly key: Key;
  readonly values: Readonly<Record<string, string | number>>;
}

/** A session with its times, for a number of people, a version and the minutes there are. */
export interface Agenda extends Reckoned {
  /** How long the session takes. */
  readonly minutes: number;
  /** Whether it is over in the minutes wanted. */
  readonly fits: boolean;
  /** How many minutes are left at the end; 0 when it ends on time or does not fit. */
  readonly endsEarly: number;
  /** How many minutes too long it is even at its shortest; 0 when it fits. */
  readonly over: number;
  /** What to say when it ends early or does not fit; null when it ends on time. */
  readonly ending: Note | null;
}

interface Reckoned {
  readonly people: number;
  /** `full`, or the name of a version. */
  readonly version: string;
  /** The minutes it was fitted to. */
  readonly wanted: number;
  readonly laps: readonly Lap[];
  /** What goes before or after the session, in the order of the agenda. */
  readonly moved: readonly Moved[];
  /** Ids of segments left out altogether: by the version, then to fit; each in agenda order. */
  readonly dropped: readonly string[];
  /** What the version does, then what the people change, then what fitting did, in its order. */
  readonly notes: readonly Note[];
}

export function agenda(reckoned: Reckoned): Agenda {
  const { laps, people, wanted } = reckoned;
  const minutes = laps.reduce((sum, lap) => sum + lap.minutes, 0);
  const fits = minutes <= wanted;
  const kind = fits ? 'early' : 'over';
  return {
    ...reckoned,
    minutes,
    fits,
    endsEarly: Math.max(0, wanted - minutes),
    over: Math.max(0, minutes - wanted),
    ending: minutes === wanted ? null : note(kind, '', '', wanted, minutes, people),
  };
}

export function note(
  kind: NoteKind,
  segment: string,
  title: string,
  before: number,
  after: number,
  people = 0,
): Note {
  const values = { title, before, after, difference: Math.abs(after - before), people };
  return { kind, segment, before, after, key: key(kind, before, after), values };
}
