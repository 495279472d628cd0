/** Where things are now, where I want them, how much it matters; and the widest gaps. */

import { plural, t } from '../../core/words';
import { fieldOf, GAP } from '../../model/forms';
import { beginning } from '../../model/journal';
import { item } from '../../model/make';
import { goalOf, type Weighed, weigh, type Widest, widest } from '../../model/needs';
import { nextOrder } from '../../model/plan';
import { type Body, figure, says, text } from '../../model/record';
import { theBook } from '../book';
import { Cell } from '../field';
import { Button, Heading, Row } from '../parts';
import { go, href } from '../route';
import { Growing } from './list';
import { Delete } from './small';
import { Bound, type Slot } from './slot';

export function Gaps() {
  const gaps = theBook().all('gap');
  const found = widest(gaps);
  return (
    <>
      <Row>
        <Heading>{t('Gap review')}</Heading>
        <p class="measure">
          {t('One line for each part of your picture. A wide gap is not a fault. It is a place to choose from.')}
        </p>
      </Row>
      <Row>
        <Growing
          name="gap"
          recs={gaps}
          first="part"
          button={t('Add a part')}
          add={(patch: Body) => theBook().add('gap', patch, {}, t('part added'))}
          draw={(slot) => <Line slot={slot} />}
        />
      </Row>
      <Top found={found} />
    </>
  );
}

const FIGURES = ['importance', 'now', 'wanted'] as const;

function Line({ slot }: { readonly slot: Slot }) {
  const { rec, key, put } = slot;
  const part = rec ? beginning(text(rec.body, 'part'), 40) : '';
  return (
    <div class="gap-line" role="group" aria-label={part === '' ? t('Part of my picture') : part}>
      <Bound slot={slot} field={fieldOf(GAP, 'part')} />
      <div class="figures on-screen">
        {FIGURES.map((id) => {
          const { label, low, high } = fieldOf(GAP, id);
          const column = item(id, t('{label}, {low} to {high}', { label, low, high }), { kind: 'scale', low, high });
          return (
            <Cell
              key={id}
              column={column}
              value={rec?.body[id]}
              onValue={(value) => put({ [id]: value }, t('“{label}” changed', { label }))}
              id={`${key}-${id}`}
              of={part === '' ? t('Part of my picture') : part}
            />
          );
        })}
      </div>
      <Bound slot={slot} field={fieldOf(GAP, 'evidence')} />
      {rec ? (
        <p class="facts-line">
          <ComesTo body={rec.body} />
          <Delete rec={rec} what={part} words={t('part of my picture deleted')} then="gap-add" />
        </p>
      ) : null}
    </div>
  );
}

/** The reckoning in figures, as it is done with a pencil. */
function ComesTo({ body }: { readonly body: Body }) {
  const [importance, now, wanted] = FIGURES.map((id) => figure(body, id));
  const weight = weigh(body);
  if (weight === null) return <span />;
  return (
    <span>
      {t('From {now} to {wanted}, times {importance}: {weight}', {
        now: now ?? '',
        wanted: wanted ?? '',
        importance: importance ?? '',
        weight,
      })}
    </span>
  );
}

function Top({ found }: { readonly found: Widest }) {
  return (
    <section aria-labelledby="widest">
      <Row>
        <h2 id="widest">{t('The widest gaps')}</h2>
        <p class="measure">
          {t('Wanted minus now, never under 0, times importance. The three largest stand here; all that tie for third stand with them.')}
        </p>
        {found.blank > 0 ? (
          <p>{plural('{n} line has a blank and is left out.', '{n} lines have a blank and are left out.', found.blank)}</p>
        ) : null}
        {found.closed > 0 ? (
          <p>{plural('In {n} line, now has come up to wanted.', 'In {n} lines, now has come up to wanted.', found.closed)}</p>
        ) : null}
      </Row>
      {found.top.map((one) => (
        <Wide key={one.rec.id} one={one} />
      ))}
    </section>
  );
}

function Wide({ one: { rec, weight } }: { readonly one: Weighed }) {
  const goals = theBook().all('goal');
  const goal = goals.find(({ body }) => body['gap'] === rec.id);
  const make = (): void =>
    go('plan', 'goal', theBook().add('goal', goalOf(rec, nextOrder(goals)), {}, t('goal added')));
  return (
    <Row at={weight}>
      <p class="voice large-words">{says(rec.body['part']) ? text(rec.body, 'part') : t('no words yet')}</p>
      {goal ? (
        <p class="on-screen">
          <a href={href('plan', 'goal', goal.id)}>{t('The goal that came of it')}</a>
        </p>
      ) : (
        <p class="buttons">
          <Button small onClick={make} label={t('Make this a goal: {part}', { part: text(rec.body, 'part') })}>
            {t('Make this a goal')}
          </Button>
        </p>
      )}
    </Row>
  );
}
