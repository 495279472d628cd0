/** Beside a worksheet: the others of its kind that are kept, and the other self-checks. */

import { sayDay } from '../../core/dates';
import { site } from '../../core/site';
import { t } from '../../core/words';
import { dayOf, ofSheet } from '../../model/answers';
import type { Rec } from '../../model/record';
import type { Sheet } from '../../model/sheet';
import { theBook } from '../book';
import { href } from '../route';

export function Beside({ sheet, rec }: { readonly sheet: Sheet; readonly rec?: Rec }) {
  const kept = ofSheet(theBook().all('answers'), sheet.id);
  const checks = site.sheets.filter(({ scoring }) => scoring.length > 0);
  return (
    <>
      {rec ? (
        <section class="on-screen">
          <h2>{sheet.title}</h2>
          <ul class="ways-on">
            <li>
              <a href={href('checks', sheet.id)}>{t('All of this kind, and what changed')}</a>
            </li>
            {[...kept].reverse().map((one) => (
              <li key={one.id}>
                <Way to={href('checks', sheet.id, one.id)} here={one.id === rec.id} words={sayDay(dayOf(one))} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section class="on-screen">
        <h2>{t('Self-checks')}</h2>
        <ul class="ways-on">
          {checks.map((one) => (
            <li key={one.id}>
              <Way to={href('checks', one.id)} here={!rec && one.id === sheet.id} words={one.title} />
            </li>
          ))}
          <li>
            <a href={href('checks')}>{t('All sheets')}</a>
          </li>
        </ul>
      </section>
    </>
  );
}

/** A way on; where it leads here, it is bold. */
function Way({ to, here, words }: { readonly to: string; readonly here: boolean; readonly words: string }) {
  return (
    <a href={to} aria-current={here ? 'page' : undefined}>
      {words}
    </a>
  );
}
