/** The review days of a goal, each with its field, and the way into a calendar. */

import { t } from '../../../core/words';
import { day } from '../../../model/make';
import type { Rec } from '../../../model/record';
import { theBook } from '../../book';
import { Brought } from '../../shell/brought';
import { Bound, type Slot } from '../slot';

export function Dates({ goal }: { readonly goal: Rec }) {
  const kept = goal.body['reviews'];
  const days = Array.isArray(kept) ? kept : [];
  return (
    <>
      <div class="thing-facts">
        {days.map((_, at) => (
          <Bound key={at} slot={dayOf(goal, at)} field={day('day', t('Review {n}', { n: at + 1 }), 'partner')} />
        ))}
      </div>
      <Brought draw={({ ToCalendar }) => <ToCalendar goal={goal} />} />
    </>
  );
}

function dayOf(goal: Rec, at: number): Slot {
  const kept = goal.body['reviews'];
  const days = Array.isArray(kept) ? kept : [];
  return {
    rec: { ...goal, body: { day: days[at] ?? '' } },
    key: `${goal.id}-review-${at}`,
    put: (patch) => {
      const reviews = days.map((one, index) => (index === at ? (patch['day'] ?? '') : one));
      theBook().edit(goal.id, { reviews }, t('review date changed'));
    },
  };
}
