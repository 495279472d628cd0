/** The working agreement, with what holds between sessions; it goes to paper on one sheet, with names to sign. */

import { isDay, plusMonths, sayDay, today } from '../../core/dates';
import { site } from '../../core/site';
import { t } from '../../core/words';
import { download } from '../../io/download';
import { fileName } from '../../io/file-name';
import { calendar } from '../../io/ics';
import { AGREEMENT, fieldOf } from '../../model/forms';
import { says, text, texts } from '../../model/record';
import { printPage } from '../paper';
import { Button, Heading, Notice, Row } from '../parts';
import { Bound, type Slot } from '../plan/slot';
import { belongs, people, useOne } from './who';

/** The headings, and which of them stand together. */
const PARTS: readonly (readonly [string, readonly string[]])[] = [
  [t('why'), ['purpose', 'relation']],
  [t('trust'), ['confidence', 'airtime', 'advice']],
  [t('time'), ['time']],
  [t('between sessions'), ['channel', 'fallback', 'reply', 'quiet', 'urgent']],
  [t('technology'), ['technology']],
  [t('appraisal'), ['appraisal', 'mentor']],
  [t('ending'), ['ending', 'renew']],
];

export function Agreement() {
  const slot = useOne('agreement', t('agreement begun'));
  const body = slot.rec?.body ?? {};
  return (
    <div class="agreement">
      <Row>
        <Heading>{t('Working agreement')}</Heading>
        <p class="measure">
          {t('What we promise each other. Coming is voluntary, and anyone may leave without saying why. This is not therapy, and it serves no appraisal.')}{' '}
          {site.pages['boundaries'] ? (
            <a class="on-screen" href={site.pages['boundaries'].url}>
              {site.pages['boundaries'].title}
            </a>
          ) : null}
        </p>
      </Row>
      {PARTS.map(([name, fields]) => (
        <Row key={name} note={name}>
          <div class={fields.includes('channel') ? 'side-by-side' : 'clauses'}>
            {fields.map((id) => (
              <Bound key={id} slot={slot} field={fieldOf(AGREEMENT, id)} />
            ))}
          </div>
          {fields.includes('relation') && texts(body, 'relation').includes('manager') ? <Above /> : null}
          {fields.includes('channel') && says(body['channel']) && !says(body['fallback']) ? (
            <Notice>
              <p>{t('And when that does not work? Name another way.')}</p>
            </Notice>
          ) : null}
        </Row>
      ))}
      <Renew slot={slot} />
      <Signatures />
      <Row>
        <div class="buttons">
          <Button main onClick={() => printPage()}>
            {t('Print it to sign')}
          </Button>
          <Button onClick={() => printPage(true)}>{t('Print it with empty lines')}</Button>
        </div>
      </Row>
    </div>
  );
}

/** Said on screen and on paper: a manager among us changes what can be promised. */
function Above() {
  return (
    <p class="caution">
      {t('Honest talk costs more where one of us manages or appraises another. Agree what that person will not ask about, and that nothing said here is used.')}
    </p>
  );
}

function Renew({ slot }: { readonly slot: Slot }) {
  const day = text(slot.rec?.body ?? {}, 'renew');
  if (!slot.rec || !isDay(day)) return null;
  const { id } = slot.rec;
  const title = t('Read our working agreement again');
  const save = (): void => {
    const now = new Date();
    const event = { title, day, time: null, zone: site.timezone, minutes: 0, place: '', text: '', alarms: [] };
    // a later file replaces an earlier one
    const sequence = Math.floor(now.getTime() / 60_000);
    const file = calendar([{ ...event, uid: `${id}-renew`, sequence }], { site: site.id, title, now });
    download(fileName('agreement', today(), 'ics'), file, 'text/calendar');
  };
  const move = (): void => slot.put({ renew: plusMonths(today(), 6) }, t('date moved'));
  return (
    <Row>
      <div class="on-screen">
        {day < today() ? (
          <Notice>
            <p>{t('The date has passed. Read it together, then choose the next one.')}</p>
            <Button small onClick={move}>
              {t('In six months')}
            </Button>
          </Notice>
        ) : (
          <Button small onClick={save} label={t('Calendar file for {day}', { day: sayDay(day) })}>
            {t('Calendar file')}
          </Button>
        )}
      </div>
    </Row>
  );
}

/** A line for each member; names are printed, and signed by hand. */
function Signatures() {
  const names = people().filter((one) => belongs(one, today())).map(({ name }) => name);
  return (
    <Row note={t('signed')}>
      <p class="on-screen">
        {names.length === 0
          ? t('On paper there are lines to sign.')
          : t('On paper, each with a line to sign: {names}.', { names: names.join(', ') })}
      </p>
      <ul class="signatures on-paper">
        {(names.length === 0 ? ['', '', '', '', '', ''] : names).map((name, at) => (
          <li key={at}>{name}</li>
        ))}
      </ul>
    </Row>
  );
}
