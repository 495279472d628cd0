/** Which packs fit a group, which come close, and why or why not quite. Nothing here knows of the page. */

export interface Pack {
  id: string;
  least: number;
  most: number;
  minutes: number;
  /** Its other lengths. */
  others: number[];
  /** Minutes that taking part asks: before, together and after. */
  inAll: number;
  trust: number;
  modes: string[];
  /** Those of its modes that need changes. */
  changed: string[];
  /** What it answers; the first is what it is made for. */
  needs: string[];
  /** The ids of packs to do first. */
  after: string[];
}

/** What a group says of itself; null, empty or false where it has not said. */
export interface Wish {
  people: number | null;
  /** Minutes together. */
  time: number | null;
  /** Minutes with what comes before and after. */
  inAll: number | null;
  mode: string;
  need: string;
  /** Only what asks for no trust yet. */
  anywhere: boolean;
}

/** A sentence to say, by its name on the page, with what stands in its places. */
export interface Reason {
  sentence: string;
  values: Record<string, string | number>;
}

export interface Verdict {
  /** Why it does not fit; none where it does. */
  misses: Reason[];
  /** Why it does: a sentence for each thing chosen. None where it does not. */
  fits: Reason[];
}

export type Place = 'fits' | 'close' | 'away';

/** So many come close at the most; the rest is there for the asking. */
const ENOUGH = 6;

/** Whether anything was chosen at all. */
export function isOpen(wish: Wish): boolean {
  const { people, time, inAll, mode, need, anywhere } = wish;
  return people === null && time === null && inAll === null && !mode && !need && !anywhere;
}

/** Say of one pack why it fits, or why not. */
export function judge(pack: Pack, wish: Wish): Verdict {
  const found = [
    ofNeed(pack, wish.need),
    ofPeople(pack, wish.people),
    ofTime(pack, wish.time),
    ofAll(pack, wish.inAll),
    ofMode(pack, wish.mode),
    ofTrust(pack, wish.anywhere),
  ].filter((said) => said !== null);
  const misses = found.filter(([fits]) => !fits).map(([, reason]) => reason);
  return { misses, fits: misses.length > 0 ? [] : found.map(([, reason]) => reason) };
}

type Said = [boolean, Reason] | null;

function said(fits: boolean, sentence: string, values: Reason['values'] = {}): Said {
  return [fits, { sentence, values }];
}

function ofNeed(pack: Pack, need: string): Said {
  if (!need) return null;
  const at = pack.needs.indexOf(need);
  if (at < 0) return said(false, 'otherNeed');
  return at === 0 ? said(true, 'madeFor') : said(true, 'alsoFor');
}

function ofPeople(pack: Pack, people: number | null): Said {
  if (people === null) return null;
  if (people >= pack.least && people <= pack.most) {
    return said(true, 'people');
  }
  const alone = people === 1 && pack.modes.includes('alone');
  return alone ? said(true, 'onePerson') : said(false, 'otherPeople');
}

/** A pack fits a time if it is no longer, or has a version of just that length. */
function ofTime(pack: Pack, time: number | null): Said {
  if (time === null) return null;
  const { minutes, others } = pack;
  if (minutes === time) return said(true, 'exact', { minutes });
  if (minutes < time) return said(true, 'spare', { minutes, spare: time - minutes });
  if (others.includes(time)) return said(true, 'short', { minutes: time });
  const shorter = others.filter((one) => one < minutes).sort((a, b) => b - a);
  const best = shorter.find((one) => one <= time) ?? shorter[shorter.length - 1];
  if (best === undefined) return said(false, 'tooLong', { minutes });
  return said(false, 'shorter', { minutes, shorter: best });
}

function ofAll(pack: Pack, inAll: number | null): Said {
  if (inAll === null) return null;
  return pack.inAll <= inAll ? said(true, 'inAll') : said(false, 'moreInAll');
}

function ofMode(pack: Pack, mode: string): Said {
  if (!mode) return null;
  if (!pack.modes.includes(mode)) return said(false, 'otherMode');
  return said(true, pack.changed.includes(mode) ? 'changed' : 'asItIs');
}

function ofTrust(pack: Pack, anywhere: boolean): Said {
  if (!anywhere) return null;
  return pack.trust === 1 ? said(true, 'noTrust') : said(false, pack.trust === 2 ? 'trust2' : 'trust3');
}

/**
 * Where each pack is shown. Close is what misses one thing; where that leaves nothing at all, what
 * misses the fewest, so that there is always something to see.
 */
export function places(verdicts: Verdict[]): Place[] {
  const distances = verdicts.map(distance);
  const near = Math.max(1.5, Math.min(...distances));
  const close = distances
    .map((far, index) => ({ far, index }))
    .filter(({ far }) => far > 0 && far <= near)
    .sort((a, b) => a.far - b.far || a.index - b.index)
    .slice(0, ENOUGH)
    .map(({ index }) => index);
  return distances.map((far, index) => (far === 0 ? 'fits' : close.includes(index) ? 'close' : 'away'));
}

/** How far from fitting: the things it misses, and half a one more where the need is among them. */
export function distance({ misses }: Verdict): number {
  return misses.length + (lacksNeed(misses) ? 0.5 : 0);
}

export function lacksNeed(misses: Reason[]): boolean {
  return misses.some(({ sentence }) => sentence === 'otherNeed');
}
