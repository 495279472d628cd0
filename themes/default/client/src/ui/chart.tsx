/**
 * Pictures of change, item by item: a track from the lowest to the highest figure, a ring for then, a dot
 * for now. Each picture says its figures in words for those who cannot see it, and beside it for all.
 */

import { sayDay, type Day } from '../core/dates';
import { t } from '../core/words';

/** One line of a picture: the same thing at two times, or more. */
export interface Item {
  readonly key: string;
  readonly label: string;
  readonly low: number;
  readonly high: number;
  /** Oldest first; the first is the ring, the last the dot. Null where nothing was answered. */
  readonly points: readonly { readonly day: Day; readonly value: number | null }[];
}

/** A picture for each item, its figures beside it, and below the same as a table. */
export function Change({ items, names }: { readonly items: readonly Item[]; readonly names?: readonly string[] }) {
  const heads = names ?? items[0]?.points.map(({ day }) => sayDay(day, 'short')) ?? [];
  return (
    <div class="change">
      <ul class="change-items">
        {items.map((item) => (
          <li key={item.key}>
            <p>{item.label}</p>
            {item.points.length > 2 ? <Path item={item} names={heads} /> : <Track item={item} names={heads} />}
            <Figures item={item} />
          </li>
        ))}
      </ul>
      <details class="as-table">
        <summary>{t('The same as a table')}</summary>
        <Table items={items} heads={heads} />
      </details>
    </div>
  );
}

/** `5 to 8`, the last one bold. */
function Figures({ item }: { readonly item: Item }) {
  const [then, now] = ends(item);
  return (
    <p class="change-figures" aria-hidden="true">
      {said(then)} {t('to')} <b>{said(now)}</b>
    </p>
  );
}

const WIDE = 240;
const PAD = 8;

/** Ring and dot on one track, joined. */
function Track({ item, names }: { readonly item: Item; readonly names: readonly string[] }) {
  const [then, now] = ends(item);
  const x = (value: number): number => PAD + ((value - item.low) / span(item)) * (WIDE - 2 * PAD);
  const same = then !== null && then === now;
  return (
    <svg viewBox={`0 0 ${WIDE} 24`} role="img" aria-label={inWords(item, names)}>
      <path class="track" d={`M${PAD} 12H${WIDE - PAD}${ticks(item).map((n) => `M${x(n)} 8v8`).join('')}`} fill="none" />
      {then !== null && now !== null && !same ? (
        <path d={`M${x(then)} 12H${x(now)}`} stroke="currentColor" stroke-width="2.5" />
      ) : null}
      {then === null ? null : (
        <circle class="ring" cx={x(then)} cy="12" r={same ? 7.5 : 5.5} stroke="currentColor" stroke-width="2" />
      )}
      {now === null ? null : <circle cx={x(now)} cy="12" r="4.8" fill="currentColor" />}
    </svg>
  );
}

const TALL = 56;

/** Three times or more: a small line from left to right, broken where nothing was answered. */
function Path({ item, names }: { readonly item: Item; readonly names: readonly string[] }) {
  const { points } = item;
  const places = across(points.map(({ day }) => day));
  const y = (value: number): number => TALL - PAD - ((value - item.low) / span(item)) * (TALL - 2 * PAD);
  const at = points.map(({ value }, n) => (value === null ? null : ([places[n] ?? PAD, y(value)] as const)));
  const line = at.map((place, n) => (place ? `${at[n - 1] ? 'L' : 'M'}${place.join(' ')}` : '')).join('');
  return (
    <svg viewBox={`0 0 ${WIDE} ${TALL}`} role="img" aria-label={inWords(item, names)}>
      <path class="track" d={`M${PAD} ${PAD}H${WIDE - PAD}M${PAD} ${TALL - PAD}H${WIDE - PAD}`} fill="none" />
      <path d={line} fill="none" stroke="currentColor" stroke-width="2" />
      {at.map((place, n) => place && <Dot key={n} at={place} kind={n === 0 ? 'ring' : n === at.length - 1 ? 'now' : ''} />)}
    </svg>
  );
}

function Dot({ at: [x, y], kind }: { readonly at: readonly [number, number]; readonly kind: string }) {
  if (kind === 'ring') return <circle class="ring" cx={x} cy={y} r="4.5" stroke="currentColor" stroke-width="2" />;
  return <circle cx={x} cy={y} r={kind === 'now' ? 4.8 : 2.6} fill="currentColor" />;
}

/** Days at their distance from one another; in equal steps where they are not days, or all one day. */
function across(days: readonly Day[]): readonly number[] {
  const times = days.map((day) => Date.parse(day));
  const [first = 0, last = 0] = [times[0], times.at(-1)];
  const dated = last > first && times.every((time, n) => n === 0 || time > (times[n - 1] ?? Infinity));
  const share = (time: number, n: number): number => (dated ? (time - first) / (last - first) : n / (days.length - 1));
  return times.map((time, n) => PAD + share(time, n) * (WIDE - 2 * PAD));
}

function Table({ items, heads }: { readonly items: readonly Item[]; readonly heads: readonly string[] }) {
  return (
    <table class="plain">
      <thead>
        <tr>
          <td />
          {heads.map((head, n) => (
            <th key={n} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.key}>
            <th scope="row">{item.label}</th>
            {item.points.map(({ value }, n) => (
              <td key={n}>{said(value)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Everything that the picture shows, as a sentence. */
function inWords({ points, low, high }: Item, names: readonly string[]): string {
  const figures = points.map(({ value }, n) => t('{figure} ({when})', { figure: said(value), when: names[n] ?? '' }));
  return t('{figures}, from {low} to {high}', { figures: figures.join(', '), low, high });
}

const ends = ({ points }: Item): readonly [number | null, number | null] => [
  points[0]?.value ?? null,
  points.at(-1)?.value ?? null,
];

const span = ({ low, high }: Item): number => Math.max(high - low, 1);

/** A tick for each figure, where there is room for them. */
function ticks({ low, high }: Item): readonly number[] {
  return high - low > 20 ? [low, high] : Array.from({ length: high - low + 1 }, (_, n) => low + n);
}

const said = (value: number | null): string => (value === null ? '–' : String(value).replace('-', '−'));
