/** Records told in words, with what belongs to them: for a copy to share, and for print. */

import { inOrder } from '../core/book';
import { packOf, sheetOf } from '../core/site';
import { t } from '../core/words';
import { formOf, FORMS } from '../model/forms';
import { type Rec, text } from '../model/record';
import type { Field } from '../model/sheet';
import { type Answer, answerOf, type Naming } from './answer';

export interface Told {
  readonly id: string;
  readonly type: string;
  readonly sheet: string | null;
  /** What it is called: `goal`, or the title of the worksheet. */
  readonly kind: string;
  readonly answers: readonly Answer[];
  /** What belongs to it: the steps of a goal. */
  readonly parts: readonly Told[];
}

/** Which fields are told. */
export type Allows = (field: Field) => boolean;

/** The fields that a record answers; none where its form or worksheet is not known here. */
export function fieldsOf(rec: Rec): readonly Field[] {
  if (rec.type === 'answers') return sheetOf(rec.sheet ?? '')?.fields ?? [];
  return formOf(rec.type)?.fields ?? [];
}

/** What one of them is called. */
export function kindOf(rec: Rec): string {
  if (rec.type === 'answers') return sheetOf(rec.sheet ?? '')?.title ?? t('worksheet');
  return formOf(rec.type)?.one ?? rec.type;
}

/** The record in words; null where it has none that are allowed. */
export function tell(rec: Rec, recs: readonly Rec[], allows: Allows, naming: Naming): Told | null {
  const answers = fieldsOf(rec)
    .filter(allows)
    .flatMap((field) => answerOf(field, rec.body, naming) ?? []);
  const members = FORMS.filter((form) => form.of === rec.type).flatMap((form) =>
    inOrder(recs.filter((one) => isPartOf(one, rec, form.type))),
  );
  const told = members.flatMap((one) => tell(one, recs, allows, naming) ?? []);
  if (answers.length === 0 && told.length === 0) return null;
  const { id, type, sheet } = rec;
  return { id, type, sheet, kind: kindOf(rec), answers, parts: told };
}

function isPartOf(one: Rec, whole: Rec, type: string): boolean {
  const { of } = formOf(type) ?? {};
  return one.type === type && !one.deleted && of !== undefined && one.body[of] === whole.id;
}

/** The words that stand for a record in a list of one's own. */
export function titleOf(rec: Rec): string {
  const field = formOf(rec.type)?.title;
  const own = field ? text(rec.body, field).trim() : '';
  return own || kindOf(rec);
}

/** Names what a choice points to: another record, or a session pack. */
export const namingOf =
  (recs: readonly Rec[]): Naming =>
  (id) => {
    const rec = recs.find((one) => one.id === id);
    return rec ? titleOf(rec) : (packOf(id)?.title ?? id);
  };
