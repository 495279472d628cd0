/** A goal may change its words: the former ones stay, with the day and the reason. */

import { useState } from 'preact/hooks';
import { sayDay, today } from '../../../core/dates';
import { t } from '../../../core/words';
import { line } from '../../../model/make';
import { withWording, wordings } from '../../../model/plan';
import { type Body, type Rec, says, text } from '../../../model/record';
import { theBook } from '../../book';
import { Bound, type Slot } from '../slot';

const REASON = line('reason', t('Why I changed it'), 'private');

export function Wording({ goal, field }: { readonly goal: Rec; readonly field: string }) {
  const [told, tell] = useState('');
  const former = wordings(goal.body);
  const change = (): void => {
    theBook().edit(goal.id, { wording: withWording(goal.body, today()) }, t('former words kept'));
    tell(t('The former words are kept below. Write the new ones here.'));
    document.getElementById(field)?.focus();
  };
  if (!says(goal.body['different']) && former.length === 0) return null;
  return (
    <div class="wording">
      <p class="on-screen">
        <button type="button" class="plain-button" onClick={change}>
          {t('Change the wording')}
        </button>{' '}
        <span class="soft" role="status">
          {told}
        </span>
      </p>
      {former.length > 0 ? <History goal={goal} former={former} /> : null}
    </div>
  );
}

function History({ goal, former }: { readonly goal: Rec; readonly former: readonly Body[] }) {
  return (
    <section class="former" aria-label={t('Former words')}>
      <p class="label">{t('Former words')}</p>
      <ol class="growing">
        {former.map((one, at) => (
          <li key={at}>
            <p>
              <span class="soft">{t('until {day}', { day: sayDay(text(one, 'date')) })}</span>{' '}
              <span class="voice">{text(one, 'words')}</span>
            </p>
            <Bound slot={reasonOf(goal, at)} field={REASON} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The line of the history as a place of its own. */
function reasonOf(goal: Rec, at: number): Slot {
  const former = wordings(goal.body);
  return {
    rec: { ...goal, body: former[at] ?? {} },
    key: `${goal.id}-wording-${at}`,
    put: (patch, words) => {
      const wording = former.map((one, index) => (index === at ? { ...one, ...patch } : one));
      theBook().edit(goal.id, { wording }, words);
    },
  };
}
