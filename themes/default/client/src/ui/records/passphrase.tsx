/** A passphrase: typed twice for a new one, shown as dots, with a way to see it. */

import { type Signal, useSignal } from '@preact/signals';
import { t } from '../../core/words';
import { later } from '../later';

/** What a form for a new passphrase holds; empty words where none is wanted. */
export interface NewPassphrase {
  readonly wanted: Signal<boolean>;
  readonly first: Signal<string>;
  readonly second: Signal<string>;
}

export function useNewPassphrase(wanted: boolean): NewPassphrase {
  return { wanted: useSignal(wanted), first: useSignal(''), second: useSignal('') };
}

/** Why no file can be made with it, in words; empty where one can. */
export function doubtsOf({ wanted, first, second }: NewPassphrase): string {
  if (!wanted.value) return '';
  if (first.value === '') return t('Type a passphrase, or untick the box.');
  return first.value === second.value ? '' : t('The two passphrases are not the same.');
}

export const passphraseIn = ({ wanted, first }: NewPassphrase): string => (wanted.value ? first.value : '');

export function forget({ first, second }: NewPassphrase): void {
  first.value = '';
  second.value = '';
}

/** The box that asks for one, and the two lines. */
export function ChoosePassphrase({ of }: { readonly of: NewPassphrase }) {
  const { wanted, first, second } = of;
  const shown = useSignal(false);
  return (
    <div class="passphrase">
      <label class="tick-line">
        <input type="checkbox" checked={wanted} onChange={() => (wanted.value = !wanted.peek())} />
        <span>{t('Lock the file with a passphrase')}</span>
      </label>
      {wanted.value ? (
        <>
          <p class="measure">
            {t('Without the passphrase nobody can open the file. There is no recovery, not even by us.')}{' '}
            {t('Four or five words that do not belong together are a good one.')}
          </p>
          <Passphrase label={t('Passphrase')} id="passphrase" value={first} shown={shown.value} />
          <Passphrase label={t('The same once more')} id="passphrase-again" value={second} shown={shown.value} />
          <Show shown={shown} />
        </>
      ) : null}
    </div>
  );
}

export function Show({ shown }: { readonly shown: Signal<boolean> }) {
  return (
    <label class="tick-line">
      <input type="checkbox" checked={shown} onChange={() => (shown.value = !shown.peek())} />
      <span>{t('Show what I type')}</span>
    </label>
  );
}

export function Passphrase({
  label,
  id,
  value,
  shown,
}: {
  readonly label: string;
  readonly id: string;
  readonly value: Signal<string>;
  readonly shown: boolean;
}) {
  return (
    <p class="ask-line">
      <label for={id}>{label}</label>
      <input
        id={id}
        {...(shown ? ({ type: 'text' } as const) : ({ type: 'password' } as const))}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        value={value.value}
        onInput={(event) => {
          value.value = event.currentTarget.value;
        }}
      />
    </p>
  );
}

/** How far locking or unlocking has come; before that, that what does it is not here yet. */
export function Working({ done, words }: { readonly done: number; readonly words: string }) {
  return (
    <p class="working">
      <label>
        {later.value === 'coming' ? t('Waiting for what locks and unlocks files') : words} <progress value={done} />
      </label>
    </p>
  );
}
