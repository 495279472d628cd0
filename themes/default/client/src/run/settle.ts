/** The line above the clock: what would help to end on time, and then that it was agreed. */

import * as model from './model';
import type { Run } from './model';
import type { Offer } from './offer';
import { find, put, type Say } from './words';

export class Settle {
  readonly #foot: HTMLElement;
  readonly #title: (id: string) => string;
  readonly #say: Say;

  constructor(foot: HTMLElement, title: (id: string) => string, say: Say) {
    this.#foot = foot;
    this.#title = title;
    this.#say = say;
  }

  paint(run: Run, offer: Offer | null): void {
    const isAgreed = !offer && model.isAgreed(run) && model.canUndo(run);
    const place = find<HTMLElement>(this.#foot, '[data-offer]');
    place.hidden = !offer && !isAgreed;
    place.classList.toggle('is-agreed', isAgreed);
    if (offer) this.#offer(run, offer);
    else if (isAgreed) this.#put(this.#say('agreed', { time: model.agreedTime(run, run.end) }));
    this.#button('take').hidden = !offer?.changes.length;
    this.#button('keep').hidden = !offer || model.rest(run).length === 0;
    // beside what was agreed while its part runs, and below afterwards
    for (const button of this.#foot.querySelectorAll<HTMLElement>('[data-act="undo"]')) {
      const isBeside = place.contains(button);
      button.hidden = !model.canUndo(run) || isBeside !== isAgreed;
    }
  }

  #offer(run: Run, { changes, end, kept, over: n }: Offer): void {
    const words = changes.map(({ part, minutes }) =>
      this.#say(minutes ? 'shorten' : 'drop', { title: this.#title(part.id), n: minutes }),
    );
    const time = model.agreedTime(run, words.length ? end : kept);
    this.#put(this.#say(words.length ? 'toEnd' : 'isOver', { n, time, changes: words.join(', ') }));
    put(this.#button('keep'), this.#say('keep', { time: model.agreedTime(run, kept) }));
  }

  #put(words: string): void {
    put(find(this.#foot, '[data-offer-words]'), words);
  }

  #button(name: string): HTMLElement {
    return find(this.#foot, `[data-act="${name}"]`);
  }
}
