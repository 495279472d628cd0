/** A copy that somebody shared: shown to be read; what is wanted of it is kept beside one's own. */

import { useSignal } from '@preact/signals';
import { sayDay } from '../../core/dates';
import { t } from '../../core/words';
import { readShare, type Shared } from '../../io/share';
import { isKept, keptAs } from '../../io/theirs';
import type { Told } from '../../io/told';
import { OFFER } from '../../model/forms';
import type { Json } from '../../model/record';
import { theBook } from '../book';
import { Button, Row } from '../parts';
import { useRecs } from './recs';
import { Arrived, toHeading } from './step';
import { Tell } from './told';

/** `Ana, Thursday 5 November 2026`; a copy need not say from whom. */
export function fromWords({ from, shared }: Pick<Shared, 'from' | 'shared'>): string {
  const day = sayDay(shared);
  return from === ''
    ? t('A copy that was shared on {day}', { day })
    : t('From {name}, shared on {day}', { name: from, day });
}

export function Given({ value, onCancel }: { readonly value: Json; readonly onCancel: () => void }) {
  const shared = readShare(value);
  if (shared) return <Copy shared={shared} onCancel={onCancel} />;
  return (
    <Row>
      <Arrived>{t('This copy is damaged, or of a newer version.')}</Arrived>
      <Button small onClick={onCancel}>
        {t('Another file')}
      </Button>
    </Row>
  );
}

function Copy({ shared, onCancel }: { readonly shared: Shared; readonly onCancel: () => void }) {
  const recs = useRecs();
  const words = useSignal('');
  const { records } = shared;
  const keep = (told: Told): void => {
    const { type, body } = keptAs(shared, told);
    theBook().add(type, body, {}, t('a copy from somebody else kept'));
    words.value = type === OFFER.type ? t('Kept in Group, beside your own.') : t('Kept in Records, to be read.');
    toHeading();
  };
  return (
    <>
      <Row note={t('to read')}>
        <h2 class="from">{fromWords(shared)}</h2>
        <Arrived kind="measure soft">
          {t('To be read here. Nothing of it is kept unless you say so.')}
        </Arrived>
        <p class="outcome" role="status">
          {words.value}
        </p>
        <Button small onClick={onCancel}>
          {t('Another file')}
        </Button>
      </Row>
      {records.map((told) => (
        <Row key={told.id}>
          <Tell told={told} />
          {isKept(recs, shared, told) ? (
            <p class="soft">{t('Kept beside your own.')}</p>
          ) : (
            <Button small disabled={!theBook().writes.value} onClick={() => keep(told)}>
              {t('Keep beside mine')}
            </Button>
          )}
        </Row>
      ))}
    </>
  );
}
