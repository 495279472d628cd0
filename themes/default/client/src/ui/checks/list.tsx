/** Every worksheet there is: those that reckon something first, then the others by session. */

import { sayDay } from '../../core/dates';
import { packOf, site } from '../../core/site';
import { t } from '../../core/words';
import { dayOf, ofSheet } from '../../model/answers';
import type { Sheet } from '../../model/sheet';
import { theBook } from '../book';
import { Heading, Page, Row } from '../parts';
import { href } from '../route';

export function List() {
  const checks = site.sheets.filter((sheet) => sheet.scoring.length > 0);
  const others = site.sheets.filter((sheet) => sheet.scoring.length === 0);
  const packs = [...new Set(others.map(home))].sort((a, b) => (a === '' ? -1 : b === '' ? 1 : 0));
  return (
    <Page>
      <Row>
        <Heading>{t('Self-checks')}</Heading>
        <p class="measure">
          {t('Your own answers, your own reading. What a sheet adds up is shown with its rule, and nobody else sees it.')}
        </p>
      </Row>
      <Sheets sheets={checks} />
      {packs.map((pack) => (
        <Sheets
          key={pack}
          title={pack === '' ? t('Other sheets') : t('Sheets of “{pack}”', { pack: packOf(pack)?.title ?? pack })}
          sheets={others.filter((sheet) => home(sheet) === pack)}
        />
      ))}
    </Page>
  );
}

/** The session that a sheet belongs to; none for what several use. */
const home = ({ id, packs }: Sheet): string => (id.includes('/') ? (packs[0] ?? id.slice(0, id.indexOf('/'))) : '');

function Sheets({ title, sheets }: { readonly title?: string; readonly sheets: readonly Sheet[] }) {
  if (sheets.length === 0) return null;
  return (
    <section class="block">
      {title ? (
        <Row>
          <h2>{title}</h2>
        </Row>
      ) : null}
      <div class="rows">
        {sheets.map((sheet) => (
          <Entry key={sheet.id} sheet={sheet} Title={title ? 'h3' : 'h2'} />
        ))}
      </div>
    </section>
  );
}

function Entry({ sheet, Title }: { readonly sheet: Sheet; readonly Title: 'h2' | 'h3' }) {
  const kept = ofSheet(theBook().all('answers'), sheet.id);
  const last = kept.at(-1);
  return (
    <Row at={kept.length > 0 ? kept.length : undefined} note={kept.length > 0 ? t('kept') : undefined}>
      <Title class="entry-title" lang={sheet.language === site.language ? undefined : sheet.language}>
        <a href={href('checks', sheet.id)}>{sheet.title}</a>
      </Title>
      <p class="measure" lang={sheet.language === site.language ? undefined : sheet.language}>
        {sheet.intro}
      </p>
      {last ? (
        <p class="soft small">{t('The last one is of {day}.', { day: sayDay(dayOf(last)) })}</p>
      ) : null}
    </Row>
  );
}
