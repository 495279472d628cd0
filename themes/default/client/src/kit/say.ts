/** The kit's sentences. The page has them in its own language; here they are filled in. */

import { clockTime, minutesSeconds, type Agenda, type Key, type Lap, type Note } from '../clock';
import { fill } from '../page/words';
import { FIRST, isHalf, type Choice } from './choices';
import type { Gone } from './plan';

/** As `builder/site/print_kit.py` writes them. */
export interface Words {
  readonly messages: Readonly<Record<Key, string>>;
  /** What laps are called that are no segments, by their ids. */
  readonly titles: Readonly<Record<string, string>>;
  readonly gone: Readonly<Record<Exclude<Gone, 'elsewhere'>, string>>;
  readonly say: Readonly<Record<Sentence, string>>;
}

type Sentence =
  | 'min'
  | Counted
  | `${Counted}-one`
  | 'session'
  | 'timed'
  | 'misfit'
  | 'first'
  | 'second'
  | 'for'
  | 'for-at'
  | 'bring'
  | 'bring-written'
  | 'times';
type Counted = 'people' | 'turns' | 'sheets' | 'copies';

/** What there is to say of an agenda. */
export interface Said {
  /** For how many, how long, and from when to when. */
  readonly head: string;
  /** That it does not fit, plainly; empty where it does. */
  readonly misfit: string;
  /** Why it is as it is: one sentence for each change. */
  readonly reasons: readonly string[];
}

export function said(words: Words, agenda: Agenda, choice: Choice): Said {
  const { minutes, wanted, fits } = agenda;
  const { start, version } = choice;
  const values = { people: people(words, agenda.people), minutes, start, end: end(agenda, choice) };
  const head = [fill(words.say[start ? 'timed' : 'session'], values)];
  if (isHalf(version)) head.push(words.say[version === FIRST ? 'first' : 'second']);
  const notes = [...agenda.notes, ...(agenda.ending ? [agenda.ending] : [])];
  return {
    head: head.join(' '),
    misfit: fits ? '' : fill(words.say.misfit, { n: wanted }),
    reasons: notes.map((note) => sentence(words, note)),
  };
}

/** Why a segment takes another time than its author gave it. */
export function why(words: Words, agenda: Agenda, id: string): string {
  const notes = agenda.notes.filter((note) => note.segment === id);
  return notes.map((note) => sentence(words, note)).join(' ');
}

export function minutes(words: Words, n: number): string {
  return fill(words.say.min, { n });
}

export function people(words: Words, n: number): string {
  return counted(words, 'people', n);
}

/** “8 turns of 1:00”; empty without turns. */
export function turns(words: Words, lap: Lap): string {
  return lap.turns ? counted(words, 'turns', lap.turns, minutesSeconds(lap.each)) : '';
}

/** For whom and when, for the foot of each printed page. */
export function whom(words: Words, choice: Choice): string {
  const { start } = choice;
  const values = { people: people(words, choice.people), start };
  return fill(words.say[start ? 'for-at' : 'for'], values);
}

/** “5 × 2 sheets”; where nobody knows how many sheets it has, “5 copies”. */
export function copied(words: Words, n: number, sheets: number): string {
  if (!sheets) return counted(words, 'copies', n);
  return fill(words.say.times, { n, sheets: counted(words, 'sheets', sheets) });
}

export function total(words: Words, sheets: number): string {
  return counted(words, 'sheets', sheets);
}

/** When it ends, as HH:MM; empty where nobody has said when it begins. */
export function end(agenda: Agenda, choice: Choice): string {
  return choice.start && clockTime(choice.start, agenda.minutes);
}

function sentence(words: Words, note: Note): string {
  return fill(words.messages[note.key], note.values);
}

function counted(words: Words, what: Counted, n: number, each = ''): string {
  return fill(words.say[n === 1 ? (`${what}-one` as const) : what], { n, each });
}
