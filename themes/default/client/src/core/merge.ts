/** What a file would bring: reckoned first and shown, so that nothing is taken up unseen. */

import type { Rec } from '../model/record';
import { canonical } from './ids';
import { asCopy } from './revisions';

/** How one revision of a record stands to another. */
export type Standing = 'same' | 'newer' | 'older' | 'apart';

/** How theirs stands to mine. */
export function standing(mine: Rec, theirs: Rec): Standing {
  // a file that somebody wrote in by hand has another text under the same name
  if (theirs.rev === mine.rev) return sameWords(mine, theirs) ? 'same' : 'apart';
  if (theirs.ancestors.includes(mine.rev)) return 'newer';
  return mine.ancestors.includes(theirs.rev) ? 'older' : 'apart';
}

export const sameWords = (a: Rec, b: Rec): boolean =>
  a.deleted === b.deleted && canonical(a.body) === canonical(b.body);

export interface Plan {
  /** Records that are not here yet. */
  readonly add: readonly Rec[];
  /** Records that went on from what is here; one that is `deleted` was put away there. */
  readonly replace: readonly Rec[];
  /** Nothing to do: it is here as it is there. */
  readonly same: readonly Rec[];
  /** Nothing to do: what is here went on from it, or was changed since it was put away there. */
  readonly older: readonly Rec[];
  /** Changed in both places: theirs, under a name of their own and marked `copy_of`. */
  readonly both: readonly Rec[];
  /** Put away here since the file was made. They come back only when that is asked for. */
  readonly back: readonly Rec[];
}

/** What would become of each record of a file, beside what is here. */
export function mergePlan(mine: readonly Rec[], theirs: readonly Rec[]): Plan {
  const plan = { add: [], replace: [], same: [], older: [], both: [], back: [] } satisfies Plan;
  const lists: Record<keyof Plan, Rec[]> = plan;
  const here = new Map(mine.map((rec) => [rec.id, rec]));
  for (const rec of theirs) {
    const list = listOf(here.get(rec.id), rec);
    const found = list === 'both' ? asCopy(rec) : rec;
    // the same copy may have come before, and may have been written in since
    const isHere = list === 'both' && here.has(found.id);
    lists[isHere ? 'same' : list].push(found);
    // and a file may hold the same record twice
    if (!isHere && TAKEN.includes(list)) here.set(found.id, found);
  }
  return plan;
}

const TAKEN: readonly (keyof Plan)[] = ['add', 'replace', 'both'];

function listOf(mine: Rec | undefined, theirs: Rec): keyof Plan {
  if (!mine) return theirs.deleted ? 'same' : 'add';
  const stands = standing(mine, theirs);
  if (stands === 'same') return 'same';
  if (stands === 'newer') return 'replace';
  if (stands === 'older') return mine.deleted && !theirs.deleted ? 'back' : 'older';
  // a change outlives a putting away, whichever side it is on
  if (theirs.deleted) return 'older';
  return mine.deleted ? 'replace' : 'both';
}

/** The records to take up; those put away here since then only with `back`. */
export function recordsToTake(plan: Plan, { back = false } = {}): readonly Rec[] {
  return [...plan.add, ...plan.replace, ...plan.both, ...(back ? plan.back : [])];
}
