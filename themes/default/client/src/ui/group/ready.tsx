/** Who has an agreement, a goal, a plan and a partner: ticks, and nothing of what is in them. */

import { today } from '../../core/dates';
import { t } from '../../core/words';
import { fieldOf, READINESS } from '../../model/forms';
import { texts } from '../../model/record';
import { theBook } from '../book';
import { printPage } from '../paper';
import { Button, Heading, Row } from '../parts';
import { href } from '../route';
import { belongs, people, type Someone } from './who';

const HAS = fieldOf(READINESS, 'has').options;

export function Ready() {
  const here = people().filter((one) => belongs(one, today()));
  return (
    <>
      <Row>
        <Heading>{t('Who has what')}</Heading>
        <p class="measure">
          {t('Everyone ticks for themselves. What stands in a goal or a plan is not here.')}
        </p>
      </Row>
      <Row>
        {here.length === 0 ? (
          <p>
            <a href={href('group', 'members')}>{t('Add members first')}</a>
          </p>
        ) : (
          <>
            <Table here={here} />
            <p class="buttons">
              <Button onClick={() => printPage()}>{t('Print')}</Button>
            </p>
          </>
        )}
      </Row>
    </>
  );
}

function Table({ here }: { readonly here: readonly Someone[] }) {
  const ticks = new Map(here.map((one) => [one.id, hasOf(one.id)]));
  return (
    <table class="plain ready">
      <thead>
        <tr>
          <th scope="col">{t('Name')}</th>
          {HAS.map(({ id, label }) => (
            <th scope="col" key={id}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {here.map((one) => (
          <tr key={one.id}>
            <th scope="row" class="voice">
              {one.name}
            </th>
            {HAS.map((what) => (
              <td key={what.id}>
                <Tick member={one} what={what} on={ticks.get(one.id)?.includes(what.id) ?? false} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('of {n}', { n: here.length })}</th>
          {HAS.map(({ id }) => (
            <td key={id}>{here.filter((one) => ticks.get(one.id)?.includes(id)).length}</td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

const recOf = (member: string) => theBook().of('readiness', 'member', member)[0];

const hasOf = (member: string): readonly string[] => texts(recOf(member)?.body ?? {}, 'has');

function Tick({
  member,
  what,
  on,
}: {
  readonly member: Someone;
  readonly what: (typeof HAS)[number];
  readonly on: boolean;
}) {
  const turn = (): void => {
    const rec = recOf(member.id);
    const others = hasOf(member.id).filter((one) => one !== what.id);
    const patch = { has: on ? others : [...others, what.id] };
    const words = t('tick changed');
    if (rec) theBook().edit(rec.id, patch, words);
    else theBook().add('readiness', { member: member.id, ...patch }, {}, words);
  };
  return (
    <>
      <label class="on-screen">
        <input type="checkbox" checked={on} onChange={turn} />
        <span class="hush">{`${member.name}: ${what.label}`}</span>
      </label>
      <span class={on ? 'on-paper' : 'on-paper tick-box'}>{on ? t('yes') : null}</span>
    </>
  );
}
