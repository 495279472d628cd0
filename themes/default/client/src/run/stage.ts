/** The segments on the page: which one is shown, how large, and what of it. */

import { stamp } from './words';

/** Sizes that are tried until all is seen; after the last one the part scrolls. */
const SIZES = [1, 0.92, 0.84, 0.76, 0.68, 0.6];

/** How large an instruction is, in rem, and how small it may get, in pixels: as running text. */
const INSTRUCTION = 1.32;
const SMALLEST = 17;

export class Stage {
  readonly list: HTMLElement;
  readonly sections = new Map<string, HTMLElement>();
  #now: HTMLElement | null = null;
  #prompt = 0;
  #room = '';
  whole = false;
  notes = false;

  constructor(list: HTMLElement) {
    this.list = list;
    for (const section of list.querySelectorAll<HTMLElement>('[data-part]')) this.#add(section);
    for (const id of ['run_close', 'run_back']) this.#add(stamp(id));
  }

  #add(section: HTMLElement): void {
    this.sections.set(section.dataset['part'] ?? '', section);
    section.classList.toggle('has-prompt', prompts(section).length > 0);
  }

  /** Ids of all that can be a part of a meeting. */
  get ids(): string[] {
    return [...this.sections.keys()];
  }

  get now(): HTMLElement | null {
    return this.#now;
  }

  groupings(id: string): string[] {
    const text = this.sections.get(id)?.dataset['groupings'] ?? '';
    return text.split(' ').filter((word) => word !== '');
  }

  title(id: string): string {
    return this.sections.get(id)?.querySelector('h2')?.textContent ?? '';
  }

  /** Show one segment, from its first prompt on or from its last. */
  show(id: string, last = false): void {
    const section = this.sections.get(id) ?? null;
    if (section && !section.isConnected) this.list.append(section);
    if (section !== this.#now) {
      this.#now?.classList.remove('is-now');
      this.#now = section;
      section?.classList.add('is-now');
      this.list.scrollTop = 0;
    }
    this.#prompt = last && section ? Math.max(0, prompts(section).length - 1) : 0;
    this.arrange();
  }

  /** How many prompts the segment has, and which is shown. */
  get steps(): { at: number; of: number } {
    return { at: this.#prompt, of: this.#now ? prompts(this.#now).length : 0 };
  }

  /** Go so many prompts on; false where there is none. */
  step(by: number): boolean {
    const to = this.#prompt + by;
    if (this.whole || to < 0 || to >= this.steps.of) return false;
    this.#prompt = to;
    this.arrange();
    return true;
  }

  /** Show what is to be shown of the segment, as large as there is room for. */
  arrange(): void {
    const section = this.#now;
    if (!section) return;
    section.classList.toggle('is-whole', this.whole);
    prompts(section).forEach((box, at) => box.classList.toggle('is-shown', at === this.#prompt));
    const details = section.querySelector<HTMLDetailsElement>('details.run-notes');
    if (details) {
      details.open = this.notes;
      details.tabIndex = this.notes ? 0 : -1;
    }
    this.#room = '';
    this.fit();
  }

  fit(): void {
    const { list } = this;
    const room = `${list.clientWidth} ${list.clientHeight}`;
    if (!this.#now || room === this.#room) return;
    const letters = parseFloat(getComputedStyle(document.documentElement).fontSize);
    for (const size of SIZES) {
      if (size < 1 && (this.whole || size * INSTRUCTION * letters < SMALLEST)) break;
      list.style.setProperty('--fit', String(size));
      if (list.scrollHeight <= list.clientHeight) break;
    }
    // what scrolls can be reached by key
    if (list.scrollHeight > list.clientHeight) list.tabIndex = 0;
    else list.removeAttribute('tabindex');
    this.#room = `${list.clientWidth} ${list.clientHeight}`;
  }

  /** Open the notes, or close them. */
  turnNotes(): void {
    this.notes = !this.notes;
    this.arrange();
    const details = this.#now?.querySelector('.run-notes');
    if (this.notes) details?.scrollIntoView({ block: 'start' });
    else this.list.scrollTop = 0;
  }

  /** Show the sign of those who think together now. */
  sign(at: number): void {
    const signs = this.#now?.querySelectorAll('.run-title .sign') ?? [];
    signs.forEach((sign, index) => sign.classList.toggle('is-step', index === at));
  }

  /** Take away all that was shown. */
  clear(): void {
    this.#now?.classList.remove('is-now', 'is-whole');
    this.#now = null;
    for (const id of ['split.close', 'split.re-entry']) this.sections.get(id)?.remove();
    for (const details of this.list.querySelectorAll('details')) {
      details.open = false;
      details.removeAttribute('tabindex');
    }
    this.list.removeAttribute('tabindex');
    this.notes = false;
    this.whole = false;
  }
}

function prompts(section: HTMLElement): HTMLElement[] {
  return [...section.querySelectorAll<HTMLElement>('.theirs > .box.prompt')];
}
