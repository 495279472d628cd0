/** Where two sheets meet, and the sheets themselves side by side. */

import { t } from '../../core/words';
import type { Help, Overlap } from '../../model/match';
import { saying } from '../../model/match';
import type { Json } from '../../model/record';
import { says } from '../../model/record';
import type { Field } from '../../model/sheet';
import { Row } from '../parts';
import { Said } from '../said';

export function Meets({ found, name }: { readonly found: Overlap; readonly name: string }) {
  const said = (field: string, ids: readonly string[]): string => ids.map((id) => saying(field, id)).join(', ');
  const facts: readonly (readonly [string, string])[] = [
    [t('Times'), said('times', found.times)],
    [t('How'), said('channels', found.channels)],
    [t('Languages'), found.languages.join(', ')],
  ];
  return (
    <Row note={t('you meet in')}>
      {found.above ? (
        <p class="caution">
          {t('One of you manages or appraises the other. Working as peer partners is not advised: it is hard to be open, and neither can easily say no.')}
        </p>
      ) : null}
      <dl class="meets">
        {facts.map(([label, words]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words || t('nothing in common yet')}</dd>
          </div>
        ))}
        <Helps label={t('{name} may be able to help me', { name })} helps={found.forMe} />
        <Helps label={t('I may be able to help {name}', { name })} helps={found.forThem} />
        {found.styles.map(({ field, mine, theirs }) => (
          <div key={field}>
            <dt>{field === 'pace' ? t('Pace') : t('How direct')}</dt>
            <dd>
              {mine === theirs
                ? t('both: {style}', { style: saying(field, mine) })
                : t('me: {mine}; {name}: {theirs}. Talk about it first.', { mine: saying(field, mine), theirs: saying(field, theirs), name })}
            </dd>
          </div>
        ))}
      </dl>
      <p class="soft small">{t('Found by words that both used. It is no score.')}</p>
    </Row>
  );
}

function Helps({ label, helps }: { readonly label: string; readonly helps: readonly Help[] }) {
  if (helps.length === 0) return null;
  return (
    <div>
      <dt>{label}</dt>
      {helps.map(({ need, offer }) => (
        <dd class="voice" key={`${need} ${offer}`}>
          {t('“{need}” and “{offer}”', { need, offer })}
        </dd>
      ))}
    </div>
  );
}

/** One question with both answers. */
export function Both({
  field,
  mine,
  theirs,
  name,
}: {
  readonly field: Field;
  readonly mine: Json | undefined;
  readonly theirs: Json | undefined;
  readonly name: string;
}) {
  if (!says(mine) && !says(theirs)) return null;
  return (
    <div class="both-row">
      <h3 class="label">{field.label}</h3>
      {[mine, theirs].map((value, at) => (
        <div key={at}>
          <span class="who whose">{at === 0 ? t('mine') : name}</span>
          {says(value) ? <Said field={field} value={value} /> : <p class="soft">–</p>}
        </div>
      ))}
    </div>
  );
}
