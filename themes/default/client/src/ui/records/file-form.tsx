/** A file on its way out: locked if that is wanted, and then named, so that it can be found. */

import { useSignal } from '@preact/signals';
import type { Progress } from '../../core/age';
import { t } from '../../core/words';
import { NotHere } from '../later';
import { savedAs } from './actions';
import { ChoosePassphrase, doubtsOf, forget, passphraseIn, useNewPassphrase, Working } from './passphrase';

export function FileForm({
  button,
  make,
  main = false,
  disabled = false,
  locks = false,
  whenLocked,
}: {
  readonly button: string;
  /** Makes the file and gives its name; an empty passphrase leaves it open. */
  readonly make: (passphrase: string, onProgress: Progress) => Promise<string>;
  readonly main?: boolean;
  readonly disabled?: boolean;
  /** Whether it begins with a passphrase. */
  readonly locks?: boolean;
  readonly whenLocked?: string;
}) {
  const passphrase = useNewPassphrase(locks);
  const done = useSignal<number | null>(null);
  const words = useSignal('');
  const save = async (): Promise<void> => {
    words.value = doubtsOf(passphrase);
    if (words.peek() !== '' || done.peek() !== null) return;
    done.value = 0;
    try {
      words.value = savedAs(await make(passphraseIn(passphrase), (part) => (done.value = part)));
      forget(passphrase);
    } catch (error) {
      words.value = error instanceof NotHere ? error.message : t('The file could not be made: {why}', { why: String(error) });
    }
    done.value = null;
  };
  const wanted = passphrase.wanted.value;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ChoosePassphrase of={passphrase} />
      {wanted && whenLocked ? <p class="measure">{whenLocked}</p> : null}
      <div class="buttons">
        <button type="submit" class={main ? 'button main' : 'button'} disabled={disabled || done.value !== null}>
          {button}
        </button>
      </div>
      {wanted && done.value !== null ? <Working done={done.value} words={t('Locking the file')} /> : null}
      <p class="outcome" role="status">
        {words.value}
      </p>
    </form>
  );
}
