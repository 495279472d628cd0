/**
 * The way out when the workbook does not open: everything that is kept goes into a file, and then, if
 * that is wanted, away. Its words are in the page, so that nothing else has to be there.
 */

import { deleteAll, type Dump, dump } from './core/dump';
import { download } from './io/download';
import { fill } from './page/words';

class Rescue {
  readonly #place: HTMLElement;
  readonly #site: string;
  readonly #save: HTMLButtonElement | null;
  readonly #delete: HTMLButtonElement | null;
  #saved: Dump | null = null;
  #isSure = false;

  constructor(place: HTMLElement) {
    this.#place = place;
    this.#site = place.dataset['site'] ?? '';
    this.#save = place.querySelector('[data-save]');
    this.#delete = place.querySelector('[data-delete]');
    this.#save?.addEventListener('click', () => void this.#try(() => this.#saveAll()));
    this.#delete?.addEventListener('click', () => void this.#try(() => this.#deleteAll()));
  }

  async look(): Promise<void> {
    await this.#try(async () => {
      const found = await dump(this.#site);
      const n = count(found);
      if (n === 0 && found.unread.length === 0) return this.#say('nothing');
      this.#show(this.#save, true);
      this.#say(found.unread.length > 0 ? 'unread' : 'found', { n, why: found.unread[0] ?? '' });
    });
  }

  async #saveAll(): Promise<void> {
    const found = await dump(this.#site);
    const file = `peerpress-rescue-${found.made.slice(0, 10)}.json`;
    download(file, `${JSON.stringify(found, null, 1)}\n`, 'application/json');
    this.#saved = found;
    this.#isSure = false;
    this.#show(this.#delete, true);
    this.#say('saved', { file, n: count(found) });
  }

  /** Asked twice, and only for what is in the file. */
  async #deleteAll(): Promise<void> {
    if (!this.#saved) return;
    if (!this.#isSure) {
      this.#isSure = true;
      this.#say('sure', { names: this.#saved.databases.map(({ name }) => name).join(', ') });
      return;
    }
    await deleteAll(this.#saved);
    this.#saved = null;
    this.#show(this.#save, false);
    this.#show(this.#delete, false);
    this.#say('deleted');
  }

  async #try(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      const isBlocked = error instanceof Error && error.message === 'blocked';
      this.#say(isBlocked ? 'blocked' : 'refused', { why: String(error) });
    }
  }

  /** Say what the page says of this. */
  #say(which: string, values: Record<string, string | number> = {}): void {
    const said = this.#place.querySelector('[data-said]');
    const words = this.#place.getAttribute(`data-words-${which}`) ?? '';
    if (said) said.textContent = fill(words, values);
  }

  #show(button: HTMLButtonElement | null, isThere: boolean): void {
    if (button) button.hidden = !isThere;
  }
}

/** How many records there are, and whatever else lies in a store of its own. */
function count({ databases, local }: Dump): number {
  const stored = databases.flatMap(({ stores }) => stores['records'] ?? []);
  return stored.length + Object.keys(local).filter((key) => key.includes('/record/')).length;
}

const place = document.querySelector<HTMLElement>('[data-rescue]');
if (place) void new Rescue(place).look();
