// 50 goals, 500 journal entries and 200 self-checks: the time to open them, and to type.
import { begin } from './begin.mjs';

export default async function (walk) {
  await begin(walk);
  const { page } = walk;
  const file = await walk.page.evaluate(() => {
    const rec = (type, body, n, sheet = null) => ({
      id: n.toString(16).padStart(32, '0'),
      type,
      sheet,
      sheet_version: sheet ? '1.0' : null,
      pack: null,
      rev: (n + 1e6).toString(16).padStart(32, '0'),
      ancestors: [],
      updated: '2026-11-05T02:52:11.000Z',
      body,
    });
    const words = 'Two pupils set the cards out, and nobody asked what to do. '.repeat(6);
    const records = [];
    const day = (n) => `2026-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;
    for (let n = 0; n < 50; n += 1) records.push(rec('goal', { different: `Goal ${n}. ${words}`, status: 'active', order: n }, n));
    for (let n = 0; n < 150; n += 1) {
      const goal = records[n % 50].id;
      records.push(rec('step', { goal, words: `Step ${n}`, status: 'planned', order: n }, 1000 + n));
    }
    for (let n = 0; n < 500; n += 1) records.push(rec('entry', { date: day(n), words: `${n} ${words}` }, 2000 + n));
    for (let n = 0; n < 200; n += 1) {
      const confidence = { 'keep-trying': n % 11, 'keep-time': (n + 3) % 11, 'ask-for-help': (n + 5) % 11 };
      records.push(rec('answers', { date: day(n), moment: 'now', confidence }, 4000 + n, 'confidence-check'));
    }
    return JSON.stringify({ format: 'peerpress-workbook', site: 'peerpress', app: '0', schema: 1, exported: '2026-11-05T02:52:11.000Z', records });
  });
  await walk.go('records', 'open');
  await walk.hand(walk.write('many.json', file));
  await walk.see('to take in').catch(() => undefined);
  if (await page.evaluate(() => document.body.innerText.includes('Look at what can be read'))) await walk.press('Look at what can be read');
  await walk.press('Take them in');
  await walk.see('Taken in');
  await walk.saved();
  await page.evaluate(() => void (location.hash = '#/plan'));
  await walk.settle();
  await page.reload();
  await page.waitForFunction(() => /Goal 49\./.test(document.body.innerText), { timeout: 20000 });
  const opened = await page.evaluate(() => performance.now());
  const journal = await timed(walk, 'journal');
  await page.waitForSelector('main textarea');
  const typed = await page.evaluate(async () => {
    const area = document.querySelector('main textarea');
    const own = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
    const waits = [];
    for (let n = 0; n < 60; n += 1) {
      const begun = performance.now();
      own.set.call(area, `${area.value}x`);
      area.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      waits.push(performance.now() - begun);
      await new Promise((done) => setTimeout(done, 30));
    }
    return waits.sort((a, b) => a - b);
  });
  const checks = await timed(walk, 'checks', 'confidence-check');
  return { opened, journal, checks, typing: { median: typed[30], p95: typed[57] } };
}

async function timed(walk, ...parts) {
  const begun = Date.now();
  await walk.go(...parts);
  return Date.now() - begun;
}
