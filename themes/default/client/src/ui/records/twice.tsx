/** What was changed in two places: both side by side, and the choice between them. */

import { useSignal } from '@preact/signals';
import { sayMoment } from '../../core/when';
import { t } from '../../core/words';
import { answerOf } from '../../io/answer';
import { capital } from '../../io/share';
import { fieldsOf, kindOf, namingOf } from '../../io/told';
import type { Rec } from '../../model/record';
import { theBook } from '../book';
import { Button, Heading, Row } from '../parts';
import { keptTwice, next, type Twice as Pair, useRecs } from './recs';
import { toHeading } from './step';

export function Twice() {
  const recs = useRecs();
  const pairs = keptTwice(recs);
  const words = useSignal('');
  const settle = (taken: readonly Rec[], said: string): void => {
    theBook().take(taken, t('one of two versions chosen'));
    words.value = said;
    toHeading();
  };
  return (
    <div class="ruled records">
      <Row>
        <Heading>{t('Kept twice')}</Heading>
        <p class="measure">
          {pairs.length === 0
            ? t('Nothing is kept twice.')
            : t('These were changed in two places. Neither was thrown away: choose what stays.')}
        </p>
        <p class="outcome" role="status">
          {words.value}
        </p>
      </Row>
      {pairs.map((pair) => (
        <Choice key={pair.copy.id} pair={pair} recs={recs} settle={settle} />
      ))}
    </div>
  );
}

function Choice({
  pair: { copy, original },
  recs,
  settle,
}: {
  readonly pair: Pair;
  readonly recs: readonly Rec[];
  readonly settle: (taken: readonly Rec[], said: string) => void;
}) {
  const writes = theBook().writes.value;
  const { copy_of: _, ...body } = copy.body;
  const put = (rec: Rec): Rec => next(rec, { deleted: true });
  const first = (): void => settle([put(copy)], t('The first one stays.'));
  const second = (): void => {
    if (original) settle([next(original, { body }), put(copy)], t('The second one stays.'));
  };
  const both = (): void => settle([next(copy, { body })], t('Both stay, each by itself.'));
  return (
    <Row note={original ? undefined : t('the other one was put away')}>
      <h2 class="from">{capital(kindOf(copy))}</h2>
      <div class="beside">
        {original ? (
          <section>
            <h3>{t('The one here, changed {when}', { when: sayMoment(new Date(original.updated)) })}</h3>
            <Apart rec={original} other={copy} recs={recs} />
            <Button small disabled={!writes} onClick={first}>
              {t('Keep this one')}
            </Button>
          </section>
        ) : null}
        <section>
          <h3>{t('The one from elsewhere, changed {when}', { when: sayMoment(new Date(copy.updated)) })}</h3>
          <Apart rec={copy} other={original} recs={recs} />
          <Button small disabled={!writes} onClick={original ? second : both}>
            {original ? t('Keep that one') : t('Keep it')}
          </Button>
        </section>
      </div>
      <p class="settle">
        <Button small disabled={!writes} onClick={original ? both : first}>
          {original ? t('Keep both') : t('Put it away')}
        </Button>
      </p>
    </Row>
  );
}

/** The answers in which one differs from the other; all of them where there is no other. */
function Apart({ rec, other, recs }: { readonly rec: Rec; readonly other: Rec | undefined; readonly recs: readonly Rec[] }) {
  const naming = namingOf(recs);
  const lines = fieldsOf(rec).flatMap((field) => {
    const [mine, theirs] = [rec, other].map((one) => one && answerOf(field, one.body, naming)?.words.join('\n'));
    return mine === theirs ? [] : [{ label: field.label, words: mine }];
  });
  if (lines.length === 0) return <p class="soft">{t('Every answer is the same.')}</p>;
  return (
    <dl class="told-lines">
      {lines.map(({ label, words }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd class={words ? 'voice' : 'soft'}>{words ?? t('blank')}</dd>
        </div>
      ))}
    </dl>
  );
}
