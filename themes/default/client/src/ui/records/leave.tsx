/** The end on a shared device: first a file, and then nothing is left behind. */

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../core/words';
import { theBook } from '../book';
import { Button, Heading, Notice, Row } from '../parts';
import { go } from '../route';
import { counts } from './counts';
import { revisions, useRecs } from './recs';
import { SaveForm } from './save';
import { beginAnew, gone, wipe } from './wipe';

/** First the file, with its name in sight; then, said once more, nothing is left. */
export function Finish() {
  const recs = useRecs();
  const name = useSignal('');
  const inFile = useSignal('');
  if (recs.length === 0 || gone.value !== null) return <Empty />;
  return (
    <div class="ruled records">
      <Row>
        <Heading>{t('Finish')}</Heading>
        <p class="measure">
          {t('First everything goes into a file that you take with you. Then it is removed from this browser, and nothing is left here.')}
        </p>
      </Row>
      <Row at="1" note={t('the file')}>
        <p class="measure">{t('It holds {counts}.', { counts: counts(recs) })}</p>
        <SaveForm
          onSaved={(saved, held) => {
            name.value = saved;
            inFile.value = held;
          }}
        />
      </Row>
      <Row at="2" note={t('this device')}>
        {name.value === '' || inFile.value !== revisions() ? (
          <p class="soft">{t('The device is cleared when the file is saved.')}</p>
        ) : (
          <>
            <p class="measure">
              {t('Check that {name} is where you want it. What is cleared here comes back only from that file.', {
                name: name.value,
              })}
            </p>
            <Clear onClear={() => void wipe()}>{t('I have the file. Clear this device.')}</Clear>
          </>
        )}
      </Row>
    </div>
  );
}

function Clear({ onClear, children }: { readonly onClear: () => void; readonly children: ComponentChildren }) {
  return (
    <Button disabled={!theBook().writes.value} onClick={onClear}>
      {children}
    </Button>
  );
}

/** No record is here: nothing else either, or it can be removed. */
export function Empty() {
  if (gone.value !== null) return <Gone left={gone.value} />;
  return (
    <div class="ruled records">
      <Row>
        <Heading>{t('No record is kept in this browser.')}</Heading>
        <p class="measure">{t('Copies from before, and what was put away, may still be.')}</p>
        <Clear onClear={() => void wipe()}>{t('Remove those too')}</Clear>
      </Row>
    </div>
  );
}

function Gone({ left }: { readonly left: number }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.querySelector<HTMLElement>('[data-heading]')?.focus();
    return beginAnew;
  }, []);
  return (
    <div class="ruled records" ref={place}>
      <Row>
        <div role="status">
          <Heading>{left === 0 ? t('Nothing is left here.') : t('Something is still here.')}</Heading>
          {left === 0 ? (
            <p class="measure">
              {t('Checked just now: this browser keeps no record, no copy and no setting of this workbook any more.')}{' '}
              {t('A file that you saved is still where you saved it.')}
            </p>
          ) : (
            <Notice>
              <p>{t('This browser did not remove everything. Clear its site data, or close all its private windows.')}</p>
            </Notice>
          )}
        </div>
        <p class="settle">
          <Button onClick={() => go('plan')}>{t('Begin anew')}</Button>
        </p>
      </Row>
    </div>
  );
}
