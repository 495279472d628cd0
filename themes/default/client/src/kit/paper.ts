/** What only paper shows: its size, its letters, and what stands at the foot of each page. */

import type { Choice, Letters } from './choices';
import { foot } from './foot';
import { whom, type Words } from './say';

/** Millimetres: what is left of each paper between its margins, and the least between two texts. */
const WIDTHS: Readonly<Record<string, number>> = { a4: 175, letter: 180 };
const BETWEEN = 6;
/** Points: how large a foot is, as in `print.css` and `large.css`. */
const SIZES: Readonly<Record<Letters, number>> = { usual: 10, large: 16 };

export function paper(place: HTMLElement, words: Words, choice: Choice, letters: Letters): void {
  const root = document.documentElement;
  const { what = '', address = '' } = place.dataset;
  root.dataset['paper'] = choice.paper;
  root.dataset['letters'] = letters;
  const room = WIDTHS[choice.paper] ?? Math.min(...Object.values(WIDTHS));
  const wide = ruler(SIZES[letters]);
  const { page = '', of = '' } = root.dataset;
  const left = room - BETWEEN - wide(`${page}88${of}88`);
  root.dataset['foot'] = foot(what, whom(words, choice), address, (line) => wide(line) <= left);
}

/** Measures texts of so many points, in millimetres. */
function ruler(points: number): (text: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return () => Infinity;
  context.font = `600 ${points}px ${getComputedStyle(document.body).fontFamily}`;
  return (text) => (context.measureText(text).width * 25.4) / 72;
}
