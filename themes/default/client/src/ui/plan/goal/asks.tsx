/** What a goal asks back, and the five old questions for those who like them. */

import { t } from '../../../core/words';
import { questionsBack } from '../../../model/plan';
import { type Rec, says, text, texts } from '../../../model/record';
import { theBook } from '../../book';

export function Asks({ goal }: { readonly goal: Rec }) {
  const asked = questionsBack(goal.body);
  const settle = (id: string): void => {
    theBook().edit(goal.id, { settled: [...texts(goal.body, 'settled'), id] }, t('question settled'));
    document.getElementById(`${goal.id}-who`)?.focus();
  };
  return (
    <div class="on-screen asks-back">
      <Gap id={text(goal.body, 'gap')} />
      {asked.length > 0 ? (
        <ul aria-label={t('Questions back')}>
          {asked.map(({ id, words }) => (
            <li key={id}>
              {words}{' '}
              {id === 'who' || id === 'by' ? null : (
                <button type="button" class="plain-button" onClick={() => settle(id)} aria-label={t('It is fine as it is: {question}', { question: words })}>
                  {t('It is fine as it is')}
                </button>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {says(goal.body['different']) ? <Five /> : null}
    </div>
  );
}

/** The part of the picture that the goal came from. */
function Gap({ id }: { readonly id: string }) {
  const gap = theBook().get(id);
  if (!gap || !says(gap.body['part'])) return null;
  return <p class="soft">{t('From my gap review: {part}', { part: text(gap.body, 'part') })}</p>;
}

function Five() {
  return (
    <details>
      <summary>{t('Five more questions, if they help')}</summary>
      <ul>
        <li>{t('What exactly would a visitor see or hear?')}</li>
        <li>{t('How would you know, without giving a mark?')}</li>
        <li>{t('Is enough of it in your own hands?')}</li>
        <li>{t('Why does it matter, to you and to your students?')}</li>
        <li>{t('By when, and when will you look at it?')}</li>
      </ul>
    </details>
  );
}
