/** Times of day: what the clock on the wall says so many minutes after the start. */

const DAY = 24 * 60;

/** Minutes since midnight of a time written HH:MM, H.MM or HHMM, or null where it is none. */
export function minutesOf(text: string): number | null {
  const found = /^\s*(\d{1,2})[:.]?(\d{2})\s*$/.exec(text);
  if (!found) return null;
  const hours = Number(found[1]);
  const minutes = Number(found[2]);
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}

/** A time of day as HH:MM; past midnight it begins anew. */
export function clock(minutes: number): string {
  const now = ((minutes % DAY) + DAY) % DAY;
  return `${two(Math.floor(now / 60))}:${two(now % 60)}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
