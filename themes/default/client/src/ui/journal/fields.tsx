/** The fields of an entry, with the goals and sessions that it may belong to. */

import { today } from '../../core/dates';
import { packOf, site } from '../../core/site';
import { t } from '../../core/words';
import { ENTRY, fieldOf, NEXT_TIME } from '../../model/forms';
import { item } from '../../model/make';
import { type Body, type Rec, text } from '../../model/record';
import type { Field } from '../../model/sheet';
import { theBook } from '../book';
import { Bound, type Slot, slotOf, useSlot } from '../plan/slot';
import { goalsOf, nameOf, numberOf } from '../plan/names';

export function EntryFields({ slot }: { readonly slot: Slot }) {
  const { rec } = slot;
  const field = (id: string): Field => fieldOf(ENTRY, id);
  const goals = goalField(rec);
  const packs = packField(rec);
  return (
    <>
      <Bound slot={slot} field={field('words')} />
      <Bound slot={slot} field={field('mark')} />
      <Bound slot={slot} field={field('date')} start={today()} />
      {rec ? (
        <>
          <Bound slot={slot} field={field('helped')} />
          {goals.options.length > 0 ? <Bound slot={slot} field={goals} /> : null}
          {packs.options.length > 0 ? <Bound slot={slot} field={packs} /> : null}
          <Bound slot={slot} field={field('feeling')} />
          <Bound slot={slot} field={field('hunch')} />
          <NextTime of={rec} />
        </>
      ) : null}
    </>
  );
}

/** The goals to choose from; one that is in the archive stays where it was chosen. */
export function goalField(rec: Rec | null): Field {
  const { active, archived } = goalsOf();
  const chosen = archived.filter((goal) => goal.id === rec?.body['goal']);
  const options = [...active, ...chosen].map((goal) => item(goal.id, `${numberOf(goal)}, ${nameOf(goal, 40)}`));
  return { ...fieldOf(ENTRY, 'goal'), options };
}

function packField(rec: Rec | null): Field {
  const chosen = rec ? text(rec.body, 'pack') : '';
  const options = site.packs.map(({ id, title }) => item(id, title));
  const other = chosen !== '' && !packOf(chosen) ? [item(chosen, chosen)] : [];
  return { ...fieldOf(ENTRY, 'pack'), options: [...options, ...other] };
}

/** The line that ends each reflection; it is carried until it is said what came of it. */
export function NextTime({ of }: { readonly of: Rec }) {
  const there = theBook().all('next-time').find(({ body }) => body['after'] === of.id);
  const fresh = useSlot(`next-${of.id}`, (patch: Body) =>
    theBook().add('next-time', { after: of.id, date: today(), ...patch }, {}, t('next time added')),
  );
  return <Bound slot={there ? slotOf(there, fresh.key) : fresh} field={fieldOf(NEXT_TIME, 'words')} />;
}
