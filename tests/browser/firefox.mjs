// Opens pages from a folder in Firefox, as a person's Firefox does, does there what it is told, and
// says what it saw.
//
//   node firefox.mjs FIREFOX < JOB
//
// JOB is {pages: [{name, url, at?, steps}], site: [name, ...], plain: [url, url], beacon: url}. `at`
// is a time at which the page's clock stands still; `steps` are calls of DO below, and what they give
// is what was seen. Pages named in `site` are of our site, and looked at as such. Prints {looked:
// [{name, seen, faults, requests, refused, ...}], plain: whether one file could read the other}. The
// driver's own profile lets every file read every other; a person's does not: it is switched back.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(new URL('../tools/package.json', import.meta.url));
const puppeteer = require('puppeteer-core');
const job = JSON.parse(readFileSync(0, 'utf8'));

const browser = await puppeteer.launch({
  browser: 'firefox',
  executablePath: process.argv[2],
  headless: true,
  extraPrefsFirefox: { 'security.fileuri.strict_origin_policy': true },
});

// What can be done on a page, by key alone where a person would do it.
const DO = {
  press: async (page, ...keys) => {
    for (const key of keys) await page.keyboard.press(key);
  },
  type: (page, text) => page.keyboard.type(text),
  // go from control to control until one matches
  tab: async (page, selector) => {
    for (let n = 0; n < 80; n++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate((s) => document.activeElement.matches(s), selector)) return;
    }
    throw new Error(`no number of Tabs leads to ${selector}`);
  },
  // time goes by at once, and the page is shown again, as after a look at something else
  turn: (page, minutes) =>
    page.evaluate((m) => {
      window.turn(m);
      dispatchEvent(new Event('pageshow'));
    }, minutes),
  // time goes by at once, and nothing tells the page: it sees so at its next tick
  sleep: async (page, minutes, selector) => {
    const before = await page.$eval(selector, (found) => found.textContent);
    await page.evaluate((m) => window.turn(m), minutes);
    await DO.until(page, selector, before);
  },
  // until something else stands there
  until: (page, selector, before) =>
    page.waitForFunction(
      (s, b) => document.querySelector(s).textContent !== b,
      { timeout: 5000 },
      selector,
      before,
    ),
  // the words of all that is seen
  see: (page, selector) =>
    page.$$eval(selector, (found) =>
      found
        .filter((one) => one.checkVisibility())
        .map((one) => one.innerText.replace(/\s+/g, ' ').trim()),
    ),
  evaluate: (page, code) => page.evaluate(code),
  // what was copied, pasted as a person would
  paste: async (page) => {
    await page.evaluate(() => {
      window.left = document.activeElement;
      document.body.append(document.createElement('textarea'));
      document.querySelector('textarea:last-of-type').focus();
    });
    await page.keyboard.down('Control');
    await page.keyboard.press('v');
    await page.keyboard.up('Control');
    return page.$eval('textarea:last-of-type', (field) => {
      field.remove();
      window.left.focus();
      return field.value;
    });
  },
};

async function opened({ name, url, at }) {
  const page = await browser.newPage();
  const faults = [];
  const seen = { name, seen: [], requests: [] };
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => seen.requests.push(request.url()));
  await page.evaluateOnNewDocument((time) => {
    window.refused = [];
    document.addEventListener('securitypolicyviolation', (event) =>
      window.refused.push(`${event.effectiveDirective} ${event.blockedURI}`),
    );
    if (!time) return;
    let now = new Date(time).getTime();
    Date.now = () => now;
    window.turn = (minutes) => (now += minutes * 60_000);
  }, at ?? null);
  await page.goto(url);
  return { page, seen, faults };
}

async function look(wanted) {
  const { page, seen, faults } = await opened(wanted);
  for (const [name, ...values] of wanted.steps) {
    const found = await DO[name](page, ...values);
    if (['see', 'evaluate', 'paste'].includes(name)) seen.seen.push(found);
  }
  seen.refused = await page.evaluate(() => window.refused);
  seen.faults = [...faults]; // before those that looking around makes
  if (job.site.includes(wanted.name)) await lookAround(page, seen);
  await page.close();
  return seen;
}

// What every page of the site has, and what is refused to it.
async function lookAround(page, seen) {
  seen.heading = await page.$eval('h1', (heading) => heading.textContent);
  seen.font = await page.evaluate(() =>
    document.fonts.ready.then((fonts) => [...fonts].some((font) => font.status === 'loaded')),
  );
  // a file may not read another
  seen.fetched = await page.evaluate(() => {
    const beside = document.querySelector('link[rel=stylesheet]').href;
    return fetch(beside).then(() => true, () => false);
  });
  // a page asks nothing of a host
  seen.stopped = await page.evaluate(
    (away) =>
      new Promise((done) => {
        document.addEventListener('securitypolicyviolation', (event) => done(event.blockedURI));
        setTimeout(() => done(null), 3000);
        new Image().src = away;
      }),
    job.beacon,
  );
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
  const looked = [];
  for (const page of job.pages) looked.push(await look(page));
  console.log(JSON.stringify({ looked, plain: await reads(job.plain) }));
} finally {
  await browser.close();
}
