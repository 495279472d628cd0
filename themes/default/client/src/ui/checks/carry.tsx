/** An answer that stands on another sheet already: offered, not taken. */

import { sayDay } from '../../core/dates';
import { sheetOf } from '../../core/site';
import { t } from '../../core/words';
import { dayOf, ofSheet } from '../../model/answers';
import { says, type Json, type Rec } from '../../model/record';
import { plain, said, shows } from '../../model/said';
import type { Field, Sheet } from '../../model/sheet';
import { theBook } from '../book';
import { Button, Notice } from '../parts';

interface Source {
  readonly value: Json;
  readonly words: string;
  readonly title: string;
  readonly day: string;
}

export function CarryOver({ sheet, rec, field }: { readonly sheet: Sheet; readonly rec: Rec; readonly field: Field }) {
  if (says(rec.body[field.id])) return null;
  const carry = sheet.carries.find((one) => one.to === field.id);
  const source = carry ? lastSaid(carry.from, field) : null;
  if (!source) return null;
  const take = (): void => {
    theBook().edit(rec.id, { [field.id]: source.value }, t('answer taken over'));
    // the offer is gone with the blank
    document.getElementById(`${rec.id}-${field.id}`)?.focus();
  };
  return (
    <Notice>
      <p>
        {t('You wrote this on another sheet, “{title}”, on {day}:', { title: source.title, day: source.day })}{' '}
        <span class="voice">{source.words}</span>
      </p>
      <Button small onClick={take}>
        {t('Take it over')}
      </Button>
    </Notice>
  );
}

/** The last answer to `sheet.field` that this field can hold. */
function lastSaid(address: string, field: Field): Source | null {
  const dot = address.lastIndexOf('.');
  const sheet = sheetOf(address.slice(0, dot));
  const asked = sheet?.fields.find((one) => one.id === address.slice(dot + 1));
  if (!sheet || !asked) return null;
  const answered = ofSheet(theBook().all('answers'), sheet.id).filter((one) => says(one.body[asked.id]));
  const rec = answered.at(-1);
  const value = rec?.body[asked.id];
  if (!rec || value === undefined || !shows(field, value)) return null;
  const words = Array.isArray(value) ? value.map(plain).join('; ') : said(asked, value);
  return { value, words, title: sheet.title, day: sayDay(dayOf(rec)) };
}
