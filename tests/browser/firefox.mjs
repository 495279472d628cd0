// Opens pages of the site from a folder in Firefox, as a person's Firefox does, and says what it saw.
//
//   node firefox.mjs FIREFOX JOB
//
// JOB is {pages: [{name, url, start?, choose?, addresses?, see?}], plain: [url, url], beacon: url}.
// `see` is what to see after each address of the kit. Prints {looked:
// [{name, faults, requests, refused, ...}], plain: whether one file could read the other}. The
// driver's own profile lets every file read every other; a person's does not: it is switched back.
import { createRequire } from 'node:module';

const require = createRequire(new URL('../tools/package.json', import.meta.url));
const puppeteer = require('puppeteer-core');
const [executablePath, job] = process.argv.slice(2);

const browser = await puppeteer.launch({
  browser: 'firefox',
  executablePath,
  headless: true,
  extraPrefsFirefox: { 'security.fileuri.strict_origin_policy': true },
});

async function look({ name, url, start, choose, addresses, see }, beacon) {
  const page = await browser.newPage();
  const faults = [];
  const requests = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => requests.push(request.url()));
  await page.evaluateOnNewDocument(() => {
    window.refused = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      window.refused.push(`${event.effectiveDirective} ${event.blockedURI}`),
    );
  });
  await page.goto(url);
  const seen = { name, requests, start, choose };
  seen.heading = await page.$eval('h1', (heading) => heading.textContent);
  seen.font = await page.evaluate(() =>
    document.fonts.ready.then((fonts) => [...fonts].some((font) => font.status === 'loaded')),
  );
  if (start) {
    await page.focus('#start');
    await page.keyboard.type(start);
    await page.keyboard.press('Tab');
    seen.clocks = await page.$$eval('[data-offset]', (clocks) => clocks.map((c) => c.textContent));
    seen.end = await page.$eval('[data-end]', (end) => end.textContent);
  }
  seen.kit = [];
  for (const address of addresses ?? []) {
    seen.kit.push(await page.evaluate(`(${see})(${JSON.stringify(address)})`));
  }
  if (choose) {
    seen.before = await page.$eval('[data-count]', (count) => count.textContent);
    await page.focus(`select[name=${choose}]`);
    await page.keyboard.press('ArrowDown');
    await page.waitForFunction(
      (before) => document.querySelector('[data-count]').textContent !== before,
      { timeout: 5000 },
      seen.before,
    );
    seen.after = await page.$eval('[data-count]', (count) => count.textContent);
  }
  seen.refused = await page.evaluate(() => window.refused);
  seen.faults = [...faults];
  // Last, since both are refused: a file may not read another, and a page asks nothing of a host.
  seen.fetched = await page.evaluate(() => {
    const beside = document.querySelector('link[rel=stylesheet]').href;
    return fetch(beside).then(() => true, () => false);
  });
  seen.stopped = await page.evaluate(
    (away) =>
      new Promise((done) => {
        document.addEventListener('securitypolicyviolation', (event) => done(event.blockedURI));
        setTimeout(() => done(null), 3000);
        new Image().src = away;
      }),
    beacon,
  );
  await page.close();
  return seen;
}

// With no policy of ours in the way: does this Firefox keep files apart, as a person's does?
async function reads([url, beside]) {
  const page = await browser.newPage();
  await page.goto(url);
  const fetched = await page.evaluate((b) => fetch(b).then(() => true, () => false), beside);
  await page.close();
  return fetched;
}

try {
  const { pages, plain, beacon } = JSON.parse(job); // plain: two files without a policy
  const looked = [];
  for (const page of pages) looked.push(await look(page, beacon));
  console.log(JSON.stringify({ looked, plain: await reads(plain) }));
} finally {
  await browser.close();
}
