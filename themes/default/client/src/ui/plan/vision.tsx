/** The picture of a good day some years off: four lenses, three times, mine beside theirs. */

import { site } from '../../core/site';
import { t } from '../../core/words';
import { fieldOf, HORIZONS, LENSES, VISION } from '../../model/forms';
import { forOne } from '../../model/needs';
import { type Body, type Rec, says, text } from '../../model/record';
import type { Item } from '../../model/sheet';
import { theBook } from '../book';
import { Heading, Row } from '../parts';
import { Bound, type Slot, slotOf, useSlot } from './slot';

export function Vision() {
  return (
    <>
      <Row>
        <Heading>{t('Where I am heading')}</Heading>
        <p class="measure">
          {t('Picture a good day at that time. What would a visitor see and hear? Use the places that help, and leave the others.')}
        </p>
      </Row>
      {LENSES.map((lens) => (
        <section key={lens.id} aria-label={lens.label} class={isEmpty({ lens: lens.id }) ? 'on-screen' : undefined}>
          <Row>
            <h2>{lens.label}</h2>
          </Row>
          {HORIZONS.map((horizon) => (
            <Cell key={horizon.id} lens={lens} horizon={horizon} />
          ))}
        </section>
      ))}
    </>
  );
}

/** One lens at one time. A file may bring a second picture of the same: both are shown. */
function Cell({ lens, horizon }: { readonly lens: Item; readonly horizon: Item }) {
  const where = { lens: lens.id, horizon: horizon.id };
  const [first, ...more] = forOne(theBook().all('vision'), where);
  const fresh = useSlot(`${lens.id}-${horizon.id}`, (patch: Body) =>
    theBook().add('vision', { ...where, ...patch }, {}, t('picture added')),
  );
  const name = `${lens.label}, ${horizon.label}`;
  return (
    <div class={isEmpty(where) ? 'on-screen' : undefined}>
      <Row note={horizon.label}>
        <Pair slot={first ? slotOf(first, fresh.key) : fresh} name={name} free={horizon.id === 'free'} />
        {more.map((rec) => (
          <div key={rec.id} class="second">
            <p class="soft">{t('A second picture of the same, from a file or another tab.')}</p>
            <Pair slot={slotOf(rec)} name={name} free={horizon.id === 'free'} />
          </div>
        ))}
      </Row>
    </div>
  );
}

/** Whether nothing of it was written: what is empty is not printed. */
const isEmpty = (where: Body): boolean =>
  !forOne(theBook().all('vision'), where).some(({ body }) => says(body['mine']) || says(body['organisation']));

function Pair({ slot, name, free }: { readonly slot: Slot; readonly name: string; readonly free: boolean }) {
  const { rec } = slot;
  const both = rec !== null && says(rec.body['mine']) && says(rec.body['organisation']);
  return (
    <div class={`picture${marked(rec)}`} role="group" aria-label={name}>
      {free ? <Bound slot={slot} field={fieldOf(VISION, 'when')} /> : null}
      <div class="pair">
        <Bound slot={slot} field={{ ...fieldOf(VISION, 'mine'), label: t('Mine'), lines: 2 }} />
        <Bound slot={slot} field={{ ...fieldOf(VISION, 'organisation'), label: theirs(), lines: 2 }} />
      </div>
      {both || (rec && says(rec.body['fit'])) ? <Bound slot={slot} field={fieldOf(VISION, 'fit')} /> : null}
    </div>
  );
}

/** Whose picture stands beside mine. */
const theirs = (): string => site.organisation || t('My school or organisation');

/** A solid rule joins what agrees, a dotted one stands between what pulls apart: it survives any copier. */
function marked(rec: Rec | null): string {
  const fit = rec ? text(rec.body, 'fit') : '';
  return fit === 'agree' || fit === 'pull' ? ` fit-${fit}` : '';
}
