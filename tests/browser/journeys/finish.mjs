// On a shared device: what was written is in a file, and then nowhere in the browser.
import { begin } from './begin.mjs';

const WORD = 'Kererūcanary';

export default async function (walk) {
  await begin(walk, { device: 'A shared device' });
  await walk.go('journal');
  await walk.type('What happened?', `${WORD} in the journal`);
  await walk.saved();
  const before = await holds(walk);
  await walk.go('records', 'finish');
  const file = await walk.saves(() => walk.press('Save to a file', 1));
  await walk.press('I have the file');
  await walk.see('Nothing is left');
  const after = await holds(walk);
  const shown = await walk.text();
  await walk.page.goBack().catch(() => undefined);
  await walk.settle();
  const back = await walk.page.evaluate(() => document.documentElement.outerHTML);
  await walk.reopen();
  const anew = await walk.page.evaluate(() => document.documentElement.outerHTML);
  return {
    before: before.includes(WORD),
    inFile: file.bytes.toString('utf8').includes(WORD),
    left: [after, shown, back, anew].map((text) => text.includes(WORD)),
  };
}

/** All that the browser keeps for this place, as one text. */
function holds(walk) {
  return walk.page.evaluate(async () => {
    const all = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.title, location.href];
    const names = (await indexedDB.databases()).map(({ name }) => name);
    for (const name of names) {
      const base = await new Promise((done, fail) => {
        const asked = indexedDB.open(name);
        asked.onsuccess = () => done(asked.result);
        asked.onerror = fail;
      });
      for (const store of base.objectStoreNames) {
        const rows = await new Promise((done) => {
          const asked = base.transaction(store).objectStore(store).getAll();
          asked.onsuccess = () => done(asked.result);
        });
        all.push(JSON.stringify(rows));
      }
      base.close();
    }
    return all.join('\n');
  });
}
