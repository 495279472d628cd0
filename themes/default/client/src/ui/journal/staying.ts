/** Records that a page shows stay while it is open, even where an answer takes them off its list. */

import { useRef } from 'preact/hooks';
import type { Rec } from '../../model/record';

/** Those that pass, and those that did before the person answered. */
export function useStaying(recs: readonly Rec[], passes: (rec: Rec) => boolean): readonly Rec[] {
  const seen = useRef(new Set<string>());
  for (const rec of recs) if (passes(rec)) seen.current.add(rec.id);
  return recs.filter(({ id }) => seen.current.has(id));
}
