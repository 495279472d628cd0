/** One learning cycle, numbered along its round; those before it stay readable below. */

import { sayDay, today } from '../../core/dates';
import { t } from '../../core/words';
import { CYCLE } from '../../model/forms';
import { dayOf, round } from '../../model/journal';
import { type Body, type Rec, says, text } from '../../model/record';
import { theBook } from '../book';
import { Button, Heading, Row } from '../parts';
import { Bound, type Slot, slotOf, useNew } from '../plan/slot';
import { Read } from '../plan/thing';
import { go, href } from '../route';
import { Missing } from './entry';
import { NextTime } from './fields';

export function Cycle({ id }: { readonly id: string }) {
  const rec = theBook().get(id);
  if (id === 'new') return <NewCycle />;
  return rec?.type === 'cycle' ? <Round slot={slotOf(rec)} /> : <Missing />;
}

function NewCycle() {
  const add = (patch: Body): string =>
    theBook().add('cycle', { date: today(), ...patch }, {}, t('learning cycle added'));
  return <Round slot={useNew('new-cycle', 'happened', add, (id) => href('journal', 'cycle', id))} />;
}

function Round({ slot }: { readonly slot: Slot }) {
  const { rec } = slot;
  const way = rec ? round(theBook().all('cycle'), rec) : [];
  const n = Math.max(way.length, 1);
  const before = way.at(-2);
  return (
    <>
      <Row at={n} note={t('round')}>
        <Heading>{t('Learning cycle {n}', { n })}</Heading>
        {before ? <Carried before={before} /> : null}
        {CYCLE.fields.map((field) => (
          <Bound key={field.id} slot={slot} field={field} start={field.id === 'date' ? today() : null} />
        ))}
        {rec ? <NextTime of={rec} /> : null}
        {rec ? <On cycle={rec} /> : null}
      </Row>
      {way
        .slice(0, -1)
        .map((one, at) => <Earlier key={one.id} cycle={one} n={at + 1} />)
        .reverse()}
    </>
  );
}

/** The trial that this cycle looks back on. */
function Carried({ before }: { readonly before: Rec }) {
  const trial = text(before.body, 'trial').trim();
  const plan = says(before.body['then']);
  if (trial === '' && !plan) return null;
  return (
    <div class="carried">
      <p class="soft">{t('My trial was')}</p>
      {trial === '' ? null : <p class="voice">{trial}</p>}
      {plan ? (
        <p class="voice">{t('{when}: {then}', { when: text(before.body, 'if'), then: text(before.body, 'then') })}</p>
      ) : null}
    </div>
  );
}

function On({ cycle }: { readonly cycle: Rec }) {
  const book = theBook();
  const next = book.all('cycle').find(({ body }) => body['after'] === cycle.id);
  const again = (): void =>
    go('journal', 'cycle', book.add('cycle', { after: cycle.id, date: today() }, {}, t('learning cycle added')));
  const remove = (): void => {
    book.remove(cycle.id, t('learning cycle deleted'));
    go('journal', 'cycles');
  };
  return (
    <p class="buttons">
      {next ? (
        <a class="button" href={href('journal', 'cycle', next.id)}>
          {t('On to the next cycle')}
        </a>
      ) : (
        <Button onClick={again}>{t('Go round again')}</Button>
      )}
      <Button onClick={remove}>{t('Delete this cycle')}</Button>
    </p>
  );
}

/** A cycle to read: what was answered, and nothing else. */
function Earlier({ cycle, n }: { readonly cycle: Rec; readonly n: number }) {
  return (
    <Row at={n} note={sayDay(dayOf(cycle), 'short')}>
      <h2>
        <a href={href('journal', 'cycle', cycle.id)}>{t('Cycle {n}', { n })}</a>
      </h2>
      <Read form={CYCLE} body={cycle.body} />
    </Row>
  );
}
