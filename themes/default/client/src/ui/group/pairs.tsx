/** Pairs and trios that change, round by round, until everyone has worked with everyone. */

import { useSignal } from '@preact/signals';
import { today } from '../../core/dates';
import { plural, t } from '../../core/words';
import { fieldOf, ROTATION } from '../../model/forms';
import { nextRound, type Round, type Wish } from '../../model/pairs';
import { roundsOf, rowsOf, unmet, untilAllMet, wishOf } from '../../model/rotation';
import { printPage } from '../paper';
import { Button, Heading, Row } from '../parts';
import { Bound, type Slot } from '../plan/slot';
import { href } from '../route';
import { offers, Pick, Ticks, turned } from './bits';
import { belongs, naming, people, toHeading, useOne, type Someone } from './who';

const USUAL = { size: '2', odd: 'join' };

export function Pairs() {
  const slot = useOne('rotation', t('pairs begun'), USUAL);
  const body = slot.rec?.body ?? USUAL;
  const all = people();
  const name = naming(all);
  const here = all.filter((one) => belongs(one, today()));
  const rounds = roundsOf(body);
  const keep = (made: readonly Round[], words: string): void =>
    slot.put({ rounds: rowsOf(made, (round) => said(round, name)) }, words);
  const undraw = (): void => {
    keep(rounds.slice(0, -1), t('round taken away'));
    toHeading();
  };
  if (here.length < 2) return <TooFew />;
  return (
    <>
      <Row>
        <Heading>{t('Pairs and trios')}</Heading>
      </Row>
      {rounds.map((round, at) => (
        <Row key={at} at={at + 1}>
          <p class="voice">{said(round, name)}</p>
          {at === rounds.length - 1 ? (
            <button type="button" class="plain-button on-screen" onClick={undraw}>
              {t('Take this round away')}
            </button>
          ) : null}
        </Row>
      ))}
      <Draw slot={slot} here={here} rounds={rounds} wish={wishOf(body)} keep={keep} />
    </>
  );
}

/** How the next rounds are drawn, and who is away. */
function Draw({
  slot,
  here,
  rounds,
  wish,
  keep,
}: {
  readonly slot: Slot;
  readonly here: readonly Someone[];
  readonly rounds: readonly Round[];
  readonly wish: Wish;
  readonly keep: (rounds: readonly Round[], words: string) => void;
}) {
  const away = useSignal<readonly string[]>([]);
  const ids = here.map(({ id }) => id);
  const draw = (): void => {
    keep([...rounds, nextRound(ids, rounds, away.peek(), wish)], t('round drawn'));
    away.value = [];
  };
  return (
    <Row>
      {rounds.length > 0 ? <p role="status">{left(unmet(ids, rounds, wish.apart).length)}</p> : null}
      <div class="on-screen">
        {(['size', 'odd'] as const).map((id) => (
          <Bound key={id} slot={slot} field={fieldOf(ROTATION, id)} start={USUAL[id]} />
        ))}
        <Ticks
          legend={t('Who is away this time?')}
          people={here}
          ticked={away.value}
          onTick={(id, on) => (away.value = turned(away.peek(), id, on))}
        />
        <div class="buttons">
          <Button main onClick={draw}>
            {t('Draw a round')}
          </Button>
          <Button onClick={() => keep(untilAllMet(ids, rounds, wish), t('rounds drawn'))}>
            {t('Draw until all have met')}
          </Button>
          {rounds.length > 0 ? <Button onClick={() => printPage()}>{t('Print')}</Button> : null}
        </div>
        <Apart slot={slot} here={here} apart={wish.apart} />
      </div>
    </Row>
  );
}

function TooFew() {
  return (
    <Row>
      <Heading>{t('Pairs and trios')}</Heading>
      <p>
        <a href={href('group', 'members')}>{t('Add members first')}</a>
      </p>
    </Row>
  );
}

/** `Ana, Ben · Cy, Di · off: Eve` */
function said({ groups, rest }: Round, name: (id: string) => string): string {
  const together = groups.map((group) => group.map(name).join(', ')).join(' · ');
  return rest.length === 0 ? together : t('{groups} · off: {names}', { groups: together, names: rest.map(name).join(', ') });
}

const left = (n: number): string =>
  n === 0
    ? t('Everyone has worked with everyone.')
    : plural('{n} pair has not worked together yet.', '{n} pairs have not worked together yet.', n);

/** Two who are not put together. It is nobody else’s concern: it is never printed nor shared. */
function Apart({
  slot,
  here,
  apart,
}: {
  readonly slot: Slot;
  readonly here: readonly Someone[];
  readonly apart: Wish['apart'];
}) {
  const name = naming();
  const put = (pairs: Wish['apart']): void =>
    slot.put({ apart: pairs.map(([a, b]) => ({ a, b })) }, t('who is kept apart'));
  const one = useSignal('');
  const two = useSignal('');
  const add = (): void => {
    if (one.peek() === '' || two.peek() === '' || one.peek() === two.peek()) return;
    put([...apart, [one.peek(), two.peek()]]);
    one.value = two.value = '';
  };
  const remove = (at: number): void => {
    put(apart.filter((_, index) => index !== at));
    toHeading();
  };
  return (
    <details>
      <summary>{t('Two not together')}</summary>
      <p class="soft small">{t('As long as there is another way. This is not printed and not shared.')}</p>
      <ul class="list">
        {apart.map(([a, b], at) => (
          <li key={`${a} ${b}`}>
            {`${name(a)}, ${name(b)}`}{' '}
            <button
              type="button"
              class="plain-button"
              aria-label={t('Take away: {names}', { names: `${name(a)}, ${name(b)}` })}
              onClick={() => remove(at)}
            >
              {t('take away')}
            </button>
          </li>
        ))}
      </ul>
      <p class="swap">
        {[one, two].map((chosen, at) => (
          <Pick
            key={at}
            label={at === 0 ? t('One') : t('The other')}
            value={chosen.value}
            from={[['', '–'], ...offers(here)]}
            onPick={(id) => (chosen.value = id)}
          />
        ))}
        <Button small onClick={add}>
          {t('Keep apart')}
        </Button>
      </p>
    </details>
  );
}
