/**
 * Needs and offers of two people, laid side by side. What meets is listed and nothing is reckoned: no
 * score, no order. Whether they work together is for the two to say, each in private.
 */

import { OFFER } from './forms';
import { rows, text, texts, type Body } from './record';

/** A need of one beside an offer of the other that shares a word with it. */
export interface Help {
  readonly need: string;
  readonly offer: string;
}

/** Two answers to the same question of style, as ids of its options. */
export interface Style {
  readonly field: 'pace' | 'direct';
  readonly mine: string;
  readonly theirs: string;
}

export interface Overlap {
  /** Ids of the options that both ticked. */
  readonly times: readonly string[];
  readonly channels: readonly string[];
  /** As I wrote them. */
  readonly languages: readonly string[];
  /** What I need and they may give; what they need and I may give. */
  readonly forMe: readonly Help[];
  readonly forThem: readonly Help[];
  readonly styles: readonly Style[];
  /** One of the two manages or appraises the other: not advised. */
  readonly above: boolean;
}

/** Where the answers of two people meet. */
export function overlap(mine: Body, theirs: Body): Overlap {
  const both = (field: string): readonly string[] =>
    texts(mine, field).filter((one) => texts(theirs, field).includes(one));
  const spoken = listed(text(theirs, 'languages')).map(plain);
  return {
    times: both('times'),
    channels: both('channels'),
    languages: listed(text(mine, 'languages')).filter((one) => spoken.includes(plain(one))),
    forMe: helps(mine, theirs),
    forThem: helps(theirs, mine),
    styles: (['pace', 'direct'] as const).flatMap((field) => {
      const style = { field, mine: text(mine, field), theirs: text(theirs, field) };
      return style.mine === '' || style.theirs === '' ? [] : [style];
    }),
    above: [mine, theirs].some((one) => text(one, 'above') === 'yes'),
  };
}

/** What an option of the form says. */
export function saying(field: string, id: string): string {
  const options = OFFER.fields.find((one) => one.id === field)?.options ?? [];
  return options.find((one) => one.id === id)?.label ?? id;
}

/** What someone would like or can give, line by line. */
export const lines = (body: Body, field: 'needs' | 'offers'): readonly string[] =>
  rows(body, field).map((row) => text(row, 'what').trim()).filter((one) => one !== '');

function helps(needing: Body, giving: Body): Help[] {
  const offers = lines(giving, 'offers');
  return lines(needing, 'needs').flatMap((need) =>
    offers.filter((offer) => resemble(need, offer)).map((offer) => ({ need, offer })),
  );
}

/** Whether two texts share a word, or words of one stem: `marking` and `mark`, `pātai` and `patai`. */
export function resemble(one: string, other: string): boolean {
  const theirs = words(other);
  return words(one).some((a) => theirs.some((b) => (a.length < b.length ? b.startsWith(a) : a.startsWith(b))));
}

/** What English says in any need or offer. */
const EVERYWHERE =
  /^(about|could|from|give|good|have|help|into|keep|know|learn|like|make|making|more|need|other|people|some|something|that|their|them|they|this|time|using|want|what|when|with|work|working|would|your)$/;

/** Words of four letters and more: shorter ones join others and mean little alone. */
const words = (of: string): readonly string[] =>
  plain(of).split(/[^\p{L}\p{N}]+/u).filter((word) => [...word].length > 3 && !EVERYWHERE.test(word));

/** Small letters without marks above or below. */
const plain = (of: string): string =>
  of.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('en').trim();

const listed = (of: string): readonly string[] =>
  of.split(/[,;/\n]/).map((one) => one.trim()).filter((one) => one !== '');
