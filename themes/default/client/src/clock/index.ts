/**
 * The clock: pure reckoning of an agenda for any group, version, length and start time.
 *
 *     const agenda = reckon(pack, 8);
 *     agenda.laps.map((lap) => clockTime('15:45', lap.start)); // 15:45, 15:50, 16:02, 16:10 …
 *
 * The twin of `builder/clock/`, file for file: there the rules are explained in full, and a pack is
 * proved. `tests/clock/vectors.json` tests both.
 */

export type { Agenda, Lap, Moved, Note } from './agenda';
export { halves, reckon, TITLES } from './reckon';
export { clockTime, elapsed, minutesSeconds, seconds } from './times';
export type { Timing } from './timing';
export { FULL } from './versions';
export { key, MESSAGES, type Key, type NoteKind } from './words';
