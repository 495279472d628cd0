/** What is kept in this browser, since when and where; and what can be done with it. */

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { sayMoment } from '../../core/when';
import { plural, t } from '../../core/words';
import type { Rec } from '../../model/record';
import { theBook } from '../book';
import { Button, Heading, Notice, Row } from '../parts';
import { href } from '../route';
import { openFile, saveToFile } from './actions';
import { counts } from './counts';
import { keptTwice, useRecs } from './recs';

export function Home() {
  const recs = useRecs();
  const twice = keptTwice(recs).length;
  const others = recs.filter((rec) => rec.type === 'shared').length;
  return (
    <div class="ruled records">
      {recs.length === 0 ? <Nothing /> : <Kept recs={recs} />}
      {twice > 0 ? <KeptTwice n={twice} /> : null}
      <Row note={t('to others, and on paper')}>
        <ul class="rec-ways">
          <Way to="share" name={t('Share a chosen part')}>
            {t('Private lines are left out, and you see first what they will see.')}
          </Way>
          <Way to="print" name={t('Print')}>
            {t('What you wrote, or blank; in large print too.')}
          </Way>
          <Way to="tables" name={t('Tables for a spreadsheet')} />
        </ul>
      </Row>
      <Beside others={others} />
      <Row note={t('to remove')}>
        <ul class="rec-ways">
          <Way to="finish" name={t('Finish on a shared device')}>
            {t('A file for you, and nothing left here.')}
          </Way>
          <Way to="delete" name={t('Delete everything')} />
        </ul>
      </Row>
    </div>
  );
}

function Nothing() {
  return (
    <Row>
      <Heading hushed>{t('Records')}</Heading>
      <p>{t('Nothing is kept in this browser yet.')}</p>
      <div class="buttons">
        <Button main onClick={openFile}>
          {t('Open a file')}
        </Button>
      </div>
    </Row>
  );
}

/** How much of what is kept, since when, and where. */
function Kept({ recs }: { readonly recs: readonly Rec[] }) {
  return (
    <Row at={recs.length} note={plural('record', 'records', recs.length)}>
      <Heading hushed>{t('Records')}</Heading>
      <p>{counts(recs)}.</p>
      <Times />
      <p class="measure">{where()}</p>
      <div class="buttons">
        <Button main onClick={() => void saveToFile()}>
          {t('Save to a file')}
        </Button>
        <Button onClick={openFile}>{t('Open a file')}</Button>
      </div>
    </Row>
  );
}

/** When it was changed, and when it last went into a file. */
function Times() {
  const book = theBook();
  const { at } = book.saving.value;
  const { backup } = book.meta.value;
  if (!at) return null;
  const saved = new Date(backup ?? '');
  return (
    <p class="soft">
      {t('Last changed {when}.', { when: sayMoment(at) })}{' '}
      {Number.isNaN(saved.getTime())
        ? t('Not saved to a file yet.')
        : t('Last saved to a file {when}.', { when: sayMoment(saved) })}
    </p>
  );
}

function where(): string {
  if (theBook().shelf.kind === 'memory') {
    return t('All of it is on this page, and nowhere else: it is gone when the page closes. A file keeps it.');
  }
  return t('All of it is in this browser on this device, and nowhere else. To have it on another device, save it to a file here and open that file there.');
}

function Way({
  to,
  name,
  children,
}: {
  readonly to: string;
  readonly name: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <li>
      <a href={href('records', to)}>{name}</a>
      {children ? <p class="soft small">{children}</p> : null}
    </li>
  );
}

function KeptTwice({ n }: { readonly n: number }) {
  return (
    <Row>
      <Notice>
        <p>
          {plural('{n} record was changed in two places and is kept twice.', '{n} records were changed in two places and are kept twice.', n)}{' '}
          <a href={href('records', 'twice')}>{t('Look at both')}</a>
        </p>
      </Notice>
    </Row>
  );
}

/** What is kept besides one's own records: copies from others, and copies from before. */
function Beside({ others }: { readonly others: number }) {
  const before = useSignal(0);
  useEffect(() => {
    void theBook()
      .shelf.snapshots()
      .then((kept) => (before.value = kept.length));
  }, []);
  if (others + before.value === 0) return null;
  return (
    <Row note={t('kept beside them')}>
      <ul class="rec-ways">
        {others > 0 ? (
          <Way to="others" name={plural('{n} copy from somebody else', '{n} copies from somebody else', others)} />
        ) : null}
        {before.value > 0 ? (
          <Way to="before" name={plural('{n} copy of everything from before', '{n} copies of everything from before', before.value)} />
        ) : null}
      </ul>
    </Row>
  );
}
