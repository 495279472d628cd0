/** One entry on a page of its own. */

import { sayDay } from '../../core/dates';
import { t } from '../../core/words';
import { dayOf } from '../../model/journal';
import { theBook } from '../book';
import { Button, Heading, Row } from '../parts';
import { slotOf } from '../plan/slot';
import { go, href } from '../route';
import { EntryFields } from './fields';

export function EntryPage({ id }: { readonly id: string }) {
  const rec = theBook().get(id);
  if (rec?.type !== 'entry') return <Missing />;
  const remove = (): void => {
    theBook().remove(id, t('entry deleted'));
    go('journal');
  };
  return (
    <Row note={sayDay(dayOf(rec), 'short')}>
      <Heading hushed>{t('Entry of {day}', { day: sayDay(dayOf(rec)) })}</Heading>
      <EntryFields slot={slotOf(rec)} />
      <p class="buttons">
        <a class="button" href={href('journal')}>
          {t('All entries')}
        </a>
        <Button onClick={remove}>{t('Delete this entry')}</Button>
      </p>
    </Row>
  );
}

/** What an address names may have been deleted, or be on another device. */
export function Missing() {
  return (
    <Row>
      <Heading>{t('This page of the journal is not here')}</Heading>
      <p>
        <a href={href('journal')}>{t('My journal')}</a>
      </p>
    </Row>
  );
}
