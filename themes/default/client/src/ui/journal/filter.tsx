/** Find in the journal: by words, by goal, by mark. */

import { plural, t } from '../../core/words';
import { MARKS } from '../../model/forms';
import type { Wanted } from '../../model/journal';
import type { Item } from '../../model/sheet';
import { Row } from '../parts';
import { goalField } from './fields';

export const NOTHING: Wanted = { words: '', goal: '', mark: '' };

export function Filter({
  wanted,
  onWanted,
  found,
  of,
}: {
  readonly wanted: Wanted;
  readonly onWanted: (wanted: Wanted) => void;
  readonly found: number;
  readonly of: number;
}) {
  const goals = goalField(null).options;
  const asked = wanted.words !== '' || wanted.goal !== '' || wanted.mark !== '';
  return (
    <div class="on-screen">
      <Row note={t('find')}>
        <div class="finding" role="search">
          <label>
            {t('Words')}
            <input type="search" value={wanted.words} onInput={(event) => onWanted({ ...wanted, words: event.currentTarget.value })} />
          </label>
          {goals.length > 0 ? (
            <Pick label={t('Goal')} options={goals} value={wanted.goal} onValue={(goal) => onWanted({ ...wanted, goal })} />
          ) : null}
          <Pick label={t('This was')} options={MARKS} value={wanted.mark} onValue={(mark) => onWanted({ ...wanted, mark })} />
        </div>
        <p class="soft" role="status">
          {asked
            ? plural('{n} of {all} entries', '{n} of {all} entries', found, { all: of })
            : plural('{n} entry', '{n} entries', of)}
        </p>
      </Row>
    </div>
  );
}

function Pick({
  label,
  options,
  value,
  onValue,
}: {
  readonly label: string;
  readonly options: readonly Item[];
  readonly value: string;
  readonly onValue: (value: string) => void;
}) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onValue(event.currentTarget.value)}>
        <option value="">{t('all')}</option>
        {options.map((one) => (
          <option key={one.id} value={one.id}>
            {one.label}
          </option>
        ))}
      </select>
    </label>
  );
}
