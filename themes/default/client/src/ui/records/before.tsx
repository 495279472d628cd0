/** Copies of everything that were kept before something large, and the way back to one. */

import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { migrated, SCHEMA } from '../../core/migrate';
import type { Snapshot } from '../../core/shelf';
import { sayMoment } from '../../core/when';
import { t } from '../../core/words';
import type { Rec } from '../../model/record';
import { theBook } from '../book';
import { Button, Heading, Row } from '../parts';
import { counts, recordsInWords } from './counts';
import { putInPlace } from './in-place';
import { SecondStep, toHeading } from './step';

const WHY: Record<Snapshot['why'], string> = {
  import: t('before a file was opened'),
  migration: t('before a new version of the workbook'),
  delete: t('before much was deleted'),
};

export function Before() {
  const kept = useSignal<readonly Snapshot[] | null>(null);
  const asked = useSignal('');
  const words = useSignal('');
  const look = async (): Promise<void> => {
    kept.value = [...(await theBook().shelf.snapshots())].reverse();
  };
  useEffect(() => void look(), []);
  const back = async (one: Snapshot): Promise<void> => {
    asked.value = '';
    await putInPlace(recsOf(one), t('the copy from before brought back'));
    words.value = t('It is as it was {when}. Undo takes it back.', { when: sayMoment(new Date(one.at)) });
    toHeading();
    await look();
  };
  return (
    <div class="ruled records">
      <Row>
        <Heading>{t('Copies kept from before')}</Heading>
        <p class="measure">
          {t('Before a file is taken in, and before anything large, a copy of everything stays in this browser: the last five.')}
        </p>
        <p class="outcome" role="status">
          {words.value}
        </p>
        {kept.value?.length === 0 ? <p>{t('There is none yet.')}</p> : null}
      </Row>
      {kept.value?.map((one) => (
        <Row key={one.at} at={`${alive(one).length}`} note={t('records')}>
          <p>
            <b>{sayMoment(new Date(one.at))}</b>, {WHY[one.why]}
          </p>
          <p class="soft small">{counts(alive(one))}</p>
          {asked.value === one.at ? (
            <SecondStep
              words={t('What is here now is put away, and a copy of it is kept. In its place comes what was here then: {records}.', {
                records: recordsInWords(alive(one).length),
              })}
              yes={t('Put it in place of what is here')}
              onYes={() => void back(one)}
              onNo={() => (asked.value = '')}
            />
          ) : (
            <Button small disabled={!theBook().writes.value} onClick={() => (asked.value = one.at)}>
              {t('Bring it back')}
            </Button>
          )}
        </Row>
      ))}
    </div>
  );
}

/** Its records as they look today: it may be older than the workbook is. */
const recsOf = ({ rows, schema }: Snapshot): readonly Rec[] =>
  migrated(
    rows.map((row) => row.rec),
    schema ?? SCHEMA,
  );

const alive = (one: Snapshot): readonly Rec[] => recsOf(one).filter((rec) => !rec.deleted);
