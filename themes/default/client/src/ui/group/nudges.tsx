/** Short messages to a partner, ready to send from one's own mail or phone. */

import { signal } from '@preact/signals';
import { today } from '../../core/dates';
import { packOf, site } from '../../core/site';
import { t } from '../../core/words';
import { nudges, type Ready } from '../../model/nudge';
import { text } from '../../model/record';
import { scheduleOf, takingPlace } from '../../model/schedule';
import { theBook } from '../book';
import { Heading, Row } from '../parts';
import { href } from '../route';
import { whenOf } from './out';
import { Send } from './send';
import { Labelled, Pick } from './bits';
import { people } from './who';

/** Which partner and which session: for as long as the page is open. */
const partner = signal<string | null>(null);
const session = signal(site.pack ?? '');

export function Nudges() {
  const members = people();
  const named = theBook().all('goal').map(({ body }) => text(body, 'partner').trim()).filter(Boolean);
  const name = partner.value ?? named[0] ?? '';
  const reach = members.find((one) => one.name === name)?.reach ?? '';
  return (
    <>
      <Row>
        <Heading>{t('Nudges')}</Heading>
        <p class="measure">{t('Short messages to a partner. They open in your own mail or messages; nothing is sent from here.')}</p>
      </Row>
      <Row note={t('to')}>
        <div class="side-by-side on-screen">
          <Labelled id="nudge-name" label={t('First name, if you like')}>
            <input
              class="voice"
              id="nudge-name"
              value={name}
              list="nudge-names"
              autocomplete="off"
              onInput={(event) => (partner.value = event.currentTarget.value)}
            />
            <datalist id="nudge-names">
              {[...new Set([...named, ...members.map((one) => one.name)])].map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          </Labelled>
          {site.packs.length > 0 ? <Session /> : null}
        </div>
      </Row>
      {nudges(packOf(session.value)?.nudges ?? [], name, next()).map((one) => (
        <Row key={one.text} {...margin(one)}>
          <p class="voice said">{one.text}</p>
          <Send text={one.text} subject={t('Between our sessions')} to={reach} label={one.text} short />
        </Row>
      ))}
      <Row>
        <p class="on-screen">
          <a href={href('group', 'schedule')}>{t('An invitation with all dates')}</a>
        </p>
      </Row>
    </>
  );
}

function Session() {
  return (
    <Labelled id="nudge-pack" label={t('After which session?')}>
      <Pick
        id="nudge-pack"
        value={session.value}
        from={[['', t('any')], ...site.packs.filter((pack) => pack.nudges.length > 0).map(({ id, title }) => [id, title] as const)]}
        onPick={(id) => (session.value = id)}
      />
    </Labelled>
  );
}

/** When it is for, as it hangs in the margin. */
function margin({ day, before_next }: Ready): { readonly at: number | undefined; readonly note: string } {
  if (day !== null) return { at: day, note: t('days after') };
  return { at: before_next ?? undefined, note: t('days before the next') };
}

/** The next meeting, as a message names it. */
function next() {
  const rec = theBook().all('schedule').at(-1);
  if (!rec) return null;
  const schedule = scheduleOf(rec.body, site.timezone);
  const meeting = takingPlace(schedule).find(({ date }) => date >= today());
  return meeting ? { when: whenOf(meeting, schedule), place: meeting.place || schedule.place } : null;
}
