// A page with nothing but the core of the workbook. Its address says how it is opened:
// ?id= the site, ?schema= what records look like, ?broken= a step that throws, ?patience= in milliseconds.

import { lock, unlock } from '../../../themes/default/client/src/core/age';
import { boot } from '../../../themes/default/client/src/core/boot';

const asked = new URLSearchParams(location.search);
const schema = Number(asked.get('schema') ?? 1);

const step = (rec) => {
  if (asked.has('broken')) throw new Error('the step broke');
  return { ...rec, body: { ...rec.body, grown: true } };
};

const opening = { schema, steps: { 1: step }, patience: Number(asked.get('patience') ?? 3000) };
const booting = boot({ id: asked.get('id') ?? 'kowhai' }, opening);

/** What a test asks of the page: each waits until the workbook is open. */
const core = {
  async add(title) {
    return (await booting).book.add('goal', { title });
  },
  async edit(id, title) {
    (await booting).book.edit(id, { title });
  },
  async flush() {
    await (await booting).book.flush();
  },
  async set(patch) {
    await (await booting).book.setMeta(patch);
  },
  async clear() {
    await (await booting).book.clear();
  },
  async takeOver() {
    await (await booting).takeOver();
  },
  async bodies() {
    return (await booting).book.all('goal').map((rec) => rec.body);
  },
  async state() {
    const { book, kind, trouble } = await booting;
    const { state, why = '' } = book.saving.value;
    return {
      kind,
      writes: book.writes.value,
      saving: state,
      why,
      trouble: trouble.value?.what ?? null,
      words: trouble.value?.words ?? '',
      device: book.meta.value.device,
      isBehind: book.isBehind,
    };
  },
  /** Resolves the moment that everything is called saved. */
  async saved() {
    const { book } = await booting;
    await new Promise((resolve) => {
      const stop = book.saving.subscribe(({ state }) => {
        if (state === 'saved') queueMicrotask(() => resolve(stop?.()));
      });
    });
  },
  /** Lock some words and open them again; what came out, and what the wrong passphrase is told. */
  async locked(words, passphrase) {
    const file = await lock(new TextEncoder().encode(words), passphrase);
    const found = await unlock(file, passphrase);
    const refused = await unlock(file, `${passphrase}!`);
    return [new TextDecoder().decode(found.bytes), refused.words];
  },
  async snapshots() {
    return (await booting).book.shelf.snapshots();
  },
  async snapshot() {
    await (await booting).book.snapshot('import');
  },
};

globalThis.core = core;
