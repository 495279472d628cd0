/** The choices before the clock begins: people, version, where to begin and when. */

import type { Timing } from '../clock';
import { clockTime } from '../clock';
import { clock, minutesOf } from '../page/clock';
import { keep, read } from '../page/hash';
import { isNear, lateness, MINUTE, sum } from './model';
import { parts, type Plan } from './plan';
import type { Stage } from './stage';
import { find, put, type Say } from './words';

const NAMES = ['people', 'version', 'from', 'start'] as const;

/** What the clock on the wall says, in milliseconds since midnight. */
export function wall(now: number): number {
  const date = new Date(now);
  return now - new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

export class Form {
  readonly element: HTMLFormElement;
  readonly #pack: Timing;
  readonly #say: Say;
  readonly #stage: Stage;

  constructor(element: HTMLFormElement, pack: Timing, say: Say, stage: Stage) {
    this.element = element;
    this.#pack = pack;
    this.#say = say;
    this.#stage = stage;
    this.recall();
    addEventListener('hashchange', () => this.recall());
    element.addEventListener('input', () => this.preview());
    element.addEventListener('change', (event) => {
      if ((event.target as HTMLInputElement).type !== 'checkbox') this.#keep();
    });
    element.hidden = false;
  }

  get plan(): Plan {
    const value = (name: string): string => this.#field(name).value;
    const people = Number(value('people')) || this.#pack.group.best;
    return { people, version: value('version'), from: value('from') };
  }

  /** The time it is to begin, as HH:MM; null where what is written is none. */
  get start(): string | null {
    const at = minutesOf(this.#field('start').value);
    return at === null ? null : clock(at);
  }

  isOn(name: 'sound' | 'keys'): boolean {
    return find<HTMLInputElement>(this.element, `[name="${name}"]`).checked;
  }

  /** Set the fields by the address; the time now where it says none. */
  recall(): void {
    const choices = read(location.hash) ?? {};
    for (const name of NAMES) {
      const field = this.#field(name);
      const said = choices[name];
      if (field instanceof HTMLSelectElement) {
        const known = [...field.options].some((option) => option.value === said);
        if (said !== undefined && known) field.value = said;
      } else {
        const at = minutesOf(said ?? '');
        field.value = clock(at ?? Math.floor(wall(Date.now()) / MINUTE));
      }
    }
    this.preview();
  }

  /** Say when it will end, and show the times of the parts below. */
  preview(): void {
    const { start } = this;
    const made = parts(this.#pack, this.plan);
    const words = start === null ? this.#say('noTime') : this.#ends(start, sum(made));
    put(find(this.element, '[data-ends-at]'), words);
    put(document.querySelector('[data-total]'), String(sum(made)));
    const times = new Map<string, { at: number; minutes: number }>();
    let at = 0;
    for (const part of made) {
      times.set(part.id, { at, minutes: part.minutes });
      at += part.minutes;
    }
    for (const [id, section] of this.#stage.sections) {
      const time = times.get(id);
      section.classList.toggle('is-out', !time);
      if (!time) continue;
      put(section.querySelector('[data-at]'), clockTime(start ?? '00:00', time.at));
      put(section.querySelector('[data-minutes]'), this.#say('minutes', { n: time.minutes }));
    }
  }

  #ends(start: string, minutes: number): string {
    const now = wall(Date.now());
    const time = clockTime(start, minutes);
    if (!isNear(start, now)) return this.#say('trial', { time });
    const late = Math.floor(lateness(start, now) / MINUTE);
    return late > 0 ? this.#say('late', { time, n: late }) : this.#say('ending', { time });
  }

  #keep(): void {
    const { start } = this;
    if (start !== null) this.#field('start').value = start;
    const { people, version, from } = this.plan;
    keep({ people: String(people), version, from, start: start ?? '' });
  }

  #field(name: string): HTMLInputElement | HTMLSelectElement {
    return find(this.element, `[name="${name}"]`);
  }
}
