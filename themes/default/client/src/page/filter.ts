/** Which packs fit a group, which come close, and why not quite. Nothing here knows of the page. */

export interface Pack {
  least: number;
  most: number;
  minutes: number;
  /** Its other lengths. */
  others: number[];
  modes: string[];
  needs: string[];
}

/** What a group says of itself; null or empty where it has not said. */
export interface Wish {
  people: number | null;
  time: number | null;
  mode: string;
  need: string;
}

/** A sentence to say, by its name on the page, with what stands in its places. */
export interface Reason {
  sentence: string;
  values: Record<string, string | number>;
}

export interface Verdict {
  /** Why it does not fit; none where it does. */
  misses: Reason[];
  /** What to say of one that fits. */
  why: Reason | null;
}

export type Place = 'fits' | 'close' | 'away';

/** Whether anything was chosen at all. */
export function isOpen(wish: Wish): boolean {
  return wish.people === null && wish.time === null && wish.mode === '' && wish.need === '';
}

/** Say of one pack why it fits, or why not. */
export function judge(pack: Pack, wish: Wish): Verdict {
  const misses: Reason[] = [];
  const { people, time } = wish;
  if (people !== null && (people < pack.least || people > pack.most)) {
    const range = pack.least === pack.most ? `${pack.least}` : `${pack.least}–${pack.most}`;
    misses.push({ sentence: 'fewer', values: { people: range } });
  }
  const long = time === null ? null : tooLong(pack, time);
  if (long) misses.push(long);
  if (wish.mode !== '' && !pack.modes.includes(wish.mode)) {
    misses.push({ sentence: 'otherMode', values: {} });
  }
  if (wish.need !== '' && !pack.needs.includes(wish.need)) {
    misses.push({ sentence: 'otherNeed', values: {} });
  }
  return { misses, why: time === null || misses.length > 0 ? null : left(pack, time) };
}

/** A pack fits a time if it is no longer, or has a version of just that length. */
function tooLong(pack: Pack, time: number): Reason | null {
  if (pack.minutes <= time || pack.others.includes(time)) return null;
  const shorter = pack.others.filter((minutes) => minutes < pack.minutes).sort((a, b) => b - a);
  const best = shorter.find((minutes) => minutes <= time) ?? shorter[shorter.length - 1];
  if (best === undefined) return { sentence: 'needsMinutes', values: { minutes: pack.minutes } };
  return { sentence: 'shorter', values: { minutes: pack.minutes, shorter: best } };
}

function left(pack: Pack, time: number): Reason | null {
  if (pack.minutes > time) return { sentence: 'takesShorter', values: { shorter: time } };
  const spare = time - pack.minutes;
  return spare > 0 ? { sentence: 'spare', values: { minutes: spare } } : null;
}

/**
 * Where each pack is shown. Close is what misses one thing; where that leaves nothing at all, what
 * misses the fewest, so that there is always something to see.
 */
export function places(verdicts: Verdict[]): Place[] {
  const counts = verdicts.map((verdict) => verdict.misses.length);
  const fewest = Math.min(...counts);
  const near = Math.max(1, fewest);
  return counts.map((count) => (count === 0 ? 'fits' : count <= near ? 'close' : 'away'));
}
