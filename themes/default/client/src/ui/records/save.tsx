/** Everything into a file. The same piece serves the page for it and the end on a shared device. */

import type { Progress } from '../../core/age';
import { t } from '../../core/words';
import { theBook } from '../book';
import { Heading, Row } from '../parts';
import { locks } from './actions';
import { counts } from './counts';
import { saveEverything } from './file';
import { FileForm } from './file-form';
import { revisions, useRecs } from './recs';

export function Save() {
  const recs = useRecs();
  return (
    <div class="ruled records">
      <Row>
        <Heading>{t('Save to a file')}</Heading>
        {recs.length === 0 ? (
          <p>{t('Nothing is kept in this browser yet, so there is nothing to save.')}</p>
        ) : (
          <>
            <p class="measure">{t('All that is kept here goes into one file: {counts}.', { counts: counts(recs) })}</p>
            <p class="measure">{t('Open it in this workbook on any device. Unless you lock it, any program for text shows what is in it.')}</p>
            <SaveForm />
          </>
        )}
      </Row>
    </div>
  );
}

/** Everything into a file; hears its name, and which revisions it holds. */
export function SaveForm({ onSaved }: { readonly onSaved?: (name: string, held: string) => void }) {
  const make = async (passphrase: string, onProgress: Progress): Promise<string> => {
    const held = revisions();
    const name = await saveEverything(passphrase, onProgress);
    locks.value = passphrase !== '';
    onSaved?.(name, held);
    return name;
  };
  return (
    <>
      {theBook().meta.value.device === 'shared' ? (
        <p class="measure">
          {t('The file lies among the downloads of this device: take it with you, and remove it there. A passphrase keeps it shut for others.')}
        </p>
      ) : null}
      <FileForm main button={t('Save to a file')} make={make} locks={locks.peek()} />
    </>
  );
}
