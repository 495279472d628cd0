/** Wall clocks and time zones, by what the browser knows of them and nothing else. */

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The clock on a wall in a zone. A name that is no zone throws. */
function clock(zone: string): Intl.DateTimeFormat {
  const there = clocks.get(zone);
  if (there) return there;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(zone, made);
  return made;
}

/** Whether this browser knows a zone of that name. */
export function isZone(name: string): boolean {
  try {
    clock(name);
    return true;
  } catch {
    return false;
  }
}

/** How far the wall clocks of a zone are ahead of UTC at a moment, in milliseconds. */
function ahead(zone: string, moment: number): number {
  const parts: Record<string, number> = {};
  for (const { type, value } of clock(zone).formatToParts(moment)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1000) * 1000;
}

const A_DAY = 86_400_000;

/**
 * The moment at which the clocks of a zone show a time on a day. Where they show it twice, it is the
 * first; where they skip it, it is as much later as they skip: what calendars do.
 */
export function momentOf(day: string, time: string, zone: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const before = ahead(zone, wall - A_DAY);
  const after = ahead(zone, wall + A_DAY);
  const settled = ahead(zone, wall - before) !== before && ahead(zone, wall - after) === after;
  return new Date(wall - (settled ? after : before));
}

/** What the clocks of a zone show at a moment, as `2026-11-05 15:45`. */
export function wallOf(moment: Date, zone: string): string {
  const shown = new Date(moment.getTime() + ahead(zone, moment.getTime()));
  return shown.toISOString().slice(0, 16).replace('T', ' ');
}
