/** A file comes in: it is chosen, unlocked if need be, checked whole, looked at, and only then taken. */

import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { Progress, Unlocked } from '../../core/age';
import { readFile, type Read } from '../../core/envelope';
import { isLocked } from '../../core/locked';
import { t } from '../../core/words';
import type { Json } from '../../model/record';
import { theBook } from '../book';
import { NotHere, whenHere } from '../later';
import { Button, Heading, Notice, Row } from '../parts';
import { Brought } from '../shell/brought';
import { choosing } from './actions';
import { Incoming } from './incoming';
import { Passphrase, Show, Working } from './passphrase';
import { Arrived } from './step';

/** What is at hand: bytes that are locked, a text, or nothing yet. */
type Hand =
  | { readonly step: 'none'; readonly why: string }
  | { readonly step: 'locked'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly step: 'doubt'; readonly text: string; readonly why: string }
  | { readonly step: 'workbook'; readonly read: Extract<Read, { kind: 'workbook' }> }
  | { readonly step: 'share'; readonly value: Json };

const nothing = (why = ''): Hand => ({ step: 'none', why });

export function Open() {
  const hand = useSignal<Hand>(nothing());
  const now = hand.value;
  const drop = (): void => {
    hand.value = nothing();
  };
  return (
    <div class="ruled records">
      <Row>
        <Heading>{t('Open a file')}</Heading>
        {theBook().writes.value ? null : (
          <Notice>
            <p>{t('Another tab writes. You can look at a file here, and take it in there.')}</p>
          </Notice>
        )}
        {now.step === 'none' ? <Choose why={now.why} onFile={(file) => void looked(file).then((found) => (hand.value = found))} /> : null}
        {now.step === 'locked' ? (
          <Locked name={now.name} bytes={now.bytes} onCancel={drop} onText={(text) => (hand.value = readAs(text))} />
        ) : null}
        {now.step === 'doubt' ? (
          <Doubt why={now.why} onCancel={drop} onAnyway={() => (hand.value = readAs(now.text, true))} />
        ) : null}
      </Row>
      {now.step === 'workbook' ? <Incoming read={now.read} onCancel={drop} /> : null}
      {now.step === 'share' ? <Brought draw={({ Given }) => <Given value={now.value} onCancel={drop} />} /> : null}
    </div>
  );
}

async function looked(file: File): Promise<Hand> {
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (isLocked(bytes)) return { step: 'locked', name: file.name, bytes };
    return readAs(new TextDecoder().decode(bytes));
  } catch (error) {
    return nothing(t('This file could not be read: {why}', { why: String(error) }));
  }
}

function readAs(text: string, anyway = false): Hand {
  const read = readFile(text, { anyway });
  if (read.kind === 'workbook') return { step: 'workbook', read };
  if (read.kind === 'share') return { step: 'share', value: read.value };
  return read.anyway && !anyway ? { step: 'doubt', text, why: read.words } : nothing(read.words);
}

/** The browser's own field: any name will do, since phones know few kinds of files; what is in it is checked. */
function Choose({ why, onFile }: { readonly why: string; readonly onFile: (file: File) => void }) {
  const field = useRef<HTMLInputElement>(null);
  const wanted = choosing.value;
  useEffect(() => {
    if (!wanted) return;
    choosing.value = false;
    field.current?.click();
  }, [wanted]);
  return (
    <>
      <p class="measure">
        {t('A file of this workbook, locked or not, or a copy that somebody shared with you. You see first what it would bring.')}
      </p>
      <p class="ask-line">
        <label for="records-file">{t('File')}</label>
        <input
          id="records-file"
          type="file"
          ref={field}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) onFile(file);
            // the same one may be chosen again
            event.currentTarget.value = '';
          }}
        />
      </p>
      <p class="outcome" role="status">
        {why}
      </p>
    </>
  );
}

function Locked({
  name,
  bytes,
  onText,
  onCancel,
}: {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly onText: (text: string) => void;
  readonly onCancel: () => void;
}) {
  const typed = useSignal('');
  const shown = useSignal(false);
  const done = useSignal<number | null>(null);
  const words = useSignal('');
  const open = async (): Promise<void> => {
    if (done.peek() !== null) return;
    words.value = '';
    done.value = 0;
    const found = await unlocked(bytes, typed.peek(), (part) => (done.value = part));
    done.value = null;
    if (found.ok) onText(new TextDecoder().decode(found.bytes));
    else words.value = found.words;
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void open();
      }}
    >
      <Arrived>{t('{name} is locked with a passphrase.', { name })}</Arrived>
      <Passphrase label={t('Passphrase')} id="passphrase" value={typed} shown={shown.value} />
      <Show shown={shown} />
      <div class="buttons">
        <button type="submit" class="button main" disabled={done.value !== null}>
          {t('Open it')}
        </button>
        <Button onClick={onCancel}>{t('Another file')}</Button>
      </div>
      {done.value === null ? null : <Working done={done.value} words={t('Opening the file')} />}
      <p class="outcome" role="status">
        {words.value}
      </p>
    </form>
  );
}

/** What is in the file; or words, also where what unlocks it did not come. */
async function unlocked(bytes: Uint8Array, passphrase: string, onProgress: Progress): Promise<Unlocked> {
  try {
    const { unlock } = await whenHere();
    return await unlock(bytes, passphrase, onProgress);
  } catch (error) {
    if (error instanceof NotHere) return { ok: false, words: error.message, again: true };
    throw error;
  }
}

function Doubt({
  why,
  onAnyway,
  onCancel,
}: {
  readonly why: string;
  readonly onAnyway: () => void;
  readonly onCancel: () => void;
}) {
  return (
    <>
      <Notice>
        <Arrived>{why}</Arrived>
      </Notice>
      <p class="measure">{t('You may look at what can be read of it. What cannot be read is left out.')}</p>
      <div class="buttons">
        <Button onClick={onAnyway}>{t('Look at what can be read')}</Button>
        <Button onClick={onCancel}>{t('Another file')}</Button>
      </div>
    </>
  );
}
