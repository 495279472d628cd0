/** What others shared and was kept to be read. */

import { t } from '../../core/words';
import { givenIn } from '../../io/theirs';
import type { Rec } from '../../model/record';
import { theBook } from '../book';
import { Button, Heading, Row } from '../parts';
import { fromWords } from './given';
import { toHeading } from './step';
import { Tell } from './told';

export function Others() {
  const recs = theBook().all('shared');
  return (
    <div class="ruled records">
      <Row>
        <Heading>{t('From others')}</Heading>
        <p class="measure">
          {recs.length === 0
            ? t('Nothing from others is kept here. Open a copy that somebody shared with you.')
            : t('To be read, as it was shared. It does not change when theirs does.')}
        </p>
      </Row>
      {recs.map((rec) => (
        <Kept key={rec.id} rec={rec} />
      ))}
    </div>
  );
}

function Kept({ rec }: { readonly rec: Rec }) {
  const given = givenIn(rec);
  const title = given ? fromWords(given) : t('A copy that cannot be read here');
  return (
    <Row>
      <h2 class="from">{title}</h2>
      {given ? <Tell told={given.told} /> : null}
      <Button
        small
        disabled={!theBook().writes.value}
        label={t('Put away: {what}', { what: title })}
        onClick={() => {
          theBook().remove(rec.id, t('a copy from somebody else put away'));
          toHeading();
        }}
      >
        {t('Put away')}
      </Button>
    </Row>
  );
}
