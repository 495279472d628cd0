/** What a group means to do: the parts of its meeting, for its people, version and place to begin. */

import { FULL, halves, type Lap, type Timing } from '../clock';
import { isHalf } from '../kit/choices';
import { plan as agenda } from '../kit/plan';

/** The part that begins a meeting which goes on from an earlier one; no segment can have this id. */
export const RE_ENTRY = 'split.re-entry';
/** Minutes to come back in where the pack does not say. */
const COME_BACK = 2;

export interface Plan {
  readonly people: number;
  /** `full`, the name of a version, or one of the two meetings. */
  readonly version: string;
  /** The id of the segment to go on from; empty for all of it. */
  readonly from: string;
  /** The minutes there are for all of it; left out, those of the version. */
  readonly minutes?: number | null;
}

/** One part of the meeting. */
export interface Part {
  /** The id of its segment; `split.close` and `split.re-entry` are no segments. */
  readonly id: string;
  readonly title: string;
  /** What it was to take when the meeting began, in minutes, and what it is to take now. */
  readonly planned: number;
  readonly minutes: number;
  readonly turns: number;
  /** The length of one turn in seconds. */
  readonly each: number;
  /** Whether it was left out on the way. */
  readonly out: boolean;
}

/** The parts of a meeting, in order. What the pack does not have falls back to what it has. */
export function parts(pack: Timing, plan: Plan): Part[] {
  const laps = lapsOf(pack, plan);
  const at = laps.findIndex((lap) => lap.id === plan.from);
  if (at <= 0) return laps.map(part);
  const both = halves(pack, plan.people);
  const second = both?.[1].laps.filter((lap) => lap.id !== RE_ENTRY);
  // going on where the pack itself is cut: its own second meeting
  if (both && second?.[0]?.id === plan.from && plan.version === FULL && !plan.minutes) {
    return both[1].laps.map(part);
  }
  const minutes = pack.split?.re_entry || COME_BACK;
  const back = { id: RE_ENTRY, title: '', planned: minutes, minutes, turns: 0, each: 0, out: false };
  return [back, ...laps.slice(at).map(part)];
}

function lapsOf(pack: Timing, plan: Plan): readonly Lap[] {
  const { people, minutes = null } = plan;
  const version = isHalf(plan.version) ? plan.version : known(pack, plan.version);
  return agenda(pack, { people, version, minutes }).laps;
}

/** The version of that name, or the full one. */
export function known(pack: Timing, name: string): string {
  return pack.versions?.some((version) => version.name === name) ? name : FULL;
}

function part({ id, title, minutes, turns, each }: Lap): Part {
  return { id, title, planned: minutes, minutes, turns, each, out: false };
}
