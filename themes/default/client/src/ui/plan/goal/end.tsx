/** What becomes of the goal as a whole: how it stands, who may see it, a copy, the archive. */

import { t } from '../../../core/words';
import { fieldOf, GOAL } from '../../../model/forms';
import { copyOf, copyOfStep, nextOrder } from '../../../model/plan';
import { type Rec, yes } from '../../../model/record';
import { theBook } from '../../book';
import { Answer } from '../../field';
import { Button, Row } from '../../parts';
import { go, href } from '../../route';
import { printPage } from '../../paper';

export function End({ goal }: { readonly goal: Rec }) {
  const book = theBook();
  const archived = yes(goal.body, 'archived');
  const id = `${goal.id}-private`;
  const archive = (): void => {
    const words = archived ? t('goal taken out of the archive') : t('goal put into the archive');
    book.edit(goal.id, { archived: !archived }, words);
  };
  const remove = (): void => {
    book.remove(goal.id, t('goal deleted'));
    go('plan');
  };
  return (
    <Row note={t('this goal')}>
      <Answer rec={goal} field={{ ...fieldOf(GOAL, 'about'), label: t('This goal is mostly') }} />
      <Answer rec={goal} field={fieldOf(GOAL, 'status')} />
      <p class="on-screen tick">
        <input
          type="checkbox"
          id={id}
          checked={yes(goal.body, 'private')}
          onChange={(event) => book.edit(goal.id, { private: event.currentTarget.checked }, t('privacy changed'))}
        />
        <label for={id}>{t('Keep this whole goal private: leave it out of what I share')}</label>
      </p>
      <div class="buttons">
        <Button onClick={() => printPage()}>{t('Print this plan')}</Button>
        <a class="button" href={href('records', 'share', goal.id)}>
          {t('Print to share')}
        </a>
        <Button onClick={() => duplicate(goal)}>{t('Make a copy')}</Button>
        <Button onClick={archive}>{archived ? t('Take it out of the archive') : t('Put it into the archive')}</Button>
        <Button onClick={remove}>{t('Delete this goal')}</Button>
      </div>
    </Row>
  );
}

/** The same goal once more, with its steps planned anew, and without its history. */
function duplicate(goal: Rec): void {
  const book = theBook();
  const order = nextOrder(book.all('goal'));
  const id = book.add('goal', { ...copyOf(goal.body), status: 'active', order }, {}, t('goal copied'));
  for (const step of book.of('step', 'goal', goal.id)) book.add('step', copyOfStep(step.body, id), {}, t('step copied'));
  go('plan', 'goal', id);
}
