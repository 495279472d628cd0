/** The room Self-checks: every worksheet, filled in here and reckoned as one would with a pencil. */

import { sheetOf } from '../../core/site';
import { t } from '../../core/words';
import { theBook } from '../book';
import { Heading } from '../parts';
import { href } from '../route';
import { Filled } from './filled';
import { List } from './list';
import { SheetPage } from './sheet';

export function Checks({ path }: { readonly path: readonly string[] }) {
  const [id = '', filled = ''] = path;
  if (id === '') return <List />;
  const sheet = sheetOf(id);
  if (!sheet) return <NotHere words={t('This worksheet is not in this workbook.')} />;
  const rec = theBook().get(filled);
  if (rec && rec.sheet === sheet.id) return <Filled sheet={sheet} rec={rec} />;
  return filled === '' ? <SheetPage sheet={sheet} /> : <NotHere words={t('This one is not kept here any more.')} back={sheet.id} />;
}

function NotHere({ words, back }: { readonly words: string; readonly back?: string }) {
  return (
    <div class="block">
      <Heading>{words}</Heading>
      <p>
        <a href={back === undefined ? href('checks') : href('checks', back)}>{t('Back')}</a>
      </p>
    </div>
  );
}
