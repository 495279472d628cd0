/** Who belongs to the group, from when, until when. */

import { sayDay } from '../../core/dates';
import { t } from '../../core/words';
import { fieldOf, MEMBER } from '../../model/forms';
import { type Body, text } from '../../model/record';
import { theBook } from '../book';
import { Heading, Row } from '../parts';
import { Growing } from '../plan/list';
import { Bound, type Slot } from '../plan/slot';
import { Delete, onEnter } from '../plan/small';
import { href } from '../route';

export function Members() {
  return (
    <>
      <Row>
        <Heading>{t('Members')}</Heading>
        <p class="measure">
          {t('First names are enough. Who leaves gets a last day; what was stays as it was.')}
        </p>
      </Row>
      <Row>
        <Growing
          name="member"
          recs={theBook().all('member')}
          first="name"
          button={t('Add a member')}
          add={(patch) => theBook().add('member', patch, {}, t('member added'))}
          draw={(slot, next) => <Member slot={slot} next={next} />}
        />
        <p class="on-screen">
          <a href={href('group', 'ready')}>{t('Who has what')}</a>
        </p>
      </Row>
    </>
  );
}

function Member({ slot, next }: { readonly slot: Slot; readonly next: () => void }) {
  return (
    <div class="aside-change" onKeyDown={onEnter(next)}>
      <Bound slot={slot} field={fieldOf(MEMBER, 'name')} hushed />
      <Belongs body={slot.rec?.body ?? {}} />
      {slot.rec ? (
        <details class="on-screen">
          <summary>
            {t('Change')}
            <span class="hush">{` ${text(slot.rec.body, 'name')}`}</span>
          </summary>
          <div class="side-by-side">
            {['since', 'until', 'reach'].map((id) => (
              <Bound key={id} slot={slot} field={fieldOf(MEMBER, id)} />
            ))}
          </div>
          <Delete rec={slot.rec} what={text(slot.rec.body, 'name')} words={t('member deleted')} then="member-add" />
        </details>
      ) : null}
    </div>
  );
}

/** From when until when, where that is not always. */
function Belongs({ body }: { readonly body: Body }) {
  const [since, until] = [sayDay(text(body, 'since'), 'short'), sayDay(text(body, 'until'), 'short')];
  if (since === '' && until === '') return null;
  return (
    <p class="soft small">
      {since ? t('from {day}', { day: since }) : null} {until ? t('until {day}', { day: until }) : null}
    </p>
  );
}
