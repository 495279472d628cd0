/** What is needed, by whom: one need for each lens, and the way from there to the gap review. */

import { t } from '../../core/words';
import { fieldOf, NEED, NEED_LENSES } from '../../model/forms';
import { forOne, gapOf } from '../../model/needs';
import { type Body, type Rec, says } from '../../model/record';
import type { Item } from '../../model/sheet';
import { theBook } from '../book';
import { Button, Heading, Row } from '../parts';
import { href } from '../route';
import { Bound, slotOf, useSlot } from './slot';

export function Needs() {
  return (
    <>
      <Row>
        <Heading>{t('Needs')}</Heading>
        <p class="measure">{t('One need from each side, if you see one. No names of students.')}</p>
      </Row>
      {NEED_LENSES.map((lens) => (
        <Lens key={lens.id} lens={lens} />
      ))}
      <Row>
        <p class="on-screen">
          <a href={href('plan', 'gaps')}>{t('On to the gap review')}</a>
        </p>
      </Row>
    </>
  );
}

function Lens({ lens }: { readonly lens: Item }) {
  const [first, ...more] = forOne(theBook().all('need'), { lens: lens.id });
  const fresh = useSlot(`need-${lens.id}`, (patch: Body) =>
    theBook().add('need', { lens: lens.id, ...patch }, {}, t('need added')),
  );
  const slot = first ? slotOf(first, fresh.key) : fresh;
  const field = { ...fieldOf(NEED, 'words'), label: `${lens.label}: ${fieldOf(NEED, 'words').label}` };
  const empty = !more.length && !says(slot.rec?.body['words']);
  return (
    <div class={empty ? 'on-screen' : undefined}>
      <Row note={lens.label}>
        <Bound slot={slot} field={field} />
        {slot.rec ? <IntoGaps need={slot.rec} /> : null}
        {more.map((rec) => (
          <div key={rec.id} class="second">
            <p class="soft">{t('A second one, from a file or another tab.')}</p>
            <Bound slot={slotOf(rec)} field={field} />
            <IntoGaps need={rec} />
          </div>
        ))}
      </Row>
    </div>
  );
}

function IntoGaps({ need }: { readonly need: Rec }) {
  if (!says(need.body['words'])) return null;
  const there = theBook()
    .all('gap')
    .some(({ body }) => body['need'] === need.id);
  if (there) {
    return (
      <p class="on-screen">
        <a href={href('plan', 'gaps')}>{t('It is in the gap review.')}</a>
      </p>
    );
  }
  return (
    <p class="buttons">
      <Button small onClick={() => theBook().add('gap', gapOf(need), {}, t('need taken into the gap review'))}>
        {t('Take into the gap review')}
      </Button>
    </p>
  );
}
