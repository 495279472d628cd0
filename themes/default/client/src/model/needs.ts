/** From the picture and the needs to the gaps, and from the gaps to where a goal could begin. */

import { type Body, figure, type Rec, says, text } from './record';

/** A part of the picture with what it comes to: (wanted − now) × importance, never under nothing. */
export interface Weighed {
  readonly rec: Rec;
  readonly weight: number;
}

export interface Widest {
  /** The widest, widest first; all that tie for the last place. */
  readonly top: readonly Weighed[];
  /** Lines that say something and have a figure missing: they are left out. */
  readonly blank: number;
  /** Lines where ‘now’ has come up to ‘wanted’. */
  readonly closed: number;
}

/** What a line comes to; null where a figure is missing. */
export function weigh(gap: Body): number | null {
  const [importance, now, wanted] = ['importance', 'now', 'wanted'].map((id) => figure(gap, id));
  if (importance == null || now == null || wanted == null) return null;
  return Math.max(0, wanted - now) * importance;
}

/** The widest gaps, ties kept. */
export function widest(gaps: readonly Rec[], count = 3): Widest {
  const said = gaps.filter(({ body }) => ['part', 'importance', 'now', 'wanted'].some((id) => says(body[id])));
  const weighed = said.flatMap((rec) => {
    const weight = weigh(rec.body);
    return weight === null ? [] : [{ rec, weight }];
  });
  const open = weighed.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  const last = open[Math.min(count, open.length) - 1]?.weight ?? 0;
  return {
    top: open.filter(({ weight }) => weight >= last),
    blank: said.length - weighed.length,
    closed: weighed.length - open.length,
  };
}

/** The line of the gap review that a need begins: its first line of words, and where it came from. */
export function gapOf(need: Rec): Body {
  return { part: oneLine(text(need.body, 'words')), need: need.id };
}

/** The goal that a gap begins. */
export function goalOf(gap: Rec, order: number): Body {
  return { different: text(gap.body, 'part'), gap: gap.id, order, status: 'active' };
}

/** Words on one line, for fields that have one. */
export const oneLine = (words: string): string => words.trim().replace(/\s+/g, ' ');

/** Records that answer for one line of a list, such as one lens; a file may bring a second. */
export function forOne(recs: readonly Rec[], where: Body): readonly Rec[] {
  return recs.filter(({ body }) => Object.entries(where).every(([field, value]) => body[field] === value));
}
