/** The group on one page: what there is, and what comes next. */

import type { ComponentChildren } from 'preact';
import { sayDay, today } from '../../core/dates';
import { site } from '../../core/site';
import { plural, t } from '../../core/words';
import { fieldOf, READINESS } from '../../model/forms';
import { text, texts, yes } from '../../model/record';
import { roundsOf } from '../../model/rotation';
import { scheduleOf, takingPlace } from '../../model/schedule';
import { theBook } from '../book';
import { Heading, Row } from '../parts';
import { href } from '../route';
import { whenOf } from './out';
import { belongs, naming, people } from './who';

export function Overview() {
  return (
    <>
      <Row>
        <Heading>{t('Our group')}</Heading>
      </Row>
      <Agreed />
      <Members />
      <Next />
      <Rounds />
      <Partners />
      <Line to="nudges" name={t('Nudges')}>
        {t('Short messages to a partner.')}
      </Line>
    </>
  );
}

/** A page of the room with what stands in it. */
function Line({
  to,
  name,
  at,
  note,
  children,
}: {
  readonly to: string;
  readonly name: string;
  readonly at?: ComponentChildren;
  readonly note?: string | undefined;
  readonly children: ComponentChildren;
}) {
  return (
    <Row at={at} note={note}>
      <h2 class="entry-title">
        <a href={href('group', to)}>{name}</a>
      </h2>
      <p>{children}</p>
    </Row>
  );
}

function Agreed() {
  const rec = theBook().all('agreement')[0];
  const renew = rec ? text(rec.body, 'renew') : '';
  const said = renew === '' ? t('Begun.') : t('We look at it again on {day}.', { day: sayDay(renew) });
  return (
    <Line to="agreement" name={t('Working agreement')}>
      {rec ? said : t('Before anything personal: what we promise each other.')}
    </Line>
  );
}

function Members() {
  const here = people().filter((one) => belongs(one, today()));
  const has = fieldOf(READINESS, 'has').options.map(({ id, label }) => {
    const n = here.filter((one) => texts(theBook().of('readiness', 'member', one.id)[0]?.body ?? {}, 'has').includes(id)).length;
    return `${label} ${n}`;
  });
  return (
    <Line to="members" name={t('Members')} at={here.length || undefined} note={here.length > 0 ? t('members') : undefined}>
      {here.length === 0 ? (
        t('Nobody is named yet.')
      ) : (
        <>
          <span class="voice">{here.map(({ name }) => name).join(', ')}</span>
          <br />
          <a href={href('group', 'ready')}>{t('Who has what')}</a>: {has.join(' · ')}
        </>
      )}
    </Line>
  );
}

function Next() {
  const rec = theBook().all('schedule').at(-1);
  const schedule = scheduleOf(rec?.body ?? {}, site.timezone);
  const left = takingPlace(schedule).filter(({ date }) => date >= today());
  const next = left[0];
  const lead = next ? naming()(next.lead) : '';
  return (
    <Line to="schedule" name={t('Dates and who leads')} at={left.length || undefined} note={left.length > 0 ? t('to come') : undefined}>
      {next
        ? [t('Next: {when}.', { when: whenOf(next, schedule) }), lead && t('{name} leads.', { name: lead })].filter(Boolean).join(' ')
        : t('When we meet, and whose turn it is.')}
    </Line>
  );
}

function Rounds() {
  const rec = theBook().all('rotation')[0];
  const n = roundsOf(rec?.body ?? {}).length;
  return (
    <Line to="pairs" name={t('Pairs and trios')} at={n || undefined} note={n > 0 ? t('rounds') : undefined}>
      {n > 0 ? plural('One round is drawn.', '{n} rounds are drawn.', n) : t('Everyone works with everyone, in turn.')}
    </Line>
  );
}

function Partners() {
  const theirs = theBook().all('offer').filter(({ body }) => yes(body, 'theirs'));
  return (
    <Line to="match" name={t('Needs and offers')}>
      {theirs.length > 0
        ? plural('One partner’s sheet beside mine.', '{n} partners’ sheets beside mine.', theirs.length)
        : t('What I would like help with, what I can give, and with whom.')}
    </Line>
  );
}
