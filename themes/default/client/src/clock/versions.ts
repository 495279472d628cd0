/**
 * What a version makes of the agenda, before anyone counts people or fits anything to a time.
 *
 * With `minutes` alone, turns keep their share of the segment. With `each` or `turns`, these are
 * taken as written: with `minutes` beside them, the part around the turns is what is left; without,
 * that part stays as it was and the minutes follow. `rest` says where the part left out goes.
 */

import { note, type Moved, type Note } from './agenda';
import { minutesSeconds } from './times';
import type { Change, Segment, Timing, Version } from './timing';
import { around, resized, turning, turnSeconds } from './turns';
import type { NoteKind } from './words';

/** The name of the version that the pack itself is. */
export const FULL = 'full';
/** Kinds of segment that no session goes without. */
const ALWAYS: readonly string[] = ['check-in', 'commitment', 'closing'];

/** The agenda of one version, its minutes still those for the best number of people. */
export interface Edition {
  readonly name: string;
  /** The total the author states for it. */
  readonly minutes: number;
  readonly segments: readonly Segment[];
  readonly moved: readonly Moved[];
  readonly dropped: readonly string[];
  readonly notes: readonly Note[];
}

/** Whether a segment is never dropped or moved: a must, a check-in, commitment or closing. */
export function isProtected(segment: Segment): boolean {
  return segment.priority === 'must' || segment.kind.some((kind) => ALWAYS.includes(kind));
}

/** The agenda of the version of that name; a RangeError where there is none. */
export function edition(pack: Timing, name: string = FULL): Edition {
  if (name === FULL) return full(pack.minutes, pack.segments);
  const version = pack.versions?.find((one) => one.name === name);
  if (!version) throw new RangeError(`the pack has no version '${name}'`);
  return edited(pack, version);
}

/** Segments as they are. */
export function full(minutes: number, segments: readonly Segment[]): Edition {
  return { name: FULL, minutes, segments, moved: [], dropped: [], notes: [] };
}

/** Apply a version's changes; one that names no segment does nothing. */
function edited(pack: Timing, version: Version): Edition {
  const changes = new Map(version.changes?.map((change) => [change.segment, change]));
  const segments: Segment[] = [];
  const moved: Moved[] = [];
  const dropped: string[] = [];
  const notes: Note[] = [];
  for (const segment of pack.segments) {
    const change = changes.get(segment.id);
    const now = change ? changed(segment, change, pack.group.best) : segment;
    if (now) segments.push(now);
    if (!change) continue;
    const after = now?.minutes ?? 0;
    if (change.act === 'drop') dropped.push(segment.id);
    moved.push(...movedBy(segment, change, after));
    notes.push(...notesOn(segment, change, after));
  }
  return { name: version.name, minutes: version.minutes, segments, moved, dropped, notes };
}

/** A segment as a version has it; null where it is dropped or moved as a whole. */
function changed(segment: Segment, change: Change, best: number): Segment | null {
  if (act(change) !== 'change') return null;
  const minutes = change.minutes ?? segment.minutes;
  if (turnSeconds(segment) === 0) return { ...segment, minutes };
  if (change.each === undefined && change.turns === undefined) {
    const each = resized(turnSeconds(segment), segment.minutes, minutes);
    return { ...segment, minutes, each: minutesSeconds(each) };
  }
  const made = {
    ...segment,
    minutes,
    each: change.each || segment.each,
    turns: change.turns || segment.turns,
  };
  if (change.minutes !== undefined) return made;
  return { ...made, minutes: around(segment, best) + turning(made, best) };
}

function movedBy(segment: Segment, change: Change, after: number): Moved[] {
  const { id, title } = segment;
  const minutes = segment.minutes - after;
  if (change.act === 'prepare' || change.act === 'follow-up') {
    return [{ segment: id, title, to: change.act, minutes, whole: true }];
  }
  if (act(change) === 'change' && change.rest !== undefined && minutes > 0) {
    return [{ segment: id, title, to: change.rest, minutes, whole: false }];
  }
  return [];
}

function notesOn(segment: Segment, change: Change, after: number): Note[] {
  const { id, title, minutes } = segment;
  if (after === minutes && act(change) === 'change') return [];
  return [note(kind(segment, change, after), id, title, minutes, after)];
}

function kind(segment: Segment, change: Change, after: number): NoteKind {
  const done = act(change);
  if (done === 'drop') return 'leave-out';
  if (done !== 'change') return done;
  if (change.rest === undefined || after > segment.minutes) return 'change';
  return change.rest === 'prepare' ? 'change-prepare' : 'change-follow-up';
}

function act(change: Change): NonNullable<Change['act']> {
  return change.act ?? 'change';
}
