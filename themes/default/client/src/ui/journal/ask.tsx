/** A question, when it comes: from any page in two actions, kept from its first letter on. */

import { useEffect } from 'preact/hooks';
import { today } from '../../core/dates';
import { packOf, sheetOf, site } from '../../core/site';
import { t } from '../../core/words';
import { fieldOf, QUESTION } from '../../model/forms';
import type { Body } from '../../model/record';
import { theBook } from '../book';
import { Button, Heading, Row } from '../parts';
import { Bound, useSlot } from '../plan/slot';
import { href } from '../route';

const KEY = 'new-question';

export function Ask({ from }: { readonly from: string }) {
  const page = pageOf(from);
  const slot = useSlot(KEY, (patch: Body) =>
    theBook().add('question', { from: page.title, date: today(), ...patch }, {}, t('question added')),
  );
  const focus = (): void => document.getElementById(`${KEY}-words`)?.focus();
  useEffect(focus, []);
  const another = (): void => {
    slot.clear();
    requestAnimationFrame(focus);
  };
  return (
    <Row note={t('question')}>
      <Heading hushed>{t('A question')}</Heading>
      <Bound slot={slot} field={{ ...fieldOf(QUESTION, 'words'), lines: 2 }} large />
      <Bound slot={slot} field={fieldOf(QUESTION, 'from')} start={page.title} />
      <div class="buttons">
        {page.url === null ? null : (
          <a class="button" href={page.url}>
            {t('Back to {page}', { page: page.title })}
          </a>
        )}
        {slot.rec ? <Button onClick={another}>{t('Another question')}</Button> : null}
        <a class="button" href={href('journal', 'questions')}>
          {t('All my questions')}
        </a>
      </div>
    </Row>
  );
}

/** What the address calls a page by: the id of a pack or a sheet, or its name in words. */
function pageOf(from: string): { readonly title: string; readonly url: string | null } {
  const known = packOf(from) ?? sheetOf(from) ?? (Object.hasOwn(site.pages, from) ? site.pages[from] : undefined);
  return known ?? { title: from.slice(0, 200), url: null };
}
