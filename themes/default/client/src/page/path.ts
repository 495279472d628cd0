/** Three packs to begin with, in an order that makes sense. Nothing here knows of the page. */

import { lacksNeed, type Pack, type Verdict, type Wish } from './filter';

/** A pack to begin with. */
export interface Step {
  /** Its place among all packs. */
  index: number;
  /** The place of the first pack further on that leans on it, or null. */
  before: number | null;
}

const MOST = 3;

/**
 * Propose three packs at the most. Each fits, or is to be done before one that does, and then all but
 * its need fits. Whatever fits best comes with what it leans on; then, while there is room, the next.
 * They are put in order: what others lean on, then by trust, then by how little time is left over.
 */
export function path(packs: Pack[], verdicts: Verdict[], wish: Wish): Step[] {
  const fits = packs.map((_, index) => index).filter((index) => misses(verdicts, index) === 0);
  const chosen: number[] = [];
  for (const index of sorted(fits, (i) => [position(packs[i], wish), ...weight(packs, i, wish)])) {
    if (chosen.length >= MOST) break;
    if (chosen.includes(index)) continue;
    const first = ahead(packs, index).filter((i) => suits(verdicts[i]) && !chosen.includes(i));
    if (chosen.length === 0) chosen.push(...first.slice(1 - MOST), index);
    else if (chosen.length + first.length < MOST) chosen.push(...first, index);
  }
  const order = sorted(chosen, (i) => weight(packs, i, wish));
  return order.map((index, at) => ({
    index,
    before: order.slice(at + 1).find((later) => ahead(packs, later).includes(index)) ?? null,
  }));
}

function misses(verdicts: Verdict[], index: number): number {
  return verdicts[index]?.misses.length ?? 0;
}

/** Whether a pack fits in all but its need: it can be done first on the way to another. */
function suits(verdict: Verdict | undefined): boolean {
  const misses = verdict?.misses ?? [];
  return misses.length === 0 || (misses.length === 1 && lacksNeed(misses));
}

/** 0 for what is made for the need, 1 for what helps with it too. */
function position(pack: Pack | undefined, wish: Wish): number {
  return wish.need && pack?.needs[0] !== wish.need ? 1 : 0;
}

/** What counts in putting packs in order. */
function weight(packs: Pack[], index: number, wish: Wish): number[] {
  const pack = packs[index];
  return pack ? [ahead(packs, index).length, pack.trust, spare(pack, wish), index] : [];
}

/** Minutes left over, or that a shorter version had to save. */
function spare(pack: Pack, { time, inAll }: Wish): number {
  if (time !== null) return Math.abs(time - pack.minutes);
  return inAll === null ? 0 : inAll - pack.inAll;
}

/** The packs to do before one, the first of them first; a ring is cut where it closes. */
export function ahead(packs: Pack[], index: number): number[] {
  const found: number[] = [];
  const seen = new Set([index]);
  const visit = (at: number): void => {
    for (const id of packs[at]?.after ?? []) {
      const next = packs.findIndex((pack) => pack.id === id);
      if (next < 0 || seen.has(next)) continue;
      seen.add(next);
      visit(next);
      found.push(next);
    }
  };
  visit(index);
  return found;
}

/** Sort by lists of numbers, the first difference deciding. */
function sorted(indices: number[], key: (index: number) => number[]): number[] {
  const keyed = indices.map((index) => ({ index, key: key(index) }));
  keyed.sort((a, b) => {
    const at = a.key.findIndex((value, i) => value !== b.key[i]);
    return at < 0 ? 0 : (a.key[at] ?? 0) - (b.key[at] ?? 0);
  });
  return keyed.map(({ index }) => index);
}
