/** One figure for several goal ladders: for those who want it, with a caution. */

import { t } from '../../core/words';
import { levelOf, summary } from '../../model/ladder';
import { byDate } from '../../model/plan';
import { figure, type Rec } from '../../model/record';
import { theBook } from '../book';
import { Row } from '../parts';

export function Summary({ goals }: { readonly goals: readonly Rec[] }) {
  const rungs = goals.flatMap((goal) => {
    const checkins = byDate(theBook().of('progress', 'goal', goal.id));
    const level = checkins.reduce<number | null>((last, { body }) => levelOf(body) ?? last, null);
    return level === null ? [] : [{ weight: figure(goal.body, 'weight') ?? 1, level }];
  });
  const value = summary(rungs);
  if (value === null) return null;
  return (
    <Row>
      <details class="on-screen">
        <summary>{t('One figure for all my goal ladders')}</summary>
        <p class="measure">
          {t('T = {value}, from {n} ladders. 50 is where every goal stands at what I hoped for.', {
            value: value.toFixed(1),
            n: rungs.length,
          })}
        </p>
        <p class="measure soft">
          {t('Take care with it: it hides which goal moved, and the rungs are your own words. It says nothing to anybody else, and serves no comparison.')}
        </p>
        <p class="measure soft">
          {t('Rule: T = 50 + 10 Σ(w x) ÷ √((1 − r) Σ w² + r (Σ w)²), with r = 0.3. x is the last level you noted, w is how much the goal matters (1 where you said nothing). After Kiresuk and Sherman, 1968.')}
        </p>
      </details>
    </Row>
  );
}
