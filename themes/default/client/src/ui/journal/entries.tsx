/** What happened, newest first, by month: short, with a way to each. */

import { useState } from 'preact/hooks';
import { sayDay, sayMonth, sayWeekday, today } from '../../core/dates';
import { plural, t } from '../../core/words';
import { ENTRY, fieldOf } from '../../model/forms';
import { beginning, byMonth, dayOf, found, newestFirst, type Wanted } from '../../model/journal';
import { type Body, type Rec, text } from '../../model/record';
import { said } from '../../model/said';
import { theBook } from '../book';
import { Button, Heading, Row } from '../parts';
import { nameOf, numberOf } from '../plan/names';
import { Twice } from '../plan/small';
import { useSlot } from '../plan/slot';
import { href } from '../route';
import { EntryFields } from './fields';
import { Filter, NOTHING } from './filter';

const SHOWN = 50;

export function Entries() {
  const slot = useSlot('new-entry', (patch: Body) =>
    theBook().add('entry', { date: today(), ...patch }, {}, t('entry added')),
  );
  // the one that is being written stays in its fields
  const entries = theBook().all('entry').filter((one) => one.id !== slot.rec?.id);
  return (
    <>
      <div class="on-screen">
        <Row note={t('today')}>
          <Heading hushed>{t('Journal')}</Heading>
          <EntryFields slot={slot} />
          {slot.rec ? (
            <p class="buttons">
              <Button onClick={slot.clear}>{t('Write another')}</Button>
            </p>
          ) : null}
        </Row>
      </div>
      {entries.length > 0 ? <Kept entries={entries} /> : null}
    </>
  );
}

function Kept({ entries }: { readonly entries: readonly Rec[] }) {
  const [wanted, want] = useState<Wanted>(NOTHING);
  const [shown, show] = useState(SHOWN);
  const all = newestFirst(found(entries, wanted));
  const next = all[shown];
  const more = (): void => {
    show(shown + SHOWN);
    if (next) requestAnimationFrame(() => document.getElementById(`entry-${next.id}`)?.focus());
  };
  return (
    <section aria-label={t('Entries')}>
      {entries.length > 1 ? <Filter wanted={wanted} onWanted={want} found={all.length} of={entries.length} /> : null}
      {byMonth(all.slice(0, shown)).map(({ month, entries: some }) => (
        <div key={month}>
          <Row>
            <h2>{sayMonth(month)}</h2>
          </Row>
          {some.map((rec) => (
            <Short key={rec.id} rec={rec} />
          ))}
        </div>
      ))}
      {next ? (
        <Row>
          <p class="buttons">
            <Button onClick={more}>{plural('Show {n} more', 'Show {n} more', Math.min(SHOWN, all.length - shown))}</Button>
          </p>
        </Row>
      ) : null}
    </section>
  );
}

/** An entry as its beginning. */
function Short({ rec }: { readonly rec: Rec }) {
  const day = dayOf(rec);
  const mark = said(fieldOf(ENTRY, 'mark'), rec.body['mark']);
  const goal = theBook().get(text(rec.body, 'goal'));
  const words = beginning(text(rec.body, 'words')) || t('no words yet');
  return (
    <Row at={Number(day.slice(8))} note={sayWeekday(day)}>
      <p class="voice">
        <a id={`entry-${rec.id}`} href={href('journal', 'entry', rec.id)}>
          <span class="hush">{sayDay(day)}: </span>
          {words}
        </a>
      </p>
      <p class="soft small">{[mark, goal ? `${numberOf(goal)}, ${nameOf(goal, 40)}` : ''].filter(Boolean).join(' · ')}</p>
      <Twice rec={rec} />
    </Row>
  );
}
