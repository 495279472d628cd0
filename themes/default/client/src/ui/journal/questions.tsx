/** The question log: those that are open first. */

import { useState } from 'preact/hooks';
import { t } from '../../core/words';
import { isOpen, newestFirst } from '../../model/journal';
import { theBook } from '../book';
import { Button, Heading, Row } from '../parts';
import { href } from '../route';
import { Question } from './question';
import { useStaying } from './staying';

const SHOWN = 20;

export function Questions() {
  const all = newestFirst(theBook().all('question'));
  const open = useStaying(all, isOpen);
  const answered = all.filter((one) => !open.includes(one));
  const [shown, show] = useState(SHOWN);
  return (
    <>
      <Row at={open.length > 0 ? open.length : undefined} note={open.length > 0 ? t('open') : undefined}>
        <Heading>{t('My question log')}</Heading>
        <p class="buttons">
          <a class="button" id="ask" href={href('journal', 'ask')}>
            {t('Add a question')}
          </a>
        </p>
        {open.map((rec) => (
          <Question key={rec.id} rec={rec} then="ask" />
        ))}
      </Row>
      {answered.length > 0 ? (
        <Row at={answered.length} note={t('answered')}>
          <h2>{t('Answered')}</h2>
          {answered.slice(0, shown).map((rec) => (
            <Question key={rec.id} rec={rec} then="ask" />
          ))}
          {answered.length > shown ? <Button onClick={() => show(shown + SHOWN)}>{t('Show more')}</Button> : null}
        </Row>
      ) : null}
    </>
  );
}
