/** One question with its answer, kept as it is typed. */

import { t } from '../core/words';
import { says, type Json, type Rec } from '../model/record';
import { plain, shows } from '../model/said';
import type { Field, Visibility } from '../model/sheet';
import { failed, theBook } from './book';
import { Cell, Ladder, Rows } from './fields/cells';
import { Choice, Many, Scale } from './fields/choosing';
import { Ratings } from './fields/ratings';
import { changed } from './fields/words';
import { Written } from './fields/writing';
import { Button, Row } from './parts';
import { saveToFile } from './records/actions';
import { Said } from './said';

export { Cell };

export interface ControlProps {
  readonly field: Field;
  readonly value: Json | undefined;
  /** `words` name the change for undo, where it is less than the whole answer: one line of a table. */
  readonly onValue: (value: Json, words?: string) => void;
  /** The id of the control, which its label names. */
  readonly id: string;
}

const CONTROLS = {
  line: Written,
  text: Written,
  date: Written,
  number: Written,
  choice: Choice,
  many: Many,
  checklist: Many,
  scale: Scale,
  ratings: Ratings,
  rows: Rows,
  people: Rows,
  signature: Rows,
  ladder: Ladder,
} as const;

/** These print as they stand, since the words behind them are on the page already. */
const PRINTS_ITSELF: readonly string[] = ['line', 'text'];

/** The control alone, as its kind asks, and its words for paper. */
export function Control(props: ControlProps) {
  const { field, value } = props;
  const Kind = CONTROLS[field.kind];
  if (PRINTS_ITSELF.includes(field.kind)) return <Kind {...props} />;
  return (
    <>
      <div class="on-screen control">
        <Kind {...props} />
        {shows(field, value) ? null : <p class="soft small">{t('Kept as: {value}', { value: plain(value) })}</p>}
      </div>
      <div class="on-paper">
        <Said field={field} value={value} />
      </div>
    </>
  );
}

/** Who may see it, in the words that stand at the right of each label. */
export const WHO: Readonly<Record<Visibility, string>> = {
  private: t('private'),
  partner: t('partner'),
  group: t('group'),
};

/** The label of a control, and who may see what is written. */
export function Asked({ field, id }: { readonly field: Field; readonly id: string }) {
  const single = ['line', 'text', 'date', 'number'].includes(field.kind);
  return (
    <>
      <div class="asked">
        {single || field.kind === 'choice' ? <label for={id}>{field.label}</label> : <span class="label">{field.label}</span>}{' '}
        <span class="who" id={`${id}-who`}>
          {WHO[field.visibility]}
        </span>
      </div>
      {field.help ? (
        <p class="help" id={`${id}-help`}>
          {field.help}
        </p>
      ) : null}
    </>
  );
}

/**
 * A field of a record: label, who may see it, help, control; kept by the workbook as it is typed.
 * With `at` it is a row of its own, those words in the margin; without, it stands where it is put.
 * `large` is for the words that a page is about.
 */
export function Answer({
  rec,
  field,
  at,
  large,
}: {
  readonly rec: Rec;
  readonly field: Field;
  readonly at?: string;
  readonly large?: boolean;
}) {
  const id = `${rec.id}-${field.id}`;
  const value = rec.body[field.id];
  const put = (answer: Json, words = changed(field.label)): void =>
    theBook().edit(rec.id, { [field.id]: answer }, words);
  const answer = (
    <div class={`answer is-${field.kind}${says(value) ? '' : ' blank'}${large ? ' large' : ''}`}>
      <Asked field={field} id={id} />
      <Control field={field} value={value} id={id} onValue={put} />
      <NotKept />
      {says(value) ? null : <Ruled lines={field.lines} />}
    </div>
  );
  return at === undefined ? answer : <Row note={at}>{answer}</Row>;
}

/** While the browser takes nothing, said where somebody is writing: the head may be out of sight. */
function NotKept() {
  if (!failed()) return null;
  return (
    <div class="marker not-kept">
      <p>
        <b>{t('Not saved.')}</b> {t('Save to a file now.')}
      </p>
      <Button small onClick={() => void saveToFile()}>
        {t('Save to a file')}
      </Button>
    </div>
  );
}

/** Lines for a pen, where a blank was asked for on paper. */
function Ruled({ lines }: { readonly lines: number }) {
  return (
    <div class="ruled-lines" aria-hidden="true">
      {Array.from({ length: Math.min(Math.max(lines, 1), 40) }, (_, n) => (
        <span key={n} />
      ))}
    </div>
  );
}
