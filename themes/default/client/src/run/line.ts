/** Draws the session line upright: past pale, now marked, with a pointer at the minute. */

import type { Run } from './model';
import { put, stamp } from './words';
import { bars, pointer, step, type Bar } from './view';

const HEIGHTS: Record<string, string> = { solo: 'g1', pairs: 'g2', trios: 'g3', fours: 'g4' };

/** Bars with less than this share of the line have no room for their time. */
const THIN = 0.035;

type Groupings = (id: string) => string[];

export class Line {
  readonly #list: HTMLElement;
  readonly #groupings: Groupings;
  readonly #pointer = document.createElement('i');
  #ids = '';

  constructor(list: HTMLElement, groupings: Groupings) {
    this.#list = list;
    this.#groupings = groupings;
    this.#pointer.className = 'pointer';
  }

  draw(run: Run, now: number): void {
    const drawn = bars(run, now);
    const ids = drawn.map((bar) => bar.id).join(' ');
    if (ids !== this.#ids) this.#list.replaceChildren(...drawn.map((bar) => this.#bar(bar)));
    this.#ids = ids;
    const total = drawn.reduce((sum, bar) => sum + bar.length, 0);
    drawn.forEach((bar, index) => {
      const item = this.#list.children[index];
      if (!(item instanceof HTMLElement)) return;
      item.className = `is-${bar.state}`;
      item.classList.toggle('is-thin', bar.length < total * THIN);
      item.style.setProperty('--n', bar.length.toFixed(2));
      put(item.querySelector('.when'), bar.when);
      if (bar.state === 'now') this.#point(item, bar, run, now);
    });
    if (run.at >= run.parts.length) this.#pointer.remove();
  }

  #bar({ id }: Bar): HTMLElement {
    const item = stamp<HTMLElement>('run_bar');
    for (const grouping of this.#groupings(id)) {
      const part = document.createElement('span');
      part.className = `step ${HEIGHTS[grouping] ?? 'gall'}`;
      item.querySelector('.bar')?.append(part);
    }
    return item;
  }

  #point(item: HTMLElement, bar: Bar, run: Run, now: number): void {
    const steps = this.#groupings(bar.id);
    const at = step(run, steps.length, now).at;
    this.#pointer.style.setProperty('--p', `${(100 * pointer(run, now)).toFixed(2)}%`);
    this.#pointer.className = `pointer ${HEIGHTS[steps[at] ?? 'all'] ?? 'gall'}`;
    if (this.#pointer.parentElement !== item.querySelector('.bar')) {
      item.querySelector('.bar')?.append(this.#pointer);
    }
  }
}
