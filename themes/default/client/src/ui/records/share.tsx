/** A chosen part for somebody else: chosen, looked at, and then sent just as it was seen. */

import { type Signal, useSignal } from '@preact/signals';
import { today } from '../../core/dates';
import { site } from '../../core/site';
import { plural, t } from '../../core/words';
import { type Audience, capital, isOwn, shareOf, showable, type Shared } from '../../io/share';
import { kindOf, titleOf } from '../../io/told';
import { formOf, FORMS } from '../../model/forms';
import type { Rec } from '../../model/record';
import { Heading, Row } from '../parts';
import { fromWords } from './given';
import { usePaper } from './paper';
import { useRecs } from './recs';
import { Send } from './send';
import { TellAll } from './told';

/** What is ticked before anybody ticks: what a partner asks about, what a group holds to. Journals never are. */
const USUAL: Record<Audience, readonly string[]> = { partner: ['goal'], group: ['agreement'] };

type Ticks = Readonly<Record<string, boolean>>;

/** With ids in the address those are chosen, else what is usual for this reader. */
export function ShareCopy({ path }: { readonly path: readonly string[] }) {
  const recs = useRecs();
  const audience = useSignal<Audience>('partner');
  const from = useSignal('');
  const ticks = useSignal<Ticks>({});
  const offered = inFormOrder(showable(recs, audience.value));
  const isOn = (rec: Rec): boolean =>
    ticks.value[rec.id] ?? (path.length > 0 ? path.includes(rec.id) : USUAL[audience.value].includes(rec.type));
  const ids = offered.filter(isOn).map((rec) => rec.id);
  const shared = shareOf(recs, { ids, from: from.value, day: today(), site: site.id }, audience.value);
  const tick = (rec: Rec): void => {
    ticks.value = { ...ticks.peek(), [rec.id]: !isOn(rec) };
  };
  return (
    <div class="ruled records share">
      <div class="on-screen">
        <Row>
          <Heading>{t('Share a chosen part')}</Heading>
          <p class="measure">
            {t('What is marked private is not in it. Your reader gets what stands below under “What they will see”, and nothing else.')}
          </p>
          <Reader audience={audience} from={from} />
        </Row>
        <Row at={ids.length} note={t('chosen')}>
          <Offered recs={offered} isOn={isOn} onTick={tick} />
          <Staying recs={recs} offered={offered} />
        </Row>
      </div>
      <Preview shared={shared} />
      <div class="on-screen">
        <Send shared={shared} />
      </div>
    </div>
  );
}

/** Goals before the journal, the journal before the group, worksheets last. */
function inFormOrder(recs: readonly Rec[]): readonly Rec[] {
  const at = ({ type }: Rec): number => (type === 'answers' ? FORMS.length : FORMS.findIndex((form) => form.type === type));
  return [...recs].sort((a, b) => at(a) - at(b));
}

function Reader({ audience, from }: { readonly audience: Signal<Audience>; readonly from: Signal<string> }) {
  const readers: readonly (readonly [Audience, string])[] = [
    ['partner', t('my peer partner')],
    ['group', t('my group')],
  ];
  return (
    <>
      <fieldset class="reader">
        <legend>{t('It is for')}</legend>
        {readers.map(([id, words]) => (
          <label key={id} class="tick-line">
            <input type="radio" name="reader" checked={audience.value === id} onChange={() => (audience.value = id)} />
            <span>{words}</span>
          </label>
        ))}
      </fieldset>
      <p class="ask-line">
        <label for="share-from">{t('From (you may leave this blank)')}</label>
        <input
          id="share-from"
          class="voice"
          autocomplete="off"
          value={from.value}
          onInput={(event) => {
            from.value = event.currentTarget.value;
          }}
        />
      </p>
    </>
  );
}

function Offered({
  recs,
  isOn,
  onTick,
}: {
  readonly recs: readonly Rec[];
  readonly isOn: (rec: Rec) => boolean;
  readonly onTick: (rec: Rec) => void;
}) {
  if (recs.length === 0) return <p>{t('Nothing that you wrote may be seen by this reader yet.')}</p>;
  return (
    <ul class="choices-list">
      {recs.map((rec) => (
        <li key={rec.id}>
          <label class="tick-line">
            <input type="checkbox" checked={isOn(rec)} onChange={() => onTick(rec)} />
            <span>
              {capital(kindOf(rec))} <Title rec={rec} />
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}

/** Its own words, where it has any; only its owner sees this list. */
function Title({ rec }: { readonly rec: Rec }) {
  const title = titleOf(rec);
  return title === kindOf(rec) ? null : <span class="voice">{title}</span>;
}

/** What cannot be chosen, counted, so that nobody looks for it. */
function Staying({ recs, offered }: { readonly recs: readonly Rec[]; readonly offered: readonly Rec[] }) {
  const stays = recs.filter((rec) => formOf(rec.type)?.of === undefined && !offered.includes(rec));
  const n = stays.filter((rec) => isOwn(rec) || rec.body['private'] === true).length;
  if (n === 0) return null;
  return (
    <p class="soft small measure">
      {plural(
        '{n} record stays here whole: it is marked private, or has only lines that this reader does not see.',
        '{n} records stay here whole: they are marked private, or have only lines that this reader does not see.',
        n,
      )}
    </p>
  );
}

function Preview({ shared }: { readonly shared: Shared }) {
  const group = shared.audience === 'group';
  const title = fromWords(shared);
  usePaper({ title, foot: group ? t('Group. It stays in the group.') : t('Partner. For one person to read.') });
  return (
    <Row note={<span class="on-screen">{t('What they will see')}</span>}>
      <section class="copy" aria-label={t('What they will see')}>
        <h2 class="from">{title}</h2>
        {shared.records.length === 0 ? <p class="soft on-screen">{t('Nothing is chosen.')}</p> : null}
        <TellAll all={shared.records} />
      </section>
    </Row>
  );
}
