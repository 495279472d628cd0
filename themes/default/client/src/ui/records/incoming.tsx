/** What a file of a workbook would bring, in figures, before any of it is taken in. */

import { useSignal } from '@preact/signals';
import type { Read } from '../../core/envelope';
import { mergePlan, recordsToTake, type Plan } from '../../core/merge';
import { site } from '../../core/site';
import { sayMoment } from '../../core/when';
import { t } from '../../core/words';
import { theBook } from '../book';
import { Button, Notice, Row } from '../parts';
import { href } from '../route';
import { counts, recordsInWords } from './counts';
import { keepBefore, putInPlace } from './in-place';
import { Arrived, SecondStep, toHeading } from './step';

type Workbook = Extract<Read, { kind: 'workbook' }>;

export function Incoming({ read, onCancel }: { readonly read: Workbook; readonly onCancel: () => void }) {
  const { file } = read;
  const book = theBook();
  // where there is nothing else to take in, that is what the file was opened for
  const back = useSignal(recordsToTake(mergePlan(book.everything(), file.records)).length === 0);
  const replaces = useSignal(false);
  const taken = useSignal<string | null>(null);
  if (taken.value !== null) return <Taken words={taken.value} />;
  const plan = mergePlan(book.everything(), file.records);
  const recs = recordsToTake(plan, { back: back.value });
  const take = async (): Promise<void> => {
    await keepBefore();
    book.take(recs, UNDO);
    await book.flush();
    taken.value = t('Taken in: {what}.', { what: brings(plan, back.peek()) });
  };
  const replace = async (): Promise<void> => {
    await putInPlace(file.records, UNDO);
    taken.value = t('All that is here now is what the file holds: {counts}.', { counts: countsOf(file.records) });
  };
  return (
    <>
      <About read={read} />
      <Row at={recs.length} note={t('to take in')}>
        {recs.length + plan.back.length === 0 ? <p>{t('All that is in this file is here already.')}</p> : null}
        <Brings plan={plan} />
        {plan.back.length > 0 ? (
          <label class="tick-line">
            <input type="checkbox" checked={back} onChange={() => (back.value = !back.peek())} />
            <span>{t('Bring back what was put away here')}</span>
          </label>
        ) : null}
        <div class="buttons">
          {recs.length > 0 ? (
            <Button main disabled={!book.writes.value} onClick={() => void take()}>
              {t('Take them in')}
            </Button>
          ) : null}
          <Button onClick={onCancel}>{t('Cancel')}</Button>
        </div>
      </Row>
      <Row>
        {replaces.value ? (
          <SecondStep
            words={t('What is here now is put away, and a copy of it is kept. In its place comes what the file holds: {records}.', {
              records: recordsInWords(file.records.filter((rec) => !rec.deleted).length),
            })}
            yes={t('Put it in place of what is here')}
            onYes={() => void replace()}
            onNo={() => (replaces.value = false)}
          />
        ) : (
          <Button small disabled={!book.writes.value} onClick={() => (replaces.value = true)}>
            {t('Replace everything here instead')}
          </Button>
        )}
      </Row>
    </>
  );
}

const UNDO = t('a file taken in');

const countsOf = (records: Workbook['file']['records']): string => counts(records.filter((rec) => !rec.deleted));

/** Where it comes from, when, and what is in it. */
function About({ read: { file, left } }: { readonly read: Workbook }) {
  const at = new Date(file.exported);
  const when = Number.isNaN(at.getTime()) ? t('at a time it does not say') : sayMoment(at);
  return (
    <Row note={t('the file')}>
      <Arrived>{t('Saved {when}. It holds {counts}.', { when, counts: countsOf(file.records) })}</Arrived>
      {file.site !== site.id ? (
        <Notice>
          <p>
            {file.site === ''
              ? t('It does not say which site it comes from. You may take it in all the same.')
              : t('It comes from another site, {site}. You may take it in all the same.', { site: file.site })}
          </p>
        </Notice>
      ) : null}
      {left > 0 ? (
        <Notice>
          <p>{t('{records} could not be read and are left out.', { records: recordsInWords(left) })}</p>
        </Notice>
      ) : null}
    </Row>
  );
}

const said = (n: number, words: string): string[] => (n > 0 ? [words] : []);

/** What would be done, in short: the words that also say what was done. */
function brings({ add, replace, both, back }: Plan, withBack: boolean): string {
  return [
    ...said(add.length, t('{n} new', { n: add.length })),
    ...said(replace.length, t('{n} newer', { n: replace.length })),
    ...said(both.length, t('{n} kept twice', { n: both.length })),
    ...said(withBack ? back.length : 0, t('{n} brought back', { n: back.length })),
  ].join(', ');
}

function Brings({ plan }: { readonly plan: Plan }) {
  const { add, replace, same, older, both, back } = plan;
  const lines = [
    ...said(add.length, t('{n} new', { n: add.length })),
    ...said(replace.length, t('{n} newer in the file', { n: replace.length })),
    ...said(same.length, t('{n} the same', { n: same.length })),
    ...said(older.length, t('{n} newer here', { n: older.length })),
    ...said(both.length, t('{n} changed in both places: both are kept', { n: both.length })),
    ...said(back.length, t('{n} put away here since', { n: back.length })),
  ];
  return (
    <ul class="brings">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** What was done, and the way back for as long as it is the last change. */
function Taken({ words }: { readonly words: string }) {
  const book = theBook();
  const undone = useSignal(false);
  const twice = book.everything().some((rec) => !rec.deleted && rec.body['copy_of']);
  return (
    <Row>
      <Arrived kind="outcome">{undone.value ? t('Taken back. All is as it was before.') : words}</Arrived>
      {twice && !undone.value ? (
        <p>
          <a href={href('records', 'twice')}>{t('Look at what is kept twice')}</a>
        </p>
      ) : null}
      {!undone.value && book.undoable.value === UNDO ? (
        <Button
          small
          onClick={() => {
            book.undo();
            undone.value = true;
            toHeading();
          }}
        >
          {t('Undo')}
        </Button>
      ) : null}
    </Row>
  );
}
