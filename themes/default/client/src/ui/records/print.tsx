/** A part of the workbook on paper: what was written, or the forms with room to write; large if wanted. */

import { useSignal } from '@preact/signals';
import { site } from '../../core/site';
import { t } from '../../core/words';
import { capital } from '../../io/share';
import { formsOf, isPart, type Part, printOf } from '../../io/print';
import { Button, Heading, Row } from '../parts';
import { printPage } from '../paper';
import { href } from '../route';
import { BlankForm } from './blank';
import { usePaper } from './paper';
import { useRecs } from './recs';
import { TellAll } from './told';

const NAMES: Record<Part, string> = {
  plan: t('My plan'),
  journal: t('My journal'),
  group: t('My group'),
  sheets: t('My sheets'),
};

/** The address may choose: `#/records/print/plan/blank/large`. */
export function Print({ path }: { readonly path: readonly string[] }) {
  const [name = 'plan', how = 'filled', letters = 'usual'] = path;
  const part = useSignal<Part>(isPart(name) ? name : 'plan');
  const isBlank = useSignal(how === 'blank');
  const isLarge = useSignal(letters === 'large');
  const title = NAMES[part.value];
  const foot = isBlank.value ? title : t('Private. It goes home with you, or is shredded.');
  usePaper({ title, foot, large: isLarge.value });
  return (
    <div class="ruled records printed">
      <div class="on-screen">
        <Row>
          <Heading>{t('Print')}</Heading>
          <div class="print-choices">
            <Select
              id="print-part"
              label={t('Of')}
              value={part.value}
              options={NAMES}
              onChoose={(one) => (part.value = isPart(one) ? one : 'plan')}
            />
            <Select
              id="print-how"
              label={t('How')}
              value={isBlank.value ? 'blank' : 'filled'}
              options={{ filled: t('what I wrote'), blank: t('blank, to write on') }}
              onChoose={(one) => (isBlank.value = one === 'blank')}
            />
            <Select
              id="print-letters"
              label={t('Letters')}
              value={isLarge.value ? 'large' : 'usual'}
              options={{ usual: t('usual letters'), large: t('large print, one column') }}
              onChoose={(one) => (isLarge.value = one === 'large')}
            />
          </div>
          <div class="buttons">
            <Button main onClick={() => printPage()}>
              {t('Print this page')}
            </Button>
          </div>
          <p class="small soft measure">
            {t('Private lines are in it.')} <a href={href('records', 'share')}>{t('Print a copy to share')}</a>
          </p>
        </Row>
      </div>
      <Row>
        <h2 class="paper-title">{title}</h2>
        {isBlank.value ? <Blank part={part.value} /> : <Filled part={part.value} />}
      </Row>
    </div>
  );
}

function Select({
  id,
  label,
  value,
  options,
  onChoose,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: Readonly<Record<string, string>>;
  readonly onChoose: (value: string) => unknown;
}) {
  return (
    <p class="ask-line">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {Object.entries(options).map(([one, words]) => (
          <option key={one} value={one}>
            {words}
          </option>
        ))}
      </select>
    </p>
  );
}

function Filled({ part }: { readonly part: Part }) {
  const all = printOf(useRecs(), part);
  if (all.length === 0) return <p>{t('Nothing of it is written yet.')}</p>;
  return <TellAll all={all} />;
}

/** The workbook's own forms are drawn here; worksheets have blank pages of their own. */
function Blank({ part }: { readonly part: Part }) {
  if (part !== 'sheets') {
    return (
      <>
        {formsOf(part).map((form) => (
          <BlankForm key={form.type} title={capital(form.one)} fields={form.fields} />
        ))}
      </>
    );
  }
  const there = site.sheets.flatMap(({ title, url }) => (url === null ? [] : [{ title, url }]));
  return (
    <>
      <p class="measure">{t('Each sheet has a page of its own that prints blank.')}</p>
      <ul>
        {there.map(({ title, url }) => (
          <li key={url}>
            <a href={url}>{title}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
