/** The ways in which a copy goes out: on paper, as words for a message, as a file. */

import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { t } from '../../core/words';
import { plainText, type Shared, shareText } from '../../io/share';
import { Button, Row } from '../parts';
import { printPage } from '../paper';
import { saveText } from './file';
import { FileForm } from './file-form';
import { fromWords } from './given';

export function Send({ shared }: { readonly shared: Shared }) {
  const asText = useSignal(false);
  const isEmpty = shared.records.length === 0;
  return (
    <Row>
      <div class="buttons">
        <Button disabled={isEmpty} onClick={() => printPage()}>
          {t('Print it')}
        </Button>
        <Button disabled={isEmpty} onClick={() => (asText.value = !asText.peek())}>
          {asText.value ? t('Put the text away') : t('As text, to copy')}
        </Button>
      </div>
      {asText.value && !isEmpty ? <Words text={plainText(shared, fromWords(shared))} /> : null}
      <FileForm
        button={t('As a file, to send')}
        make={(passphrase, onProgress) => saveText('share', shareText(shared), passphrase, onProgress)}
        disabled={isEmpty}
        whenLocked={t('Tell your reader the passphrase in another way than the one by which the file goes.')}
      />
    </Row>
  );
}

/** The same words as a text; a page that may not write to the clipboard selects it. */
function Words({ text }: { readonly text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const words = useSignal('');
  const copy = async (): Promise<void> => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      words.value = t('Copied.');
    } catch {
      words.value = t('It is selected: copy it with the keyboard.');
    }
  };
  return (
    <div class="as-text">
      <label for="share-text">{t('The same as text')}</label>
      <textarea id="share-text" readOnly rows={12} ref={field} value={text} />
      <Button small onClick={() => void copy()}>
        {t('Copy')}
      </Button>
      <p class="outcome" role="status">
        {words.value}
      </p>
    </div>
  );
}
