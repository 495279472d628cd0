/** Lengths and times as text: M:SS for a turn, HH:MM on the wall, H:MM since the start. */

/** Seconds in a minute, and minutes in an hour. */
export const MINUTE = 60;
/** Minutes in a day. */
const DAY = 24 * 60;

/** The seconds of a length written M:SS, as in `each: 1:30`. */
export function seconds(text: string): number {
  return joined(text);
}

/** A length in seconds as M:SS, the way an author writes it. */
export function minutesSeconds(length: number): string {
  return sixties(length);
}

/** What the clock on the wall says so many minutes after `start`, past midnight too. */
export function clockTime(start: string, minutes: number): string {
  return sixties(rest(joined(start) + minutes, DAY)).padStart(5, '0');
}

/** Minutes since the start as H:MM, for an agenda whose start time nobody knows yet. */
export function elapsed(minutes: number): string {
  return sixties(minutes);
}

/** A quotient rounded down, below zero too: Python's //. */
export function floored(number: number, by: number): number {
  return Math.floor(number / by);
}

/** What is left of it, never below zero: Python's %. */
function rest(number: number, by: number): number {
  return number - floored(number, by) * by;
}

function joined(text: string): number {
  const [whole = 0, part = 0] = text.split(':').map(Number);
  return whole * MINUTE + part;
}

function sixties(number: number): string {
  return `${floored(number, MINUTE)}:${String(rest(number, MINUTE)).padStart(2, '0')}`;
}
