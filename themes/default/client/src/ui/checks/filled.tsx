/** One filled-in worksheet: its questions with their answers, and what they come to. */

import { sayDay } from '../../core/dates';
import { t } from '../../core/words';
import { asksDate, dayOf } from '../../model/answers';
import { day } from '../../model/make';
import { says, type Rec } from '../../model/record';
import { plain } from '../../model/said';
import type { Sheet } from '../../model/sheet';
import { theBook } from '../book';
import { Answer } from '../field';
import { printPage } from '../paper';
import { Button, Heading, Notice, Page, Row } from '../parts';
import { go } from '../route';
import { Beside } from './aside';
import { CarryOver } from './carry';
import { Scores } from './scores';

const DATE = day('date', t('Date'), 'private');

export function Filled({ sheet, rec }: { readonly sheet: Sheet; readonly rec: Rec }) {
  const remove = (): void => {
    theBook().remove(rec.id, t('sheet of {day} deleted', { day: sayDay(dayOf(rec), 'short') }));
    go('checks', sheet.id);
  };
  return (
    <Page aside={<Beside sheet={sheet} rec={rec} />}>
      <Row note={sayDay(dayOf(rec), 'short')}>
        <Heading>{sheet.title}</Heading>
        <p class="measure">{sheet.intro}</p>
        <OtherVersion sheet={sheet} rec={rec} />
      </Row>
      {asksDate(sheet) ? null : <Answer rec={rec} field={DATE} at="" />}
      {sheet.fields.map((field, index) => (
        <div class="numbered" key={field.id}>
          <Row at={index + 1}>
            <Answer rec={rec} field={field} />
            <CarryOver sheet={sheet} rec={rec} field={field} />
          </Row>
        </div>
      ))}
      <Strange sheet={sheet} rec={rec} />
      <Scores sheet={sheet} body={rec.body} />
      <Row>
        {sheet.after ? <p class="measure">{sheet.after}</p> : null}
        <div class="buttons actions">
          <Button onClick={() => printPage()}>{t('Print what I wrote')}</Button>
          <Button onClick={() => printPage(true)}>{t('Print with lines where it is empty')}</Button>
          <Button onClick={remove}>{t('Delete this sheet')}</Button>
        </div>
      </Row>
    </Page>
  );
}

function OtherVersion({ sheet, rec }: { readonly sheet: Sheet; readonly rec: Rec }) {
  if (rec.sheet_version === sheet.version) return null;
  const versions = { theirs: rec.sheet_version ?? '–', ours: sheet.version };
  return (
    <Notice>
      <p>
        {t('This was written on version {theirs} of the sheet; these are the questions of version {ours}. They may read differently.', versions)}
      </p>
    </Notice>
  );
}

/** What is kept and has no question here: another version's answers are not hidden. */
function Strange({ sheet, rec }: { readonly sheet: Sheet; readonly rec: Rec }) {
  const known = ['date', 'moment', 'copy_of', 'order', ...sheet.fields.map(({ id }) => id)];
  const found = Object.entries(rec.body).filter(([id, value]) => !known.includes(id) && says(value));
  if (found.length === 0) return null;
  return (
    <Row>
      <h2>{t('Also kept, with no question on this version')}</h2>
      {found.map(([id, value]) => (
        <p key={id}>
          {id}: <span class="voice">{plain(value)}</span>
        </p>
      ))}
    </Row>
  );
}
