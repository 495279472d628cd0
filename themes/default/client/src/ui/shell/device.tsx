/** What is asked before anything is kept, and before another's work is shown. */

import { useState } from 'preact/hooks';
import { site } from '../../core/site';
import { t } from '../../core/words';
import { sayMoment } from '../../core/when';
import { theBook } from '../book';
import { Heading } from '../parts';
import { finish } from '../records/actions';

/** Whose device is it? Asked at the top of the page, once. */
export function WhoseDevice() {
  const answer = (device: 'own' | 'shared') => (): void => {
    beHere();
    void theBook().setMeta({ device });
  };
  return (
    <section class="first-question">
      <Heading>{t('Is this your own device, or a shared one?')}</Heading>
      <p class="measure">
        {t('What you write stays in this browser, on this device, and is sent nowhere. So it matters who else uses it.')}
      </p>
      <ul class="device-ways">
        <li>
          <button type="button" class="button" onClick={answer('own')}>
            {t('My own device')}
          </button>
          <p>{t('Everything is kept here until you delete it. Save to a file now and then, in case the browser is cleared.')}</p>
        </li>
        <li>
          <button type="button" class="button" onClick={answer('shared')}>
            {t('A shared device')}
          </button>
          <p>
            {t('It is kept here while you work. At the end, Finish saves everything to a file of yours and leaves nothing behind.')}
          </p>
        </li>
      </ul>
    </section>
  );
}

/** On a shared device: what another person, or this one on another day, has left. */
export function Found({ onGoOn }: { readonly onGoOn: () => void }) {
  const { at } = theBook().saving.value;
  const goOn = (): void => {
    beHere();
    onGoOn();
  };
  return (
    <section class="first-question">
      <Heading>
        {at
          ? t('Somebody’s work is kept here, last changed {when}.', { when: sayMoment(at) })
          : t('Somebody’s work is kept here.')}
      </Heading>
      <div class="buttons">
        <button type="button" class="button" onClick={goOn}>
          {t('Go on with it')}
        </button>
        <button type="button" class="button" onClick={() => void finish()}>
          {t('Save it to a file and clear')}
        </button>
      </div>
    </section>
  );
}

/** Whether somebody's work is here that this session of the browser has not seen yet. */
export function useFound(): readonly [boolean, () => void] {
  const book = theBook();
  const [left, setLeft] = useState(() => {
    const found = book.meta.peek().device === 'shared' && book.saving.peek().state !== 'empty' && !wasHere();
    if (!found && book.meta.peek().device === 'shared') beHere();
    return found;
  });
  return [left && book.saving.value.state !== 'empty', () => setLeft(false)];
}

const SIGN = `peerpress-${site.id}-here`;

function wasHere(): boolean {
  try {
    return sessionStorage.getItem(SIGN) !== null;
  } catch {
    return false;
  }
}

function beHere(): void {
  try {
    sessionStorage.setItem(SIGN, 'yes');
  } catch {
    // without it the question comes again, which does no harm
  }
}
