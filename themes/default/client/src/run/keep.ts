/** A meeting outlives a reload of the page, in this tab alone; it holds nothing but times. */

import { MINUTE, type Run } from './model';

/** After so long nobody goes on with it. */
const OLD = 12 * 60 * MINUTE;

/** The meeting a text holds; null where it is none of this page's, or an old one. */
export function revive(text: string | null, ids: readonly string[], now: number): Run | null {
  try {
    const run = JSON.parse(text ?? 'null') as Run | null;
    return run && isRun(run, ids) && now - run.origin < OLD ? run : null;
  } catch {
    return null;
  }
}

function isRun(run: Run, ids: readonly string[]): boolean {
  const { format, parts, begun, spent, at, start, since } = run;
  if (format !== 1 || !Array.isArray(parts) || parts.length === 0) return false;
  const numbers = [run.origin, run.end, run.ran, run.entered, run.turned, run.turn, at, since ?? 0];
  return (
    numbers.every((number) => Number.isFinite(number)) &&
    typeof start === 'string' &&
    typeof run.plan?.people === 'number' &&
    at >= 0 &&
    (run.before === undefined || Array.isArray(run.before.parts)) &&
    parts.every((part) => ids.includes(part.id) && Number.isFinite(part.minutes)) &&
    begun?.length === parts.length &&
    spent?.length === parts.length
  );
}

const name = (): string => `run ${location.pathname}`;

export function kept(): string | null {
  try {
    return sessionStorage.getItem(name());
  } catch {
    return null;
  }
}

/** Keep it; null lets it go. Where a browser keeps nothing, a reload begins anew, and that is all. */
export function keepRun(run: Run | null): void {
  try {
    if (run) sessionStorage.setItem(name(), JSON.stringify(run));
    else sessionStorage.removeItem(name());
  } catch {
    // nothing to be done
  }
}
