/** Deleting everything: a file is offered first, and the second step says what goes. */

import { useSignal } from '@preact/signals';
import { plural, t } from '../../core/words';
import { theBook } from '../book';
import { Button, Heading, Row } from '../parts';
import { counts } from './counts';
import { Empty } from './leave';
import { useRecs } from './recs';
import { SaveForm } from './save';
import { SecondStep } from './step';
import { gone, wipe } from './wipe';

export function Delete() {
  const recs = useRecs();
  const asked = useSignal(false);
  if (recs.length === 0 || gone.value !== null) return <Empty />;
  return (
    <div class="ruled records">
      <Row>
        <Heading>{t('Delete everything')}</Heading>
        <p class="measure">{t('This browser keeps {counts}.', { counts: counts(recs) })}</p>
        <p class="measure">{t('A file of it would bring it back one day:')}</p>
        <SaveForm />
      </Row>
      <Row>
        {asked.value ? (
          <SecondStep
            words={plural(
              '{n} record goes, with the copies from before and all that was put away. Only a file brings it back.',
              '{n} records go, with the copies from before and all that was put away. Only a file brings them back.',
              recs.length,
            )}
            yes={t('Delete all of it now')}
            onYes={() => void wipe()}
            onNo={() => (asked.value = false)}
          />
        ) : (
          <Button disabled={!theBook().writes.value} onClick={() => (asked.value = true)}>
            {t('Delete everything here')}
          </Button>
        )}
      </Row>
    </div>
  );
}
