/** Needs and offers: mine beside a partner’s. What meets is shown; nobody is scored. */

import { useState } from 'preact/hooks';
import { t } from '../../core/words';
import { fieldOf, OFFER } from '../../model/forms';
import { overlap } from '../../model/match';
import { text, yes, type Rec } from '../../model/record';
import { theBook } from '../book';
import { Answer } from '../field';
import { Heading, Row } from '../parts';
import { Bound, slotOf, useSlot, type Slot } from '../plan/slot';
import { go, href } from '../route';
import { Meets, Both } from './meets';

const SHOWN = OFFER.fields.filter(({ id }) => id !== 'decision');

/** Mine is the first that nobody gave me. */
function useMine(): Slot {
  const fresh = useSlot('offer', (patch) => theBook().add('offer', patch, {}, t('needs and offers begun')));
  const there = theBook().all('offer').find(({ body }) => !yes(body, 'theirs'));
  return there ? slotOf(there, 'offer') : fresh;
}

export function Match({ id }: { readonly id: string }) {
  const mine = useMine();
  const theirs = theBook().get(id);
  if (theirs?.type === 'offer') return <Beside mine={mine} theirs={theirs} />;
  return (
    <>
      <Row>
        <Heading>{t('Needs and offers')}</Heading>
        <p class="measure">{t('What I would like help with, what I can give, and with whom.')}</p>
      </Row>
      <Partners mine={mine} />
      <Row note={t('mine')}>
        {SHOWN.map((field) => (
          <Bound key={field.id} slot={mine} field={field} />
        ))}
      </Row>
    </>
  );
}

function Partners({ mine }: { readonly mine: Slot }) {
  const partners = theBook().all('offer').filter((one) => yes(one.body, 'theirs'));
  const add = (): void => go('group', 'match', theBook().add('offer', { theirs: true }, {}, t('partner added')));
  return (
    <Row note={t('partners')}>
      <div class="on-screen">
        <ul class="list">
          {partners.map((one) => (
            <li key={one.id}>
              <a class="voice" href={href('group', 'match', one.id)}>
                {nameOf(one)}
              </a>
            </li>
          ))}
        </ul>
        <p class="buttons">
          <button type="button" class="button" onClick={add}>
            {t('Write down a partner’s')}
          </button>
          <a class="button" href={href('records', 'open')}>
            {t('Open a partner’s file')}
          </a>
          {mine.rec ? (
            <a class="button" href={href('records', 'share', mine.rec.id)}>
              {t('Share mine')}
            </a>
          ) : null}
        </p>
      </div>
    </Row>
  );
}

const nameOf = (rec: Rec): string => text(rec.body, 'name').trim() || t('a partner');

/** The two sheets, where they meet, and what to ask each other. */
function Beside({ mine, theirs }: { readonly mine: Slot; readonly theirs: Rec }) {
  const name = nameOf(theirs);
  const remove = (): void => {
    go('group', 'match');
    theBook().remove(theirs.id, t('partner’s sheet deleted'));
  };
  // a new one stands open, and stays so while it is being written
  const [fresh] = useState(text(theirs.body, 'name') === '');
  const body = mine.rec?.body ?? {};
  return (
    <>
      <Row>
        <p class="back on-screen">
          <a href={href('group', 'match')}>{t('Needs and offers')}</a>
        </p>
        <Heading>{t('{name} and I', { name })}</Heading>
      </Row>
      <Meets found={overlap(body, theirs.body)} name={name} />
      <Row note={t('side by side')}>
        <div class="both">
          <p class="label both-head" aria-hidden="true">
            <span>{t('mine')}</span> <span>{name}</span>
          </p>
          {SHOWN.filter(({ id }) => id !== 'name').map((field) => (
            <Both key={field.id} field={field} mine={body[field.id]} theirs={theirs.body[field.id]} name={name} />
          ))}
        </div>
        <details class="on-screen" open={fresh}>
          <summary>{t('Change what {name} wrote', { name })}</summary>
          {SHOWN.map((field) => (
            <Answer key={field.id} rec={theirs} field={field} />
          ))}
          <button type="button" class="plain-button" onClick={remove}>
            {t('Delete what {name} wrote', { name })}
          </button>
        </details>
      </Row>
      <Talk />
      <Row note={t('afterwards')}>
        <p class="measure">{t('Each answers alone and in private. No reason is asked, and none is owed.')}</p>
        <div class="on-screen">
          <Answer rec={theirs} field={fieldOf(OFFER, 'decision')} />
        </div>
      </Row>
    </>
  );
}

function Talk() {
  return (
    <Row at="20" note={t('minutes: a first talk')}>
      <ul>
        {[
          t('What brings you here now?'),
          t('What has good help been like for you?'),
          t('How direct do you like it?'),
          t('When are you at your best in the week?'),
          t('What should I not do?'),
          t('What would make us stop?'),
          t('What stays between us?'),
        ].map((question) => (
          <li class="voice" key={question}>
            {question}
          </li>
        ))}
      </ul>
    </Row>
  );
}
