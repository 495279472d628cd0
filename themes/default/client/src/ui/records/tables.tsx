/** Everything as tables for a spreadsheet, one file for each. */

import { useSignal } from '@preact/signals';
import { today } from '../../core/dates';
import { plural, t } from '../../core/words';
import { csv } from '../../io/csv';
import { fileName } from '../../io/file-name';
import { capital } from '../../io/share';
import { type Named, tablesOf } from '../../io/tables';
import { Button, Heading, Row } from '../parts';
import { savedAs } from './actions';
import { saved } from './file';
import { useRecs } from './recs';

export function Tables() {
  const tables = tablesOf(useRecs());
  const words = useSignal('');
  const save = ({ id, table }: Named): void => {
    words.value = savedAs(saved(fileName(id, today(), 'csv'), csv(table), 'text/csv;charset=utf-8'));
  };
  return (
    <div class="ruled records">
      <Row>
        <Heading>{t('Tables for a spreadsheet')}</Heading>
        <p class="measure">
          {t('A file for each kind of record, private lines too. What would be worked out as a formula begins with an apostrophe.')}
        </p>
        {tables.length === 0 ? <p>{t('Nothing is kept in this browser yet.')}</p> : null}
        <p class="outcome" role="status">
          {words.value}
        </p>
      </Row>
      {tables.map((one) => (
        <Row key={one.id} at={one.table.length - 1} note={plural('line', 'lines', one.table.length - 1)}>
          <div class="table-line">
            <h2 class="from">{capital(one.title)}</h2>
            <Button small label={t('Save the table: {what}', { what: one.title })} onClick={() => save(one)}>
              {t('Save the table')}
            </Button>
          </div>
        </Row>
      ))}
    </div>
  );
}
