/** What I will do to learn it: workshops and courses, and work of my own. */

import { plural, t } from '../../../core/words';
import { ACTIVITY, fieldOf } from '../../../model/forms';
import { beginning } from '../../../model/journal';
import { byDate, hours } from '../../../model/plan';
import { type Body, type Rec, says, text } from '../../../model/record';
import { theBook } from '../../book';
import { Growing } from '../list';
import { Bound, type Slot } from '../slot';
import { Thing } from '../thing';
import { Head, Part } from './part';

export function Learning({ goal }: { readonly goal: Rec }) {
  const activities = theBook().of('activity', 'goal', goal.id);
  const name = `learning-${goal.id}`;
  return (
    <Part note={t('learning')} label={t('What I will do to learn it')} filled={activities.length > 0}>
      <Head>{t('What I will do to learn it')}</Head>
      <Growing
        name={name}
        recs={byDate(activities)}
        first="words"
        button={t('Add an activity')}
        add={(patch: Body) => theBook().add('activity', { goal: goal.id, ...patch }, {}, t('activity added'))}
        draw={(slot) => <Activity slot={slot} then={`${name}-add`} />}
      />
      <Total activities={activities.map(({ body }) => body)} />
    </Part>
  );
}

const FACTS = ['kind', 'date', 'hours', 'spent', 'cost'] as const;
/** Action research asks four things more. */
const RESEARCH = ['question', 'try', 'evidence', 'share'] as const;

function Activity({ slot, then }: { readonly slot: Slot; readonly then: string }) {
  const { rec } = slot;
  const research = rec !== null && text(rec.body, 'kind') === 'action-research';
  const name = (rec && beginning(text(rec.body, 'words'), 40)) || t('Activity');
  return (
    <Thing slot={slot} form={ACTIVITY} name={name} words={t('activity deleted')} then={then}>
      <Bound slot={slot} field={fieldOf(ACTIVITY, 'words')} />
      <div class="thing-facts">
        {FACTS.map((id) => (
          <Bound key={id} slot={slot} field={fieldOf(ACTIVITY, id)} />
        ))}
      </div>
      {research ? RESEARCH.map((id) => <Bound key={id} slot={slot} field={fieldOf(ACTIVITY, id)} />) : null}
    </Thing>
  );
}

function Total({ activities }: { readonly activities: readonly Body[] }) {
  const { planned, spent, blank } = hours(activities);
  if (!activities.some((one) => says(one['hours']) || says(one['spent']))) return null;
  return (
    <p>
      {t('{planned} hours planned, {spent} spent.', { planned, spent })}{' '}
      {blank > 0 ? plural('{n} activity has no hours yet.', '{n} activities have no hours yet.', blank) : null}
    </p>
  );
}
