/** The choices before the clock begins: people, version, minutes, where to begin and when. */

import type { Timing } from '../clock';
import { clockTime } from '../clock';
import { clock, minutesOf } from '../page/clock';
import { isHalf, lengthOf } from '../kit/choices';
import { keep, read, write } from '../page/hash';
import { isNear, lateness, MINUTE, sum } from './model';
import { parts, type Part, type Plan } from './plan';
import type { Stage } from './stage';
import { find, put, type Say } from './words';

const NAMES = ['people', 'version', 'minutes', 'from', 'start'] as const;

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
    const version = value('version');
    // each of two meetings has its own minutes
    const minutes = isHalf(version) ? null : lengthOf(value('minutes'));
    return { people, version, minutes, from: value('from') };
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
      } else if (name === 'minutes') {
        field.value = String(lengthOf(said) ?? '');
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
    const { plan } = this;
    const made = parts(this.#pack, plan);
    const total = sum(made);
    const { minutes } = plan;
    const misfit = minutes && total > minutes ? `${this.#say('misfit', { n: minutes })} ` : '';
    const words = start === null ? this.#say('noTime') : this.#ends(start, total);
    put(find(this.element, '[data-ends-at]'), misfit + words);
    put(document.querySelector('[data-total]'), String(total));
    this.#field('minutes').disabled = isHalf(plan.version);
    this.#links();
    this.#times(made, start ?? '00:00');
  }

  /** Show the times of the parts below. */
  #times(made: readonly Part[], start: string): void {
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
      put(section.querySelector('[data-at]'), clockTime(start, time.at));
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
    this.#field('minutes').value = String(this.plan.minutes ?? '');
    keep(this.#choices());
  }

  /** The guide is opened for the same choices. */
  #links(): void {
    for (const link of this.element.querySelectorAll('a[data-along]')) {
      const [page = ''] = (link.getAttribute('href') ?? '').split('#');
      link.setAttribute('href', page + write({ ...read(location.hash), ...this.#choices(), from: '' }));
    }
  }

  #choices(): Record<string, string> {
    const { people, version, minutes, from } = this.plan;
    const { start } = this;
    return { people: String(people), version, minutes: String(minutes ?? ''), from, start: start ?? '' };
  }

  #field(name: string): HTMLInputElement | HTMLSelectElement {
    return find(this.element, `[name="${name}"]`);
  }
}
