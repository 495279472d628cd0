/** What kind of help, from whom, and what they may say when it is hard. */

import { site } from '../../../core/site';
import { t } from '../../../core/words';
import { fieldOf, GOAL, HELP } from '../../../model/forms';
import { type Rec, says, texts } from '../../../model/record';
import { Answer } from '../../field';
import { href } from '../../route';
import { Brought } from '../../shell/brought';
import { Part } from './part';

export function Help({ goal }: { readonly goal: Rec }) {
  const fields = ['help', 'partner', 'encouragement'] as const;
  const filled = fields.some((id) => says(goal.body[id]));
  return (
    <Part note={t('help')} label={t('The help I need, and my peer partner')} filled={filled}>
      <Answer rec={goal} field={fieldOf(GOAL, 'help')} />
      <Pages chosen={texts(goal.body, 'help')} />
      <Answer rec={goal} field={fieldOf(GOAL, 'partner')} />
      <Answer rec={goal} field={fieldOf(GOAL, 'encouragement')} />
      {says(goal.body['partner']) ? <Brought draw={({ Nudges }) => <Nudges goal={goal} />} /> : null}
    </Part>
  );
}

/** Where to read on about the help that was chosen, each page once, and where to find somebody. */
function Pages({ chosen }: { readonly chosen: readonly string[] }) {
  const kinds = HELP.filter(({ id }) => chosen.includes(id));
  const pages = kinds.flatMap(({ id }) => site.pages[id] ?? []);
  const each = pages.filter((page, at) => pages.findIndex(({ url }) => url === page.url) === at);
  const somebody = kinds.some(({ id }) => id !== 'self-study');
  if (!somebody && each.length === 0) return null;
  return (
    <ul class="list on-screen">
      {each.map(({ url, title }) => (
        <li key={url}>
          <a href={url}>{title}</a>
        </li>
      ))}
      {somebody ? (
        <li>
          <a href={href('group', 'match')}>{t('Needs and offers: find somebody who suits')}</a>
        </li>
      ) : null}
    </ul>
  );
}
