// The workbook's core as the tests use it: time stands still until it is told to move.

import { Book } from '../../themes/default/client/src/core/book';
import { readFile } from '../../themes/default/client/src/core/envelope';
import { LocalShelf } from '../../themes/default/client/src/core/local-shelf';
import { mergePlan, recordsToTake } from '../../themes/default/client/src/core/merge';
import { migrated } from '../../themes/default/client/src/core/migrate';
import { MemoryShelf } from '../../themes/default/client/src/core/shelf';

export { writeFile } from '../../themes/default/client/src/core/envelope';
export { mergePlan, readFile, recordsToTake };

const timers = new Map();
let time = Date.parse('2026-11-05T02:00:00.000Z');
let last = 0;

globalThis.setTimeout = (work, delay) => {
  timers.set(++last, { work, at: time + delay });
  return last;
};
globalThis.clearTimeout = (timer) => timers.delete(timer);
globalThis.Date = class extends Date {
  constructor(...values) {
    super(...(values.length > 0 ? values : [time]));
  }

  static now() {
    return time;
  }
};

/** Let so many milliseconds pass, and what was to happen in them happen. */
export async function pass(milliseconds) {
  time += milliseconds;
  for (const [timer, { work, at }] of [...timers]) {
    if (at > time || !timers.delete(timer)) continue;
    work();
  }
  await settled();
}

/** Let everything happen that waits for nothing but its turn. */
async function settled() {
  for (let turn = 0; turn < 50; turn++) await Promise.resolve();
}

/** A shelf whose writes can be held up and refused. */
class Shelf extends MemoryShelf {
  refusals = 0;
  isHeld = false;
  held = [];
  asked = 0;

  async write(changes) {
    this.asked++;
    if (this.isHeld) await new Promise((resolve) => this.held.push(resolve));
    if (this.refusals > 0) {
      this.refusals--;
      throw new Error('the disk is full');
    }
    return super.write(changes);
  }

  refuse(times) {
    this.refusals = times;
  }

  hold() {
    this.isHeld = true;
  }

  /** Let one go, or `all` from here on. */
  async land(which = 'one') {
    if (which === 'all') this.isHeld = false;
    for (const resolve of this.held.splice(0, which === 'all' ? Infinity : 1)) resolve();
    await settled();
  }

  /** The live records, by id. */
  async live() {
    const { rows } = await this.load();
    return Object.fromEntries(rows.filter(({ rec }) => !rec.deleted).map(({ rec }) => [rec.id, rec]));
  }
}

export const shelf = () => new Shelf();
export const book = (on) => Book.open(on);

/** Live records of a book by id, of every type that there is. */
export const shown = (one) =>
  Object.fromEntries(one.everything().filter((rec) => !rec.deleted).map((rec) => [rec.id, rec]));

export const saving = (one) => one.saving.value.state;
export const undoable = (one) => one.undoable.value;
export const meta = (one) => one.meta.value;
export const only_reads = (one) => {
  one.writes.value = false;
};
export const news = (one) => {
  const heard = [];
  one.onNews = (word) => heard.push(word);
  return heard;
};
export const list = (heard) => [...heard];

/** Something like a browser's local storage, with room for so many characters. */
class Storage {
  #texts = new Map();
  #room;

  constructor(room) {
    this.#room = room;
  }

  get length() {
    return this.#texts.size;
  }

  key(at) {
    return [...this.#texts.keys()][at] ?? null;
  }

  getItem(key) {
    return this.#texts.get(key) ?? null;
  }

  setItem(key, text) {
    const used = [...this.#texts].reduce((sum, [one, held]) => sum + (one === key ? 0 : one.length + held.length), 0);
    if (used + key.length + text.length > this.#room) throw new Error('QuotaExceededError');
    this.#texts.set(key, text);
  }

  removeItem(key) {
    this.#texts.delete(key);
  }
}

export const storage = (room = 5_000_000) => new Storage(room);
export const local = (on, schema, letters) => new LocalShelf(on, 'peerpress-a', { schema, steps: stepsOf(letters) });

/** Steps that each write a letter into a record; `!` throws. */
function stepsOf(letters = {}) {
  const step = (letter) => (rec) => {
    if (letter === '!') throw new Error('the step broke');
    return { ...rec, body: { ...rec.body, steps: `${rec.body.steps ?? ''}${letter}` } };
  };
  return Object.fromEntries(Object.entries(letters).map(([number, letter]) => [number, step(letter)]));
}

export const migratedWith = (recs, from, to, letters) => migrated(recs, from, to, stepsOf(letters));

export const polluted = () => ({}).polluted ?? Object.polluted ?? null;

/** Read a text that may be anything and take up what it gives; throws where something is not as it should be. */
export async function readAndTake(text) {
  const first = readFile(text);
  const read = first.kind === 'refused' && first.anyway ? readFile(text, { anyway: true }) : first;
  if (polluted() !== null) throw new Error('polluted');
  if (read.kind === 'refused' && !/^[A-Z].+[.]$/.test(read.words)) throw new Error(`no sentence: ${read.words}`);
  if (read.kind !== 'workbook') return;
  const on = shelf();
  const one = await book(on);
  const recs = recordsToTake(mergePlan(one.everything(), read.file.records), { back: true });
  if (on.asked > 0) throw new Error('written before it was accepted');
  one.take(recs, 'file opened');
  await one.flush();
  const again = await book(on);
  for (const rec of again.everything()) prove(rec);
  if (again.everything().length !== new Set(recs.map((rec) => rec.id)).size) throw new Error('not all of it is kept');
}

function prove({ id, rev, ancestors, type, body, updated }) {
  const names = [id, rev, ...ancestors].every((one) => /^[0-9a-f]{32}$/.test(one));
  const plain = Object.getPrototypeOf(body) === Object.prototype && !Object.hasOwn(body, '__proto__');
  if (!names || !plain || !type || !(Date.parse(updated) > 0)) throw new Error(`no record: ${JSON.stringify(body)}`);
}
