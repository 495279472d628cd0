/** The line above all rooms: where everything is kept, since when, and the way into a file and out of one. */

import type { Booted } from '../../core/boot';
import { t } from '../../core/words';
import { theBook } from '../book';
import { finish, openFile, saveToFile, told } from '../records/actions';
import { deviceWords, fileWords, keptWords } from './state';

export function Line({ kind, waits }: { readonly kind: Booted['kind']; readonly waits: boolean }) {
  const book = theBook();
  const saving = book.saving.value;
  const { device, backup } = book.meta.value;
  const said = keptWords(saving, kind, waits);
  const failed = saving.state === 'failed';
  const file = fileWords(backup);
  return (
    <div class={failed ? 'keeping failed' : 'keeping'}>
      <p class="state">
        {said.bold ? <b>{said.bold}</b> : null} {said.rest}
        {device && !failed ? <span> · {deviceWords(device)}</span> : null}
        {saving.state === 'empty' ? null : (
          <span class="age">{file.old ? <b>{file.words}</b> : file.words}</span>
        )}
      </p>
      {waits ? null : (
        <div class="buttons">
          <button type="button" class={failed ? 'button main' : 'button'} onClick={() => void saveToFile()}>
            {t('Save to a file')}
          </button>
          <button type="button" class="button" onClick={openFile}>
            {t('Open a file')}
          </button>
          {device === 'shared' && saving.state !== 'empty' ? (
            <button type="button" class="button" onClick={() => void finish()}>
              {t('Finish')}
            </button>
          ) : null}
        </div>
      )}
      <p class="told" role="status">
        {told.value}
      </p>
    </div>
  );
}

/** Takes back the last change; it says which. */
export function Undo({ onUndone }: { readonly onUndone: (words: string) => void }) {
  const book = theBook();
  const words = book.undoable.value;
  if (words === null || !book.writes.value) return <p class="undo" />;
  const what = words.length > LONG ? `${words.slice(0, LONG).trimEnd()}…` : words;
  const undo = (): void => {
    book.undo();
    onUndone(what === '' ? t('The last change is taken back.') : t('Taken back: {what}', { what }));
  };
  return (
    <p class="undo">
      <button type="button" class="plain-button" onClick={undo}>
        {what === '' ? t('Undo') : t('Undo: {what}', { what })}
      </button>
    </p>
  );
}

const LONG = 44;
