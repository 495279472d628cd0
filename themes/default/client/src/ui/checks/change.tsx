/** What changed between filled-in sheets of one kind, line by line, in pictures and in words. */

import { sayDay } from '../../core/dates';
import { plural, t } from '../../core/words';
import { dayOf } from '../../model/answers';
import { sameVersion, type Strand, strands } from '../../model/change';
import { written } from '../../model/decimal';
import type { Rec } from '../../model/record';
import { results } from '../../model/score';
import type { Sheet } from '../../model/sheet';
import { Change } from '../chart';
import { Row } from '../parts';

export function ChangeOverTime({ sheet, kept }: { readonly sheet: Sheet; readonly kept: readonly Rec[] }) {
  const found = strands(sheet, kept);
  const others = kept.length - sameVersion(sheet, kept).length;
  return (
    <>
      {found.map((strand) => (
        <section class="block" key={strand.kind}>
          <Row note={spanned(strand)}>
            <h2>{strand.kind === 'time' ? t('What changed') : t('Looking back, and now')}</h2>
            <p>
              {legend(strand)} {means(sheet, strand)}
            </p>
            {strand.kind === 'time' ? null : (
              <p>{t('It is kept apart from what was said at the time: our yardstick shifts as we learn.')}</p>
            )}
            <Change items={strand.series} names={namesOf(strand)} />
          </Row>
        </section>
      ))}
      {others > 0 && kept.length > 1 ? (
        <Row>
          <p class="soft measure">
            {plural(
              'One sheet is of another version. Its questions may differ, so no line is drawn to it.',
              '{n} sheets are of other versions. Their questions may differ, so no line is drawn to them.',
              others,
            )}
          </p>
        </Row>
      ) : null}
    </>
  );
}

function namesOf({ kind, recs }: Strand): readonly string[] {
  return kind === 'time' ? recs.map((rec) => sayDay(dayOf(rec), 'short')) : [t('looking back'), t('now')];
}

function legend(strand: Strand): string {
  const names = namesOf(strand);
  const values = { then: names[0] ?? '', now: names.at(-1) ?? '' };
  return names.length > 2
    ? t('Ring: {then}. Dot: {now}. The small dots are between.', values)
    : t('Ring: {then}. Dot: {now}.', values);
}

/** The means of the first and the last, where the sheet has a mean, with how many were answered. */
function means(sheet: Sheet, { recs }: Strand): string {
  const [first, last] = [recs[0], recs.at(-1)];
  if (!first || !last) return '';
  const before = results(sheet, first.body);
  return results(sheet, last.body)
    .flatMap((now, index) => {
      const then = before[index];
      if (now.score.kind !== 'mean' || now.figure === null || !then || then.figure === null) return [];
      const values = { then: written(then.figure, 1), now: written(now.figure, 1), n: then.answered, m: now.answered };
      return then.answered === now.answered
        ? t('Mean of {n} answered: {then}, then {now}.', values)
        : t('Mean of {n} answered: {then}; then of {m} answered: {now}.', values);
    })
    .join(' ');
}

function spanned({ recs, kind }: Strand): string {
  if (kind === 'looking-back') return '';
  return plural('{n} sheet', '{n} sheets', recs.length);
}
