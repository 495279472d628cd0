/** The agenda that is chosen, and what does not take place in it. */

import { halves, reckon, type Agenda, type Timing } from '../clock';
import { FIRST, isHalf, type Choice } from './choices';

/** Where a segment went: before or after the session, out, or into the other of two meetings. */
export type Gone = 'before' | 'after' | 'out' | 'elsewhere';

export function plan(pack: Timing, choice: Pick<Choice, 'people' | 'version' | 'minutes'>): Agenda {
  const { people, version, minutes } = choice;
  const both = isHalf(version) ? halves(pack, people) : null;
  if (both) return both[version === FIRST ? 0 : 1];
  return reckon(pack, people, isHalf(version) ? undefined : version, minutes);
}

/** The segments that do not take place, by their ids. */
export function gone(pack: Timing, agenda: Agenda): Record<string, Gone> {
  const here = new Set(agenda.laps.map((lap) => lap.id));
  const missing = pack.segments.filter((segment) => !here.has(segment.id));
  return Object.fromEntries(missing.map(({ id }) => [id, whither(agenda, id)]));
}

function whither(agenda: Agenda, id: string): Gone {
  const moved = agenda.moved.find((one) => one.whole && one.segment === id);
  if (moved) return moved.to === 'prepare' ? 'before' : 'after';
  return agenda.dropped.includes(id) ? 'out' : 'elsewhere';
}
