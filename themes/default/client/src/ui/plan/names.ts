/** What goals are called, here and in other rooms. */

import { t } from '../../core/words';
import { type Rec, says, text, yes } from '../../model/record';
import { beginning } from '../../model/journal';
import { sorted } from '../../model/plan';
import { theBook } from '../book';

/** Goals that are worked on, in order, and those in the archive. */
export const goalsOf = (): ReturnType<typeof sorted> => sorted(theBook().all('goal'));

/** `Goal 2`: its place among the goals that are worked on; `Goal` in the archive. */
export function numberOf(goal: Rec): string {
  const n = goalsOf().active.findIndex((one) => one.id === goal.id) + 1;
  return n > 0 && !yes(goal.body, 'archived') ? t('Goal {n}', { n }) : t('Goal');
}

/** The words of a goal, cut short; something to say where it has none yet. */
export function nameOf(goal: Rec, length = 60): string {
  const words = text(goal.body, 'different');
  return says(words) ? beginning(words, length) : t('no words yet');
}
