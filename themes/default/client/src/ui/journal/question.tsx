/** One question of the log, with what was heard or found. */

import { sayDay } from '../../core/dates';
import { t } from '../../core/words';
import { fieldOf, QUESTION } from '../../model/forms';
import { dayOf } from '../../model/journal';
import { type Rec, says, text } from '../../model/record';
import { Delete, Twice } from '../plan/small';
import { Bound, slotOf } from '../plan/slot';

export function Question({ rec, then }: { readonly rec: Rec; readonly then: string }) {
  const from = text(rec.body, 'from').trim();
  const day = sayDay(dayOf(rec), 'short');
  return (
    <div class="thing" role="group" aria-label={text(rec.body, 'words') || t('Question')}>
      <Bound slot={slotOf(rec)} field={fieldOf(QUESTION, 'words')} />
      <p class="facts-line">
        <span class="soft">{says(from) ? t('{day}, while reading: {page}', { day, page: from }) : day}</span>
        <Delete rec={rec} what={text(rec.body, 'words')} words={t('question deleted')} then={then} />
      </p>
      <Bound slot={slotOf(rec)} field={fieldOf(QUESTION, 'answer')} />
      <Twice rec={rec} />
    </div>
  );
}
