/** Check-ins as a picture, and the same as a table. */

import { t } from '../../../core/words';
import { points } from '../../../model/ladder';
import type { Rec } from '../../../model/record';
import { Change, type Item } from '../../chart';

export function OverTime({ checkins }: { readonly checkins: readonly Rec[] }) {
  const all = points(checkins);
  const sure = {
    key: 'sure',
    label: t('How sure I am, 0 to 10'),
    low: 0,
    high: 10,
    points: all.map(({ day, sure: value }) => ({ day, value })),
  };
  const level = {
    key: 'level',
    label: t('On my ladder, −2 to +2'),
    low: -2,
    high: 2,
    points: all.map(({ day, level: value }) => ({ day, value })),
  };
  const items: readonly Item[] = [sure, level].filter((one) => one.points.some(({ value }) => value !== null));
  return items.length > 0 ? <Change items={items} /> : null;
}
