/**
 * What somebody else gave, kept beside one's own: needs and offers as such, marked `theirs`, since pairs
 * are found from them; anything else only to be read, as a record of type `shared` with the body
 * `{from, site, shared, audience, told}`.
 */

import { OFFER } from '../model/forms';
import { type Body, type Json, type Rec, text } from '../model/record';
import { readTold, type Shared } from './share';
import type { Told } from './told';

/** A part of a copy with where it comes from: just what is kept of it. */
export type Given = Omit<Shared, 'format' | 'version' | 'records'> & { readonly told: Told };

/** The type of record, and the body, in which a part of a copy is kept. */
export function keptAs(shared: Shared, told: Told): { readonly type: string; readonly body: Body } {
  if (told.type === OFFER.type) return { type: OFFER.type, body: { ...answered(told), theirs: true } };
  const { site, from, audience } = shared;
  // a copy is made of nothing but what JSON can say
  return {
    type: 'shared',
    body: { site, from, shared: shared.shared, audience, told: told as unknown as Json },
  };
}

/** The answers by the ids of their fields: of those that are ever shared. */
function answered(told: Told): Body {
  const ids = OFFER.fields.filter((field) => field.visibility !== 'private').map((field) => field.id);
  return Object.fromEntries(
    told.answers.filter(({ id }) => ids.includes(id)).map(({ id, value }) => [id, value]),
  );
}

/** What a record of type `shared` holds; null where it holds something else. */
export function givenIn(rec: Rec): Given | null {
  const { body } = rec;
  const told = readTold(body['told'] ?? null, 0);
  const audience = body['audience'] === 'group' ? 'group' : 'partner';
  const [site, from, shared] = ['site', 'from', 'shared'].map((key) => text(body, key));
  return told && { site: site ?? '', from: from ?? '', shared: shared ?? '', audience, told };
}

/** Those of a copy that are kept already, as they are: the same file may be opened twice. */
export function isKept(recs: readonly Rec[], shared: Shared, told: Told): boolean {
  const { type, body } = keptAs(shared, told);
  const same = JSON.stringify(body);
  return recs.some((rec) => rec.type === type && !rec.deleted && JSON.stringify(rec.body) === same);
}
