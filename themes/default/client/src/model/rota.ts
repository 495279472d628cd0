/**
 * Who leads when. Each as often as the others while they belong to the group, nobody twice in a row,
 * nobody on a day they are away. What is fixed stays; of the rest as little moves as fairness allows.
 * The same question has the same answer always.
 */

export interface Person {
  readonly id: string;
  /** Days between which they belong to the group; empty is always. */
  readonly since: string;
  readonly until: string;
}

/** One meeting that takes place, in the order of days. */
export interface Turn {
  readonly id: string;
  readonly day: string;
  /** Who leads so far; empty is nobody. */
  readonly lead: string;
  /** Held already, swapped, or chosen by hand: not ours to change. */
  readonly fixed: boolean;
}

export interface Absence {
  readonly member: string;
  readonly meeting: string;
}

/**
 * What could not be had: nobody is there; the one who was fixed is away; the same one leads twice
 * in a row; someone has no turn.
 */
export type RotaNote =
  | { readonly kind: 'nobody'; readonly meeting: string }
  | { readonly kind: 'away' | 'twice'; readonly meeting: string; readonly member: string }
  | { readonly kind: 'never'; readonly member: string };

export interface Rota {
  /** Who leads each meeting, in their order; empty is nobody. */
  readonly leads: readonly string[];
  readonly notes: readonly RotaNote[];
}

const NOBODY = -1;
/** Twice in a row weighs more than any unevenness; smaller gains than this are rounding. */
const ROW = 1e6;
const GAIN = 1e-6;

const belongs = ({ since, until }: Person, day: string): boolean =>
  (since === '' || since <= day) && (until === '' || until >= day);

/** Share out the leading. */
export function rota(
  people: readonly Person[],
  turns: readonly Turn[],
  absences: readonly Absence[],
): Rota {
  const away = new Set(absences.map(({ member, meeting }) => `${member} ${meeting}`));
  const can = turns.map((turn) =>
    people.map((one) => belongs(one, turn.day) && !away.has(`${one.id} ${turn.id}`)),
  );
  const shares = sharesOf(people, turns);
  const leads = turns.map((turn, i) => {
    const lead = people.findIndex(({ id }) => id === turn.lead);
    return turn.fixed || can[i]?.[lead] ? lead : NOBODY;
  });
  const open = turns.flatMap((turn, i) => (turn.fixed || !can[i]?.includes(true) ? [] : [i]));
  deal(leads, open, can, shares);
  while (bettered(leads, open, can, shares)) {
    // each time it is fairer, so this ends
  }
  return {
    leads: leads.map((lead, i) => people[lead]?.id ?? (turns[i]?.fixed ? turns[i].lead : '')),
    notes: notesOf(people, turns, leads, can),
  };
}

/** How much of the leading is each one's up to each meeting: a part of every meeting since they came. */
function sharesOf(people: readonly Person[], turns: readonly Turn[]): readonly (readonly number[])[] {
  const sums = people.map(() => 0);
  return turns.map(({ day }) => {
    const here = people.map((one) => belongs(one, day));
    const part = 1 / Math.max(1, here.filter(Boolean).length);
    here.forEach((is, p) => {
      if (is) sums[p] = (sums[p] ?? 0) + part;
    });
    return [...sums];
  });
}

type Can = readonly (readonly boolean[])[];
type Shares = readonly (readonly number[])[];

/** Give the meetings that have nobody to whoever is most behind, and of those to who led longest ago. */
function deal(leads: number[], open: readonly number[], can: Can, shares: Shares): void {
  for (const i of open) {
    if (leads[i] !== NOBODY) continue;
    let best = NOBODY;
    let most = -Infinity;
    (shares[i] ?? []).forEach((share, p) => {
      if (!can[i]?.[p]) return;
      const beside = leads[i - 1] === p || leads[i + 1] === p ? ROW : 0;
      const led = leads.reduce((n, lead) => n + (lead === p ? 1 : 0), 0);
      const last = leads.lastIndexOf(p, i) / ROW;
      const behind = Math.round((share - led) * ROW) / ROW - beside - last;
      if (behind > most) [best, most] = [p, behind];
    });
    leads[i] = best;
  }
}

/** How far from fair it is; nought where nothing can be fairer. */
function unfair(leads: readonly number[], due: readonly number[]): number {
  const left = [...due];
  let rows = 0;
  leads.forEach((lead, i) => {
    if (lead === NOBODY) return;
    left[lead] = (left[lead] ?? 0) - 1;
    if (lead === leads[i - 1]) rows += ROW;
  });
  // nobody is more than one turn behind another: to move one would only turn them round
  if (rows === 0 && Math.max(...left) - Math.min(...left) < 1 + GAIN) return 0;
  return left.reduce((all, one) => all + one * one, rows);
}

/** How many changes in a chain, and how many looks at a rota, a search for a fairer one may take. */
const DEEP = 5;
const LOOKS = 30_000;

/**
 * Make it fairer by the shortest chain that does: one takes a meeting over, and passes one of their
 * own on, and so forth. Whether it was.
 */
function bettered(leads: number[], open: readonly number[], can: Can, shares: Shares): boolean {
  const due = shares.at(-1) ?? [];
  let least = unfair(leads, due) - GAIN;
  let best: number[] | null = null;
  let looks = 0;
  const pass = (from: number | null, deep: number): void => {
    for (const i of open) {
      const lead = leads[i] ?? NOBODY;
      if (from !== null && lead !== from) continue;
      due.forEach((_, p) => {
        if (p === lead || !can[i]?.[p] || looks > LOOKS) return;
        leads[i] = p;
        looks += 1;
        const found = unfair(leads, due);
        if (found < least) [least, best] = [found - GAIN, [...leads]];
        if (deep > 1) pass(p, deep - 1);
        leads[i] = lead;
      });
    }
  };
  for (let deep = 1; least > 0 && deep <= DEEP && !best; deep += 1) pass(null, deep);
  leads.splice(0, leads.length, ...(best ?? leads));
  return best !== null;
}

function notesOf(
  people: readonly Person[],
  turns: readonly Turn[],
  leads: readonly number[],
  can: Can,
): RotaNote[] {
  const notes = turns.flatMap((turn, i): RotaNote[] => {
    const lead = leads[i] ?? NOBODY;
    const member = people[lead]?.id;
    if (member === undefined) return [{ kind: 'nobody', meeting: turn.id }];
    const found: RotaNote[] = [];
    if (!can[i]?.[lead]) found.push({ kind: 'away', meeting: turn.id, member });
    if (lead === leads[i - 1]) found.push({ kind: 'twice', meeting: turn.id, member });
    return found;
  });
  const without = people.filter(
    (one, p) => !leads.includes(p) && turns.some((turn) => belongs(one, turn.day)),
  );
  return [...notes, ...without.map(({ id }): RotaNote => ({ kind: 'never', member: id }))];
}
