/**
 * The session line on paper: length is minutes, height is how many think together. The twin of
 * `paper` and `ticks` in `builder/site/line.py`.
 */

const HEIGHTS: Readonly<Record<string, number>> = {
  solo: 28,
  pairs: 52,
  trios: 76,
  fours: 76,
  all: 100,
};
const BASE = 100;
const TICK = 5;

/** What is drawn of one segment; no groupings in a break. */
export interface Stretch {
  readonly start: number;
  readonly minutes: number;
  readonly groupings: readonly string[];
}

export interface Sign {
  /** As a share of the width. */
  readonly x: string;
  readonly height: number;
  readonly grouping: string;
}

export interface Drawing {
  readonly box: string;
  readonly edges: string;
  readonly tops: string;
  readonly signs: readonly Sign[];
}

interface Step {
  readonly begin: number;
  readonly end: number;
  readonly height: number;
  readonly grouping: string;
}

export function drawing(stretches: readonly Stretch[]): Drawing {
  const length = stretches.reduce((sum, one) => sum + one.minutes, 0);
  const signs = stretches.flatMap(steps).map(({ begin, height, grouping }) => ({
    x: `${short((100 * begin) / Math.max(1, length))}%`,
    height,
    grouping,
  }));
  return { box: `0 0 ${length} ${BASE}`, edges: edges(stretches), tops: tops(stretches), signs };
}

/** The ticks below the base, one every five minutes. */
export function ticks(minutes: number): string {
  let path = '';
  for (let at = 0; at <= minutes; at += TICK) path += `M${at} 0V1`;
  return path;
}

function steps({ start, minutes, groupings }: Stretch): Step[] {
  const length = minutes / Math.max(1, groupings.length);
  return groupings.map((grouping, index) => ({
    begin: start + index * length,
    end: start + (index + 1) * length,
    height: HEIGHTS[grouping] ?? BASE,
    grouping,
  }));
}

function tops(stretches: readonly Stretch[]): string {
  return stretches
    .flatMap((one) =>
      steps(one).map(({ begin, end, height }, place) => {
        const top = BASE - height;
        return place === 0 ? `M${short(begin)} ${top}H${short(end)}` : `V${top}H${short(end)}`;
      }),
    )
    .join('');
}

function edges(stretches: readonly Stretch[]): string {
  const heights = new Map<number, number>();
  const raise = (at: number, height: number): void => {
    heights.set(at, Math.max(height, heights.get(at) ?? 0));
  };
  for (const one of stretches) {
    const all = steps(one);
    const [first, last] = [all[0], all[all.length - 1]];
    if (!first || !last) continue;
    raise(one.start, first.height);
    raise(one.start + one.minutes, last.height);
  }
  const sorted = [...heights].sort(([a], [b]) => a - b);
  return sorted.map(([at, height]) => `M${at} ${BASE}V${BASE - height}`).join('');
}

function short(value: number): string {
  return String(Number(value.toFixed(2)));
}
