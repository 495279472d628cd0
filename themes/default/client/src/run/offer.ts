/**
 * What to do to end on time: what is still to come is shortened to its `least` and could be dropped, by
 * the rules of the clock. Where that is not enough, what should take place may be dropped too: it is the
 * people in the room who say so. A must, a check-in, a commitment and a closing always stay.
 */

import type { Timing } from '../clock';
import { fitted, fixed, slot, type Slot } from '../clock/fit';
import { edition, isProtected } from '../clock/versions';
import { agree, over, rest, sum, type Run } from './model';
import { known, type Part } from './plan';

export interface Change {
  readonly part: Part;
  /** Its new length in minutes; 0 to drop it. */
  readonly minutes: number;
}

export interface Offer {
  /** By how many minutes it would end after the time agreed. */
  readonly over: number;
  /** What to change; nothing where nothing can be. */
  readonly changes: readonly Change[];
  /** When it ends then, and when it ends with all kept: in minutes after the start. */
  readonly end: number;
  readonly kept: number;
}

/** What to offer now; null while all is on time. */
export function offer(pack: Timing, run: Run, now: number): Offer | null {
  const late = over(run, now);
  if (late < 1) return null;
  const coming = rest(run);
  const wanted = sum(coming) - late;
  let changes = fitting(pack, run, coming, wanted, false);
  if (saved(changes) < late) changes = fitting(pack, run, coming, wanted, true);
  const kept = run.end + late;
  return { over: late, changes, end: Math.max(run.end, kept - saved(changes)), kept };
}

/** Do what was offered. */
export function take(run: Run, { changes, end }: Offer): Run {
  const to = new Map(changes.map((change) => [change.part.id, change.minutes]));
  const parts = run.parts.map((part, at) => {
    const minutes = at > run.at ? to.get(part.id) : undefined;
    if (minutes === undefined) return part;
    if (minutes === 0) return { ...part, out: true };
    const each = Math.floor((part.each * minutes) / part.minutes / 5) * 5;
    return { ...part, minutes, each: part.turns ? Math.max(each, 5) : 0 };
  });
  return agree(run, end, parts);
}

export function saved(changes: readonly Change[]): number {
  return changes.reduce((total, { part, minutes }) => total + part.minutes - minutes, 0);
}

function fitting(
  pack: Timing,
  run: Run,
  coming: readonly Part[],
  wanted: number,
  drastic: boolean,
): Change[] {
  const slots = coming.map((part) => slotOf(pack, run, part, drastic));
  const lengths = fitted(slots, wanted);
  return coming.flatMap((part, index) => {
    const one = slots[index];
    const minutes = (one && lengths.get(one)) ?? 0;
    return minutes === part.minutes ? [] : [{ part, minutes }];
  });
}

/** A part as the clock's own fitting takes it: it may get shorter, and never longer. */
function slotOf(pack: Timing, run: Run, part: Part, drastic: boolean): Slot {
  const { segments } = edition(pack, known(pack, run.plan.version));
  const segment = segments.find((one) => one.id === part.id);
  const { minutes } = part;
  if (!segment) return fixed(part.id, part.title, minutes);
  const made = slot(segment, run.plan.people, pack.group.best);
  const droppable = made.droppable || (drastic && !isProtected(segment));
  return { ...made, minutes, ceiling: minutes, floor: Math.min(minutes, made.floor), droppable };
}
