/** One worksheet: a new one, those that are kept, and what changed from one to the next. */

import { useState } from 'preact/hooks';
import { sayDay, today } from '../../core/dates';
import { t } from '../../core/words';
import { dayOf, momentWords, ofSheet } from '../../model/answers';
import type { Rec } from '../../model/record';
import type { Sheet } from '../../model/sheet';
import { theBook } from '../book';
import { Button, Heading, Page, Row, useFocusOn } from '../parts';
import { go, href } from '../route';
import { Beside } from './aside';
import { ChangeOverTime } from './change';

export function SheetPage({ sheet }: { readonly sheet: Sheet }) {
  const kept = ofSheet(theBook().all('answers'), sheet.id);
  const only = sheet.repeatable ? undefined : kept.at(-1);
  const begin = (): void => go('checks', sheet.id, only?.id ?? newOne(sheet));
  return (
    <Page aside={<Beside sheet={sheet} />}>
      <Row note={audience(sheet)}>
        <Heading>{sheet.title}</Heading>
        <p class="measure">{sheet.intro}</p>
        <div class="buttons actions">
          <Button main onClick={begin}>
            {only ? t('Go on with it') : kept.length > 0 ? t('Fill in a new one') : t('Fill it in')}
          </Button>
          {sheet.url === null ? null : (
            <a class="button" href={sheet.url}>
              {t('Print it blank')}
            </a>
          )}
        </div>
      </Row>
      {kept.length > 0 ? <Kept sheet={sheet} kept={kept} /> : null}
      <ChangeOverTime sheet={sheet} kept={kept} />
    </Page>
  );
}

function audience({ audience: whom }: Sheet): string {
  if (whom === 'self') return t('for yourself');
  return whom === 'pair' ? t('for two') : t('for the group');
}

/** Make a sheet with today on it, and return its id. */
function newOne(sheet: Sheet): string {
  const pack = sheet.id.includes('/') ? (sheet.packs[0] ?? null) : null;
  const about = { sheet: sheet.id, sheet_version: sheet.version, pack };
  return theBook().add('answers', { date: today() }, about, t('new sheet'));
}

/** So many are listed at first: who has more seldom wants the oldest. */
const FIRST = 20;

/** The last one first; the older ones when they are asked for. */
function Kept({ sheet, kept }: { readonly sheet: Sheet; readonly kept: readonly Rec[] }) {
  const [all, showAll] = useState(false);
  const focusOn = useFocusOn();
  const newest = [...kept].reverse();
  const listed = all ? newest : newest.slice(0, FIRST);
  const more = (): void => {
    showAll(true);
    focusOn('kept-next');
  };
  const remove = (rec: Rec): void => {
    theBook().remove(rec.id, t('sheet of {day} deleted', { day: sayDay(dayOf(rec), 'short') }));
    focusOn('kept-sheets');
  };
  return (
    <section class="block">
      <Row>
        <h2 id="kept-sheets" tabIndex={-1}>
          {t('Kept here')}
        </h2>
        <ul class="kept-sheets">
          {listed.map((rec, at) => (
            <li key={rec.id}>
              <p>
                <a id={at === FIRST ? 'kept-next' : undefined} href={href('checks', sheet.id, rec.id)}>{sayDay(dayOf(rec))}</a> <Notes sheet={sheet} rec={rec} />
              </p>
              <Button small label={t('Delete the sheet of {day}', { day: sayDay(dayOf(rec)) })} onClick={() => remove(rec)}>
                {t('Delete')}
              </Button>
            </li>
          ))}
        </ul>
        {listed.length < kept.length ? (
          <Button small onClick={more}>
            {t('Show all {n}', { n: kept.length })}
          </Button>
        ) : null}
      </Row>
    </section>
  );
}

function Notes({ sheet, rec }: { readonly sheet: Sheet; readonly rec: Rec }) {
  const other = rec.sheet_version !== sheet.version;
  const notes = [
    momentWords(sheet, rec),
    other ? t('version {version} of the sheet', { version: rec.sheet_version ?? '–' }) : '',
    'copy_of' in rec.body ? t('a copy from another device') : '',
  ];
  return <span class="soft">{notes.filter(Boolean).join('; ')}</span>;
}
