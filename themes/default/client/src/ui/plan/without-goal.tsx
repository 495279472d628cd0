/** What belonged to a goal that is not here any more: put away in another tab, or on another device. */

import { t } from '../../core/words';
import { FORMS } from '../../model/forms';
import { type Rec, says, text } from '../../model/record';
import { theBook } from '../book';
import { Row } from '../parts';
import { goalsOf, nameOf, numberOf } from './names';
import { Delete } from './small';

const PARTS = FORMS.filter((form) => form.of === 'goal');

export function WithoutGoal() {
  const lost = PARTS.flatMap(({ type, one, title }) =>
    theBook()
      .all(type)
      .filter(({ body }) => !theBook().get(text(body, 'goal')) && Object.entries(body).some(saysMore))
      .map((rec) => ({ rec, one, words: text(rec.body, title) })),
  );
  if (lost.length === 0) return null;
  return (
    <Row>
      <h2 id="without-a-goal" tabIndex={-1}>
        {t('Without a goal')}
      </h2>
      <p class="measure">{t('The goal of these was put away in another tab or on another device. They are all kept.')}</p>
      <ul class="growing">
        {lost.map(({ rec, one, words }) => (
          <li key={rec.id}>
            <p>
              <span class="soft">{one}:</span> <span class="voice">{words || t('no words yet')}</span>
            </p>
            <p class="facts-line on-screen">
              <Into rec={rec} what={words || one} />
              <Delete rec={rec} what={words || one} words={t('deleted')} then="without-a-goal" />
            </p>
          </li>
        ))}
      </ul>
    </Row>
  );
}

/** What the workbook itself writes says nothing of a person's. */
const OWN: readonly string[] = ['goal', 'order', 'status', 'date'];
const saysMore = ([field, value]: readonly [string, Rec['body'][string]]): boolean => !OWN.includes(field) && says(value);

function Into({ rec, what }: { readonly rec: Rec; readonly what: string }) {
  const { active, archived } = goalsOf();
  const goals = [...active, ...archived];
  if (goals.length === 0) return null;
  const take = (goal: string): void => {
    theBook().edit(rec.id, { goal }, t('taken into a goal'));
    document.getElementById('without-a-goal')?.focus();
  };
  return (
    <select aria-label={t('Take “{what}” into a goal', { what })} value="" onChange={(event) => take(event.currentTarget.value)}>
      <option value="">{t('Take it into a goal')}</option>
      {goals.map((goal) => (
        <option key={goal.id} value={goal.id}>
          {`${numberOf(goal)}: ${nameOf(goal)}`}
        </option>
      ))}
    </select>
  );
}
