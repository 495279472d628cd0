/** Reckon an agenda: the version first, then the people, then the minutes there are. */

import { agenda, note, type Agenda, type Lap, type Note } from './agenda';
import { eachIn, fitted, fixed, givingWay, slot, type Lengths, type Slot } from './fit';
import type { Timing } from './timing';
import { edition, FULL, full, type Edition } from './versions';

/** The lap that ends the first of two meetings; no segment can have this id. */
const CLOSE = 'split.close';
/** The lap that begins the second of two meetings. */
const RE_ENTRY = 'split.re-entry';
/** The English titles of the laps that no author named; a page has them in its own language. */
export const TITLES = { [CLOSE]: 'Close for today', [RE_ENTRY]: 'Come back in' } as const;

/**
 * The agenda for so many people, in so many minutes (else the version's own total). Any number of
 * people from one up can be asked for, also outside of `group`, and any number of minutes.
 */
export function reckon(
  pack: Timing,
  people: number,
  version: string = FULL,
  minutes: number | null = null,
): Agenda {
  const source = edition(pack, version);
  const slots = source.segments.map((one) => slot(one, people, pack.group.best));
  return made(source, slots, people, minutes ?? source.minutes);
}

/**
 * The two meetings of a pack held in two, each fitted to its stated minutes; null where the pack is
 * not split. The first ends with the minutes to close, the second begins with those to come back
 * in; both are laps of their own and never change.
 */
export function halves(pack: Timing, people: number | null = null): [Agenda, Agenda] | null {
  const { split, segments } = pack;
  const cut = segments.findIndex((one) => one.id === split?.after) + 1;
  if (!split || cut === 0 || split.minutes.length !== 2) return null;
  const [a = 0, b = 0] = split.minutes;
  const count = people ?? pack.group.best;
  const slots = segments.map((one) => slot(one, count, pack.group.best));
  const first = [...slots.slice(0, cut), ...unnamed(CLOSE, split.close)];
  const second = [...unnamed(RE_ENTRY, split.re_entry), ...slots.slice(cut)];
  return [
    made(full(a, segments.slice(0, cut)), first, count, a),
    made(full(b, segments.slice(cut)), second, count, b),
  ];
}

function unnamed(id: keyof typeof TITLES, minutes: number): Slot[] {
  return minutes ? [fixed(id, TITLES[id], minutes)] : [];
}

function made(source: Edition, slots: readonly Slot[], people: number, wanted: number): Agenda {
  const lengths = fitted(slots, wanted);
  const gone = slots.filter((one) => !lengths.has(one)).map((one) => one.id);
  return agenda({
    people,
    version: source.name,
    wanted,
    laps: laps(slots, lengths),
    moved: source.moved,
    dropped: [...source.dropped, ...gone],
    notes: [...source.notes, ...peopleNotes(slots, people), ...fitNotes(slots, lengths)],
  });
}

function laps(slots: readonly Slot[], lengths: Lengths): Lap[] {
  const found: Lap[] = [];
  let start = 0;
  for (const one of slots) {
    const minutes = lengths.get(one);
    if (minutes === undefined) continue;
    const { id, title, turns } = one;
    const end = start + minutes;
    found.push({ id, title, start, end, minutes, turns, each: eachIn(one, minutes) });
    start = end;
  }
  return found;
}

function peopleNotes(slots: readonly Slot[], people: number): Note[] {
  return slots
    .filter((one) => one.minutes !== one.stated)
    .map((one) => note('people', one.id, one.title, one.stated, one.minutes, people));
}

/** What fitting came to in the end: shortened, then dropped, then lengthened. */
function fitNotes(slots: readonly Slot[], lengths: Lengths): Note[] {
  const shorter: Note[] = [];
  const dropped: Note[] = [];
  const longer: Note[] = [];
  for (const one of givingWay(slots)) {
    const { id, title, minutes } = one;
    const now = lengths.get(one);
    if (now === undefined) dropped.push(note('drop', id, title, minutes, 0));
    else if (now < minutes) shorter.push(note('shorten', id, title, minutes, now));
    else if (now > minutes) longer.unshift(note('lengthen', id, title, minutes, now));
  }
  return [...shorter, ...dropped, ...longer];
}
