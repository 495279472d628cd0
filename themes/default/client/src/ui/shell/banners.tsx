/** What somebody should know while it lasts: where it cannot be kept, which tab writes, what went wrong. */

import { useState } from 'preact/hooks';
import type { Booted } from '../../core/boot';
import { t } from '../../core/words';
import { theBook } from '../book';
import { Button, Notice } from '../parts';
import { WayOut } from './way-out';

export function Banners({ booted }: { readonly booted: Booted }) {
  const trouble = booted.trouble.value;
  const shelf = shelfWords(booted.kind);
  return (
    <>
      {theBook().saving.value.state === 'failed' ? (
        <Notice>
          <p>{t('This browser did not take what you wrote. It is still on this page: save to a file before you close it.')}</p>
        </Notice>
      ) : null}
      {shelf === '' ? null : (
        <Notice>
          <p>{shelf}</p>
        </Notice>
      )}
      {theBook().writes.value || (trouble && trouble.what !== 'unreadable') ? null : <Elsewhere takeOver={() => booted.takeOver()} />}
      {trouble === null ? null : (
        <Notice>
          <p>{trouble.words}</p>
          <WayOut />
        </Notice>
      )}
    </>
  );
}

function shelfWords(kind: Booted['kind']): string {
  if (kind === 'memory') {
    return t('This browser keeps nothing for this page, perhaps because it is private. What you write is gone when the page closes: save to a file before you go.');
  }
  if (kind === 'localstorage') {
    return t('This browser has little room for this page and may lose the last words if it stops. Save to a file often.');
  }
  return '';
}

function Elsewhere({ takeOver }: { readonly takeOver: () => Promise<void> }) {
  const [busy, setBusy] = useState(false);
  const use = (): void => {
    setBusy(true);
    void takeOver().finally(() => setBusy(false));
  };
  return (
    <Notice>
      <p>{t('Open in another tab. Here you can read; what you write belongs there.')}</p>
      <Button small onClick={use} disabled={busy}>
        {t('Use here')}
      </Button>
    </Notice>
  );
}
