/**
 * Pairs or trios that change from round to round until everyone has met everyone. Pairs go round the
 * table, as tournaments are drawn by hand; where that does not fit (trios, someone away, two who
 * should not meet) the best way is looked for. The same question has the same answer always.
 */

export interface Wish {
  readonly size: number;
  /** Whoever is left over joins a group of another size, or has a round off; in turn. */
  readonly odd: string;
  /** Two who are not put together as long as there is another way. */
  readonly apart: readonly (readonly [string, string])[];
  /** Another number is another drawing. */
  readonly seed: number;
}

export interface Round {
  readonly groups: readonly (readonly string[])[];
  /** Those who have this round off. */
  readonly rest: readonly string[];
}

/** The next round, given those before it and who is away. */
export function nextRound(
  people: readonly string[],
  before: readonly Round[],
  away: readonly string[],
  wish: Wish,
): Round {
  const here = shuffled(people, wish.seed).filter((one) => !away.includes(one));
  const cost = costs(before, wish.apart);
  const sizes = sizesOf(here.length, wish);
  const all = sizes.includes(3) ? [] : aroundTheTable(here);
  const drawn = cheapest(all, cost) ?? [];
  const found = search(turned(here, before.length), sizes, cost, drawn);
  const groups = settled(found, cost);
  return {
    groups: groups.filter((group) => group.length > 1),
    rest: groups.filter((group) => group.length === 1).flat(),
  };
}

/** Each two of a group. */
export function pairsOf(group: readonly string[]): (readonly [string, string])[] {
  return group.flatMap((a, i) => group.slice(i + 1).map((b) => [a, b] as const));
}

/** The two as one word, whichever is named first. */
export const pair = (a: string, b: string): string => (a < b ? `${a} ${b}` : `${b} ${a}`);

/** How often each two have met. */
export function meetings(rounds: readonly Round[]): ReadonlyMap<string, number> {
  const met = new Map<string, number>();
  for (const group of rounds.flatMap(({ groups }) => groups)) {
    for (const [a, b] of pairsOf(group)) met.set(pair(a, b), (met.get(pair(a, b)) ?? 0) + 1);
  }
  return met;
}

type Group = readonly string[];
type Cost = (group: Group) => number;

/** Never weighed up against having met before: a turn to rest, and less still, two to be kept apart. */
const REST = 1e4;
const APART = 1e9;
/** How many groups a search may try. */
const TRIES = 20_000;

/** Those who have not met come first; after that, those who have met least. */
const weight = (met: number): number => (met === 0 ? 0 : 50 + met ** 2);

/** What it costs to put people together; those alone rest. */
function costs(before: readonly Round[], apart: Wish['apart']): Cost {
  const met = meetings(before);
  const kept = new Set(apart.map(([a, b]) => pair(a, b)));
  const rested = (one: string): number => before.filter(({ rest }) => rest.includes(one)).length;
  return (group) =>
    group.length === 1
      ? REST * rested(group[0] ?? '') ** 2
      : pairsOf(group).reduce(
          (sum, [a, b]) => sum + weight(met.get(pair(a, b)) ?? 0) + (kept.has(pair(a, b)) ? APART : 0),
          0,
        );
}

const total = (groups: readonly Group[], cost: Cost): number =>
  groups.reduce((sum, group) => sum + cost(group), 0);

/** How large the groups are. */
function sizesOf(count: number, { size, odd }: Wish): readonly number[] {
  const many = (n: number, of: number): number[] => new Array<number>(Math.max(0, n)).fill(of);
  const left = count % size;
  const whole = Math.floor(count / size);
  if (left === 0) return many(whole, size);
  if (left === 2) return [...many(whole, 3), 2];
  if (odd === 'rest' || whole === 0) return [...many(whole, size), 1];
  return size === 2 ? [3, ...many(whole - 1, 2)] : [...many(whole - 1, 3), 2, 2];
}

/** Every round of a table: the first stays, the others move on one place. An empty place rests. */
function aroundTheTable(here: Group): Group[][] {
  const [first = '', ...others] = here.length % 2 === 0 ? here : [...here, ''];
  return others.map((_, k) => {
    const ring = [first, ...turned(others, k)];
    return ring
      .slice(0, ring.length / 2)
      .map((one, i) => [one, ring[ring.length - 1 - i] ?? ''].filter((name) => name !== ''));
  });
}

function cheapest(rounds: readonly Group[][], cost: Cost): Group[] | undefined {
  return [...rounds].sort((a, b) => total(a, cost) - total(b, cost))[0];
}

/** Look for groups that cost less than those drawn. */
function search(here: Group, sizes: readonly number[], cost: Cost, drawn: Group[]): Group[] {
  let best = drawn;
  let least = drawn.length > 0 ? total(drawn, cost) : Infinity;
  let tries = 0;
  const place = (left: Group, open: readonly number[], made: Group[], spent: number): void => {
    const [one] = left;
    if (one === undefined) {
      [best, least] = [made, spent];
      return;
    }
    const ways = [...new Set(open)].flatMap((size) => companions(left, size));
    for (const { group, price } of ways
      .map((way) => ({ group: way, price: spent + cost(way) }))
      .sort((a, b) => a.price - b.price)) {
      tries += 1;
      if (price >= least || tries > TRIES) return;
      const sizesLeft = [...open];
      sizesLeft.splice(open.indexOf(group.length), 1);
      place(left.filter((name) => !group.includes(name)), sizesLeft, [...made, group], price);
    }
  };
  if (least > 0) place(here, sizes, [], 0);
  return best;
}

/** Every group of a size that the first of some people can be in. */
function companions(left: Group, size: number): Group[] {
  const [one = '', ...others] = left;
  if (size === 1) return [[one]];
  if (size === 2) return others.map((two) => [one, two]);
  return pairsOf(others).map((two) => [one, ...two]);
}

/** Let two change places as long as that makes it better: for groups too large to try everything. */
function settled(found: readonly Group[], cost: Cost): readonly Group[] {
  let groups = found;
  for (let again = true; again; ) {
    again = false;
    for (const [a, b] of pairsOf(groups.flat())) {
      const other = groups.map((group) =>
        group.map((one) => (one === a ? b : one === b ? a : one)),
      );
      if (total(other, cost) < total(groups, cost)) [groups, again] = [other, true];
    }
  }
  return groups;
}

const turned = (list: Group, by: number): Group => {
  const at = list.length === 0 ? 0 : by % list.length;
  return [...list.slice(at), ...list.slice(0, at)];
};

/** In an order that a number settles. */
function shuffled(people: Group, seed: number): Group {
  const order = [...people];
  let state = seed;
  for (let i = order.length - 1; i > 0; i -= 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    const j = (state >> 8) % (i + 1);
    const [a = '', b = ''] = [order[i], order[j]];
    [order[i], order[j]] = [b, a];
  }
  return order;
}
