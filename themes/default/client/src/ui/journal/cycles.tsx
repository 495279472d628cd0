/** Learning cycles: each round, and how often it was gone. */

import { sayDay } from '../../core/dates';
import { plural, t } from '../../core/words';
import { beginning, dayOf, lastOnes, newestFirst, round } from '../../model/journal';
import { type Rec, says, text } from '../../model/record';
import { theBook } from '../book';
import { Heading, Row } from '../parts';
import { href } from '../route';

export function Cycles() {
  const cycles = theBook().all('cycle');
  return (
    <>
      <Row>
        <Heading>{t('Learning cycles')}</Heading>
        <p class="measure">
          {t('Something happened. Tell it plainly, look at what you took for granted, find two other readings, choose a small trial. Then go round again.')}
        </p>
        <p class="buttons">
          <a class="button" href={href('journal', 'cycle', 'new')}>
            {t('Begin a learning cycle')}
          </a>
        </p>
      </Row>
      {newestFirst(lastOnes(cycles)).map((last) => (
        <Round key={last.id} way={round(cycles, last)} />
      ))}
    </>
  );
}

function Round({ way }: { readonly way: readonly Rec[] }) {
  return (
    <Row at={way.length} note={plural('cycle', 'cycles', way.length)}>
      <ol class="growing">
        {way.map((rec, at) => (
          <li key={rec.id}>
            <a href={href('journal', 'cycle', rec.id)}>{t('Cycle {n}', { n: at + 1 })}</a>{' '}
            <span class="soft">{sayDay(dayOf(rec))}</span>
            <p class="voice">{beginning(text(rec.body, 'happened'))}</p>
            {says(rec.body['trial']) ? <p class="soft">{t('Trial: {words}', { words: beginning(text(rec.body, 'trial')) })}</p> : null}
          </li>
        ))}
      </ol>
    </Row>
  );
}
